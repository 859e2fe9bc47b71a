// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { Foresight } from "./foresight.js";

/** @param {string} query @returns {[any, string]} */
const question = (query) => [{ query }, ""];

/** Answers every question with its query, and notes what was asked. */
function asker() {
  /** @type {string[]} */
  const asked = [];
  const ask = async (/** @type {string} */ method, /** @type {any} */ first) => {
    asked.push(method === "letters" ? `letters ${first}` : first.query);
    return method === "letters" ? "eo" : { query: first.query };
  };
  return { asked, foresight: new Foresight(ask) };
}

test("what was foreseen is not asked for again", async () => {
  const { asked, foresight } = asker();
  await foresight.search(...question("tr"));
  await foresight.foresee("tr", question);
  assert.deepEqual(asked, ["tr", "letters tr", "tre", "tro"]);
  assert.deepEqual(await foresight.search(...question("tre")), { query: "tre" });
  assert.deepEqual(await foresight.search(...question("tr")), { query: "tr" });
  await foresight.search(...question("tri"));
  assert.deepEqual(asked, ["tr", "letters tr", "tre", "tro", "tri"]);
});

test("a question in earnest ends what is asked beforehand", async () => {
  const { asked, foresight } = asker();
  const foreseeing = foresight.foresee("tr", question);
  await foresight.search(...question("x"));
  await foreseeing;
  assert.deepEqual(asked, ["letters tr", "x"]);
});

test("what failed is asked again, and another corpus has other answers", async () => {
  let fails = true;
  let count = 0;
  const foresight = new Foresight(async () => {
    count += 1;
    if (fails) throw new Error("no engine");
    return { total: 1 };
  });
  await assert.rejects(foresight.search(...question("a")));
  fails = false;
  await foresight.search(...question("a"));
  await foresight.search(...question("a"));
  assert.equal(count, 2);
  foresight.forget();
  await foresight.search(...question("a"));
  assert.equal(count, 3);
});
