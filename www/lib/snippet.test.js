import assert from "node:assert/strict";
import { test } from "node:test";
import { behindTitle, isCutOff, stretches } from "./snippet.js";

test("the stretches joined are the snippet, whatever the marks", () => {
  const text = "The ferry runs again.";
  /** @type {[number, number][][]} */
  const cases = [[], [[4, 9]], [[0, 3], [4, 9]], [[4, 9], [6, 14]], [[9, 4]], [[15, 99]], [[0, text.length]]];
  for (const marks of cases) {
    assert.equal(stretches({ start: 0, text, marks }).map((stretch) => stretch.text).join(""), text, JSON.stringify(marks));
  }
});

test("hits are told from what is between them", () => {
  assert.deepEqual(stretches({ start: 0, text: "a ferry", marks: [[2, 7]] }), [
    { text: "a ", hit: false },
    { text: "ferry", hit: true },
  ]);
});

test("a snippet that ends its sentence is not cut off", () => {
  assert.equal(isCutOff({ start: 0, text: "The ferry runs again.”", marks: [] }), false);
  assert.equal(isCutOff({ start: 0, text: "The ferry runs", marks: [] }), true);
});

test("a title cut from the snippet's beginning is not read twice, unless a hit stands in it", () => {
  const snippet = (/** @type {[number, number][]} */ ...marks) => ({ start: 8, text: "The ferry runs again from Monday.", marks });
  assert.deepEqual(behindTitle(snippet([20, 24]), "The ferry runs…"), { start: 22, text: " again from Monday.", marks: [[6, 10]] });
  assert.deepEqual(behindTitle(snippet([4, 9]), "The ferry runs…"), snippet([4, 9]));
  assert.deepEqual(behindTitle(snippet(), "Ferry back"), snippet());
});
