// @ts-check
import { readFileSync } from "node:fs";
import { articles, expect, expectAccessible, matching, test } from "./page.js";

test("the library lists every article with a heading that links to it and a box to compare it", async ({ page }) => {
  await page.goto("./");
  const list = await articles(page);
  const count = await list.count();
  expect(count).toBeGreaterThan(1);
  expect(await matching(page)).toBe(count);
  for (const article of await list.all()) {
    const link = article.getByRole("heading").getByRole("link");
    const title = (await link.textContent()) ?? "";
    expect(await link.getAttribute("href")).toMatch(/^#\/article\/./);
    await expect(article.getByRole("checkbox", { name: `Compare ${title.trim()}` })).toBeVisible();
  }
});

test("on paper the list says what was searched for", async ({ page }) => {
  await page.goto("./#/?q=treaty");
  await articles(page);
  await expect(page.getByText("Search: treaty")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Search: treaty")).toBeVisible();
});

test("the bar of the hits stands above the tray, however many are chosen", async ({ page }) => {
  for (const width of [360, 900]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("./#/?q=treaty");
    const list = await articles(page);
    await list.nth(1).getByRole("checkbox").check();
    await list.first().getByRole("heading").getByRole("link").click();
    const bar = page.getByRole("group", { name: "Search hits" });
    await expect(bar).toBeInViewport();
    await expect(page.getByRole("button", { name: "Add this article to compare" })).toBeInViewport();
    const between = async () => {
      const [above, below] = [await bar.boundingBox(), await page.getByRole("region", { name: "To compare" }).boundingBox()];
      return above && below ? below.y - above.y - above.height : NaN;
    };
    await expect.poll(between, `at ${width} px`).toBeGreaterThanOrEqual(0);
    await page.goto("about:blank");
  }
});

test("the list's passage names who the list is narrowed to", async ({ page }) => {
  await page.goto("./#/?person=vladimir-putin");
  for (const article of await (await articles(page)).all()) await expect(article.locator(".snippet")).toContainText("Putin");
});

test("typing narrows the list, marks the hits, says how many match and stays in the address", async ({ page }) => {
  await page.goto("./");
  const all = await (await articles(page)).count();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search articles" })).toBeFocused();
  await page.keyboard.type("parliament");
  await expect(page).toHaveURL(/#\/\?q=parliament$/);
  await expect.poll(() => matching(page)).toBeLessThan(all);
  await expect(page.getByRole("status")).toHaveText(new RegExp(`of ${all} articles match`));
  const list = await articles(page);
  expect(await list.count()).toBe(await matching(page));
  await expect(list.first().locator("mark").first()).toHaveText(/parliament/i);

  // Escape closes the completions, then empties the field.
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  expect(await matching(page)).toBeLessThan(all);
  await page.keyboard.press("Escape");
  await expect.poll(() => matching(page)).toBe(all);
});

test("one search is one step back, and a copied address restores the view", async ({ page, context }) => {
  await page.goto("./");
  const all = await (await articles(page)).count();
  await page.getByRole("searchbox").fill("parliament");
  await expect(page).toHaveURL(/q=parliament$/);
  await expect.poll(() => matching(page)).toBeLessThan(all);
  const few = await matching(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect.poll(() => matching(other)).toBe(few);
  await expect(other.getByRole("searchbox")).toHaveValue("parliament");
  await other.close();

  await page.goBack();
  await expect.poll(() => matching(page)).toBe(all);
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await page.goForward();
  await expect.poll(() => matching(page)).toBe(few);
});

test("a facet's count is what choosing it leaves", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  for (const name of ["Sources", "Dates"]) {
    const group = page.getByRole("group", { name, exact: true });
    const box = group.getByRole("checkbox").first();
    const label = (await box.getAttribute("aria-label")) ?? "";
    const count = Number(/\((\d+)\)$/.exec(label)?.[1]);
    await box.check();
    await expect.poll(() => matching(page)).toBe(count);
    await expect(page).toHaveURL(name === "Sources" ? /source=/ : /year=/);
    await box.uncheck();
    await expect(page.getByRole("status")).not.toHaveText(/match/);
  }
});

test("a range of dates narrows the list", async ({ page }) => {
  await page.goto("./#/?from=2025-12");
  const list = await articles(page);
  await expect(page.getByRole("textbox", { name: "From" })).toHaveValue("2025-12");
  for (const article of await list.all()) await expect(article).toContainText("December 2025");
});

test("a query that cannot be understood is searched as words and said beneath the field", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  await page.getByRole("searchbox").fill('parliament "treaty');
  await expect(page.getByRole("search").locator("xpath=following-sibling::ul")).toBeVisible();
});

test("the ways to search are one key away, and Escape closes them first", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  const button = page.getByRole("button", { name: "How to search" });
  await button.press("Enter");
  await expect(page.getByText("both words, anywhere")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByText("both words, anywhere")).toBeHidden();
  await expect(button).toBeFocused();
});

test("the ways to search are the table of the documentation, and each can be tried", async ({ page }) => {
  const docs = readFileSync(new URL("../../docs/query.md", import.meta.url), "utf8");
  const rows = docs.split("\n").filter((line) => line.startsWith("| `"));
  const cells = rows.map((row) => row.replaceAll("`", "").split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()));
  await page.goto("./");
  await articles(page);
  const button = page.getByRole("button", { name: "How to search" });
  await button.click();
  await expect(page.locator("#ways dt")).toHaveText(cells.map(([written]) => written ?? ""));
  await expect(page.locator("#ways dd")).toHaveText(cells.map(([, meant]) => meant ?? ""));
  const ways = page.locator("#ways").getByRole("button");
  const count = await ways.count();
  expect(count).toBeGreaterThan(rows.length);
  for (const at of [0, 2, count - 1]) {
    const written = (await ways.nth(at).textContent()) ?? "";
    await ways.nth(at).click();
    await expect(page.getByRole("searchbox")).toHaveValue(written);
    await expect(page.getByRole("searchbox")).toBeFocused();
    await expect(page.locator("#ways")).toBeHidden();
    await button.click();
  }
});

