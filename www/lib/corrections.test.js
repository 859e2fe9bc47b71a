import assert from "node:assert/strict";
import { test } from "node:test";
import { correctionsIn, fileOf, inWords, isSame, keyOf } from "./corrections.js";

/** @type {import("../crossread.d.ts").Correction[]} */
const all = [
  { change: "merge", entity: "aliyewa", entity_name: "Aliyewa", into: "leyla-aliyeva", name: "Leyla Aliyeva" },
  { change: "split", entity: "haddad", spellings: ["Haddad"], articles: ["two"], into: "samir-haddad", name: "Samir Haddad", kind: "person" },
  { change: "rename", entity: "sundvik", entity_name: "Sundvik", name: "Sundvík" },
  { change: "retype", entity: "sundvik", entity_name: "Sundvik", kind: "organization" },
  { change: "remove", entity: "tuesday", entity_name: "Tuesday" },
];

test("each is said in words", () => {
  assert.deepEqual(all.map(inWords), [
    "“Aliyewa” is the same as “Leyla Aliyeva”",
    "“haddad” written “Haddad” in two is “Samir Haddad”",
    "“Sundvik” is called “Sundvík”",
    "“Sundvik” is an organization",
    "“Tuesday” is left unmarked",
  ]);
});

test("the file that travels comes back, and no other file is taken for one", () => {
  assert.deepEqual(correctionsIn(fileOf(all, "Harbour news")), all);
  for (const other of ["", "{}", "[]", '{"crossread":"corrections"}', '{"corrections":[]}', "Sundvik met.", "null"]) {
    assert.equal(correctionsIn(other), null, other);
  }
  assert.deepEqual(correctionsIn('{"crossread":"corrections","corrections":[7,null,{"change":"remove"}]}'), []);
});

test("a rebuilt page keeps its key; other articles have another", () => {
  const key = keyOf("Harbour news", "https://example.org/news/?embed#/article/one", null);
  assert.equal(key, keyOf("Harbour news", "https://example.org/news/", null));
  assert.notEqual(key, keyOf("Harbour news", "https://example.org/other/", null));
  assert.equal(keyOf("Own", "a", ["one", "two"]), keyOf("Own", "b", ["two", "one"]));
  assert.notEqual(keyOf("Own", "a", ["one", "two"]), keyOf("Own", "a", ["one", "three"]));
});

test("what says the same is the same", () => {
  const [merge, , rename] = /** @type {[any, any, any]} */ (all);
  assert.ok(isSame(merge, { ...merge, entity_name: "" }));
  assert.ok(!isSame(merge, { ...merge, into: "somebody" }));
  assert.ok(!isSame(merge, rename));
});
