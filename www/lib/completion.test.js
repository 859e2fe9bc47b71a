import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted, kindOf, moved, useful } from "./completion.js";

const word = (/** @type {string} */ text) => ({ kind: /** @type {const} */ ("word"), text, label: text, count: 3 });

test("what is accepted takes the place of the word under the caret alone", () => {
  const offered = { start: 6, end: 9, items: [] };
  assert.deepEqual(accepted("ferry har -dock", offered, word("harbour")), { text: "ferry harbour -dock", caret: 13 });
});

test("a completion that changes nothing is not offered", () => {
  const offered = { start: 0, end: 5, items: [word("ferry"), word("ferryman")] };
  assert.deepEqual(useful("ferry", offered).map(({ text }) => text), ["ferryman"]);
});

test("the arrows go round by way of the field", () => {
  assert.deepEqual([-1, 0, 1, 2].map((at) => moved(at, 3, "ArrowDown")), [0, 1, 2, -1]);
  assert.deepEqual([-1, 0, 1, 2].map((at) => moved(at, 3, "ArrowUp")), [2, -1, 0, 1]);
});

test("an entity is called by its kind", () => {
  assert.equal(kindOf({ kind: "entity", text: "person:x", label: "X", count: 1, entity_kind: "person" }), "person");
  assert.equal(kindOf(word("ferry")), "word");
});
