import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readWays } from "./ways.js";

const DOCS = readFileSync(new URL("../../docs/query.md", import.meta.url), "utf8");

test("every row of the table is a way to search, with something to try", () => {
  const ways = readWays(DOCS);
  const rows = DOCS.split("\n").filter((line) => line.startsWith("| `"));
  assert.ok(rows.length > 10);
  assert.equal(ways.length, rows.length);
  for (const [written, meant] of ways) {
    assert.match(written, /`[^`]+`/);
    assert.ok(meant.length > 0);
  }
});

test("an escaped bar is one", () => {
  assert.deepEqual(readWays("| a | b |\n|---|---|\n| `x\\|y`, `z` | either `x` or more |\n\nafter | it |"), [["`x|y`, `z`", "either `x` or more"]]);
});

test("a table that cannot be read stops the build", () => {
  assert.throws(() => readWays("no table"), /no table/);
  assert.throws(() => readWays("| a | b |\n|---|---|\n| `x` |"), /not two cells/);
});
