// @ts-check
/**
 * The built page in Chromium, as `crossread serve` serves it.
 *
 *   CROSSREAD_PORT      the port, where it is not 4173
 *   CROSSREAD_SERVE     the command that serves; must listen on that port
 *   CROSSREAD_CHROMIUM  the browser to drive, where it is not /usr/bin/chromium
 */
import { defineConfig, devices } from "@playwright/test";

const PORT = Number(process.env.CROSSREAD_PORT ?? 4173);
const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "target/test-results",
  fullyParallel: true,
  // One at a time: some tests take the time, and the machine may have no more than two cores.
  workers: 1,
  timeout: 90_000,
  // A page may come late on a machine that does other things too.
  expect: { timeout: 15_000 },
  reporter: "line",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: process.env.CROSSREAD_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        // Chromium refuses to run its sandbox as root.
        ...(root ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: process.env.CROSSREAD_SERVE ?? `target/release/crossread serve corpus --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: true,
    timeout: 120_000,
  },
});
