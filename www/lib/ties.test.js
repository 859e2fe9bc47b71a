// @ts-check
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { band, tiesOf } from "./ties.js";

/** @param {number} a @param {number} b @returns {any} */
function passage(a, b) {
  const spans = [{ article: "a", start: a, end: a + 10 }, { article: "b", start: b, end: b + 10 }];
  return { spans, relation: "related", similarity: 0.5, differs: [], evidence: [] };
}

test("ties are numbered in the order of the first article, whichever that is", () => {
  const comparison = /** @type {any} */ ({ passages: [passage(50, 0), passage(0, 90), { ...passage(20, 20), spans: [passage(20, 20).spans[0]] }] });
  assert.deepEqual(tiesOf(comparison, "a", "b").map(({ number, ends }) => [number, ends[0].start, ends[1].start]), [[1, 0, 90], [2, 50, 0]]);
  assert.deepEqual(tiesOf(comparison, "b", "a").map(({ number, ends }) => [number, ends[0].start, ends[1].start]), [[1, 0, 50], [2, 90, 0]]);
});

test("a band leads from one extent to the other, and is left out where nobody can see it", () => {
  assert.equal(band({ top: 10, bottom: 30 }, { top: 50, bottom: 90 }, 80, 400), "M0 10C40 10 40 50 80 50V90C40 90 40 30 0 30Z");
  assert.equal(band({ top: -90, bottom: -10 }, { top: -200, bottom: -150 }, 80, 400), "");
  assert.equal(band({ top: 410, bottom: 430 }, { top: 500, bottom: 520 }, 80, 400), "");
  assert.notEqual(band({ top: -90, bottom: -10 }, { top: 500, bottom: 520 }, 80, 400), "");
});
