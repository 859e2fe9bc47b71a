import assert from "node:assert/strict";
import { test } from "node:test";
import { Parts } from "./parts.js";

/** Ten dates a year from 1900 to 1999, and two without a year. */
const entries = Array.from({ length: 1000 }, (_, at) => ({ value: `${1900 + Math.floor(at / 10)}-0${(at % 9) + 1}`, at }));
const articles = Array.from({ length: 300 }, (_, at) => ({ id: `a-${at}`, title: `Report ${at}`, count: 2, mentions: [] }));
const quotes = Array.from({ length: 40 }, (_, at) => ({ article: `a-${299 - at}`, start: 0, end: 4, text: "Yes.", style: "direct" }));

let asked = 0;
const engine = /** @type {import("../crossread.d.ts").Engine} */ (/** @type {unknown} */ ({
  timeline: () => ((asked += 1), entries),
  entity: (/** @type {string} */ id) => ((asked += 1), { entity: id, label: id, kind: "person", joined: [], names: [], articles, quotes, beside: [] }),
}));

test("the timeline is computed once, and handed over from a year on", () => {
  asked = 0;
  const parts = new Parts();
  const beginning = parts.timeline(engine, "", 50);
  assert.deepEqual([beginning.total, beginning.first, beginning.entries.length, beginning.years.length], [1000, 0, 50, 100]);
  const later = parts.timeline(engine, "1950", 50);
  assert.equal(later.first, 500);
  assert.equal(later.entries[0]?.value, "1950-06");
  assert.deepEqual(later.years[50], { key: "1950", label: "1950", count: 10, first: 500 });
  assert.equal(parts.timeline(engine, "2050", 50).entries.length, 0);
  assert.equal(asked, 1);
});

test("an entity's articles come in part, its figures are of all, and each saying knows its article", () => {
  asked = 0;
  const parts = new Parts();
  const part = parts.entity(engine, "ilse-varga", 20);
  assert.deepEqual(part.totals, { articles: 300, mentions: 600, quotes: 40 });
  assert.deepEqual([part.articles.length, part.quotes.length], [20, 20]);
  assert.equal(part.quotes[0]?.header?.title, "Report 299");
  assert.equal(parts.entity(engine, "ilse-varga", 40).articles.length, 40);
  assert.equal(asked, 1);
  parts.entity(engine, "somebody-else", 20);
  assert.equal(asked, 2);
});
