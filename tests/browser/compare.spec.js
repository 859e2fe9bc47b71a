// @ts-check
import { expect, expectAccessible, test } from "./page.js";
import { COURIER, NOTES, POST, openRoom } from "./rooms.js";

const TWO = `#/compare/${COURIER}+${POST}`;
const THREE = `#/compare/${COURIER}+${POST}+${NOTES}`;
const VIEWS = ["Passages", "Entities", "Names", "Quotes", "Dates and numbers", "Words"];

test("six views, worked by keyboard, each in the address", async ({ page }) => {
  await openRoom(page, TWO);
  const region = page.getByRole("region", { name: "Compare" });
  await expect(region.getByRole("tab")).toHaveCount(6);
  for (const name of VIEWS) await expect(region.getByRole("tab", { name, exact: true })).toBeVisible();
  await region.getByRole("tab", { name: "Passages" }).focus();
  for (const name of [...VIEWS.slice(1), "Passages"]) {
    await page.keyboard.press("ArrowRight");
    await expect(region.getByRole("tab", { name, exact: true })).toBeFocused();
    await expect(region.getByRole("tab", { name, exact: true })).toHaveAttribute("aria-selected", "true");
    await expect(region.getByRole("tabpanel", { name, exact: true })).toBeVisible();
    await expectAccessible(page);
  }
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/view=words/);
  await page.keyboard.press("Home");
  await region.getByRole("tab", { name: "Quotes" }).click();
  await expect(page).toHaveURL(/view=quotes/);
  await page.goBack();
  await expect(region.getByRole("tab", { name: "Passages" })).toHaveAttribute("aria-selected", "true");
});

test("the summary says only what is counted", async ({ page }) => {
  await openRoom(page, TWO);
  const summary = page.locator(".summary");
  await expect(summary).toContainText("2 pairs of passages belong together");
  await expect(summary).toContainText("Only Lismore Courier names Westmark, Coastal Accord and Winter Regatta; only Westmark Post names Per Holm.");
  await expect(summary).toContainText("1 pair of dates cannot both be so.");
});

test("passages stand in the first article's order, with the other's own where it has them", async ({ page }) => {
  await openRoom(page, TWO);
  const rows = page.getByRole("tabpanel").locator("ol.pairs > li");
  await expect(rows).toHaveCount(7);
  await expect(rows.nth(0)).toContainText("reworded");
  await expect(rows.nth(1)).toContainText("only Lismore Courier");
  await expect(rows.nth(2)).toContainText("differs");
  await expect(rows.nth(2)).toContainText("18 April 2031 / 16 April 2031");
  await expect(rows.nth(2).locator("mark.differs")).toHaveText(["18", "April 18", "16", "April 16"]);
  await expect(rows.nth(3)).toContainText("only Westmark Post");
  await expect(rows.nth(3)).toContainText("Nobody will be turned away");
  await expect(rows.nth(0).getByRole("link").first()).toHaveAttribute("href", new RegExp(`^#/article/${COURIER}\\?at=\\d+-\\d+$`));
});

test("a similarity opens to its evidence, which adds up", async ({ page }) => {
  await openRoom(page, TWO);
  await page.getByText("0.71 · how").click();
  const table = page.getByRole("table", { name: /heaviest first/ });
  await expect(table).toContainText("Ines Duarte");
  const weights = await table.locator("tbody td").allTextContents();
  expect(weights.map(Number).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0.71);
});

test("entities are sorted by a press on a column's head", async ({ page }) => {
  await openRoom(page, `${TWO}?view=entities`);
  const first = page.locator("tbody tr").first();
  await expect(first).toContainText("Ines Duarte");
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expect(first).toContainText("Coastal Accord");
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("button", { name: "Lismore Courier", exact: true }).click();
  await expect(first).toContainText("Coastal Council");
  await expect(first.getByRole("link")).toHaveAttribute("href", "#/entity/coastal-council");
});

