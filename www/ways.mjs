// @ts-check
/** For the bundler: the table of docs/query.md as a module, so that the page says what the documentation says. */
import { readFile } from "node:fs/promises";
import { readWays } from "./lib/ways.js";

/** @type {import("esbuild").Plugin} */
export const ways = {
  name: "ways",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]docs[\\/]query\.md$/ }, async ({ path }) => ({
      contents: JSON.stringify(readWays(await readFile(path, "utf8"))),
      loader: "json",
      watchFiles: [path],
    }));
  },
};
