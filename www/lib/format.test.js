import assert from "node:assert/strict";
import { test } from "node:test";
import { direction, formatBytes, formatCount, formatDate, formatNumber, formatRange, isolated } from "./format.js";

/** @type {[string, string | undefined, string | undefined, string][]} */
const dates = [
  ["a day", "2025-12-16", "stated", "16 December 2025"],
  ["a day that was inferred", "2025-12-16?", "inferred", "16 December 2025, inferred"],
  ["an uncertain day", "2021-10-05?", undefined, "5 October 2021, uncertain"],
  ["a month", "2025-04", undefined, "April 2025"],
  ["about a month", "2025-04~", undefined, "about April 2025"],
  ["about, and uncertain", "2025%", undefined, "about 2025, uncertain"],
  ["a year", "2025", undefined, "2025"],
  ["a season", "2025-21", undefined, "spring 2025"],
  ["a decade", "198X", undefined, "1980s"],
  ["a day not known", "2025-04-XX", undefined, "April 2025"],
  ["a time of day", "2025-12-16T10:30:00Z", undefined, "16 December 2025"],
  ["before our era", "-0043", undefined, "44 BC"],
  ["days of one month", "2025-12-16/2025-12-18", undefined, "16–18 December 2025"],
  ["days of one year", "2025-04-30/2025-05-02", undefined, "30 April – 2 May 2025"],
  ["months of one year", "2025-04/2025-06", undefined, "April – June 2025"],
  ["years", "2026/2028", undefined, "2026 – 2028"],
  ["an open end", "2025/..", undefined, "from 2025"],
  ["an open beginning", "../2025", undefined, "until 2025"],
  ["no date", undefined, undefined, ""],
  ["no EDTF", "last spring", undefined, "last spring"],
];

for (const [name, edtf, basis, expected] of dates) {
  test(`formatDate: ${name}`, () => assert.equal(formatDate(edtf, basis), expected));
}

test("a short date says nothing of how sure it is", () => {
  assert.equal(formatDate("2025-12-16?", "inferred", true), "16 Dec 2025");
});

test("counts agree with their nouns", () => {
  assert.equal(formatCount(1, "article"), "1 article");
  assert.equal(formatCount(0, "article"), "0 articles");
  assert.equal(formatCount(12345, "article"), "12,345 articles");
});

test("numbers have their thousands apart and two decimals at most", () => {
  const numbers = [0, 999, 1000, -1234567, 3.14159, 1234.5];
  assert.deepEqual(numbers.map(formatNumber), ["0", "999", "1,000", "-1,234,567", "3.14", "1,234.5"]);
});

test("bytes are rounded to what matters", () => {
  assert.equal(formatBytes(1), "1 kB");
  assert.equal(formatBytes(1_234_567), "1.2 MB");
});

test("a name written from right to left stands by itself, so that it takes no figure along", () => {
  assert.equal(isolated("صحيفة المرفأ"), "\u2068صحيفة المرفأ\u2069");
  assert.equal(isolated("Coast Wire"), "Coast Wire");
  assert.equal(isolated("Северный вестник"), "Северный вестник");
});

test("the direction follows the script before the language", () => {
  assert.equal(direction("fa"), "rtl");
  assert.equal(direction("ar-EG"), "rtl");
  assert.equal(direction("az-Arab"), "rtl");
  assert.equal(direction("ku-Latn"), "ltr");
  assert.equal(direction("ru"), "ltr");
  assert.equal(direction(undefined), "auto");
});

test("a range of dates may be open, or a single one", () => {
  assert.equal(formatRange("2025-04", "2025-06"), "April – June 2025");
  assert.equal(formatRange("2025-04", "2025-04", true), "Apr 2025");
  assert.equal(formatRange("", "2025"), "until 2025");
  assert.equal(formatRange("2025", ""), "from 2025");
});