test("names that differ come first, those alike are folded away", async ({ page }) => {
  await openRoom(page, `${TWO}?view=names`);
  await expect(page.locator("table").first().locator("tbody tr")).toHaveCount(2);
  await expect(page.locator("table").first()).toContainText("The mayor");
  await page.getByText("Named alike").click();
  await expect(page.locator("table").nth(1)).toContainText("Lismore");
});

test("dates that cannot both be so show both sentences", async ({ page }) => {
  await openRoom(page, `${TWO}?view=dates`);
  const panel = page.getByRole("tabpanel");
  await expect(panel.getByRole("heading", { name: "Cannot both be so" })).toBeVisible();
  await expect(panel).toContainText("The mayor said that 18 fishing boats would be moved to the northern quay by April 18.");
  await expect(panel.getByRole("heading", { name: "The same told with other figures" })).toBeVisible();
});

test("days and figures stand side by side, each leads to its sentence", async ({ page }) => {
  await openRoom(page, `${THREE}?view=dates`);
  const days = page.getByRole("group", { name: "Days named" });
  await expect(days.first().locator("tbody tr")).toHaveText([/^12 February 2031\s*1\s*1$/]);
  const boats = page.getByRole("group", { name: "Figures given" }).getByRole("row", { name: /^boat/ });
  await expect(boats.getByRole("button")).toHaveText(["18", "16"]);
  await expect(boats.locator(".own")).toHaveCount(2);
  await boats.getByRole("button", { name: "16 in Westmark Post" }).click();
  await expect(page.locator(".places")).toContainText("She said 16 fishing boats had to leave");
  await expect(page.locator(".places mark.differs")).toHaveText("16");
  await page.getByText("By one article only").first().click();
  await expect(days.nth(1).locator("tbody tr").first()).toContainText("2019");
  await expectAccessible(page);
});

test("words open to how they were counted", async ({ page }) => {
  await openRoom(page, `${TWO}?view=words`);
  await page.getByText("How this was counted").click();
  await expect(page.getByText("Rayson and Garside 2000")).toBeVisible();
  await expect(page.getByText("fewer than 2 times")).toBeVisible();
});

test("more than two: one in the centre, and how many passages each pair shares", async ({ page }) => {
  await openRoom(page, THREE);
  await expect(page.getByRole("table", { name: "Passages that two articles share" })).toContainText("2");
  await expect(page.getByRole("tabpanel").locator("ol.pairs > li")).toHaveCount(5);
  await page.getByRole("combobox", { name: "Start from" }).selectOption({ label: "Westmark Post (12 Feb 2031)" });
  await expect(page).toHaveURL(new RegExp(`open=${POST}`));
  const row = page.getByRole("tabpanel").locator("ol.pairs > li").nth(1);
  await expect(row).toContainText("She said 16 fishing boats");
  await expect(row).toContainText("Per Holm of the Coastal Council");
  await expectAccessible(page);
});

test("one article, or one that is not there, says what to do", async ({ page }) => {
  await openRoom(page, `#/compare/${COURIER}`);
  await expect(page.getByRole("region", { name: "Compare" })).toContainText("Compare needs two articles");
  await expect(page.getByRole("link", { name: "Choose articles" })).toHaveAttribute("href", "#/");
  await openRoom(page, `#/compare/${COURIER}+nowhere`);
  await expect(page.getByRole("region", { name: "Compare" })).toContainText("Not in this collection: nowhere");
  await expectAccessible(page);
});

test("on a phone each passage says whose it is", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openRoom(page, TWO);
  const row = page.getByRole("tabpanel").locator("ol.pairs > li").first();
  await expect(row.getByText("Lismore Courier")).toBeVisible();
  await expect(row.getByText("Westmark Post: reworded")).toBeVisible();
});

