// @ts-check
/** Fifty thousand articles in the list: little is on the page, all can be reached. */
import { articles, expect, expectAccessible, test } from "./page.js";
import { openLibrary } from "./rooms.js";

/** @typedef {import("@playwright/test").Page} Page */

const MANY = 50_000;

/** The place in the list of the first article in view. @param {Page} page */
function inView(page) {
  return page.getByRole("list", { name: "Articles", exact: true }).locator("li[aria-posinset]").evaluateAll((rows) => {
    const row = rows.find((one) => one.getBoundingClientRect().bottom > 0);
    return Number(row?.getAttribute("aria-posinset") ?? 0);
  });
}

/** @param {Page} page */
function onPage(page) {
  return page.getByRole("list", { name: "Articles", exact: true }).getByRole("article").count();
}

test("wherever one scrolls there are articles, and never many on the page", async ({ page }) => {
  await openLibrary(page, "", MANY);
  await articles(page);
  await expect.poll(() => onPage(page)).toBeGreaterThanOrEqual(50);
  await expect(page.locator("li[aria-posinset]").first()).toHaveAttribute("aria-setsize", String(MANY));
  for (const part of [0.25, 0.5, 0.75, 0.2, 1]) {
    await page.evaluate((where) => scrollTo(0, document.documentElement.scrollHeight * where), part);
    await expect.poll(() => inView(page)).toBeGreaterThan(part * MANY * 0.9);
    expect(await onPage(page)).toBeLessThanOrEqual(120);
  }
  await expect(page.getByRole("status")).toHaveText("50,000 articles");
  await expectAccessible(page);
});

test("the last article is reached", async ({ page }) => {
  await openLibrary(page, "", MANY);
  await articles(page);
  await expect.poll(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    return page.locator(`li[aria-posinset="${MANY}"]`).count();
  }).toBe(1);
});

test("going through by key never runs out", async ({ page }) => {
  await openLibrary(page, "", MANY);
  const list = await articles(page);
  await expect.poll(() => onPage(page)).toBeGreaterThanOrEqual(50);
  await list.first().getByRole("heading").getByRole("link").focus();
  for (let stroke = 0; stroke < 240; stroke++) await page.keyboard.press("Tab");
  expect(await inView(page)).toBeGreaterThan(60);
  const active = await page.evaluate(() => document.querySelector("crossread-explorer")?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.localName);
  expect(["a", "input"]).toContain(active);
});

test("coming back finds the very article, deep in the list", async ({ page }) => {
  await openLibrary(page, "", MANY);
  await articles(page);
  await page.evaluate(() => scrollTo(0, 3_000_000));
  await expect.poll(() => inView(page)).toBeGreaterThan(10_000);
  await page.waitForTimeout(400);
  const place = await inView(page);
  const link = page.locator(`li[aria-posinset="${place + 2}"]`).getByRole("heading").getByRole("link");
  const [title, box] = [await link.textContent(), await link.boundingBox()];
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title ?? "");
  await page.goBack();
  await expect(link).toBeFocused();
  await expect.poll(async () => Math.abs(((await link.boundingBox())?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(2);
});

test("a focus that scrolls out of the list goes to the list", async ({ page }) => {
  await openLibrary(page, "", MANY);
  const list = await articles(page);
  await list.first().getByRole("heading").getByRole("link").focus();
  await page.evaluate(() => scrollTo(0, 1_000_000));
  await expect(page.getByRole("list", { name: "Articles", exact: true })).toBeFocused();
});

test("one key asks for the list, the counts and the rest, no more", async ({ page }) => {
  await openLibrary(page, "", 5000);
  await articles(page);
  await page.waitForTimeout(400);
  const asked = () => page.evaluate(() => /** @type {any} */ (window).client.asked.search);
  const before = await asked();
  await page.getByRole("searchbox").press("f");
  await expect(page.getByRole("status")).toHaveText(/match/);
  await page.waitForTimeout(500);
  // The list, its counts, and once the keys rest what else the first screens hold.
  expect((await asked()) - before).toBeLessThanOrEqual(3);
});
