/**
 * Crossread's search beside others, in one run:  node run.mjs --target DIR --report FILE [--quick] [--rounds N]
 *      [--articles FILE.gz]
 *
 * `cargo xtask peers` calls this once everything is built. DIR is the project's target folder: what is generated and
 * every figure go into DIR/peers, the report into FILE.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { build as bundle } from "esbuild";
import { ENGINE_NAMES, IN_CHROMIUM_BUILT, QUICK, USUAL } from "./plan.mjs";
import { Chromium } from "./measure/chromium.mjs";
import { brotliBytes, sectionsOf } from "./measure/sections.mjs";
import { reportOf } from "./report/report.mjs";
import { circumstances } from "./report/circumstances.mjs";
import { Newsroom } from "./synthetic/corpus.mjs";
import { queriesOver } from "./synthetic/queries.mjs";

const HERE = import.meta.dirname;
const { values: given } = parseArgs({
  options: {
    target: { type: "string" },
    report: { type: "string" },
    articles: { type: "string" },
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
  },
});
const usual = given.quick ? QUICK : USUAL;
const plan = { ...usual, rounds: Number(given.rounds ?? usual.rounds) };
const target = resolve(given.target);
const folder = join(target, "peers");
const at = (...names) => join(folder, ...names);
const native = at("native", "release", "crossread-peers");
const rounds = Array.from({ length: plan.rounds }, (_, round) => round);

/** What was measured: each list has an entry a round. */
const results = { plan, natively: {}, sizes: {}, nodes: {}, chromium: {}, large: {}, real: null, comparing: [], marking: [] };

mkdirSync(at("indexes"), { recursive: true });
await bundleAll();
for (const size of [plan.size, plan.large]) if (size) prepare(size);
measureNatively(plan.size, results.natively);
weigh(plan.size);
measureInNode(plan.size);
const chromium = await Chromium.open(folder);
await measureInChromium(plan.size);
if (plan.large) await measureLarge(plan.large);
if (given.articles && existsSync(given.articles)) {
  await measureReal(given.articles);
  measureBeside(given.articles);
}
await chromium.close();

results.circumstances = circumstances(chromium.version);
keep();
writeFileSync(given.report, reportOf(results));
console.log(`wrote ${given.report}`);

/** The engines as one script for each place; Crossread's as the page has it. */
async function bundleAll() {
  const glue = (part) => join(target, "engine", `${part}.js`);
  const options = {
    bundle: true,
    format: "esm",
    outdir: at("bundle"),
    outExtension: { ".js": ".mjs" },
    alias: { "crossread:engine": glue("engine"), "crossread:assembly": glue("assembly") },
    logLevel: "error",
  };
  await bundle({ ...options, entryPoints: [join(HERE, "measure/in-page.mjs")], minify: true });
  await bundle({ ...options, entryPoints: [join(HERE, "measure/in-node.mjs")], platform: "node" });
}