test("on paper all views stand one after the other, opened, with their figures and without a control", async ({ page }) => {
  await openRoom(page, THREE);
  await expect(page.getByRole("tab")).toHaveCount(6);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const name of VIEWS) await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await expect(page.getByText("Lismore Courier · 11 February 2031, inferred")).toBeVisible();
  await expect(page.getByText("Officials in Westmark").first()).toBeVisible();
  await expect(page.getByText("Winter plans for the harbour in Lismore were presented on 12 February.").first()).toBeVisible();
  const counted = page.getByRole("row", { name: /Coastal Council/ }).first();
  await expect(counted).toContainText("3");
  await expect(counted.getByText("3", { exact: true })).toBeVisible();
  for (const head of ["Name", "Log ratio"]) await expect(page.getByText(head, { exact: true }).first()).toBeVisible();
  const controls = await page.evaluate(() => {
    const root = document.querySelector("crossread-compare")?.shadowRoot;
    return [...(root?.querySelectorAll("button, input, select, .to") ?? [])].filter((one) => one.getBoundingClientRect().height > 0).map((one) => one.outerHTML);
  });
  expect(controls).toEqual([]);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByRole("tab")).toHaveCount(6);
  await expect(page.getByRole("tabpanel")).toHaveCount(1);
});

test("the open view alone can be printed", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => document.documentElement.setAttribute("data-printed", "")));
  await openRoom(page, `${THREE}?view=entities`);
  await page.getByRole("button", { name: "Print this view" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Entities"]);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByRole("tab", { name: "Entities" })).toHaveAttribute("aria-selected", "true");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(VIEWS);
});

test("on paper no row is held back", async ({ page }) => {
  await openRoom(page, `${TWO}?view=entities`);
  const rows = page.getByRole("group", { name: "Entities by article" }).locator("tbody tr");
  await expect(rows).toHaveCount(7);
  const limited = await page.evaluate(async () => {
    const room = /** @type {any} */ (document.querySelector("crossread-compare"));
    room.limit = room.rows = 3;
    await room.updateComplete;
    return room.shadowRoot.querySelectorAll(".counts tbody tr").length;
  });
  expect(limited).toBe(3);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(rows).toHaveCount(7);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/of 7/)).toHaveCount(0);
});

test("whole articles side by side: a passage leads to where the other has it, and into the address", async ({ page }) => {
  await openRoom(page, TWO);
  await page.getByRole("checkbox", { name: "Whole articles side by side" }).check();
  await expect(page).toHaveURL(/with=texts/);
  const [left, right] = [page.getByRole("group", { name: "Lismore Courier" }), page.getByRole("group", { name: "Westmark Post" })];
  await expect(left).toContainText("Ferries keep their timetable.");
  await expect(page.locator("svg.bands path")).toHaveCount(2);
  await expect.poll(() => page.locator("svg.bands path").first().getAttribute("d")).toMatch(/^M0 /);
  await left.getByRole("button", { name: "Passage 2, differs: to where it stands in Westmark Post" }).click();
  await expect(right.getByRole("button", { name: /^Passage 2/ })).toBeFocused();
  await expect(page).toHaveURL(/at=\d+-\d+/);
  await expect(page.locator("path.asked")).toHaveAttribute("data-band", "2");
  await expectAccessible(page);
  await page.reload();
  await expect(page.locator("path.asked")).toHaveAttribute("data-band", "2");
  await expect(left.locator(".asked")).toBeInViewport();
});

test("bands follow when one of the texts is scrolled", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 500 });
  await openRoom(page, `${TWO}?with=texts`);
  const band = page.locator("svg.bands path").first();
  await expect.poll(() => band.getAttribute("d")).toMatch(/^M0 /);
  const before = await band.getAttribute("d");
  await page.getByRole("group", { name: "Westmark Post" }).evaluate((text) => text.scrollBy(0, 40));
  await expect.poll(() => band.getAttribute("d")).not.toBe(before);
});

