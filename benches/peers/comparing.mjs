/**
 * How long the comparison takes beside two that only find differing words, in one run:
 *      node comparing.mjs --target DIR --articles FILE.gz
 *
 * `run.mjs` calls this once everything is built; prints one line of JSON, in milliseconds. All three get the same pairs of
 * articles of about 1,000 words about different things, jsdiff and similar their texts, Crossread their readings. The first
 * comparison is what a reader waits for: the browser compiles what it calls. Then the median of fifteen, and of fifteen more
 * once the browser has compiled again what is called often.
 */
import { createReadStream, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { diffWords } from "diff";

const ARTICLES = 10;
const RUNS = 15;
/** So many comparisons later nothing is compiled any more. */
const UNTIL_WARM = 150;

const { values: given } = parseArgs({ options: { target: { type: "string" }, articles: { type: "string" } } });
const target = resolve(given.target);
const texts = await longArticles(given.articles);
const compare = await crossread(texts);
const similar = await similarWords(texts);

const two = () => compare([0, 1]);
// What reading the articles has set going in the background is over by then.
await new Promise((resolve) => setTimeout(resolve, 2000));
const first = timed(two);
const median = medianOf(two);
for (let run = 0; run < UNTIL_WARM; run += 1) two();
const figures = {
  words: texts.map((text) => text.split(/\s+/).length),
  first,
  two: median,
  warm: medianOf(two),
  ten: medianOf(() => compare(texts.map((_text, at) => at))),
  similar: medianOf(() => similar(0, 1)),
  jsdiff: medianOf(() => diffWords(texts[0], texts[1])),
};
console.log(JSON.stringify(figures));

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** After one run to warm up. */
function medianOf(run) {
  run();
  return Array.from({ length: RUNS }, () => timed(run)).sort((a, b) => a - b)[RUNS >> 1];
}

/** The first articles of about 1,000 words. */
async function longArticles(file) {
  const found = [];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const { body } = JSON.parse(line);
    const words = body.split(/\s+/).length;
    if (words > 950 && words < 1050) found.push(body);
    if (found.length === ARTICLES) break;
  }
  return found;
}

/** The comparison as it ships; gives what compares articles by number. */
async function crossread(texts) {
  const [engine, assembly, comparison] = await Promise.all(["engine", "assembly", "comparison"].map(part));
  const articles = new assembly.glue.Assembly("Measured");
  texts.forEach((text, at) => articles.add(`${at}.txt`, new TextEncoder().encode(text)));
  while (true) {
    const { done, total } = articles.read(10);
    if (done === total) break;
  }
  const corpus = articles.finish();
  const reader = new engine.glue.Engine();
  const room = reader.reserve(corpus.length);
  new Uint8Array(engine.memory.buffer, room, corpus.length).set(corpus);
  reader.open();
  const ids = texts.map((_text, at) => `${at}`);
  return (chosen) => comparison.glue.compare_dossier(reader.dossier(chosen.map((at) => ids[at])));
}

async function part(name) {
  const folder = join(target, "engine");
  const glue = await import(pathToFileURL(join(folder, `${name}.js`)).href);
  const { memory } = glue.initSync({ module: new WebAssembly.Module(readFileSync(join(folder, `${name}_bg.wasm`))) });
  return { glue, memory };
}

/** The crate `similar` in wasm; gives what differs two texts by number. */
async function similarWords(texts) {
  const file = join(target, "peers/similar/wasm32-unknown-unknown/release/similar_peer.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file));
  const { room, runs, memory } = instance.exports;
  const places = texts.map((text) => {
    const bytes = new TextEncoder().encode(text);
    const at = room(bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    return [at, bytes.length];
  });
  return (a, b) => runs(...places[a], ...places[b]);
}
