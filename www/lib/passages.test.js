// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { differencesOf, differingStretches, joinAlone, rowsAround, rowsOfTwo, sentenceAround, sharedCounts, verdictOf } from "./passages.js";

/** @import {Article, Comparison, Passage, Place} from "../crossread.d.ts" */

/** @param {string} article @param {number} start @param {number} end @returns {Place} */
const place = (article, start, end) => ({ article, start, end });

/** @param {Place[]} spans @param {Partial<Passage>} [more] @returns {Passage} */
const passage = (spans, more) => ({ spans, relation: "reworded", similarity: 0.5, differs: [], evidence: [], ...more });

/** @param {Partial<Comparison>} more @returns {Comparison} */
const comparison = (more) => ({ articles: ["a", "b"], passages: [], alone: [], entities: [], quotes: [], dates: [], words: [], ...more });

/** Writes rows as left|right starts. @param {import("./passages.js").Row[]} rows */
function written(rows) {
  return rows.map(({ here, others, only }) => `${here?.start ?? ""}|${only?.start ?? others.map(({ place: other }) => other.start).join(",")}`);
}

test("rows go by the left article, with the right one's own where it has them", () => {
  const found = comparison({
    passages: [passage([place("a", 40, 60), place("b", 10, 20)]), passage([place("a", 0, 10), place("b", 50, 60)])],
    alone: [place("a", 20, 30), place("b", 0, 5), place("b", 30, 40), place("b", 70, 80), place("b", 62, 66)],
  });
  assert.deepEqual(written(rowsOfTwo(found, "a", "b")), ["|0", "0|50", "|62", "|70", "20|", "40|10", "|30"]);
  assert.deepEqual(written(rowsOfTwo(found, "b", "a")), ["0|", "10|40", "30|", "50|0", "|20", "62|", "70|"]);
});

test("without a passage in common, both articles stand one after the other", () => {
  const found = comparison({ alone: [place("b", 3, 5), place("a", 1, 2), place("b", 0, 2)] });
  assert.deepEqual(written(rowsOfTwo(found, "a", "b")), ["|0", "|3", "1|"]);
});

test("a passage that two others tell is one row with both beside it", () => {
  const found = comparison({
    articles: ["a", "b", "c"],
    passages: [passage([place("a", 0, 9), place("b", 0, 9)]), passage([place("a", 0, 9), place("c", 5, 9)]), passage([place("b", 0, 9), place("c", 5, 9)])],
  });
  assert.deepEqual(written(rowsAround(found, "a")), ["0|0,5"]);
  assert.deepEqual(written(rowsAround(found, "c")), ["5|0,0"]);
  assert.deepEqual(sharedCounts(found), [[0, 1, 1], [1, 0, 1], [1, 1, 0]]);
});

test("every passage and everything alone is shown, whichever article is on the left", () => {
  let state = 9;
  const random = (/** @type {number} */ below) => (state = (Math.imul(state, 48271) >>> 0) % 2147483647) % below;
  for (let round = 0; round < 300; round += 1) {
    const passages = Array.from({ length: random(6) }, () => passage([place("a", random(90), 99), place("b", random(90), 99)]));
    const alone = Array.from({ length: random(6) }, () => place(random(2) ? "a" : "b", random(90), 99));
    for (const [left, right] of /** @type {const} */ ([["a", "b"], ["b", "a"]])) {
      const rows = rowsOfTwo(comparison({ passages, alone }), left, right);
      assert.equal(rows.flatMap(({ others }) => others).length, passages.length);
      assert.equal(rows.filter(({ others }) => others.length === 0).length, alone.length);
      const starts = rows.flatMap(({ here }) => (here ? [here.start] : []));
      assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
    }
  }
});

test("what differs is said in the order of the two sides", () => {
  const differs = [{ kind: /** @type {const} */ ("number"), values: ["18", "16"], spans: [place("a", 12, 14), place("b", 4, 6)] }];
  const found = passage([place("a", 10, 30), place("b", 0, 20)], { differs });
  assert.equal(verdictOf(found), "differs");
  assert.deepEqual(differencesOf({ here: place("b", 0, 20), place: place("a", 10, 30), passage: found }), [{ kind: "number", values: ["16", "18"] }]);
  assert.deepEqual(differingStretches(place("a", 10, 30), [found]), [{ start: 12, end: 14 }]);
});

test("a difference that only one side states leaves the other blank", () => {
  const differs = [{ kind: /** @type {const} */ ("name"), values: ["Northern Quay"], spans: [place("a", 12, 25)] }];
  const found = passage([place("a", 10, 30), place("b", 0, 20)], { differs });
  assert.deepEqual(differencesOf({ here: place("a", 10, 30), place: place("b", 0, 20), passage: found })[0]?.values, ["Northern Quay", "—"]);
});

const TEXT = "The quay opened on 3 May. Boats came from Westmark on Tuesday.\n\nNobody was hurt.";
const ARTICLE = /** @type {Article} */ ({ text: TEXT, language: "en", blocks: [{ start: 0, end: 62, kind: "paragraph" }, { start: 64, end: 80, kind: "paragraph" }] });

for (const [words, sentence] of /** @type {const} */ ([
  ["3 May", "The quay opened on 3 May."],
  ["Tuesday", "Boats came from Westmark on Tuesday."],
  ["Nobody", "Nobody was hurt."],
  ["May. Boats", "The quay opened on 3 May. Boats came from Westmark on Tuesday."],
])) {
  test(`the sentence around “${words}”`, () => {
    const start = TEXT.indexOf(words);
    const found = sentenceAround(ARTICLE, { start, end: start + words.length });
    assert.equal(TEXT.slice(found.start, found.end), sentence);
  });
}

test("sentences alone are taken together within a paragraph, never across", () => {
  const alone = [place("x", 26, 62), place("x", 0, 25), place("x", 64, 80)];
  const { alone: joined } = joinAlone(comparison({ alone }), [{ ...ARTICLE, id: "x" }]);
  assert.deepEqual(joined, [place("x", 0, 62), place("x", 64, 80)]);
});
