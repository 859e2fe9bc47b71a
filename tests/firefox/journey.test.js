// @ts-check
/**
 * The page in Firefox, the way a reader goes: search, read, compare, open one's own articles, and the single file from
 * file://. The Chromium tests go into each room; this one shows that nothing on the way is Chromium's alone.
 *
 *   CROSSREAD_FIREFOX  the browser to drive
 *   CROSSREAD_PROGRAM  the built `crossread`
 *   CROSSREAD_PAGE     the built page
 */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "puppeteer-core";

const program = process.env.CROSSREAD_PROGRAM ?? "target/debug/crossread";
const executablePath = process.env.CROSSREAD_FIREFOX ?? "/usr/bin/firefox-esr";
const PORT = 4179;
const HOME = `http://127.0.0.1:${PORT}/`;
const REPORT = `Ferry to Brenholm runs again

BRENHOLM – The ferry between Brenholm and Sund will run again from Monday, harbour master Ilse Varga said on 4 March 2024.
`;

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {import("node:child_process").ChildProcess} */
let server;
/** @type {string} */
let folder;
/** @type {string[]} */
const complaints = [];
/** Why nothing can be tested here. */
let trouble = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "crossread-firefox-"));
  try {
    browser = await launch({ browser: "firefox", executablePath, defaultViewport: null, args: ["--width=1280", "--height=900"] });
  } catch (error) {
    trouble = `${executablePath} does not start: ${error}`;
    return;
  }
  server = spawn(program, ["serve", "corpus", "--port", String(PORT)], { stdio: "ignore" });
  page = await browser.newPage();
  page.on("console", (message) => {
    if (["warn", "error"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await served();
});

after(async () => {
  await browser?.close();
  server?.kill();
  await rm(folder, { recursive: true, force: true });
});

/** A step of the way; where Firefox itself does not start, it is skipped and says so. @param {string} name @param {() => Promise<void>} run */
function step(name, run) {
  test(name, (context) => (trouble ? context.skip(trouble) : run()));
}

async function served() {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(HOME).then((response) => response.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${HOME}`);
}

/**
 * The elements that fit, in whatever shadow root they are. The driver's own waiting and finding would have to evaluate
 * text in the page, which the page's policy forbids.
 *
 * @param {string} selector
 */
async function all(selector) {
  const found = await page.evaluateHandle((wanted) => {
    /** @param {Document | ShadowRoot} root @returns {Element[]} */
    const within = (root) => [
      ...root.querySelectorAll(wanted),
      ...[...root.querySelectorAll("*")].flatMap((it) => (it.shadowRoot ? within(it.shadowRoot) : [])),
    ];
    return within(document);
  }, selector);
  const elements = [];
  for (const property of (await found.getProperties()).values()) {
    const element = property.asElement();
    if (element) elements.push(/** @type {import("puppeteer-core").ElementHandle<HTMLElement>} */ (element));
  }
  return elements;
}

/** @template T @param {() => Promise<T>} look @param {(found: T) => boolean} enough @returns {Promise<T>} */
async function until(look, enough) {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look();
    if (enough(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return look();
}

/** The first element that fits, once it is there. @param {string} selector @param {RegExp} [text] */
async function the(selector, text = /(?:)/) {
  const look = async () => {
    for (const element of await all(selector)) {
      if (text.test(await element.evaluate((it) => it.textContent ?? ""))) return element;
    }
    return undefined;
  };
  const found = await until(look, (element) => element !== undefined);
  assert.ok(found, `no ${selector} that says ${text}`);
  return found;
}

/** @param {string} part */
async function addressHolds(part) {
  const address = await until(() => page.evaluate(() => location.hash), (hash) => hash.includes(part));
  assert.ok(address.includes(part), `${address} without ${part}`);
}

async function fits() {
  const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(needed <= there, `${needed} px wide in a window of ${there}`);
  assert.deepEqual(complaints, []);
}

step("a search filters the articles and stands in the address", async () => {
  await page.goto(HOME);
  const box = await the('input[type="search"], [role="searchbox"]');
  await box.evaluate((it) => it.focus());
  await page.keyboard.type("treaty");
  await the('[role="status"]', /^\s*[1-4] of 5 articles match/);
  await addressHolds("q=treaty");
  await fits();
});

step("an article opens with its names, and a name opens its card by keyboard", async () => {
  await (await the('a[href^="#/article/"]')).evaluate((it) => it.click());
  await addressHolds("#/article/");
  const mark = await the('mark[data-kind="person"]');
  await mark.evaluate((it) => it.focus());
  await page.keyboard.press("Enter");
  await the('[role="dialog"], dialog[open]', /\w{3}/);
  await page.keyboard.press("Escape");
  await fits();
});

step("two articles are compared, view by view", async () => {
  await page.goto(`${HOME}#/compare/tehran-times-2025-12+avash-news-2025-12?view=passages`);
  await the('[role="tab"]', /Passages\s*\d+/);
  await the('[role="tabpanel"]', /related|reworded/);
  for (const name of ["Entities", "Names", "Quotes", "Dates and numbers", "Words", "Passages"]) {
    await (await the('[role="tab"]', new RegExp(`^\\s*${name}`))).evaluate((it) => it.click());
    await the('[role="tab"][aria-selected="true"]', new RegExp(name));
    await the('[role="tabpanel"]', /\w{3}/);
    await fits();
  }
});

step("one's own articles are read in the same rooms", async () => {
  const report = join(folder, "ferry.txt");
  await writeFile(report, REPORT);
  await page.goto(HOME);
  await (await the("button", /^\s*Open your own articles/)).evaluate((it) => it.click());
  const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await the('input[type="file"]'));
  await input.uploadFile(report);
  await the('[role="status"]', /^\s*1 article\b/);
  await the("article", /Ferry to Brenholm runs again/);
  await the('[role="group"], fieldset', /Ilse Varga/);
  await fits();
});

step("the single file opens from file://", async () => {
  const file = join(folder, "one.html");
  execFileSync(program, ["build", "corpus", "--single-file", file]);
  await page.goto(`${pathToFileURL(file)}#/?q=treaty`);
  await the('[role="status"]', /^\s*[1-4] of 5 articles match/);
  await fits();
});
