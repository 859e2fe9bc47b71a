import assert from "node:assert/strict";
import { test } from "node:test";
import { head, tail } from "./context.js";

const LONG = "The ferry between Brenholm and Sund stays in dock for another week, the harbour office said.";

test("contexts are cut between words, on the side away from the match", () => {
  assert.equal(tail(LONG, 30), "week, the harbour office said.");
  assert.equal(tail(LONG, 27), "the harbour office said.");
  assert.equal(head(LONG, 27), "The ferry between Brenholm");
  assert.equal(head("The ferry ", 27), "The ferry");
});

test("scripts without spaces are cut anywhere but inside a character", () => {
  const text = "渡轮停航😀".repeat(20);
  assert.equal(tail(text, 7), "渡轮停航😀");
  assert.equal(tail(text, 1), "");
  assert.equal(tail("xx😀" + "海".repeat(9), 10), "海".repeat(9));
  assert.equal(head("海".repeat(9) + "😀xx", 10), "海".repeat(9));
});
