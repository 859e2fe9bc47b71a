/**
 * One engine in a process of its own:  node in-node.mjs build|query ENGINE ARTICLES QUERIES INDEX [ASSEMBLY]
 * Prints one line of JSON. `build` writes INDEX; `query` reads it. ASSEMBLY: what builds Crossread's corpus.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ENGINES } from "../engines/index.mjs";
import { documentOf } from "../engines/engine.mjs";
import { latencies } from "./latency.mjs";

const [mode, name, articlesFile, queriesFile, indexFile, assemblyFile] = process.argv.slice(2);
const engine = ENGINES[name];
const file = readFileSync(articlesFile);
const documents = file.toString().trimEnd().split("\n").map((line, id) => documentOf(JSON.parse(line), id));

async function build() {
  const input = engine.prepare ? engine.prepare(readFileSync(assemblyFile), file) : documents;
  const textBytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const started = performance.now();
  const index = await engine.build(input);
  const buildMs = performance.now() - started;
  const bytes = engine.save ? await engine.save(index) : index;
  if (engine.save) writeFileSync(indexFile, bytes);
  return { buildMs, mbPerS: textBytes / 1e3 / buildMs, indexBytes: bytes.length, textBytes };
}

async function query() {
  const queries = JSON.parse(readFileSync(queriesFile, "utf8"));
  const index = await engine.load(readFileSync(indexFile));
  const beside = {
    sources: documents.map(({ source }) => source),
    dates: documents.map(({ date }) => date),
    texts: documents.map(({ text }) => text.toLowerCase()),
  };
  const kinds = await latencies(queries, Object.keys(engine.how), (asked) => engine.count(index, asked, beside));
  return { title: engine.name, how: engine.how, kinds };
}

console.log(JSON.stringify(await (mode === "build" ? build() : query())));
