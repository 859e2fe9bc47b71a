// @ts-check
import { articles as listed, expect, expectAccessible, test } from "./page.js";
import { articles } from "./rooms-fixture.js";
import { COURIER, POST, highlighted, openRoom } from "./rooms.js";

const READER = `#/article/${COURIER}`;

test("the text is there, unchanged, block by block", async ({ page }) => {
  for (const article of articles.filter(({ id }) => id !== "long")) {
    await openRoom(page, `#/article/${article.id}`);
    await expect(page.getByRole("heading", { level: 1, name: article.title })).toBeVisible();
    const shown = await page.locator("article [data-block]").evaluateAll((blocks) => blocks.map((block) => block.textContent));
    expect(shown).toEqual(article.blocks.map(({ start, end }) => article.text.slice(start, end)));
    await page.goto("about:blank");
  }
});

test("mentions are marks that the keyboard reaches and opens", async ({ page }) => {
  await openRoom(page, READER);
  const mark = page.locator('mark[data-entity="ines-duarte"]').first();
  await expect(mark).toHaveAttribute("data-kind", "person");
  await mark.focus();
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Ines Duarte" });
  await expect(card).toBeVisible();
  await expect(card).toBeFocused();
  await expect(card.getByRole("link", { name: "Ines Duarte" })).toHaveAttribute("href", "#/entity/ines-duarte");
  await expect(card).toContainText("1 of 2");
  await card.getByRole("button", { name: "Next mention" }).click();
  await expect(card).toContainText("2 of 2");
  await expect(card).toContainText("by office");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(page.locator("mark", { hasText: "The mayor" })).toBeFocused();
});

test("the card says how else it is written, in which role, and where else it stands", async ({ page }) => {
  await openRoom(page, READER);
  await page.locator('mark[data-entity="ines-duarte"]').first().click();
  const card = page.getByRole("dialog", { name: "Ines Duarte" });
  await expect(card).toContainText("“The mayor” in this article of 11 February 2031, inferred");
  await expect(card).toContainText("Duarte 2, Mayor Ines Duarte 1, The mayor 1");
  const other = card.getByRole("link", { name: /remain|port/i });
  await expect(other).toHaveAttribute("href", new RegExp(`^#/article/${POST}\\?at=`));
});

test("the keyboard leads from mention to mention, with the card and without", async ({ page }) => {
  await openRoom(page, READER);
  const marks = page.locator('mark[data-entity="ines-duarte"]');
  await marks.first().focus();
  await page.keyboard.press("n");
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press("n");
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press("p");
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Ines Duarte" });
  await expect(card).toContainText("1 of 2");
  await page.keyboard.press("ArrowRight");
  await expect(card).toContainText("2 of 2");
  await page.keyboard.press("p");
  await expect(card).toContainText("1 of 2");
  await page.keyboard.press("Escape");
  await expect(marks.first()).toBeFocused();
});

test("a search hit inside a quotation: both are there, and each can be switched off", async ({ page }) => {
  await openRoom(page, `#/article/${POST}?q=turned`);
  const group = page.getByRole("group", { name: "Highlight" });
  await expect.poll(() => highlighted(page, "crossread-hit")).toEqual(["turned"]);
  await expect(page.locator(".speech", { hasText: "turned" })).toHaveCount(1);
  await group.getByRole("checkbox", { name: "Quotes" }).uncheck();
  await expect(page.locator(".speech")).toHaveCount(0);
  await expect.poll(() => highlighted(page, "crossread-hit")).toEqual(["turned"]);
  await group.getByRole("checkbox", { name: "Search hits" }).uncheck();
  await expect.poll(() => highlighted(page, "crossread-hit")).toEqual([]);
});

