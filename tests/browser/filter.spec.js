// @ts-check
/** Finding among many articles: completions, facets, dates, matches in context. Over invented articles and no engine. */
import { articles, expect, expectAccessible, matching, test } from "./page.js";
import { openLibrary } from "./rooms.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page */
function field(page) {
  return page.getByRole("searchbox", { name: "Search articles" });
}

test.describe("completions", () => {
  test("come as one types, with kind and count, and go by arrow and Enter into the query", async ({ page }) => {
    await openLibrary(page);
    await articles(page);
    await field(page).pressSequentially("harb");
    const options = page.getByRole("listbox", { name: "Completions" }).getByRole("option");
    await expect(options.first()).toHaveAccessibleName(/^harbour, word, \d+ articles$/);
    await expect(options.nth(1)).toHaveAccessibleName("Harbour 01, place, 3 articles");
    await expectAccessible(page);
    await page.keyboard.press("ArrowDown");
    await expect(options.first()).toHaveAttribute("aria-selected", "true");
    await expect(field(page)).toHaveAttribute("aria-activedescendant", "completion-0");
    await page.keyboard.press("Enter");
    await expect(field(page)).toHaveValue("harbour");
    await expect(options).toHaveCount(0);
    await expect(page).toHaveURL(/#\/\?q=harbour$/);
    await expect(field(page)).toBeFocused();
  });

  test("only the word under the caret is completed", async ({ page }) => {
    await openLibrary(page, "#/?q=storm+ferry");
    await articles(page);
    await field(page).press("Home");
    await field(page).pressSequentially("qua");
    await page.getByRole("option", { name: /^quay, word/ }).click();
    await expect(field(page)).toHaveValue("quaystorm ferry");
    expect(await field(page).evaluate((input) => /** @type {HTMLInputElement} */ (input).selectionStart)).toBe(4);
  });

  test("typing and Enter go their way without them", async ({ page }) => {
    await openLibrary(page);
    await articles(page);
    await field(page).pressSequentially("ferr");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(field(page)).toHaveValue("ferr");
    await expect.poll(() => matching(page)).toBeLessThan(200);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(field(page)).toHaveValue("ferr");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "How to search" })).toBeFocused();
  });

  test("the arrows go round, and a press outside closes the list", async ({ page }) => {
    await openLibrary(page);
    await articles(page);
    await field(page).pressSequentially("harb");
    const options = page.getByRole("option");
    await expect(options.first()).toBeVisible();
    const count = await options.count();
    await page.keyboard.press("ArrowUp");
    await expect(options.nth(count - 1)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("[aria-selected=true]")).toHaveCount(0);
    await page.getByRole("heading", { level: 2 }).last().click({ position: { x: 300, y: 5 }, force: true });
    await expect(options).toHaveCount(0);
  });
});

test("a word that is still being typed lists what it may become", async ({ page }) => {
  await openLibrary(page);
  await articles(page);
  await field(page).pressSequentially("ferryma");
  await expect(page.getByText("these have words that begin so")).toBeVisible();
  const list = await articles(page);
  await expect(list.first().locator("mark").first()).toHaveText("ferryman");
  expect(await list.first().getByRole("heading").getByRole("link").getAttribute("href")).toMatch(/\?q=ferryma\*$/);
  await expect(page).toHaveURL(/q=ferryma$/);
  await field(page).pressSequentially("n");
  await expect(page.getByText("these have words that begin so")).toHaveCount(0);
  await articles(page);
});

