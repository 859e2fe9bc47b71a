// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOf, figuresOf, having, numbersOf } from "./figures.js";

/** @import {Article} from "../crossread.d.ts" */

/**
 * An article of one paragraph and a byline with numbers and days in brackets: `[value unit: text]`, `<EDTF: text>`.
 * @param {string} written
 */
function article(written) {
  let text = "";
  const [numbers, dates] = [/** @type {unknown[]} */ ([]), /** @type {unknown[]} */ ([])];
  for (const part of written.split(/([[<][^\]>]*[\]>])/)) {
    const read = /^([[<])(\S+?)(?: ([^:]*))?: (.*)[\]>]$/s.exec(part);
    const [start, end] = [text.length, text.length + (read?.[4] ?? part).length];
    if (read?.[1] === "[") numbers.push({ start, end, value: Number(read[2]), unit: read[3] ?? "" });
    if (read?.[1] === "<") dates.push({ start, end, value: read[2] });
    text += read?.[4] ?? part;
  }
  const body = text.indexOf("By ") < 0 ? text.length : text.indexOf("By ");
  const blocks = [{ start: 0, end: body, kind: "paragraph" }, { start: body, end: text.length, kind: "byline" }];
  return /** @type {Article} */ (/** @type {unknown} */ ({ id: written, text, blocks, numbers, dates }));
}

const FERRY = [
  article("[12 people: Twelve\npeople] drowned on <2024-05-06: Monday>, [3 boat: three boats] sank. By A, <2024-05-07: 7 May>, [9 people: 9 people]"),
  article("[15 people: Fifteen] or [12 people: 12 people] drowned on <2024-05-06: 6 May>; in <2023: 2023> it was [7: seven]. [12 people: Twelve] were found."),
];

test("figures stand in one row with others of what they count", () => {
  const rows = figuresOf(FERRY);
  assert.deepEqual(rows.map(({ key }) => key), ["people", "boat", ""]);
  assert.deepEqual(rows.map(having), [2, 1, 1]);
  const [people] = rows;
  assert.ok(people && FERRY[0] && FERRY[1]);
  const given = (/** @type {number} */ index) => numbersOf(people, index, /** @type {Article} */ (FERRY[index])).map(({ value, text, places, own }) => [value, text, places.length, own]);
  assert.deepEqual(given(0), [[12, "Twelve people", 1, false]]);
  assert.deepEqual(given(1), [[15, "Fifteen", 1, true], [12, "12 people", 2, false]]);
});

test("a season stands where it begins", () => {
  assert.deepEqual(daysOf([article("<2014-12-16: 16 December> <2014-21: spring> <2014-10: October> <2014-02-23: 23 February>")]).map(({ key }) => key),
    ["2014-02-23", "2014-21", "2014-10", "2014-12-16"]);
});

test("days stand in order, and bylines do not count", () => {
  assert.deepEqual(daysOf(FERRY).map(({ key, cells }) => [key, ...cells.map(({ length }) => length)]), [["2023", 0, 1], ["2024-05-06", 1, 1]]);
});
