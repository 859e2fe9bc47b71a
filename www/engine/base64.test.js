import assert from "node:assert/strict";
import { test } from "node:test";
import { base64Parts, decodeBase64 } from "./base64.js";

const bytes = (/** @type {number} */ length) => Uint8Array.from({ length }, (_, at) => (at * 31) & 0xff);

for (const [first, second] of [[0, 0], [1, 1], [2, 3], [3, 70_000], [24_577, 5], [100_001, 300_001]]) {
  test(`two arrays of ${first} and ${second} bytes are one text, and come back`, async () => {
    const arrays = [bytes(first ?? 0), bytes(second ?? 0)];
    const text = base64Parts(arrays).join("");
    assert.equal(text, Buffer.concat(arrays).toString("base64"));
    const pieces = [];
    for await (const piece of decodeBase64(new Blob([text]))) pieces.push(piece);
    assert.deepEqual(Buffer.concat(pieces), Buffer.concat(arrays));
  });
}
