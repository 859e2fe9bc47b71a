// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { inAll, namings, onlyHere, onlyIn, pressed, sortEntities, sortWords } from "./comparison.js";
import { list, summaryOf } from "./summary.js";

/** @import {Comparison} from "../crossread.d.ts" */

/** @type {Comparison["entities"]} */
const ENTITIES = [
  { entity: "holm", label: "Per Holm", kind: "person", counts: [0, 4], names: [[], ["Holm", "Per Holm"]] },
  { entity: "council", label: "Coastal Council", kind: "organization", counts: [2, 1], names: [["Coastal Council", "CC"], ["coastal council"]] },
  { entity: "lismore", label: "Lismore", kind: "place", counts: [3, 5], names: [["Lismore"], ["LISMORE"]] },
];

test("namings: capitals make no difference, initials do", () => {
  const { differ, alike } = namings(ENTITIES);
  assert.deepEqual(differ.map(({ entity }) => entity), ["council"]);
  assert.deepEqual(alike.map(({ entity }) => entity), ["lismore"]);
  const [council] = differ;
  assert.ok(council);
  assert.equal(onlyHere(council, 0, "CC"), true);
  assert.equal(onlyHere(council, 0, "Coastal Council"), false);
});

test("entities by name, by one article, by all", () => {
  const order = (/** @type {import("./comparison.js").Order} */ by) => sortEntities(ENTITIES, by).map(({ entity }) => entity);
  assert.deepEqual(order({ by: "label", descending: false }), ["council", "lismore", "holm"]);
  assert.deepEqual(order({ by: "1", descending: true }), ["lismore", "holm", "council"]);
  assert.deepEqual(order({ by: "total", descending: true }), ["lismore", "holm", "council"]);
});

test("words by the size of the effect, whichever side it is on", () => {
  const word = (/** @type {string} */ term, /** @type {number} */ log_ratio) => ({ term, counts: [1, 1], per_million: [1, 1], log_ratio, g2: 1 });
  assert.deepEqual(sortWords([word("quay", 1), word("ice", -3)], { by: "log_ratio", descending: true }).map(({ term }) => term), ["ice", "quay"]);
  const sure = { ...word("fish", 1), bic: 2 };
  assert.deepEqual(sortWords([word("ice", -3), sure], { by: "log_ratio", descending: true }, 2).map(({ term }) => term), ["fish", "ice"]);
});

test("a second press on a column's head turns the order round", () => {
  const first = pressed({ by: "total", descending: true }, "label", true);
  assert.deepEqual(first, { by: "label", descending: false });
  assert.deepEqual(pressed(first, "label", true), { by: "label", descending: true });
});

test("who is named by all, and by one only", () => {
  assert.deepEqual(inAll(ENTITIES).map(({ entity }) => entity), ["lismore", "council"]);
  assert.deepEqual(onlyIn(ENTITIES, 1).map(({ entity }) => entity), ["holm"]);
  assert.deepEqual(onlyIn(ENTITIES, 0), []);
});

test("nobody is said to be named by one alone who may stand in another under part of the name", () => {
  const row = (/** @type {string} */ label, /** @type {number[]} */ counts, /** @type {import("../crossread.d.ts").Kind} */ kind = "person") => ({ entity: label, label, kind, counts, names: counts.map(() => []) });
  const rows = [row("Ines Duarte", [3, 0, 1]), row("Duarte", [0, 2, 0], "organization"), row("Chuck Varga", [1, 0, 0]), row("Karl Varga", [0, 0, 2]), row("Sund", [0, 1, 0], "place")];
  assert.deepEqual([0, 1, 2].map((article) => onlyIn(rows, article).map(({ label }) => label)), [[], ["Sund"], []]);
  assert.equal(summaryOf({ articles: ["a", "b", "c"], passages: [], alone: [], entities: rows, quotes: [], dates: [], words: [] }, ["A", "B", "C"]).join(" "),
    "No passage was found that two of them have. Only B names Sund.");
  assert.deepEqual(onlyIn(rows, 1, ["They met by Lake Sund.", "", ""]), []);
});

