import assert from "node:assert/strict";
import { test } from "node:test";
import { yearBars } from "./years.js";

const value = (/** @type {string} */ year, /** @type {number} */ count) => ({ value: year, label: year, count });

test("years without articles have a bar too", () => {
  assert.deepEqual(yearBars([value("2023", 2), value("2021", 1)], [value("2023", 1)]), [
    { year: 2021, whole: 1, matching: 0 },
    { year: 2022, whole: 0, matching: 0 },
    { year: 2023, whole: 2, matching: 1 },
  ]);
});

test("many years are drawn by the decade", () => {
  const bars = yearBars([value("1905", 1), value("1999", 2), value("2001", 3)], []);
  assert.equal(bars.length, 11);
  assert.deepEqual(bars.at(-1), { year: 2000, whole: 3, matching: 0 });
});

test("what is no year is left out", () => {
  assert.deepEqual(yearBars([value("undated", 4)], []), []);
});
