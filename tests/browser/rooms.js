// @ts-check
/** Opens one room, or the whole page, over invented articles, bundled for the test and under the page's own policy. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ways } from "../../www/ways.mjs";

/** @typedef {import("@playwright/test").Page} Page */

const style = readFileSync(new URL("../../www/styles/page.css", import.meta.url), "utf8");
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'";

export const COURIER = "lismore-courier-2031";
export const POST = "westmark-post-2031";
export const NOTES = "harbour-notes";

/** @type {Map<string, Promise<string>>} */
const bundles = new Map();

/** @param {string} name @returns {Promise<string>} */
function script(name) {
  let bundle = bundles.get(name);
  if (!bundle) {
    bundle = build({
      entryPoints: [fileURLToPath(new URL(`${name}-page.js`, import.meta.url))], plugins: [ways], define: { CROSSREAD_SKELETON: '""' },
      bundle: true, write: false, format: "esm", target: "es2022", loader: { ".css": "text" }, logLevel: "error",
    }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
    bundles.set(name, bundle);
  }
  return bundle;
}

/**
 * @param {Page} page @param {string} name  of the script, without `-page.js`
 */
async function provide(page, name) {
  const code = await script(name);
  await page.route((url) => url.pathname.startsWith(`/${name}/`), (route) => {
    if (route.request().url().endsWith(".js")) return route.fulfill({ contentType: "text/javascript", body: code });
    if (route.request().url().endsWith(".css")) return route.fulfill({ contentType: "text/css", body: style });
    return route.fulfill({
      contentType: "text/html", headers: { "content-security-policy": POLICY },
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rooms</title>
        <link rel="stylesheet" href="page.css"><body><script type="module" src="${name}.js"></script></body>`,
    });
  });
}

/**
 * One room over the articles of rooms-fixture.js.
 * @param {Page} page
 * @param {string} address    the fragment, such as `#/timeline`
 */
export async function openRoom(page, address) {
  await provide(page, "rooms");
  await page.goto(`rooms/${address}`);
}

/**
 * The page over so many articles of library-fixture.js.
 * @param {Page} page @param {string} [address] @param {number} [articles]
 */
export async function openLibrary(page, address = "", articles = 200) {
  await provide(page, "library");
  await page.goto(`library/?articles=${articles}${address}`);
}

/**
 * The text that the page's highlights of one name cover.
 * @param {Page} page @param {string} name
 * @returns {Promise<string[]>}
 */
export function highlighted(page, name) {
  return page.evaluate((which) => [...(CSS.highlights.get(which) ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  }), name);
}
