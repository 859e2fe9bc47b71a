// @ts-check
import { expect, expectAccessible, test } from "./page.js";
import { COURIER, NOTES, POST, openRoom } from "./rooms.js";

const ROOMS = {
  article: `#/article/${COURIER}?q=harbour`,
  passages: `#/compare/${COURIER}+${POST}`,
  many: `#/compare/${COURIER}+${POST}+${NOTES}`,
  entities: `#/compare/${COURIER}+${POST}?view=entities`,
  words: `#/compare/${COURIER}+${POST}+${NOTES}?view=words`,
  entity: "#/entity/ines-duarte",
  timeline: "#/timeline",
};

for (const [name, address] of Object.entries(ROOMS)) {
  test(`${name}: accessible and within 320 px, in light and dark`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await openRoom(page, address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await expectAccessible(page);
    }
  });
}

test("an entity: names, company, sayings, and every sentence at its place", async ({ page }) => {
  await openRoom(page, ROOMS.entity);
  await expect(page.getByRole("heading", { level: 1, name: "Ines Duarte" })).toBeVisible();
  await expect(page.getByText("4 mentions in 2 articles")).toBeVisible();
  const courier = page.getByRole("definition").filter({ hasText: "Mayor Ines Duarte" });
  await expect(courier).toContainText("The mayor 1");
  await expect(page.locator(".naming > div").filter({ has: courier })).toContainText("Lismore Courier 2");
  await expect(page.getByRole("link", { name: "12 February 2031: 2 mentions in 1 article" })).toHaveAttribute("href", "#/?person=ines-duarte&from=2031-02-12&to=2031-02-12");
  await expect(page.getByRole("link", { name: /The port of Lismore remains open/ })).toHaveAttribute("href", new RegExp(`^#/article/${POST}\\?at=`));
  await expect(page.getByRole("heading", { name: "What Ines Duarte says" })).toBeVisible();
  await expect(page.getByRole("link", { name: "“Nobody will be turned away,”", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "show in the list" })).toHaveAttribute("href", "#/?person=ines-duarte");
});

test("why an entity's names are one, with the first sentence that says so", async ({ page }) => {
  await openRoom(page, ROOMS.entity);
  const why = page.locator("section").filter({ has: page.getByRole("heading", { name: "Why these names are one" }) });
  await expect(why.getByText("Mayor Ines Duarte: spelt alike, with companions in common, in 1 article Lismore Courier · 11 February 2031")).toBeVisible();
  await expect(why.getByRole("link", { name: /^The harbour of Lismore will stay open/ })).toHaveAttribute("href", new RegExp(`^#/article/${COURIER}\\?at=`));
  const card = page.getByRole("dialog", { name: "Ines Duarte" });
  await openRoom(page, `#/article/${COURIER}`);
  await page.locator('mark[data-entity="ines-duarte"]').first().click();
  await expect(card).toContainText("“Mayor Ines Duarte” is taken for Ines Duarte: spelt alike, with companions in common, in 1 article.");
  await openRoom(page, `#/article/${POST}`);
  await page.locator('mark[data-entity="ines-duarte"]', { hasText: "Duarte" }).nth(1).click();
  await expect(card).toContainText("Written");
  await expect(card).not.toContainText("is taken for");
});

test("on paper an entity has nothing that is to be pressed, nor what stands between", async ({ page }) => {
  await openRoom(page, ROOMS.entity);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("header > p").last()).toHaveText("4 mentions in 2 articles", { useInnerText: true });
  await expect(page.getByText("How this was counted").first()).toBeHidden();
});

test("a name written from right to left takes no figure along", async ({ page }) => {
  await openRoom(page, `#/compare/farsi+${COURIER}`);
  await expect(page.getByRole("listitem").filter({ hasText: "پیک لیزمور" }).first()).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("\u2068پیک لیزمور\u2069 and Lismore Courier");
});

test("an entity that is not there", async ({ page }) => {
  await openRoom(page, "#/entity/nobody");
  await expect(page.getByRole("alert")).toContainText("no entity “nobody”");
});

test("the timeline goes by year and month", async ({ page }) => {
  await openRoom(page, ROOMS.timeline);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["2019", "2026", "2031"]);
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(["February", "April"]);
  await expect(page.getByText("11 February", { exact: true })).toBeVisible();
});

test("the timeline leads to the dates of its articles held against each other", async ({ page }) => {
  await openRoom(page, ROOMS.timeline);
  await expect(page.getByRole("link", { name: "Find dates that cannot both be so" })).toHaveAttribute("href", /^#\/compare\/.+\?view=dates$/);
});

test("reported speech stands with its verb", async ({ page }) => {
  await page.goto("./#/entity/abbas-araghchi");
  const saying = page.getByRole("link", { name: /European powers because they had not held Israel to account/ }).first();
  await expect(saying.locator(".source")).toHaveText("criticized");
});

test("from a name that the list is narrowed to, one step leads to its page", async ({ page }) => {
  await page.goto("./#/?place=israel");
  await page.getByRole("link", { name: "about Israel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Israel" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "How each source names it" })).toBeVisible();
});