/** Articles, queries with their answers, and the site that `crossread build` makes of them. */
function prepare(size) {
  say(`${size} articles: generating, searching by brute force, crossread build`);
  const lines = readFileSync(at("vocabulary.tsv"), "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
  const vocabulary = { words: lines.map(([word]) => word), weights: lines.map(([, weight]) => Number(weight)) };
  const articles = [...new Newsroom(vocabulary).articles(size)];
  rmSync(at(`articles-${size}.ndjson`), { force: true });
  for (let from = 0; from < size; from += 1000) {
    const text = articles.slice(from, from + 1000).map((article) => `${JSON.stringify(article)}\n`).join("");
    writeFileSync(at(`articles-${size}.ndjson`), text, { flag: "a" });
  }
  writeFileSync(at(`queries-${size}.json`), JSON.stringify(queriesOver(articles)));
  site(`articles-${size}.ndjson`, `site-${size}`);
}

function site(articles, name) {
  const environment = { ...process.env, CROSSREAD_PAGE: join(target, "page") };
  const crossread = join(target, "release", "crossread");
  execFileSync(crossread, ["build", at(articles), "--out", at(name)], { env: environment, stdio: ["ignore", "ignore", "ignore"] });
}

function measureNatively(size, into) {
  say(`${size} articles: natively`);
  const [articles, queries] = [at(`articles-${size}.ndjson`), at(`queries-${size}.json`)];
  into.crossreadBuild = rounds.map(() => line(native, "build", articles));
  into.tantivyBuild = rounds.map(() => line(native, "tantivy-build", articles, at(`tantivy-${size}`)));
  into.tantivyQuery = rounds.map(() => line(native, "tantivy-query", at(`tantivy-${size}`), queries));
}

function weigh(size) {
  const module = readFileSync(at(`site-${size}`, "crossread.wasm"));
  results.sizes = { fileBytes: module.length, sections: sectionsOf(module) };
}

function measureInNode(size) {
  const files = (name) => [at(`articles-${size}.ndjson`), at(`queries-${size}.json`), indexOf(name, size)];
  const assembly = join(target, "engine", "assembly_bg.wasm");
  const inNode = (mode, name) =>
    line("node", "--max-old-space-size=12000", at("bundle", "in-node.mjs"), mode, name, ...files(name), assembly);
  for (const name of ENGINE_NAMES) {
    say(`${size} articles: ${name} in Node`);
    const build = [inNode("build", name)];
    const brotli = name === "crossread" ? 0 : brotliBytes(readFileSync(indexOf(name, size)));
    results.nodes[name] = { build, brotli, query: rounds.map(() => inNode("query", name)) };
  }
  say(`${size} articles: Pagefind's index`);
  results.nodes.pagefind = { build: [line("node", join(HERE, "measure/pagefind-build.mjs"), files("")[0], at(`pagefind-${size}`))] };
}

function indexOf(name, size) {
  return name === "crossread" ? at(`site-${size}`, "crossread.wasm") : at("indexes", `${name}-${size}.json`);
}

async function measureInChromium(size) {
  const [articles, queries] = [`/articles-${size}.ndjson`, `/queries-${size}.json`];
  const address = (name) => indexOf(name, size).slice(folder.length);
  writeFileSync(at("assembly.wasm"), readFileSync(join(target, "engine", "assembly_bg.wasm")));
  for (const name of ENGINE_NAMES) {
    say(`${size} articles: ${name} in Chromium`);
    const query = await inTurn(() => chromium.answers(name, { articles, queries, index: address(name) }));
    const build = IN_CHROMIUM_BUILT.includes(name)
      ? await inTurn(() => chromium.build(name, { articles, assembly: "/assembly.wasm" }))
      : [];
    results.chromium[name] = { query, build };
  }
  say(`${size} articles: Pagefind in Chromium`);
  results.chromium.pagefind = { query: await inTurn(() => chromium.pagefind({ folder: `/pagefind-${size}`, queries })), build: [] };
}

/** How times grow with the corpus: for Crossread and the bound. */
async function measureLarge(size) {
  measureNatively(size, results.large);
  say(`${size} articles: crossread in Chromium`);
  const files = { articles: `/articles-${size}.ndjson`, queries: `/queries-${size}.json`, index: `/site-${size}/crossread.wasm` };
  results.large.crossread = await inTurn(() => chromium.answers("crossread", files));
}

/** Articles that people wrote: do both indexes find the same, and how long does Crossread take? */
async function measureReal(compressed) {
  say("articles that people wrote");
  await pipeline(createReadStream(compressed), createGunzip(), createWriteStream(at("real.ndjson")));
  if (plan.realArticles) keepFirst(at("real.ndjson"), plan.realArticles);
  const agreement = line(native, "agree", at("real.ndjson"), String(plan.realQueries), at("real-queries.json"));
  site("real.ndjson", "site-real");
  const files = { articles: "/real.ndjson", queries: "/real-queries.json", index: "/site-real/crossread.wasm" };
  results.real = { agreement, crossread: await inTurn(() => chromium.answers("crossread", files)) };
}

/** Comparing articles and marking names, each beside what does a part of it. */
function measureBeside(articles) {
  for (const [name, what] of [["comparing", "comparing articles"], ["marking", "marking names"]]) {
    say(what);
    results[name] = rounds.map(() => line("node", join(HERE, `${name}.mjs`), "--target", target, "--articles", articles));
  }
}

function keepFirst(file, count) {
  writeFileSync(file, readFileSync(file, "utf8").split("\n").slice(0, count).join("\n"));
}

async function inTurn(measure) {
  const found = [];
  for (const _ of rounds) found.push(await measure());
  return found;
}

/** The line of JSON that a program prints. */
function line(program, ...parameters) {
  return JSON.parse(execFileSync(program, parameters, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1e8 }));
}

/** After each stage, so that a run that fails has not been for nothing. */
function keep() {
  writeFileSync(at("results.json"), JSON.stringify(results, null, 1));
}

function say(what) {
  keep();
  console.log(`peers: ${what}`);
}