test("on a phone the card leaves its mark in sight", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openRoom(page, READER);
  const mark = page.locator('mark[data-entity="ines-duarte"]').last();
  await mark.click();
  const card = page.getByRole("dialog", { name: "Ines Duarte" });
  await expect(card).toContainText("Elsewhere");
  const [below, above] = await Promise.all([mark.boundingBox(), card.boundingBox()]);
  expect((below?.y ?? 999) + (below?.height ?? 0)).toBeLessThanOrEqual(above?.y ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("a mention that is left open says so, and leads nowhere", async ({ page }) => {
  await openRoom(page, READER);
  await page.locator("mark.open").click();
  const card = page.getByRole("dialog");
  await expect(card).toContainText("leaves open who is meant");
  await expect(card.getByRole("link")).toHaveCount(0);
});

test("switches are the legend, and are remembered", async ({ page }) => {
  await openRoom(page, READER);
  const group = page.getByRole("group", { name: "Highlight" });
  await expect(group.getByRole("checkbox")).toHaveCount(8);
  await expect(group.getByRole("checkbox", { name: "Search hits" }), "without a search there is nothing to switch").toHaveCount(0);
  await expect(page.locator("time")).toHaveCount(0);
  await group.getByRole("checkbox", { name: "Dates" }).check();
  await expect(page.locator("time").first()).toHaveText("Tuesday");
  await group.getByRole("checkbox", { name: "Places" }).uncheck();
  await expect(page.locator('mark[data-kind="place"]')).toHaveCount(0);
  await page.reload();
  await expect(group.getByRole("checkbox", { name: "Places" })).not.toBeChecked();
  await expect(page.locator('mark[data-kind="person"]').first()).toBeVisible();
  await expect(page.locator('mark[data-kind="place"]')).toHaveCount(0);
});

test("the margin says who speaks, which day is meant, and who “the mayor” is", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openRoom(page, READER);
  const notes = page.getByRole("note");
  await expect(notes.filter({ hasText: "Tuesday" })).toContainText("11 February 2031");
  await expect(notes.filter({ hasText: "speaks" })).toContainText("Ines Duarte speaks, through “she told”");
  await expect(notes.filter({ hasText: "The mayor" }).first()).toContainText("named 2 paragraphs up");
  const boxes = await notes.evaluateAll((all) => all.map((note) => note.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
  for (let at = 1; at < boxes.length; at += 1) expect(boxes[at]?.top ?? 0).toBeGreaterThanOrEqual(boxes[at - 1]?.bottom ?? 0);
});

test("on a narrow screen notes open in place", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openRoom(page, READER);
  const note = page.getByRole("note").filter({ hasText: "Tuesday" });
  await expect(note).toBeHidden();
  await page.getByRole("button", { name: "1 note" }).first().click();
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Highlights and outline" }).click();
  await expect(page.getByRole("group", { name: "Highlight" })).toBeVisible();
});

test("hits of a search are painted, counted and gone through", async ({ page }) => {
  await openRoom(page, `${READER}?q=harbour`);
  const bar = page.getByRole("group", { name: "Search hits" });
  await expect(bar.getByRole("status")).toHaveText("1 of 2");
  await expect.poll(() => highlighted(page, "crossread-hit")).toEqual(["harbour", "harbour"]);
  await bar.getByRole("button", { name: "Next hit" }).click();
  await expect(bar.getByRole("status")).toHaveText("2 of 2");
  await bar.getByRole("button", { name: "Next hit" }).click();
  await expect(bar.getByRole("status")).toHaveText("1 of 2");
  await page.getByRole("checkbox", { name: "Search hits" }).uncheck();
  await expect.poll(() => highlighted(page, "crossread-hit")).toEqual([]);
  await page.getByRole("checkbox", { name: "Search hits" }).check();
  await page.getByRole("checkbox", { name: "People" }).uncheck();
  await expect.poll(() => highlighted(page, "crossread-hit")).toEqual(["harbour", "harbour"]);
  await expectAccessible(page);
});

test("an address leads to a passage", async ({ page }) => {
  const text = articles[0]?.text ?? "";
  const start = text.indexOf("Winter Regatta");
  await page.setViewportSize({ width: 900, height: 400 });
  await openRoom(page, `${READER}?at=${start}-${start + 14}`);
  await expect(page.locator('mark[data-entity="winter-regatta"]')).toBeInViewport();
  await expect.poll(() => highlighted(page, "crossread-at")).toEqual(["Winter Regatta"]);
});

test("what is not the article is set apart and named", async ({ page }) => {
  await openRoom(page, READER);
  await expect(page.getByRole("region", { name: "Related links of the publisher" })).toContainText("Storm closes coast road");
  await expect(page.getByRole("region", { name: "Beginning of another article" })).toContainText("lighthouse");
  await expect(page.getByRole("link", { name: "original" })).toHaveAttribute("href", "https://example.org/harbour");
});

test("markup in an article shows as text", async ({ page }) => {
  await openRoom(page, "#/article/harbour-notes");
  await expect(page.locator("article")).toContainText("<img src=x onerror=alert(1)>");
  await expect(page.locator("article img")).toHaveCount(0);
});

test("a name inside a quotation inside a search hit: each layer is there beside the others, and goes alone", async ({ page }) => {
  await page.goto("./#/?q=Araghchi");
  const link = (await listed(page)).first().getByRole("heading").getByRole("link");
  const article = (await link.getAttribute("href"))?.split("?")[0];
  await page.goto(`./${article}`);
  const name = page.locator(".speech mark[data-mention]").first();
  const words = (await name.textContent()) ?? "";
  await page.goto(`./${article}?q=${encodeURIComponent(`"${words}"`)}`);
  await expect(page.getByRole("group", { name: "Search hits" }).getByRole("status")).toContainText(" of ");
  const within = (/** @type {string} */ selector) => page.evaluate((inside) => [...(CSS.highlights.get("crossread-hit") ?? [])].some((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const root = /** @type {ShadowRoot} */ (range.startContainer.getRootNode());
    return [...root.querySelectorAll(inside)].some((element) => live.intersectsNode(element) && element.textContent?.includes(live.toString()));
  }), selector);
  await expect.poll(() => within(".speech mark[data-mention]")).toBe(true);
  const group = page.getByRole("group", { name: "Highlight" });
  await group.getByRole("checkbox", { name: "Quotes" }).uncheck();
  await expect(page.locator(".speech")).toHaveCount(0);
  await expect.poll(() => within("mark[data-mention]")).toBe(true);
  for (const kind of ["People", "Organizations", "Places", "Agreements", "Events"]) await group.getByRole("checkbox", { name: kind }).uncheck();
  await expect(page.locator("mark[data-mention]")).toHaveCount(0);
  await expect.poll(() => within("[data-block]")).toBe(true);
});

test("on paper the marks keep their lines, the notes stand below, and what is to be pressed is gone", async ({ page }) => {
  await openRoom(page, `${READER}?q=harbour`);
  await page.locator("mark[data-mention]").first().click();
  await page.emulateMedia({ media: "print" });
  const mark = page.locator('mark[data-kind="person"]').first();
  expect(await mark.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe("underline");
  expect(await mark.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
  expect(await page.locator("article").evaluate((element) => getComputedStyle(element, "::highlight(crossread-hit)").textDecorationLine)).toBe("overline");
  await expect(page.getByRole("note").first()).toBeVisible();
  await expect(page.locator(".card")).toBeHidden();
  await expect(page.getByRole("group", { name: "Highlight" })).toBeHidden();
});

test("an article written from right to left", async ({ page }) => {
  await openRoom(page, "#/article/farsi");
  await expect(page.locator("article")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("article")).toHaveAttribute("lang", "fa");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.locator("mark[data-mention]").first().click();
  await expect(page.getByRole("dialog", { name: "Lismore" })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});

test("a long article is written in parts, so that the page answers in between", async ({ page }) => {
  await openRoom(page, `#/article/${COURIER}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const counts = await page.evaluate(async () => {
    location.hash = "#/article/long";
    const root = document.querySelector("crossread-article")?.shadowRoot;
    const seen = /** @type {number[]} */ ([]);
    while ((seen.at(-1) ?? 0) < 900) {
      await new Promise((resolve) => setTimeout(resolve));
      const count = root?.querySelectorAll("[data-block]").length ?? 0;
      if (count !== seen.at(-1)) seen.push(count);
    }
    return seen;
  });
  const steps = counts.slice(1).map((count, at) => count - (counts[at] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(64);
  await page.getByRole("checkbox", { name: "Places" }).uncheck();
  await expect(page.locator('mark[data-kind="place"]')).toHaveCount(0);
  await expect(page.locator("article")).not.toHaveAttribute("aria-busy");
});

test("an article that is not there", async ({ page }) => {
  await openRoom(page, "#/article/none");
  await expect(page.getByRole("alert")).toContainText("no article “none”");
  await expect(page.getByRole("link", { name: "all articles" })).toBeVisible();
});
