import assert from "node:assert/strict";
import { test } from "node:test";
import { barLabel, barsOf, edgesOf, rangeBetween } from "./bins.js";

/** @param {string} first @param {number} count @returns {import("./bins.js").Dates} */
function months(first, count) {
  const [year, month] = first.split("-").map(Number);
  const bins = Array.from({ length: count }, (_, at) => {
    const from = (year ?? 0) * 12 + (month ?? 1) - 1 + at;
    return { start: `${Math.floor(from / 12)}-${String((from % 12) + 1).padStart(2, "0")}`, count: at + 1 };
  });
  return { unit: "month", bins };
}

test("a bar holds what matches beside the whole, by its date and not by its place", () => {
  const whole = months("2024-11", 4);
  const bars = barsOf(whole, { unit: "month", bins: [{ start: "2025-01", count: 2 }] }, 100);
  assert.deepEqual(bars.map(({ start, whole, matching }) => [start, whole, matching]), [
    ["2024-11", 1, 0], ["2024-12", 2, 0], ["2025-01", 3, 2], ["2025-02", 4, 0],
  ]);
});

test("more bins than can be seen make fewer bars, and nothing is lost", () => {
  const whole = months("2015-01", 100);
  const bars = barsOf(whole, whole, 40);
  assert.equal(bars.length, 34);
  assert.equal(bars.reduce((sum, bar) => sum + bar.matching, 0), 5050);
  assert.equal(barLabel(/** @type {any} */ (bars[0])), "January – March 2015");
});

test("a range of dates lies between edges, and edges give it back", () => {
  const bars = barsOf(months("2024-01", 24), { unit: "month", bins: [] }, 100);
  for (const [from, to, first, last] of /** @type {const} */ ([
    ["", "", 0, 24],
    ["2024-04", "", 3, 24],
    ["", "2024-04", 0, 4],
    ["2024-04", "2024-04", 3, 4],
    ["2025", "2025", 12, 24],
    ["2024-04-18", "2025-02-03", 3, 14],
    ["2030", "", 24, 24],
    ["", "1990", 0, 0],
  ])) {
    assert.deepEqual(edgesOf(bars, from, to), [first, last], `${from}..${to}`);
  }
  assert.deepEqual(rangeBetween(bars, 3, 5), { from: "2024-04", to: "2024-05" });
  assert.deepEqual(rangeBetween(bars, 0, 24), { from: "", to: "" });
});

test("a bar of several bins is in a range that touches it", () => {
  const bars = barsOf(months("2024-01", 24), { unit: "month", bins: [] }, 12);
  assert.deepEqual(edgesOf(bars, "2024-02", "2024-03"), [0, 2]);
  assert.deepEqual(rangeBetween(bars, 1, 2), { from: "2024-03", to: "2024-04" });
});

test("stray dates make one bar on their side", () => {
  const bins = Array.from({ length: 2050 }, (_, at) => ({ start: String(at + 1).padStart(4, "0"), count: at >= 2009 && at < 2020 ? 1000 : 0 }));
  /** @type {any} */ (bins[0]).count = 3;
  /** @type {any} */ (bins[2049]).count = 2;
  const dates = { unit: /** @type {const} */ ("year"), bins };
  const bars = barsOf(dates, dates, 100);
  assert.deepEqual(bars.map(({ start, end }) => [start, end]).slice(0, 2), [["0001", "2009"], ["2010", "2010"]]);
  assert.equal(bars.length, 13);
  assert.equal(barLabel(/** @type {any} */ (bars.at(-1))), "2021 – 2050");
  assert.deepEqual(edgesOf(bars, "1990", "2012"), [0, 4]);
  assert.deepEqual(rangeBetween(bars, 1, 13), { from: "2010", to: "" });
});
