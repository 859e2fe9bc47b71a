// @ts-check
/** Sets of articles: what they tell of, and the words that set them apart. Over the page's own corpus and engine. */
import { expect, expectAccessible, test } from "./page.js";

test("articles by event, each event to be compared", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("link", { name: "By event" }).click();
  await expect(page).toHaveURL(/show=events/);
  const events = page.getByRole("list", { name: "Events" });
  await expect(events.locator("> li")).toHaveCount(2);
  await expect(page.getByText("2 events that two or more of these articles tell of")).toBeVisible();
  await expectAccessible(page);
  await events.getByRole("link", { name: /^Compare 2/ }).first().click();
  await expect(page.getByRole("region", { name: "Compare" })).toContainText("Avash News");
  await page.goto("./#/?source=Iran+Press&show=events");
  await expect(events.locator("> li")).toHaveCount(1);
  await page.goto("./#/?source=Avash+News&show=events");
  await expect(page.getByText("No two of these articles tell of the same event.")).toBeVisible();
});

test("the words of a filter against all others, and against another search", async ({ page }) => {
  await page.goto("./#/?source=Iran+Press");
  await page.getByRole("link", { name: "Words" }).click();
  await expect(page.getByText("3 articles here, 2 there")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Log ratio" })).toHaveAttribute("aria-sort", "descending");
  await expectAccessible(page);
  // A word that stands more often in the others has its ratio below zero.
  const more = page.getByRole("row").filter({ has: page.getByRole("cell", { name: /^−\d/ }) }).first().locator("small");
  await expect.poll(async () => {
    const [here = NaN, there = NaN] = (await more.allTextContents()).map((text) => Number(text.replace(",", "")));
    return here < there;
  }).toBe(true);
  await page.getByRole("searchbox", { name: "Against a search" }).fill("date:2025-12");
  await page.getByRole("button", { name: "Count" }).click();
  await expect(page).toHaveURL(/against=date%3A2025-12/);
  await expect(page.getByText("3 articles here, 2 there")).toBeVisible();
  const word = page.getByRole("table").getByRole("link").first();
  const term = await word.textContent();
  await word.click();
  await expect(page.getByRole("list", { name: "Matches in context" })).toContainText(new RegExp(term ?? "", "i"));
});

test("against a search that finds nothing, nothing stands out", async ({ page }) => {
  await page.goto("./#/?source=Iran+Press&show=words&against=xyzzy");
  await expect(page.getByText("No word stands out")).toBeVisible();
});