test("nothing found says what to do next", async ({ page }) => {
  await page.goto("./#/?q=zzyzzxqq");
  await expect(page.getByRole("heading", { name: /No article matches/ })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(/^0 of \d+ articles match$/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Show all articles" }).click();
  await articles(page);
});

test("what is chosen stays in the tray, through rooms, until it is compared", async ({ page }) => {
  await page.goto("./");
  const list = await articles(page);
  await list.nth(0).getByRole("checkbox").check();
  await expect(page.getByRole("button", { name: /^Compare \d/ })).toHaveCount(0);
  await list.nth(1).getByRole("checkbox").check();
  const ids = await Promise.all(
    [0, 1].map(async (at) => (await list.nth(at).getByRole("heading").getByRole("link").getAttribute("href"))?.split("/").pop()),
  );
  await page.getByRole("link", { name: "Timeline" }).click();
  await page.getByRole("button", { name: "Compare 2" }).click();
  await expect(page).toHaveURL((url) => url.hash.startsWith(`#/compare/${ids.join("+")}`));
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#\/timeline/);
});

test("Escape leads one step back, focus goes to the new room's heading, and the title follows", async ({ page }) => {
  await page.goto("./#/?q=treaty");
  const link = (await articles(page)).first().getByRole("heading").getByRole("link");
  const title = ((await link.textContent()) ?? "").trim();
  await link.click();
  await expect(page).toHaveURL(/#\/article\//);
  await expect(page).toHaveTitle(new RegExp(title.slice(0, 20).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#\/\?q=treaty/);
  await expect((await articles(page)).first().getByRole("heading").getByRole("link")).toBeFocused();
});

test("coming back finds the list where it was left", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 500 });
  await page.goto("./");
  const link = (await articles(page)).last().getByRole("heading").getByRole("link");
  await link.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(0);
  await link.click();
  await expect(page).toHaveURL(/#\/article\//);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
  await page.waitForTimeout(300);
  await page.reload();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
});

test("on a phone the filters are a sheet, and the buttons are still there", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("./");
  await articles(page);
  await expect(page.getByRole("group", { name: "Sources" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Open your own articles" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("group", { name: "Sources" }).getByRole("checkbox").first().check();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Show \d+ article/ }).click();
  await expect(page.getByRole("button", { name: "Filter (1)" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 900, 1600]) {
    test(`axe finds nothing in the library: ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto("./#/?q=treaty");
      const list = await articles(page);
      await list.nth(0).getByRole("checkbox").check();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test("the first search is answered within 400 ms of navigation", async ({ page }) => {
  // The best of a few: other work on the machine is not what is measured.
  let best = Infinity;
  for (let round = 0; round < 12 && best > 400; round++) {
    await page.goto("about:blank");
    await page.goto("./#/?q=treaty", { waitUntil: "commit" });
    const took = await page.evaluate(async () => {
      const answered = () =>
        document.querySelector("crossread-explorer")?.shadowRoot?.querySelector("crossread-library")?.shadowRoot?.querySelector("article");
      while (!answered()) await new Promise((resolve) => setTimeout(resolve, 2));
      return performance.now();
    });
    best = Math.min(best, took);
  }
  console.log(`first search after ${Math.round(best)} ms`);
  expect(best).toBeLessThan(400);
});

test("no task on the page's thread takes longer than 50 ms", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { long: [] });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) /** @type {any} */ (window).long.push(duration);
    }).observe({ type: "longtask", buffered: true });
  });
  /** @type {number[]} */
  let long = [];
  // A task is timed by the clock: what else runs on the machine is in it, so a few rounds are granted.
  for (let round = 0; round < 4; round++) {
    await page.goto("about:blank");
    await page.goto("./");
    await articles(page);
    await page.getByRole("searchbox").pressSequentially("treaty");
    await page.getByRole("group", { name: "Sources" }).getByRole("checkbox").first().check();
    await articles(page);
    long = await page.evaluate(() => /** @type {any} */ (window).long);
    if (long.length === 0) break;
  }
  expect(long).toEqual([]);
});
