// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { notesOf, resolvedInWords } from "./marks-notes.js";
import { headingsOf, sectionsOf, shortNames, webAddress } from "./outline.js";
import { byYear, dayLabel, monthLabel } from "./timeline.js";

/** @import {Article, Block, TimelineEntry} from "../crossread.d.ts" */

/**
 * An article from lines, each with its kind before a colon.
 * @param {string[]} lines @param {Partial<Article>} [more]
 * @returns {Article}
 */
function article(lines, more) {
  /** @type {Block[]} */
  const blocks = [];
  let text = "";
  for (const line of lines) {
    const [kind = "", ...rest] = line.split(": ");
    const words = rest.join(": ");
    blocks.push({ start: text.length, end: text.length + words.length, kind: /** @type {Block["kind"]} */ (kind) });
    text += `${words}${kind === "dateline" ? " – " : "\n\n"}`;
  }
  return { id: "ferry", title: "Ferry runs again", text, blocks, mentions: [], quotes: [], dates: [], numbers: [], ...more };
}

/** @param {Article} read */
const shape = (read) => sectionsOf(read).map(({ form, blocks }) => `${form} ${blocks.length}`);

test("sections: a title is shown once, lists and links stand together, a dateline runs in", () => {
  const read = article(["heading: Ferry runs again", "dateline: SUND", "paragraph: It runs.", "heading: Key points", "list-item: Once.", "list-item: Twice.", "related: A", "related: B", "teaser: C", "byline: D"]);
  assert.deepEqual(shape(read), ["title 1", "block 2", "block 1", "list 2", "related 2", "teaser 1", "block 1"]);
  assert.deepEqual(headingsOf(read).map(({ text }) => text), ["Key points"]);
});

test("sections: a dateline on a line of its own stays there", () => {
  const read = article(["paragraph: Before.", "paragraph: After."]);
  assert.deepEqual(shape({ ...read, blocks: [{ ...(/** @type {Block} */ (read.blocks[0])), kind: "dateline" }, /** @type {Block} */ (read.blocks[1])] }), ["block 1", "block 1"]);
});

test("sections: a text without blocks is one paragraph, an empty one none", () => {
  assert.deepEqual(shape({ ...article([]), text: "It runs." }), ["block 1"]);
  assert.deepEqual(shape(article([])), []);
});

test("only addresses of the web are followed", () => {
  assert.equal(webAddress("https://example.org/a"), "https://example.org/a");
  for (const url of ["javascript:alert(1)", "data:text/html,x", "not an address", undefined]) assert.equal(webAddress(url), "");
});

test("short names: as short as they may be without being alike", () => {
  const header = (/** @type {string} */ source, /** @type {string} */ date, /** @type {string} */ title = "T") => ({ id: title, source, date, title });
  const names = (/** @type {import("../crossread.d.ts").Header[]} */ headers) => shortNames(headers, (date) => date);
  assert.deepEqual(names([header("Post", "2031"), header("Courier", "2031")]), ["Post", "Courier"]);
  assert.deepEqual(names([header("Post", "2031"), header("Post", "2032")]), ["Post (2031)", "Post (2032)"]);
  assert.deepEqual(names([header("Post", "2031", "A"), header("Post", "2031", "B")]), ["Post: A", "Post: B"]);
  assert.deepEqual(names([{ id: "x", title: "A" }, { id: "y", title: "A" }]), ["A (x)", "A (y)"]);
});

test("what a date was counted from is said as it was", () => {
  assert.equal(resolvedInWords("Tuesday"), "counted from the article’s own date");
  assert.equal(resolvedInWords("18 April"), "completed from the article’s own date");
  assert.equal(resolvedInWords("the following year"), "counted from another date in the text");
  assert.equal(resolvedInWords("18 April", false), "completed from another date in the text");
});

test("notes: a speaker, a day, an office, each at its block and each once", () => {
  const read = article(["paragraph: Ilse Varga spoke in Sund.", "paragraph: The minister said on Tuesday: “It runs.” The minister left on Tuesday."], { date: "2024-03-05" });
  const at = (/** @type {string} */ words, from = 0) => ({ start: read.text.indexOf(words, from), end: read.text.indexOf(words, from) + words.length });
  const second = read.text.indexOf("The minister left");
  const varga = { kind: /** @type {const} */ ("person"), entity: "ilse-varga", label: "Ilse Varga" };
  const notes = notesOf({
    ...read,
    mentions: [
      { ...at("Ilse Varga"), ...varga, form: "name", basis: "rule" },
      { ...at("The minister"), ...varga, form: "role", basis: "defined" },
      { ...at("The minister", second), ...varga, form: "role", basis: "defined" },
    ],
    quotes: [{ ...at("“It runs.”"), style: "direct", speaker: { ...at("The minister"), ...varga }, cue: at("said") }],
    dates: [{ ...at("Tuesday"), value: "2024-03-05", basis: "resolved" }, { ...at("Tuesday", second), value: "2024-03-05", basis: "resolved" }],
  });
  assert.deepEqual([...notes.keys()], [1]);
  assert.deepEqual(notes.get(1)?.map(({ subject, text }) => `${subject}: ${text}`), [
    "The minister: Ilse Varga: named one paragraph up",
    "Tuesday: 5 March 2024, counted from the article’s own date",
    "Ilse Varga: speaks, through “The minister said”",
  ]);
});

test("notes: who is quoted in part, and who goes on speaking in the next paragraph", () => {
  const read = article(["paragraph: Ilse Varga called it “bold” news.", "paragraph: “It runs,” she said.", "paragraph: “It stays.”"]);
  const at = (/** @type {string} */ words) => ({ start: read.text.indexOf(words), end: read.text.indexOf(words) + words.length });
  const varga = { entity: "ilse-varga", label: "Ilse Varga" };
  const whole = { start: at("“It runs").start, end: at("stays.”").end };
  const notes = notesOf({
    ...read,
    quotes: [
      { ...at("it “bold” news"), style: "direct", parts: [at("bold")], speaker: { ...at("Ilse Varga"), ...varga }, cue: at("called") },
      { ...whole, style: "direct", parts: [at("It runs,"), at("It stays.")], speaker: { ...at("she"), ...varga }, cue: at("said") },
    ],
  });
  const told = (/** @type {number} */ block) => notes.get(block)?.map(({ text }) => text);
  assert.deepEqual(told(0), ["is quoted in part, through “Ilse Varga called”"]);
  assert.deepEqual(told(1), ["speaks, through “she said”"]);
  assert.deepEqual(told(2), ["speaks, through “she said”"]);
});

test("timeline: years, months, and dates without what the headings say", () => {
  const entry = (/** @type {string} */ value) => /** @type {TimelineEntry} */ ({ value });
  const years = byYear(["2021", "2025-04", "2025-04-08", "2025-12/2026-02", "2026"].map(entry));
  const shown = years.flatMap((year) => year.months.flatMap((month) => month.entries.map((found) => `${year.label} ${monthLabel(month, year)} ${dayLabel(found, year, month)}`.trim())));
  assert.equal(years.length, 3);
  assert.deepEqual(shown.slice(0, 3), ["2021", "2025 April", "2025 April 8 April"]);
  assert.match(shown[3] ?? "", /2025 December .*2025.*2026/);
});