/** @type {[string, Partial<Comparison>, string][]} */
const SUMMARIES = [
  ["nothing in common", {}, "No passage was found that both have."],
  [
    "one passage and one alone",
    { passages: [{ spans: [], relation: "same", similarity: 1, differs: [], evidence: [] }], alone: [{ article: "a", start: 0, end: 4 }] },
    "1 pair of passages belongs together: in the same words. Told by one alone: 1 sentence by Courier.",
  ],
  [
    "a difference",
    {
      passages: [
        { spans: [], relation: "reworded", similarity: 0.6, differs: [{ kind: "date", values: [], spans: [] }, { kind: "negation", values: [], spans: [] }], evidence: [] },
        { spans: [], relation: "related", similarity: 0.4, differs: [], evidence: [] },
      ],
    },
    "2 pairs of passages belong together: 1 reworded and 1 related; 1 of them differs in a date or whether it is so.",
  ],
  [
    "another speaker",
    { passages: [{ spans: [], relation: "same", similarity: 1, differs: [{ kind: "speaker", values: [], spans: [] }], evidence: [] }] },
    "1 pair of passages belongs together: in the same words; it differs in who speaks.",
  ],
  ["names", { entities: ENTITIES }, "No passage was found that both have. Both name Lismore and Coastal Council. Only Post names Per Holm."],
  ["an order at fault", { dates: [{ kind: "order", explain: "", spans: [] }] }, "1 pair of dates cannot both be so. No passage was found that both have."],
];

for (const [name, more, expected] of SUMMARIES) {
  test(`summary: ${name}`, () => {
    const comparison = { articles: ["a", "b"], passages: [], alone: [], entities: [], quotes: [], dates: [], words: [], ...more };
    assert.equal(summaryOf(comparison, ["Courier", "Post"]).join(" "), expected);
  });
}

test("summary: a name cut from a title stands in quotation marks", () => {
  const comparison = { articles: ["a", "b"], passages: [], alone: [], entities: ENTITIES, quotes: [], dates: [], words: [] };
  assert.match(summaryOf(comparison, ["Courier", "The harbour of Lismore…"]).join(" "), /Only “The harbour of Lismore…” names Per Holm\.$/);
});

test("of several articles: what one alone leaves out, whose wording stands in another, and no word of who names whom alone", () => {
  const copy = (/** @type {string[]} */ ...articles) => ({ spans: articles.map((article) => ({ article, start: 0, end: 4 })), words: 12, quoted: false, source: null });
  const place = (/** @type {string} */ article) => ({ article, start: 0, end: 4 });
  const row = (/** @type {string} */ label, /** @type {number[]} */ counts) => ({ entity: label, label, kind: /** @type {const} */ ("place"), counts, names: counts.map(() => []) });
  const comparison = {
    articles: ["a", "b", "c", "d"], passages: [], alone: [place("a"), place("c"), place("a")], quotes: [], dates: [], words: [],
    left_out: [{ article: "b", spans: [] }], copies: [copy("a", "a"), copy("b", "c")], entities: [row("Sund", [2, 1, 1, 0]), row("Holm", [1, 1, 1, 0]), row("Ness", [1, 0, 0, 0])],
  };
  assert.equal(summaryOf(/** @type {any} */ (comparison), ["A", "B", "C", "D"]).join(" "),
    "No passage was found that two of them have. Told by one alone: 2 sentences by A and 1 by C. Told by all but one: 1 passage not by B. 12 words stand word for word in two of them. All but D name Sund and Holm.");
});

test("of articles in different languages nobody is said to be alone with a name", () => {
  const comparison = { articles: ["a", "b"], passages: [], alone: [], entities: ENTITIES, quotes: [], dates: [], words: [] };
  const summary = summaryOf(comparison, ["Courier", "Вестник"], [], true).join(" ");
  assert.match(summary, /^They are in different languages: .* Both name Lismore and Coastal Council\.$/);
});

test("lists in words", () => {
  assert.equal(list(["ice"]), "ice");
  assert.equal(list(["ice", "snow", "wind"], "or"), "ice, snow or wind");
});
