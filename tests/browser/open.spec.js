// @ts-check
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { articles, expect, expectAccessible, matching, OWN, test } from "./page.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Files of other formats, from the cases that the command line is tested with. @param {string} path @param {string} mimeType */
function caseFile(path, mimeType) {
  const buffer = readFileSync(new URL(`../cases/${path}`, import.meta.url));
  return { name: path.replace(/^.*\//, ""), mimeType, buffer };
}
const OTHERS = [
  caseFile("formats/page-of-a-newspaper.html", "text/html"),
  caseFile("formats/page-of-divs-in-windows-1252.html", "text/html"),
  caseFile("formats/table.csv", "text/csv"),
  caseFile("formats/feed.atom", "application/atom+xml"),
  caseFile("archives/corpus.zip", "application/zip"),
];

/** @param {Page} page @param {typeof OWN} files */
async function choose(page, files) {
  await page.getByRole("button", { name: "Open your own articles" }).click();
  await page.getByLabel("Files", { exact: true }).setInputFiles(files);
}

test("own files are read, listed, searched and marked in the same rooms", async ({ page }) => {
  await page.goto("./#/?q=parliament");
  await articles(page);
  await choose(page, OWN);
  await expect(page.getByRole("dialog")).toBeHidden();
  const list = await articles(page);
  await expect(list).toHaveCount(3);
  await expect(list.getByRole("heading").getByText("Brenholm ferry delayed once more")).toBeVisible();

  // One without source or date has no line for them: its title stands beside what chooses it.
  const extent = async (/** @type {import("@playwright/test").Locator} */ one) => {
    const box = await one.boundingBox();
    return { top: box?.y ?? NaN, bottom: box ? box.y + box.height : NaN };
  };
  const bare = list.filter({ hasText: "Ferry to Brenholm runs again" });
  await expect.poll(async () => {
    const [chooser, title] = [await extent(bare.getByRole("checkbox")), await extent(bare.getByRole("heading"))];
    return chooser.top < title.bottom && title.top < chooser.bottom;
  }).toBe(true);

  await page.getByRole("searchbox").fill("ferry");
  await expect.poll(() => matching(page)).toBe(2);
  await expect(list.first().locator("mark").first()).toHaveText(/ferry/i);
  await page.getByRole("searchbox").fill("onerror");
  await expect(list.first()).toContainText("<img src=x onerror=");
  await expect(page).not.toHaveTitle("broken");
});

test("web pages, tables, feeds and archives are read beside each other", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  await choose(page, OTHERS);
  // One article stands in the table and in the archive.
  await expect(page.getByRole("list", { name: "Problems" })).toContainText("“ferry” is already the id of table.csv");
  await page.getByRole("button", { name: "Show the articles" }).click();
  await expect.poll(() => matching(page)).toBe(8);
  const list = await articles(page);
  for (const title of ["Talks in Baku end without a deal", "Fähre fährt wieder", "The \"high\" pass closes", "Talks end without a deal", "Pass closes"]) {
    await expect(list.getByRole("heading").getByText(title, { exact: true })).toBeVisible();
  }
  // The archive's own entities.toml holds for all of them.
  await page.getByRole("searchbox").fill("person:ilse-varga");
  await expect.poll(() => matching(page)).toBeGreaterThan(1);
  await page.getByRole("searchbox").fill("cookies");
  await expect.poll(() => matching(page)).toBe(0);
});

test("what is wrong with a table or an archive is said by line and path, and the others are kept", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  const broken = { name: "broken.zip", mimeType: "application/zip", buffer: Buffer.from("no archive") };
  await choose(page, [
    caseFile("formats/table-with-broken-rows.csv", "text/csv"),
    caseFile("formats/table-of-unknown-columns.csv", "text/csv"),
    caseFile("formats/page-without-article.html", "text/html"),
    broken,
  ]);
  const problems = page.getByRole("list", { name: "Problems" });
  await expect(problems).toContainText("table-with-broken-rows.csv:4");
  await expect(problems).toContainText("the first row names “name”, “when”, “words”");
  await expect(problems).toContainText("no article was found in the page");
  await expect(problems).toContainText("no zip archive");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("4 articles read");
});

