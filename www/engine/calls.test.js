import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, caller } from "./calls.js";

/** A worker and what is global in it, in one: what either posts reaches the other a moment later. @param {Parameters<typeof answer>[0]} answers */
function worker(answers) {
  /** @type {Function[][]} */
  const [inside = [], outside = []] = [[], []];
  const post = (/** @type {Function[]} */ hearers) => (/** @type {unknown} */ data) => {
    const copy = structuredClone(data);
    queueMicrotask(() => hearers.forEach((hear) => hear({ data: copy })));
  };
  Object.assign(globalThis, { addEventListener: (/** @type {string} */ _, /** @type {Function} */ hear) => inside.push(hear), postMessage: post(outside) });
  answer(answers);
  return /** @type {Worker} */ (/** @type {unknown} */ ({ addEventListener: (/** @type {string} */ _, /** @type {Function} */ hear) => outside.push(hear), postMessage: post(inside) }));
}

test("each call gets its own answer, whichever comes first", async () => {
  const call = caller(worker({ after: async (ms, what) => { await new Promise((resolve) => setTimeout(resolve, ms)); return what; } }));
  /** @type {unknown[]} */
  const order = [];
  const asked = [call("after", 20, "late"), call("after", 1, "early")].map(async (one) => order.push(await one));
  await Promise.all(asked);
  assert.deepEqual(order, ["early", "late"]);
});

test("a failure keeps its message, and a method that is not there answers nothing", async () => {
  const call = caller(worker({ fail: () => { throw new Error("no corpus is open"); } }));
  await assert.rejects(call("fail"), /^Error: no corpus is open$/);
  assert.equal(await call("other"), undefined);
});

test("a listener hears in order, and its answers come back in order", async () => {
  const call = caller(worker({
    count: async (to, tell) => {
      const heard = [];
      for (let at = 0; at < to; at += 1) heard.push(tell(at));
      return Promise.all(heard);
    },
  }));
  /** @type {number[]} */
  const told = [];
  assert.deepEqual(await call("count", 3, (/** @type {number} */ at) => { told.push(at); return at * 2; }), [0, 2, 4]);
  assert.deepEqual(told, [0, 1, 2]);
});

test("a listener that fails fails the call, and the worker goes on", async () => {
  let ended = false;
  const call = caller(worker({ tell: async (tell) => { await tell(); ended = true; } }));
  await assert.rejects(call("tell", () => { throw new Error("nothing listens"); }), /^Error: nothing listens$/);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(ended);
});
