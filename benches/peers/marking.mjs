/**
 * How fast known names are marked beside bare aho-corasick, in one wasm file:  node marking.mjs --target DIR --articles FILE.gz
 *
 * `run.mjs` calls this once everything is built; prints one line of JSON. The names are the most frequent runs of words with capitals
 * in the articles, up to three words; a run that begins a sentence counts for none. Crossread marks names as whole words with
 * their capitals, cuts texts into sentences for it, and finds the countries and institutions that it knows by itself too;
 * aho-corasick finds strings. Times are medians, in turns, after one run to warm up.
 */
import { createReadStream, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";

const NAMES = 5000;
const TEXT_BYTES = 29e6;
const RUNS = 7;

const { values: given } = parseArgs({ options: { target: { type: "string" }, articles: { type: "string" } } });
console.log(JSON.stringify(await measured(resolve(given.target), given.articles)));

/** Bytes of text, how many names both find, and how many MB/s. */
async function measured(target, file) {
  const { lines, names } = await namesAndArticles(file);
  const wasm = readFileSync(join(target, "peers/marking/wasm32-unknown-unknown/release/marking_peer.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, unused(new WebAssembly.Module(wasm)));
  const { room, prepare, marked, found, memory } = instance.exports;
  const given = [names.join("\n"), lines.join("\n")].map((text) => {
    const bytes = new TextEncoder().encode(text);
    const at = room(bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    return [at, bytes.length];
  });
  const bytes = prepare(...given.flat());
  const [ours, bare] = [[], []];
  for (let run = 0; run <= RUNS; run += 1) {
    ours.push(timed(marked));
    bare.push(timed(found));
  }
  const rate = (times) => bytes / 1e3 / times.slice(1).sort((a, b) => a - b)[RUNS >> 1];
  return { names: names.length, bytes, marked: marked(), found: found(), ours: rate(ours), bare: rate(bare) };
}

/** What the crate's adapter for the browser imports; nothing here calls it. */
function unused(module) {
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
  return imports;
}

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Articles of so many bytes together, and the names that stand in them most often. */
async function namesAndArticles(file) {
  const counts = new Map();
  const lines = [];
  let bytes = 0;
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const { body } = JSON.parse(line);
    for (const [, name] of body.matchAll(/[a-z,] (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})/gu)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    lines.push(line);
    bytes += Buffer.byteLength(body);
    if (bytes >= TEXT_BYTES) break;
  }
  const frequent = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { lines, names: frequent.slice(0, NAMES).map(([name]) => name) };
}