test("where the part that reads other formats cannot be had, that is said, and the others are kept", async ({ page }) => {
  await page.route("**/formats.wasm", (route) => route.abort());
  await page.goto("./");
  await articles(page);
  await choose(page, [...OWN, ...OTHERS.slice(0, 1)]);
  await expect(page.getByRole("list", { name: "Problems" })).toContainText("The part of the page that reads such files could not be loaded");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("3 articles read");
});

test("where own articles have no source, each article's names stand apart", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  await choose(page, OWN.slice(0, 1));
  await expect.poll(() => matching(page)).toBe(1);
  await page.evaluate(() => (location.hash = "#/entity/ilse-varga"));
  await expect(page.getByRole("heading", { name: "How each article names it" })).toBeVisible();
  await expect(page.locator(".naming dt")).toHaveText([/^Ferry to Brenholm runs again/]);
});

test("from one's own articles a button leads back to those of the page", async ({ page }) => {
  await page.goto("./");
  const count = await (await articles(page)).count();
  await choose(page, OWN);
  await expect.poll(() => matching(page)).toBe(3);
  await page.getByRole("button", { name: "Back to the articles of this page" }).click();
  await expect.poll(() => matching(page)).toBe(count);
});

test("files are dropped anywhere on the page", async ({ page }) => {
  await page.goto("./#/timeline");
  await expect(page.getByRole("button", { name: "Publish" })).toBeEnabled();
  const texts = OWN.map(({ name, mimeType, buffer }) => ({ name, mimeType, text: buffer.toString() }));
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, text } of files) transfer.items.add(new File([text], name, { type: mimeType }));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, texts);
  await expect(await articles(page)).toHaveCount(3);
});

test("what is wrong with a file is said with what to do, and the others are kept", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  const broken = { name: "latin.txt", mimeType: "text/plain", buffer: Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0xff, 0xfe]) };
  const empty = { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") };
  const other = { name: "rain.docx", mimeType: "application/octet-stream", buffer: Buffer.from("Rain fell.") };
  await choose(page, [...OWN, broken, empty, other]);
  const problems = page.getByRole("list", { name: "Problems" });
  await expect(problems).toContainText("latin.txt");
  await expect(problems).toContainText("empty.txt");
  await expect(problems).toContainText("files of the kind “.docx” are not read");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("3 articles read");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show the articles" }).click();
  await expect(await articles(page)).toHaveCount(3);
});

test("files without any article leave the page as it was", async ({ page }) => {
  await page.goto("./");
  const count = await (await articles(page)).count();
  await choose(page, [{ name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") }]);
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("No article was found");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(await articles(page)).toHaveCount(count);
});

test("the dialog is reachable by keyboard, closes by Escape and gives the focus back", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  const button = page.getByRole("button", { name: "Open your own articles" });
  await button.press("Enter");
  await expect(page.getByRole("dialog", { name: "Open your own articles" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(button).toBeFocused();
});

test("Publish saves one file that opens from file://, and that file publishes again", async ({ page, context }, info) => {
  test.slow();
  await page.goto("./");
  await articles(page);
  await choose(page, OWN);
  await expect.poll(() => matching(page)).toBe(3);
  const first = await publish(page, info.outputPath("first.html"));

  await context.setOffline(true);
  const opened = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  opened.on("console", (message) => complaints.push(message.text()));
  opened.on("pageerror", (error) => complaints.push(error.message));
  await opened.goto(pathToFileURL(first).href);
  await expect(await articles(opened)).toHaveCount(3);
  await opened.getByRole("searchbox").fill("ferry");
  await expect.poll(() => matching(opened)).toBe(2);
  await opened.getByRole("searchbox").fill("");
  await choose(opened, OTHERS.slice(0, 3));
  await expect.poll(() => matching(opened)).toBe(4);
  await choose(opened, OWN.slice(0, 1));
  await expect.poll(() => matching(opened)).toBe(1);

  const second = await publish(opened, info.outputPath("second.html"));
  expect(complaints).toEqual([]);
  const again = await context.newPage();
  await again.goto(pathToFileURL(second).href);
  await expect(await articles(again)).toHaveCount(1);
  await choose(again, OWN);
  await expect.poll(() => matching(again)).toBe(3);
  const third = await publish(again, info.outputPath("third.html"));
  expect(readFileSync(third)).toEqual(readFileSync(first));
});

/** @param {Page} page @param {string} path */
async function publish(page, path) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Publish" }).click();
  await (await download).saveAs(path);
  return path;
}
