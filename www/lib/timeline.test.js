import assert from "node:assert/strict";
import { test } from "node:test";
import { byYear, stepsOf, yearsOf } from "./timeline.js";

/** @param {[string, number][]} counts */
function entries(counts) {
  return /** @type {any[]} */ (counts.flatMap(([value, count]) => Array.from({ length: count }, () => ({ value }))));
}

test("years are counted as they come, with how many stand before", () => {
  const years = yearsOf(entries([["2019-03", 2], ["2019/2020", 1], ["2026", 4]]));
  assert.deepEqual(years.map(({ key, count, first }) => [key, count, first]), [["2019", 3, 0], ["2026", 4, 3]]);
});

test("years with few dates are one step", () => {
  const list = entries([["1355", 1], ["1648", 2], ["1914", 1], ["2019", 300], ["2020", 1], ["2021", 300], ["2050", 1]]);
  const steps = stepsOf(yearsOf(list), list.length);
  assert.deepEqual(steps.map(({ key, label, count }) => [key, label, count]), [
    ["1355", "1355–1914", 4], ["2019", "2019", 300], ["2020", "2020", 1], ["2021", "2021", 300], ["2050", "2050", 1],
  ]);
});

test("a year as a whole stands above its months, wherever it comes", () => {
  const [year] = byYear(entries([["2031-01", 1], ["2031", 1], ["2031-03-04", 1], ["2031", 1]]));
  assert.deepEqual(year?.months.map(({ label, entries }) => [label, entries.length]), [["", 2], ["January 2031", 1], ["March 2031", 1]]);
});
