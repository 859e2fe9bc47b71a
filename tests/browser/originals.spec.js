// @ts-check
/**
 * Five articles as their publishers printed them, dropped on the page: read, searched, marked, compared, published. They
 * are not part of the project; without the folder `../shared/seeds` the test says so and is skipped.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { articles, expect, matching, test } from "./page.js";

const folder = new URL("../../../shared/seeds/", import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")).sort() : [];

test("five hard articles go all the way through", async ({ page, context }, info) => {
  test.skip(names.length !== 5, "the five originals are not at hand in ../shared/seeds");
  test.slow();
  await page.goto("./");
  await articles(page);
  const files = names.map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped) transfer.items.add(new File([text], name, { type: "text/plain" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
  await expect(page.getByRole("heading", { name: "Iran-Russia strategic relations at a glance" })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect.poll(() => matching(page)).toBe(5);

  await page.getByRole("searchbox").fill("treaty");
  await expect.poll(() => matching(page)).toBe(4);

  const [first, , , fourth, fifth] = names.map((name) => name.replace(".txt", ""));
  await page.goto(`./#/article/${first}`);
  await expect(page.getByRole("main").locator("mark[data-kind=person]").first()).toHaveText("Abbas Araghchi");
  await page.goto(`./#/compare/${first}+${fourth}`);
  const compared = page.getByRole("region", { name: "Compare" });
  await expect(compared).toContainText("reworded");
  await page.goto(`./#/compare/${fourth}+${fifth}?view=dates`);
  await expect(compared).toContainText("April 18");

  const path = info.outputPath("originals.html");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Publish" }).click();
  await (await download).saveAs(path);
  await context.setOffline(true);
  const opened = await context.newPage();
  await opened.goto(pathToFileURL(path).href);
  await expect(await articles(opened)).toHaveCount(5);
  await opened.getByRole("searchbox").fill("Araghchi");
  await expect.poll(() => matching(opened)).toBe(3);
});