test("a query without hits offers what may have been meant", async ({ page }) => {
  await openLibrary(page, "#/?q=fery");
  await expect(page.getByText("Did you mean ferry?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "ferry" }).click();
  await expect(field(page)).toHaveValue("ferry");
  await articles(page);
});

test.describe("facets", () => {
  test("a value is kept out by its “not”, by key, and brought back by its chip", async ({ page }) => {
    await openLibrary(page);
    await articles(page);
    const all = await matching(page);
    const sources = page.getByRole("group", { name: "Sources", exact: true });
    const box = sources.getByRole("checkbox", { name: /^Coast Wire/ });
    const count = Number(/\((\d+)\)/.exec((await box.getAttribute("aria-label")) ?? "")?.[1]);
    await box.focus();
    await page.keyboard.press("Tab");
    await expect(sources.getByRole("button", { name: "Exclude Coast Wire" })).toBeFocused();
    await page.keyboard.press("Space");
    await expect.poll(() => matching(page)).toBe(all - count);
    await expect(page).toHaveURL(/not-source=Coast\+Wire/);
    await expect(sources.getByRole("button", { name: "Exclude Coast Wire" })).toHaveAttribute("aria-pressed", "true");
    await expect(box).not.toBeChecked();
    await expectAccessible(page);
    await box.check();
    await expect.poll(() => matching(page)).toBe(count);
    await page.getByRole("list", { name: "Chosen" }).getByRole("button", { name: "Remove Coast Wire (Sources)" }).click();
    await expect.poll(() => matching(page)).toBe(all);
  });

  test("several values of one facet widen, and all are cleared at once", async ({ page }) => {
    await openLibrary(page, "#/?source=Coast+Wire");
    await articles(page);
    const one = await matching(page);
    await page.getByRole("group", { name: "Sources" }).getByRole("checkbox", { name: /^Sund Herald/ }).check();
    await expect.poll(() => matching(page)).toBeGreaterThan(one);
    await expect(page.getByRole("list", { name: "Chosen" }).getByRole("listitem")).toHaveCount(3);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(page.getByRole("list", { name: "Chosen" })).toHaveCount(0);
  });

  test("a long facet is opened, searched, and folded again", async ({ page }) => {
    await openLibrary(page, "", 2000);
    await articles(page);
    const places = page.getByRole("group", { name: "Places", exact: true });
    await expect(places.getByRole("checkbox")).toHaveCount(8);
    await places.getByRole("button", { name: "Show more: Places" }).click();
    await expect(places.getByRole("checkbox")).toHaveCount(40);
    await places.getByRole("textbox", { name: "Search within: Places" }).fill("harbour 07");
    await expect(places.getByRole("checkbox")).toHaveCount(1);
    await expectAccessible(page);
    await places.getByRole("checkbox", { name: /^Harbour 07/ }).check();
    await expect(page).toHaveURL(/place=harbour-07/);
    await expect(page.getByRole("button", { name: "Remove Harbour 07 (Places)" })).toBeVisible();
    await places.getByRole("textbox").press("Escape");
    await places.getByRole("textbox").press("Escape");
    await expect(places.getByRole("textbox")).toHaveCount(0);
    await expect(places.getByRole("checkbox", { name: /^Harbour 07/ })).toBeChecked();
  });
});

test.describe("the dates", () => {
  test("are brushed over, step once in the history, and are cleared", async ({ page }) => {
    await openLibrary(page);
    await articles(page);
    const all = await matching(page);
    const plot = page.getByRole("figure", { name: "Articles by date" }).locator(".plot");
    const { x, y, width } = /** @type {{x: number, y: number, width: number}} */ (await plot.boundingBox());
    const at = (/** @type {number} */ bin) => x + ((bin + 0.5) / 36) * width;
    await page.mouse.move(at(6), y + 20);
    await page.mouse.down();
    for (let bin = 7; bin <= 12; bin++) await page.mouse.move(at(bin), y + 20);
    await page.mouse.up();
    await expect(page).toHaveURL(/from=2022-07&to=2023-01/);
    await expect.poll(() => matching(page)).toBeLessThan(all / 3);
    await expect(page.getByRole("textbox", { name: "From" })).toHaveValue("2022-07");
    await page.getByRole("button", { name: "Remove July 2022 – January 2023 (Dates)" }).click();
    await expect.poll(() => matching(page)).toBe(all);
    await page.goBack();
    await expect(page).toHaveURL(/from=2022-07&to=2023-01/);
    await page.goBack();
    await expect(page).not.toHaveURL(/from=/);
  });

  test("are narrowed by two sliders that say their date", async ({ page }) => {
    await openLibrary(page);
    await articles(page);
    const first = page.getByRole("slider", { name: "Earliest date" });
    const last = page.getByRole("slider", { name: "Latest date" });
    await expect(first).toHaveAttribute("aria-valuetext", /^January 2022, \d+ matches$/);
    await first.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
    await expect(first).toHaveAttribute("aria-valuetext", /^April 2022/);
    await last.focus();
    await page.keyboard.press("Home");
    await expect(page).toHaveURL(/from=2022-04&to=2022-04/);
    await expectAccessible(page);
  });

  test("go from right to left where the page does", async ({ page }) => {
    await openLibrary(page);
    await articles(page);
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    const plot = page.getByRole("figure", { name: "Articles by date" }).locator(".plot");
    const box = /** @type {{x: number, y: number, width: number}} */ (await plot.boundingBox());
    await page.mouse.click(box.x + box.width - 12, box.y + 20);
    await expect(page).toHaveURL(/from=|to=2022-01/);
    await expect(page).toHaveURL(/to=2022-01/);
  });
});

test.describe("matches in context", () => {
  test("stand one below the other, match in the middle, and lead to their place", async ({ page }) => {
    await page.setViewportSize({ width: 1600, height: 900 });
    await openLibrary(page, "#/?q=quay");
    await articles(page);
    await page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "In context" }).click();
    await expect(page).toHaveURL(/show=context/);
    const lines = page.getByRole("list", { name: "Matches in context" });
    const marks = lines.locator("mark");
    await expect(marks.first()).toHaveText("quay");
    const centres = await marks.evaluateAll((all) => all.map((mark) => {
      const { left, width } = mark.getBoundingClientRect();
      return Math.round(left + width / 2);
    }));
    expect(Math.max(...centres) - Math.min(...centres)).toBeLessThanOrEqual(1);
    await expectAccessible(page);
    const link = lines.locator("a.line").first();
    const href = (await link.getAttribute("href")) ?? "";
    expect(href).toMatch(/^#\/article\/a-\d+\?q=quay&at=\d+-\d+$/);
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goBack();
    await expect(lines.locator(`a[href="${href}"]`)).toBeFocused();
  });

  test("are ordered by the word before or after", async ({ page }) => {
    await openLibrary(page, "#/?q=office&show=context");
    const lines = page.getByRole("list", { name: "Matches in context" });
    await expect(lines.locator("mark").first()).toBeVisible();
    await page.getByRole("link", { name: "word before" }).click();
    await expect(page).toHaveURL(/order=left/);
    const before = async () => (await lines.locator(".left").allTextContents()).map((text) => text.trim().split(" ").at(-1) ?? "");
    await expect.poll(async () => { const words = await before(); return words.join() === [...words].sort().join(); }).toBe(true);
    await expect(page.getByRole("link", { name: "word before" })).toHaveAttribute("aria-current", "true");
  });

  test("read in their own order and fit a phone", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    await openLibrary(page, "#/?q=ferry&show=context");
    const line = page.getByRole("list", { name: "Matches in context" }).getByRole("listitem").first();
    await expect(line).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const arabic = page.locator("a.line[lang=ar]").first();
    await expect(arabic).toHaveAttribute("dir", "rtl");
    await expect(arabic).toHaveText(/قال المتحدث إن العبارة ferry عادت/);
  });

  test("of one article stand above its text", async ({ page }) => {
    await openLibrary(page, "#/?q=ferry+quay");
    await (await articles(page)).first().getByRole("heading").getByRole("link").click();
    await page.getByRole("link", { name: "All matches in context" }).click();
    const region = page.getByRole("region", { name: "All matches in context" });
    await expect(region).toBeFocused();
    await expect(region.getByRole("listitem").first()).toBeVisible();
    await expectAccessible(page);
    await region.locator("a.line").last().click();
    await expect(region).toHaveCount(0);
    await expect(page).toHaveURL(/q=ferry\+quay&at=\d+-\d+$/);
    await page.goBack();
    await expect(region).toBeVisible();
  });
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 900, 1600]) {
    test(`axe finds nothing with everything open: ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      await openLibrary(page, "#/?q=ferry&source=Coast+Wire&not-place=harbour-04&from=2022-06&to=2023-02", 2000);
      await articles(page);
      if (width < 600) await page.getByRole("button", { name: /^Filter/ }).click();
      await page.getByRole("button", { name: "Show more: Places" }).click();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
