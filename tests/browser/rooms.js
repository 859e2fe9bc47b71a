// @ts-check
/** Opens one room over the invented articles of rooms-fixture.js, bundled for the test and under the page's own policy. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** @typedef {import("@playwright/test").Page} Page */

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'";

export const COURIER = "lismore-courier-2031";
export const POST = "westmark-post-2031";
export const NOTES = "harbour-notes";

/** @type {Promise<string> | undefined} */
let bundle;

/** @returns {Promise<string>} */
function script() {
  bundle ??= build({
    entryPoints: [fileURLToPath(new URL("rooms-page.js", import.meta.url))],
    bundle: true, write: false, format: "esm", target: "es2022", loader: { ".css": "text" }, logLevel: "error",
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  return bundle;
}

/**
 * @param {Page} page
 * @param {string} address    the fragment, such as `#/timeline`
 */
export async function openRoom(page, address) {
  const code = await script();
  await page.route("**/rooms/*", (route) => {
    if (route.request().url().endsWith("rooms.js")) return route.fulfill({ contentType: "text/javascript", body: code });
    return route.fulfill({
      contentType: "text/html", headers: { "content-security-policy": POLICY },
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rooms</title>
        <script type="module" src="rooms.js"></script>`,
    });
  });
  await page.goto(`rooms/${address}`);
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
