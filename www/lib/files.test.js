import assert from "node:assert/strict";
import { test } from "node:test";
import { collectionTitle, fileName, isOtherFormat, mayHoldArticles } from "./files.js";

test("of a folder only what can hold articles is read", () => {
  const read = ["news/ferry.txt", "news/Ferry.MD", "news/all.ndjson", "news/entities.toml", "news/corpus.toml", "news/page.HTML", "news/table.csv", "news/feed.xml", "old.zip"];
  const left = ["news/photo.jpg", "news/.git/notes.txt", ".hidden.txt", "news/README.md", "LICENSE.txt", "news/other.toml"];
  for (const path of read) assert.ok(mayHoldArticles(path), path);
  for (const path of left) assert.ok(!mayHoldArticles(path), path);
});

test("what the assembly reads as it is needs no further part", () => {
  for (const path of ["page.HTML", "table.csv", "all.json", "feed.rss", "news.zip"]) assert.ok(isOtherFormat(path), path);
  for (const path of ["a.txt", "b.md", "all.ndjson", "all.jsonl", "entities.toml", "rain.docx"]) assert.ok(!isOtherFormat(path), path);
});

test("a collection is called after its one folder", () => {
  assert.equal(collectionTitle(["ferries/a.txt", "ferries/b/c.txt"]), "ferries");
  assert.equal(collectionTitle(["a.txt", "b.txt"]), "Your own articles");
  assert.equal(collectionTitle(["x/a.txt", "y/b.txt"]), "Your own articles");
});

test("a published file is called after its corpus, in any script", () => {
  assert.equal(fileName("Ferries & harbours, 2024"), "ferries-harbours-2024.html");
  assert.equal(fileName("خبرها"), "خبرها.html");
  assert.equal(fileName("…"), "crossread.html");
});
