// @ts-check
/**
 * The engine as it ships answers seven kinds of query as brute force does. The articles and queries are those of
 * benches/peers, at a hundred articles and with words that nobody has to fetch.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { queryText } from "../../benches/peers/engines/crossread-query.mjs";
import { Newsroom } from "../../benches/peers/synthetic/corpus.mjs";
import { CLASSES, queriesOver } from "../../benches/peers/synthetic/queries.mjs";
import { Random } from "../../benches/peers/synthetic/random.mjs";

const ARTICLES = 100;
const WORDS = 8000;
const SYLLABLES = "an be cor da el fi gra hu in ja ke lo men no or pa qui ris so ta un ver wi yo ze".split(" ");

const folder = process.env.CROSSREAD_ENGINE ?? join(import.meta.dirname, "../../target/engine");
const [engineGlue, assemblyGlue] = await Promise.all(["engine", "assembly"].map(async (part) => {
  const glue = await import(pathToFileURL(join(folder, `${part}.js`)).href);
  const { memory } = glue.initSync({ module: new WebAssembly.Module(await readFile(join(folder, `${part}_bg.wasm`))) });
  return { ...glue, memory };
}));

/** Words of two to four syllables, as frequent as Zipf's law has it. */
function vocabulary() {
  const random = new Random(1);
  const words = new Set();
  while (words.size < WORDS) words.add(Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join(""));
  return { words: [...words], weights: Array.from({ length: WORDS }, (_, rank) => 1 / (rank + 2)) };
}

/** @param {import("../../benches/peers/synthetic/corpus.mjs").Article[]} articles */
function engineOver(articles) {
  const assembly = new assemblyGlue.Assembly("Synthetic news");
  const file = articles.map((article) => JSON.stringify(article)).join("\n");
  const { problems } = assembly.add("articles.ndjson", new TextEncoder().encode(file));
  assert.deepEqual(problems, []);
  assembly.skip();
  const corpus = assembly.finish();
  const engine = new engineGlue.Engine();
  const at = engine.reserve(corpus.length);
  new Uint8Array(engineGlue.memory.buffer, at, corpus.length).set(corpus);
  assert.equal(engine.open().articles, articles.length);
  return engine;
}

const articles = [...new Newsroom(vocabulary()).articles(ARTICLES)];
const engine = engineOver(articles);
const queries = queriesOver(articles);

for (const kind of CLASSES) {
  test(`every ${kind} query has as many answers as brute force finds`, () => {
    const asked = queries.filter((query) => query.kind === kind);
    assert.equal(asked.length, 30);
    const wrong = asked.flatMap((query) => {
      const request = queryText(query);
      const { total } = engine.search({ ...request, limit: 20, detail: "ids" });
      return total === query.total ? [] : [{ request, total, bruteForce: query.total }];
    });
    assert.deepEqual(wrong, []);
  });
}

test("queries of every kind tell articles apart", () => {
  for (const kind of CLASSES) {
    const telling = queries.filter((query) => query.kind === kind && query.total > 0 && query.total < ARTICLES);
    assert.ok(telling.length >= 5, `${telling.length} queries of the kind ${kind}`);
  }
});
