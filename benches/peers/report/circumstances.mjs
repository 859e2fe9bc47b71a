/** When and on what the run was made, and the versions of all that took part. */
import { readFileSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";

const PACKAGES = { MiniSearch: "minisearch", FlexSearch: "flexsearch", Orama: "@orama/orama", lunr: "lunr", Pagefind: "pagefind" };
const PROJECT = join(import.meta.dirname, "..");

/** @param {string} chromium   its version */
export function circumstances(chromium) {
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  const versions = Object.entries(PACKAGES).map(([name, key]) => `${name} ${dependencies[key]}`);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? "unknown"}), ${Math.round(os.totalmem() / 2 ** 30)} GB`,
    load: os.loadavg()[2],
    versions: [`Chromium ${chromium}`, `Node.js ${process.versions.node}`, `tantivy ${tantivyVersion()}`, ...versions],
  };
}

function tantivyVersion() {
  const lock = readFileSync(join(PROJECT, "native", "Cargo.lock"), "utf8");
  return /name = "tantivy"\nversion = "([^"]+)"/.exec(lock)?.[1] ?? "of unknown version";
}
