/** What runs in the page that Chromium opens; `chromium.mjs` calls these by name. */
import { documentOf } from "../engines/engine.mjs";
import { ENGINES } from "../engines/index.mjs";
import * as pagefind from "../engines/pagefind.mjs";
import { latencies } from "./latency.mjs";

const bytesOf = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());
const jsonOf = async (address) => (await fetch(address)).json();

/** What is open. */
let engine, index, queries, beside;

Object.assign(globalThis, {
  /** Before the clock starts: the engine's code, the queries, and what a page would have beside an index. */
  async prepare(name, articles, asked) {
    engine = ENGINES[name];
    queries = await jsonOf(asked);
    const documents = await documentsOf(articles);
    beside = copied({ sources: documents.map(({ source }) => source), dates: documents.map(({ date }) => date) });
  },

  /** From nothing to the first answer. */
  async coldStart(address) {
    const started = performance.now();
    index = engine.loadFrom ? await engine.loadFrom(new URL(address, location.href).href) : await engine.load(await bytesOf(address));
    const loaded = performance.now();
    await engine.count(index, queries[0], beside);
    const ended = performance.now();
    return { loadMs: loaded - started, firstMs: ended - loaded, totalMs: ended - started };
  },

  /** What the engine holds outside of the JavaScript heap. */
  wasmBytes: () => index?.memory?.buffer.byteLength ?? 0,

  async answerAll(articles) {
    if (engine.how.phrase) beside.texts = (await documentsOf(articles)).map(({ text }) => text.toLowerCase());
    const kinds = [...Object.keys(engine.how), "word"];
    return latencies(queries, kinds, (query) => engine.count(index, query, beside));
  },

  async buildAll(name, articles, assembly) {
    engine = ENGINES[name];
    const documents = await documentsOf(articles);
    const textBytes = documents.reduce((sum, { text }) => sum + new Blob([text]).size, 0);
    const input = engine.prepare ? engine.prepare(await bytesOf(assembly), await bytesOf(articles)) : documents;
    const started = performance.now();
    index = await engine.build(input);
    const buildMs = performance.now() - started;
    return { buildMs, mbPerS: textBytes / 1e3 / buildMs };
  },

  async pagefindColdStart(folder, asked) {
    queries = await jsonOf(asked);
    const started = performance.now();
    index = await pagefind.open(folder);
    await pagefind.count(index, queries[0]);
    return { totalMs: performance.now() - started };
  },

  pagefindAnswerAll: () => latencies(queries, pagefind.KINDS, (query) => pagefind.count(index, query)),
});

async function documentsOf(address) {
  const lines = (await (await fetch(address)).text()).trimEnd().split("\n");
  return lines.map((line, id) => documentOf(JSON.parse(line), id));
}

/** Strings cut out of a large text keep all of it alive; copies do not. */
function copied(value) {
  return JSON.parse(JSON.stringify(value));
}
