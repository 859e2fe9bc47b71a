// @ts-check
import { readFileSync } from "node:fs";
import { articles, expect, test } from "./page.js";

const POLICY = "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'";

/** The examples stand beside the built page, as a host would put them. @param {import("@playwright/test").Page} page */
async function serveExamples(page) {
  for (const name of ["embed.html", "iframe.html", "iframe.js"]) {
    const body = readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");
    await page.route(`**/${name}`, (route) => route.fulfill({ contentType: name.endsWith(".js") ? "text/javascript" : "text/html", body }));
  }
}

test("a host holds the explorer as an element, hears its events and sets its colours", async ({ page }) => {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": POLICY },
      body: `<!doctype html><html lang="en"><title>A host</title><link rel="stylesheet" href="host.css">
        <h1>A newspaper</h1><script type="module" src="crossread.js"></script>
        <crossread-explorer src="crossread.wasm"></crossread-explorer>`,
    }),
  );
  await page.route("**/host.css", (route) =>
    route.fulfill({ contentType: "text/css", body: "crossread-explorer { --crossread-ink: rgb(1, 2, 3); color-scheme: light; }" }),
  );
  await page.goto("host.html");
  await articles(page);
  await page.evaluate(() => {
    Object.assign(window, { heard: [] });
    for (const type of ["crossread-select", "crossread-query"]) {
      addEventListener(type, (event) => /** @type {any} */ (window).heard.push([type, /** @type {CustomEvent} */ (event).detail]));
    }
  });
  await page.getByRole("searchbox").fill("treaty");
  const link = (await articles(page)).first().getByRole("heading").getByRole("link");
  await expect(link).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(page).toHaveTitle("A host");
  await link.click();
  const heard = await page.evaluate(() => /** @type {any} */ (window).heard);
  expect(heard).toContainEqual(["crossread-query", expect.objectContaining({ query: "treaty", total: expect.any(Number) })]);
  expect(heard).toContainEqual(["crossread-select", expect.objectContaining({ kind: "article", id: expect.any(String) })]);
});

test("the example of elements works", async ({ page }) => {
  await serveExamples(page);
  await page.goto("embed.html");
  await articles(page);
});

test("elements of one file share one engine", async ({ page }) => {
  await page.route("**/two.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><title>Two</title><script type="module" src="crossread.js"></script>
        <crossread-explorer src="crossread.wasm"></crossread-explorer><crossread-explorer src="./crossread.wasm"></crossread-explorer>`,
    }),
  );
  let fetched = 0;
  page.on("request", (request) => (fetched += request.url().endsWith("crossread.wasm") ? 1 : 0));
  await page.goto("two.html");
  await expect(page.getByRole("list", { name: "Articles", exact: true })).toHaveCount(2);
  expect(fetched).toBe(1);
});

test("inside an iframe the page tells its size and what is chosen, and goes where it is sent", async ({ page }) => {
  await serveExamples(page);
  await page.goto("iframe.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("list", { name: "Articles", exact: true })).toBeVisible();
  const height = () => page.locator("iframe").evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(height).toBeGreaterThan(400);
  await expect(frame.getByRole("button", { name: "Publish" })).toBeVisible();

  await page.getByRole("button", { name: "Timeline" }).click();
  await expect(frame.getByRole("link", { name: "Timeline" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("button", { name: "All articles" }).click();
  await frame.getByRole("article").first().getByRole("heading").getByRole("link").click();
  await expect(page.getByRole("status")).toContainText("article");
});

test("nothing but the agreed message moves the page inside an iframe", async ({ page }) => {
  await page.goto("./?embed");
  await articles(page);
  await page.evaluate(() => {
    postMessage({ crossread: 1, type: "open", address: "#/timeline" });
    postMessage({ type: "open", address: "#/timeline" });
  });
  await page.waitForTimeout(100);
  expect(page.url()).not.toContain("timeline");
});

test("the page works under a path of any depth and fetches nothing it does not use", async ({ page, baseURL }) => {
  /** @type {string[]} */
  const asked = [];
  await page.route("**/some/deep/path/**", async (route) => {
    const path = new URL(route.request().url()).pathname.replace("/some/deep/path", "");
    asked.push(path);
    const response = await route.fetch({ url: new URL(`.${path}`, baseURL).href });
    await route.fulfill({ response });
  });
  await page.goto("some/deep/path/");
  await articles(page);
  expect(asked.sort()).toEqual(["/", "/crossread.js", "/crossread.wasm", "/elements.js", "/page.css", "/worker.js"]);
});
