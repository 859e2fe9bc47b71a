// @ts-check
import { articles, expect, expectAccessible, OWN, test } from "./page.js";

test.use({ allowed: [/404|Failed to load resource/] });

/** @typedef {(body: Buffer) => {status?: number, contentType?: string, body: Buffer | string}} Change */
/** @type {{name: string, change: Change, says: RegExp, runs: boolean}[]} */
const cases = [
  {
    name: "no file",
    change: () => ({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }),
    says: /crossread\.wasm.*404/,
    runs: false,
  },
  {
    name: "a page instead of the file",
    change: () => ({ contentType: "text/html", body: "<!doctype html><title>Welcome</title>" }),
    says: /sent a page instead of crossread\.wasm/,
    runs: false,
  },
  { name: "an empty file", change: () => ({ body: "" }), says: /cut short after 0 bytes/, runs: false },
  { name: "the engine cut short", change: (body) => ({ body: body.subarray(0, 2000) }), says: /cut short after 2000/, runs: false },
  {
    name: "the corpus cut short",
    change: (body) => ({ body: body.subarray(0, body.length - 1000) }),
    says: /crossread\.wasm is cut short after \d+ bytes/,
    runs: true,
  },
  { name: "an altered corpus", change: (body) => ({ body: altered(body) }), says: /could not be opened: .*section/, runs: true },
];

/** @param {Buffer} body */
function altered(body) {
  const copy = Buffer.from(body);
  for (let at = copy.length - 3000; at < copy.length; at += 7) copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

for (const { name, change, says, runs } of cases) {
  test(`${name}: says what happened, what still works and the way out`, async ({ page }) => {
    let broken = true;
    await page.route("**/crossread.wasm", async (route) => {
      if (!broken) return route.continue();
      const response = await route.fetch();
      await route.fulfill({ contentType: "application/wasm", ...change(await response.body()) });
    });
    await page.goto("./");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(says);
    await expect(alert.getByRole("button", { name: "Read your own instead" })).toHaveCount(runs ? 1 : 0);
    await expectAccessible(page);

    broken = false;
    await alert.getByRole("button", { name: "Try again" }).click();
    await articles(page);
  });
}

test("an engine whose script is missing: says so, and begins anew", async ({ page }) => {
  let broken = true;
  await page.route("**/worker.js", (route) => (broken ? route.fulfill({ status: 404, body: "" }) : route.continue()));
  await page.goto("./");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("its script could not be loaded");
  broken = false;
  await alert.getByRole("button", { name: "Try again" }).click();
  await articles(page);
});

test("own articles can be read where the corpus is damaged", async ({ page }) => {
  await page.route("**/crossread.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ contentType: "application/wasm", body: altered(await response.body()) });
  });
  await page.goto("./");
  await page.getByRole("button", { name: "Read your own instead" }).click();
  await page.getByLabel("Files", { exact: true }).setInputFiles(OWN);
  await expect(await articles(page)).toHaveCount(3);
});

/** @type {{name: string, change: Change, says: RegExp}[]} */
const models = [
  { name: "missing", change: () => ({ status: 404, body: "" }), says: /read by rules alone.*404/ },
  { name: "cut short", change: (body) => ({ body: body.subarray(0, 2000) }), says: /read by rules alone.*damaged/ },
  { name: "altered", change: (body) => ({ body: altered(body) }), says: /read by rules alone.*damaged/ },
];

for (const { name, change, says } of models) {
  test(`a model of names that is ${name}: nothing waits for it, own articles are read by rules, and said so, until it is there`, async ({ page }) => {
    let [asked, broken] = [0, true];
    await page.route("**/names.crossread-model", async (route) => {
      asked++;
      const response = await route.fetch();
      await route.fulfill({ contentType: "application/octet-stream", body: await response.body(), ...(broken ? change(await response.body()) : {}) });
    });
    await page.goto("./");
    await articles(page);
    expect(asked).toBe(0);

    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Open your own articles" }).click();
    await page.getByLabel("Files", { exact: true }).setInputFiles(OWN);
    await expect(page.getByRole("list", { name: "Problems" })).toContainText(says);
    await expect(dialog.getByRole("alert")).toContainText("3 articles read");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Show the articles" }).click();
    await expect(await articles(page)).toHaveCount(3);
    expect(asked).toBe(1);

    broken = false;
    await page.getByRole("button", { name: "Open your own articles" }).click();
    await page.getByLabel("Files", { exact: true }).setInputFiles(OWN);
    await expect(dialog).toBeHidden();
    await expect(await articles(page)).toHaveCount(3);
    expect(asked).toBe(2);
  });
}

test("an engine without a corpus says that there are no articles yet and offers to read some", async ({ page }) => {
  await page.route("**/crossread.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ contentType: "application/wasm", body: withoutCorpus(await response.body()) });
  });
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "No articles here yet" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish" })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Choose files" }).click();
  await page.getByLabel("Files", { exact: true }).setInputFiles(OWN);
  await articles(page);
});

/** @param {Buffer} body */
function withoutCorpus(body) {
  const name = body.lastIndexOf(Buffer.from("\x10crossread.corpus"));
  // The section's length, in at most five bytes, stands between its zero and its name.
  for (let back = 2; back <= 6; back++) {
    if (body[name - back] === 0 && lengthAt(body, name - back + 1) === body.length - name) return body.subarray(0, name - back);
  }
  throw new Error("this file has no corpus section");
}

/** @param {Buffer} body @param {number} at */
function lengthAt(body, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = body[at++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}
