import assert from "node:assert/strict";
import { test } from "node:test";
import { Lengths, missing } from "./lengths.js";

test("what was measured counts as it is, the rest as the mean", () => {
  const lengths = new Lengths(10);
  lengths.note(0, 100);
  lengths.note(1, 200);
  assert.equal(lengths.mean, 150);
  assert.equal(lengths.between(0, 2), 300);
  assert.equal(lengths.between(0, 10), 1500);
  lengths.note(1, 100);
  assert.equal(lengths.between(0, 10), 1000);
});

test("an item is found by its height, the last one beyond the end", () => {
  const lengths = new Lengths(4);
  [10, 20, 30, 40].forEach((height, index) => lengths.note(index, height));
  assert.deepEqual([0, 9, 10, 29, 30, 99, 500].map((pixels) => lengths.itemAt(pixels)), [0, 0, 1, 1, 2, 3, 3]);
  assert.deepEqual(lengths.window(10, 35), [1, 3]);
  assert.deepEqual(lengths.window(-50, 1000), [0, 4]);
});

test("once enough is known the rest no longer changes with it", () => {
  const lengths = new Lengths(1000);
  for (let index = 0; index < 20; index += 1) lengths.note(index, 100);
  for (let index = 20; index < 40; index += 1) lengths.note(index, 300);
  assert.equal(lengths.between(40, 1000), 96_000);
  assert.equal(lengths.between(20, 40), 6000);
});

test("fifty thousand items are gone through within a millisecond or so", () => {
  const lengths = new Lengths(50_000);
  lengths.note(3, 140);
  assert.equal(lengths.itemAt(140 * 49_999 + 1), 49_999);
  const began = performance.now();
  for (let round = 0; round < 20; round += 1) lengths.itemAt(140 * 49_999);
  assert.ok((performance.now() - began) / 20 < 8);
});

test("a measured height that is nothing, or of no item, is not noted", () => {
  const lengths = new Lengths(1);
  lengths.note(0, 0);
  lengths.note(7, 30);
  assert.equal(lengths.known, 0);
  lengths.note(0, 30);
  lengths.forget();
  assert.equal(lengths.known, 0);
});

test("what is missing is asked for in one piece", () => {
  const items = [];
  items[1] = "b";
  items[4] = "e";
  assert.deepEqual(missing(items, 0, 3), [0, 3]);
  assert.deepEqual(missing(items, 1, 2), null);
  assert.deepEqual(missing(items, 1, 4), [2, 4]);
});