test("word by word, what was put in or left out is marked", async ({ page }) => {
  await openRoom(page, TWO);
  await expect(page.locator("mark.changed")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Word by word" }).check();
  await expect(page.locator("mark.changed").first()).toHaveText(/^The mayor said that/);
  await expect(page).toHaveURL(/with=diff/);
});

test("copied wording is shown, and left out of all counts where that is asked", async ({ page }) => {
  await openRoom(page, TWO);
  await page.getByText("Word for word the same").click();
  await expect(page.getByText("12 words · in Lismore Courier and Westmark Post · Lismore Courier had it first")).toBeVisible();
  await expect(page.getByRole("tab", { name: "Passages" })).toContainText("2");
  await page.getByRole("checkbox", { name: /^Without copied wording/ }).check();
  await expect(page).toHaveURL(/with=own/);
  await expect(page.getByRole("tab", { name: "Passages" })).toContainText("1");
  await page.getByRole("checkbox", { name: /^Without copied wording/ }).uncheck();
  await expect(page.getByRole("tab", { name: "Passages" })).toContainText("2");
});

test("what all others tell, and what is given to another", async ({ page }) => {
  await openRoom(page, THREE);
  await page.getByText("Told by all others, not by Westmark Post (13 Feb 2031)").click();
  await expect(page.getByText("The Coastal Council welcomed the decision on Wednesday.")).toBeVisible();
  await expect(page.locator(".summary")).toContainText(/Told by all but one: .* not by Westmark Post \(13 Feb 2031\).* All but .+ names? /);
  await openRoom(page, `${TWO}?view=quotes`);
  await expect(page.getByText("given to another: Ines Duarte / Per Holm")).toBeVisible();
});

test("a figure opens to the sentences that it counts", async ({ page }) => {
  await openRoom(page, `${TWO}?view=entities`);
  const figure = page.getByRole("button", { name: "2: Ines Duarte in Lismore Courier" });
  await figure.click();
  await expect(figure).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator("tr.places mark.differs")).toHaveText(["Mayor Ines Duarte", "The mayor"]);
  await expectAccessible(page);
  await figure.click();
  await expect(page.locator("tr.places")).toHaveCount(0);
});

test("on a phone the others' passages are folded into one article", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await openRoom(page, TWO);
  await expect(page.getByText("The port of Lismore remains open")).toBeHidden();
  await page.getByText("Westmark Post: reworded").click();
  await expect(page.getByText("The port of Lismore remains open")).toBeVisible();
  await expect(page).toHaveURL(/at=\d+-\d+/);
  await page.getByRole("combobox", { name: "Start from" }).selectOption({ label: "Westmark Post" });
  await expect(page.getByText("The port of Lismore remains open")).toBeVisible();
  await expect(page.getByText("The harbour of Lismore will stay open")).toBeHidden();
  await expect(page.getByRole("checkbox", { name: "Whole articles side by side" })).toHaveCount(0);
  await expectAccessible(page);
});

test("an opened pair has an address of its own to hand on", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openRoom(page, TWO);
  await page.getByText("0.71 · how").click();
  await page.getByRole("button", { name: "Copy link to this pair" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied." })).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/#\/compare\/.+at=\d+-\d+/);
  await expectAccessible(page);
});

test("where a copy is not allowed, that is said", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("not allowed")) } });
  });
  await openRoom(page, TWO);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copy the address line instead.")).toBeVisible();
});

test("an article in which a speaker says nothing stays blank, but is named to who cannot see it", async ({ page }) => {
  await openRoom(page, `${THREE}?view=quotes`);
  const silent = page.locator(".column", { hasText: "says nothing here" });
  await expect(silent).toHaveCount(1);
  await expect(silent.getByRole("heading", { name: "Westmark Post (13 Feb 2031)" })).toHaveClass("unseen");
});

test("what all others tell stands above the passages", async ({ page }) => {
  await openRoom(page, THREE);
  await expect(page.locator("details.only:has-text('Told by all others') ~ ol.pairs")).toHaveCount(1);
});
