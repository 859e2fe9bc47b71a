// @ts-check
/** Correcting entities, over the default corpus: everything that names one counts anew at once, and nothing is lost on the way. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { OWN, articles, expect, expectAccessible, matching, test } from "./page.js";

/** @typedef {import("@playwright/test").Page} Page */

const ARAGHCHI = "#/entity/abbas-araghchi";

/** @param {Page} page @param {string} entity */
async function openCorrecting(page, entity) {
  await page.goto(`./#/entity/${entity}`);
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(page.getByRole("dialog", { name: /^Correct / })).toBeVisible();
}

/** How many articles an entity is in, as the library's list says. @param {Page} page @param {string} filter */
async function inArticles(page, filter) {
  await page.goto(`./#/?${filter}`);
  await articles(page);
  return matching(page);
}

/** @param {Page} page @param {string} other */
async function mergeInto(page, other) {
  await page.getByText("It is the same as another").click();
  await page.getByRole("searchbox", { name: "Name of the other" }).fill(other);
  await page.getByRole("list", { name: "The same as" }).getByRole("button", { name: new RegExp(other) }).first().click();
}

/** @param {Page} page @param {string} name @param {string} text */
async function drop(page, name, text) {
  await page.evaluate(([title, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([/** @type {string} */ (content)], /** @type {string} */ (title), { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, [name, text]);
}

/** @param {Page} page @param {string} button @param {string} path */
async function download(page, button, path) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  await (await download).saveAs(path);
  return readFileSync(path, "utf8");
}

test("two that are one, by keyboard from a mark: facets, search, marks, page and comparison follow, and undo brings all back", async ({ page }) => {
  const both = await inArticles(page, `q=${encodeURIComponent("person:abbas-araghchi OR person:sergey-lavrov")}`);
  const before = await inArticles(page, "person=abbas-araghchi");
  const ids = await (await articles(page)).getByRole("heading").getByRole("link").evaluateAll((links) => links.slice(0, 2).map((link) => link.getAttribute("href")?.replace(/^#\/article\/|\?.*/g, "")));
  await page.goto(`./#/?person=sergey-lavrov`);
  await articles(page);
  const href = await (await articles(page)).first().getByRole("link").first().getAttribute("href");
  await page.goto(`./${href}`);
  await page.locator('mark[data-entity="sergey-lavrov"]').first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Sergey Lavrov" }).getByRole("button", { name: "Correct" }).press("Enter");
  await page.getByText("It is the same as another").press("Enter");
  await page.getByRole("searchbox", { name: "Name of the other" }).fill("araghchi");
  await page.getByRole("button", { name: /Abbas Araghchi/ }).press("Enter");
  await expect(page.getByText("“Sergey Lavrov” is the same as “Abbas Araghchi”.")).toBeVisible();
  await expect(page.locator('mark[data-entity="sergey-lavrov"]')).toHaveCount(0);
  await expect(page.locator('mark[data-entity="abbas-araghchi"]', { hasText: "Lavrov" }).first()).toBeVisible();
  await expect(page.locator('mark[data-entity="abbas-araghchi"]', { hasText: "Lavrov" }).first()).toBeFocused();

  expect(await inArticles(page, "person=abbas-araghchi")).toBe(both);
  expect(await inArticles(page, "q=person:lavrov")).toBe(both);
  await expect(page.getByRole("group", { name: "People" }).getByRole("checkbox", { name: /Lavrov/ })).toHaveCount(0);
  await page.goto(`./${ARAGHCHI}`);
  await expect(page.getByRole("definition").filter({ hasText: "Lavrov" }).first()).toBeVisible();
  await page.goto(`./#/compare/${ids.join("+")}?view=entities`);
  const compared = page.getByRole("region", { name: "Compare" });
  await expect(compared.getByText("Abbas Araghchi").first()).toBeVisible();
  await expect(compared.getByText("Sergey Lavrov")).toHaveCount(0);

  await page.getByRole("button", { name: "Corrections (1)" }).click();
  const address = page.url();
  await page.getByRole("button", { name: /^Undo: “Sergey Lavrov”/ }).press("Enter");
  await expect(page.getByText("Nothing is corrected in this collection.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(page.url()).toBe(address);
  await expect(page.getByRole("button", { name: /^Corrections/ })).toHaveCount(0);
  expect(await inArticles(page, "person=abbas-araghchi")).toBe(before);
  expect(await inArticles(page, "q=person:lavrov")).toBeLessThan(both + 1);
});

test("another name, another kind, no name at all", async ({ page }) => {
  await openCorrecting(page, "abbas-araghchi");
  await page.getByText("It has another name").click();
  await page.getByLabel("Name", { exact: true }).fill("Abbas A. Araghchi");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Abbas A. Araghchi" })).toBeVisible();
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await page.getByText("It is of another kind").click();
  await page.getByLabel("Kind").first().selectOption("organization");
  await page.getByRole("button", { name: "Change the kind" }).click();
  await expect(page.getByText("“Abbas A. Araghchi” is an organization.")).toBeVisible();
  await page.goto("./#/");
  await expect(page.getByRole("group", { name: "Organizations" }).getByRole("checkbox", { name: /^Abbas A. Araghchi/ })).toBeVisible();
  await expect(page.getByRole("group", { name: "People" }).getByRole("checkbox", { name: /Araghchi/ })).toHaveCount(0);

  await openCorrecting(page, "abbas-araghchi");
  await page.getByText("It is no name").click();
  await page.getByRole("button", { name: "Leave it unmarked" }).click();
  await expect(page.getByRole("list", { name: "Articles", exact: true })).toBeVisible();
  await page.goto("./#/?q=Araghchi");
  await (await articles(page)).first().getByRole("link").first().click();
  await expect(page.locator("article")).toContainText("Araghchi");
  await expect(page.locator("mark[data-mention]").first()).toBeVisible();
  await expect(page.locator("mark[data-mention]", { hasText: "Araghchi" })).toHaveCount(0);
  await page.getByRole("button", { name: "Corrections (3)" }).click();
  await page.getByRole("button", { name: "Undo all" }).click();
  await expect(page.locator("mark[data-mention]", { hasText: "Araghchi" }).first()).toBeAttached();
});

test("a part of it is somebody else; the browser keeps it, and the file carries it elsewhere", async ({ page, browser, baseURL }, info) => {
  await openCorrecting(page, "abbas-araghchi");
  await page.getByText("Some of it is somebody or something else").click();
  const form = page.getByRole("group", { name: "Where it is written" });
  await form.getByRole("checkbox", { name: /the Foreign Minister/i }).first().check();
  await page.getByLabel("Name of the other").last().fill("Somebody Else");
  await page.getByRole("button", { name: "Split off" }).click();
  await expect(page.getByText(/is “Somebody Else”\./)).toBeVisible();
  await page.goto("./#/entity/somebody-else");
  await expect(page.getByRole("heading", { level: 1, name: "Somebody Else" })).toBeVisible();
  const mentions = await page.getByText(/mentions? in \d+ article/).textContent();

  await page.reload();
  await expect(page.getByRole("button", { name: "Corrections (1)" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Somebody Else" })).toBeVisible();
  await page.getByRole("button", { name: "Corrections (1)" }).click();
  const text = await download(page, "Download corrections", info.outputPath("corrections.json"));
  const toml = await download(page, "Save as entities.toml", info.outputPath("entities.toml"));
  expect(JSON.parse(text).corrections).toHaveLength(1);
  expect(toml).toContain('[[entity]]\nid = "abbas-araghchi"');
  expect(toml).toContain('[[correction]]\nchange = "split"\nentity = "abbas-araghchi"');

  const elsewhere = await (await browser.newContext({ baseURL })).newPage();
  await elsewhere.goto("./");
  await articles(elsewhere);
  const file = JSON.parse(text);
  file.corrections.push({ change: "merge", entity: "nobody-here", into: "abbas-araghchi" });
  await drop(elsewhere, "corrections.json", JSON.stringify(file));
  await expect(elsewhere.getByText("1 correction loaded, 1 does not apply here.")).toBeVisible();
  await elsewhere.goto("./#/entity/somebody-else");
  await expect(elsewhere.getByText(mentions ?? "?")).toBeVisible();
  await elsewhere.getByRole("button", { name: "Corrections (2)" }).click();
  await expect(elsewhere.getByText("not applied: there is no `nobody-here` here")).toBeVisible();
  await elsewhere.close();
});

test("a page that is published carries the corrections, and opens without a network", async ({ page, context }, info) => {
  await openCorrecting(page, "sergey-lavrov");
  await mergeInto(page, "Abbas Araghchi");
  await expect(page.getByRole("heading", { level: 1, name: "Abbas Araghchi" })).toBeVisible();
  const path = info.outputPath("corrected.html");
  await download(page, "Publish", path);
  await context.setOffline(true);
  const opened = await context.newPage();
  await opened.goto(`${pathToFileURL(path).href}#/entity/abbas-araghchi`);
  await expect(opened.getByRole("definition").filter({ hasText: "Lavrov" }).first()).toBeVisible();
  await expect(opened.getByRole("button", { name: /^Corrections/ })).toHaveCount(0);
  await opened.getByRole("button", { name: "Correct", exact: true }).click();
  await opened.getByText("It has another name").click();
  await opened.getByLabel("Name", { exact: true }).fill("A. A.");
  await opened.keyboard.press("Enter");
  await expect(opened.getByRole("heading", { level: 1, name: "A. A." })).toBeVisible();
});

test("one's own articles: corrections are there again when the same files are opened again, and not with others", async ({ page }) => {
  const open = async (/** @type {typeof OWN} */ files) => {
    await page.getByRole("button", { name: "Open your own articles" }).click();
    await page.getByLabel("Files").setInputFiles(files);
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect.poll(() => matching(page)).toBe(files.length);
  };
  await page.goto("./");
  await articles(page);
  await open(OWN);
  const entity = await page.evaluate(async () => {
    const { client } = /** @type {any} */ (document.querySelector("crossread-explorer"));
    const found = await Promise.all(["person", "organization", "place"].map((kind) => client.values({}, kind, "", {})));
    return found.flat()[0].value;
  });
  await page.goto(`./#/entity/${entity}`);
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await page.getByText("It has another name").click();
  await page.getByLabel("Name", { exact: true }).fill("Harbour of Somewhere");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Harbour of Somewhere" })).toBeVisible();

  await page.goto("./#/");
  await page.reload();
  await articles(page);
  await expect(page.getByRole("button", { name: /^Corrections/ })).toHaveCount(0);
  await open(OWN.slice(0, 2));
  await expect(page.getByRole("button", { name: /^Corrections/ })).toHaveCount(0);
  await open(OWN);
  await expect(page.getByRole("button", { name: "Corrections (1)" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Harbour of Somewhere/ })).toBeVisible();
});

test("entities.toml by itself: names of the articles at hand, what it changed, and undone", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  const before = await page.getByRole("group", { name: "Organizations" }).getByRole("checkbox").count();
  const toml = '[[entity]]\nid = "the-roadmap"\nkind = "event"\nname = "Strategic Roadmap"\nalso = ["roadmap"]\n\n[[correction]]\nchange = "rename"\nentity = "sergey-lavrov"\nname = "S. Lavrov"\n';
  await drop(page, "names.toml", toml);
  const notice = page.locator(".notice");
  await expect(notice).toHaveText(/^names\.toml: 1 name new or changed, 1 correction loaded; \d+ mentions in \d+ articles read otherwise than before\. Undo$/);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("group", { name: "Events" }).getByRole("checkbox", { name: /^Strategic Roadmap/ })).toBeVisible();
  await expect(page.getByRole("group", { name: "People" }).getByRole("checkbox", { name: /^S\. Lavrov/ })).toBeVisible();
  await page.getByRole("button", { name: "Corrections (2)" }).click();
  await expect(page.getByText("Names from names.toml")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await drop(page, "names.toml", toml);
  await expect(notice).toHaveText(/^names\.toml: 0 corrections loaded, 1 there already; no mention read otherwise than before\./);
  await drop(page, "names.toml", toml.replace("Strategic Roadmap", "Later Roadmap"));
  await expect(page.getByRole("group", { name: "Events" }).getByRole("checkbox", { name: /^Later Roadmap/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("group", { name: "Events" }).getByRole("checkbox", { name: /^Strategic Roadmap/ })).toBeVisible();

  await page.getByRole("button", { name: "Corrections (2)" }).click();
  await page.getByRole("button", { name: "Undo: names from files" }).click();
  await expect(page.getByText("Names from names.toml")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("group", { name: "Events" }).getByRole("checkbox", { name: /Roadmap/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Corrections (1)" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Organizations" }).getByRole("checkbox")).toHaveCount(before);
});

test("entities.toml with something wrong: the line is named, the rest counts", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  await drop(page, "names.toml", '[[entity]]\nkind = "persno"\nname = "Nobody"\n\n[[entity]]\nkind = "event"\nname = "Moscow Roadmap"\nalso = ["roadmap"]\n');
  const dialog = page.getByRole("dialog", { name: "Open your own articles" });
  await expect(dialog.getByRole("list", { name: "Problems" })).toContainText("names.toml:2: unknown kind “persno” of “Nobody”");
  await expect(dialog.getByRole("alert")).toContainText("names.toml: 1 name new or changed");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("group", { name: "Events" }).getByRole("checkbox", { name: /^Moscow Roadmap/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("group", { name: "Events" }).getByRole("checkbox", { name: /^Moscow Roadmap/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Corrections/ })).toHaveCount(0);

  await drop(page, "names.toml", '[[entity]]\nkind = "person"\nname = "Nobody');
  await expect(dialog.getByRole("list", { name: "Problems" })).toContainText("names.toml:3: invalid basic string, expected “\"”");
  await expect(dialog.getByRole("alert")).toContainText("names.toml holds nothing that is new here.");
});

test("entities.toml beside one's own articles is read with them", async ({ page }) => {
  await page.goto("./");
  await articles(page);
  const toml = '[[entity]]\nkind = "organization"\nname = "Brenholm Ferries"\nalso = ["The ferry"]\n[[correction]]\nchange = "rename"\nentity = "brenholm"\nname = "Town of Brenholm"\n';
  await page.getByRole("button", { name: "Open your own articles" }).click();
  await page.getByLabel("Files").setInputFiles([...OWN, { name: "entities.toml", mimeType: "application/toml", buffer: Buffer.from(toml) }, { name: "corpus.toml", mimeType: "application/toml", buffer: Buffer.from('title = "Ferry news"\n') }]);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("group", { name: "Organizations" }).getByRole("checkbox", { name: "Brenholm Ferries (2)" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Town of Brenholm/ })).toBeVisible();
  await expect(page.getByText("Ferry news").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Corrections (1)" })).toBeVisible();
});

test("what cannot be done is said, and nothing is kept of it", async ({ page }) => {
  await openCorrecting(page, "abbas-araghchi");
  await page.getByText("Some of it is somebody or something else").click();
  await page.getByLabel("Name of the other").last().fill("Somebody Else");
  await page.getByRole("button", { name: "Split off" }).click();
  await expect(page.getByText("Choose a spelling or an article first.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Correct", exact: true })).toBeFocused();
  await expect(page).toHaveURL(/#\/entity\/abbas-araghchi/);
  await expect(page.getByRole("button", { name: /^Corrections/ })).toHaveCount(0);
});

test.describe("where the part that corrects is missing", () => {
  test.use({ allowed: [/Failed to load resource/] });

  test("it is said; what was kept stays kept, and is applied once it is there again", async ({ page }) => {
    await openCorrecting(page, "abbas-araghchi");
    await page.getByText("It has another name").click();
    await page.getByLabel("Name", { exact: true }).fill("A. Araghchi");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "A. Araghchi" })).toBeVisible();
    await page.route("**/correction.wasm", (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Abbas Araghchi" })).toBeVisible();
    await page.getByRole("button", { name: "Corrections (1)" }).click();
    await expect(page.getByText(/not applied: The part of the page that corrects names could not be loaded/)).toBeVisible();
    await page.unroute("**/correction.wasm");
    await page.keyboard.press("Escape");
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "A. Araghchi" })).toBeVisible();
  });
});

test("correcting is accessible and fits 360 px, in light and dark", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openCorrecting(page, "abbas-araghchi");
    for (const way of ["It has another name", "It is of another kind", "It is the same as another", "Some of it is somebody or something else", "It is no name"]) {
      await page.getByText(way).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
    await page.getByText("Some of it is somebody or something else").click();
    await expectAccessible(page);
    await page.getByText("It has another name").click();
    await page.getByLabel("Name", { exact: true }).fill(`Araghchi in ${colorScheme}`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: `Araghchi in ${colorScheme}` })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Corrections \(/ })).toBeVisible();
    const [rooms, acts] = await Promise.all([page.getByRole("navigation", { name: "Rooms" }).boundingBox(), page.locator(".acts").boundingBox()]);
    expect(acts?.y).toBeGreaterThanOrEqual((rooms?.y ?? 999) + (rooms?.height ?? 0));
    await page.getByRole("button", { name: /^Corrections \(/ }).click();
    await expect(page.getByRole("dialog", { name: "Corrections" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
});
