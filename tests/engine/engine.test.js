// @ts-check
/** The engine as it ships, in wasm: own articles in, searches and comparisons out, damaged bytes refused. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { addCorpus, changes, meant } from "../../www/engine/anew.js";

const folder = process.env.CROSSREAD_ENGINE ?? join(import.meta.dirname, "../../target/engine");
const glue = await import(pathToFileURL(join(folder, "engine.js")).href);
const { memory } = glue.initSync({ module: new WebAssembly.Module(await readFile(join(folder, "engine_bg.wasm"))) });
const comparisonGlue = await import(pathToFileURL(join(folder, "comparison.js")).href);
comparisonGlue.initSync({ module: new WebAssembly.Module(await readFile(join(folder, "comparison_bg.wasm"))) });
const assemblyGlue = await import(pathToFileURL(join(folder, "assembly.js")).href);
assemblyGlue.initSync({ module: new WebAssembly.Module(await readFile(join(folder, "assembly_bg.wasm"))) });

const correctionGlue = await import(pathToFileURL(join(folder, "correction.js")).href);
correctionGlue.initSync({ module: new WebAssembly.Module(await readFile(join(folder, "correction_bg.wasm"))) });

const formatsGlue = await import(pathToFileURL(join(folder, "formats.js")).href);
formatsGlue.initSync({ module: new WebAssembly.Module(await readFile(join(folder, "formats_bg.wasm"))) });

const HARBOUR = `HARWICK – Mayor Ada Thornby said on Tuesday that the harbour would reopen in May.

“The dredging is finished,” Thornby told reporters. The work cost $3 million.`;
const FERRY = `---
title: Ferries return to Harwick
source: The Coast Ledger
date: 2024-03-05
language: en
---

Ferries will sail from Harwick again, Mayor Ada Thornby said. The harbour's dredging cost $4 million.`;

/** @param {Record<string, string | Uint8Array>} files */
function corpusWith(files) {
  const assembly = new assemblyGlue.Assembly("Harbour news");
  const problems = [];
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    problems.push(...assembly.add(name, bytes).problems);
  }
  while (true) {
    const { done, total } = assembly.read(1);
    if (done === total) break;
  }
  return { corpus: assembly.finish(), problems };
}

/** @param {Uint8Array} corpus */
function open(corpus) {
  const engine = new glue.Engine();
  const at = engine.reserve(corpus.length);
  new Uint8Array(memory.buffer, at, corpus.length).set(corpus);
  return { engine, info: engine.open() };
}

/** @param {Record<string, string | Uint8Array>} files */
function engineWith(files) {
  const { corpus, problems } = corpusWith(files);
  return { ...open(corpus), problems };
}

test("files of other formats become what the assembly reads", () => {
  const encoder = new TextEncoder();
  const decode = (/** @type {string} */ label, /** @type {Uint8Array} */ bytes) => new TextDecoder(label).decode(bytes);
  const page = `<html lang="en"><meta charset="windows-1252"><title>Caf\u00E9 reopens - The Coast Ledger</title><nav>News</nav><h1>Caf\u00E9 reopens</h1><p>${"The caf\u00E9 in Harwick opened again on Monday. ".repeat(3)}`;
  const latin = Uint8Array.from(page, (character) => character.charCodeAt(0));
  const assembly = new assemblyGlue.Assembly("Harbour news");
  const added = [];
  const take = (/** @type {string} */ name, /** @type {Uint8Array} */ bytes, /** @type {boolean} */ isRecords) => {
    added.push(assembly.add(name, bytes, isRecords));
  };
  assert.deepEqual(formatsGlue.plain("cafe.html", latin, { decode, take }), "[]");
  const table = "title,body\nFerries return,They sail again.\nShort\n";
  const problems = JSON.parse(formatsGlue.plain("table.csv", encoder.encode(table), { decode, take }));
  assert.deepEqual([problems[0].file, problems[0].line, problems[0].dropped], ["table.csv", 3, false]);
  assert.deepEqual(added.map(({ articles }) => articles), [1, 1]);
  assert.equal(added[1].problems[0].line, 3);
  assembly.read(2);
  const { engine } = open(assembly.finish());
  assert.deepEqual(engine.ids(), ["cafe", "table-1"]);
  const { title, source, text } = engine.article("cafe");
  assert.deepEqual([title, source, text.slice(0, 8)], ["Caf\u00E9 reopens", "The Coast Ledger", "The caf\u00E9"]);
});

test("own articles are read, searched and compared", () => {
  const { engine, info } = engineWith({ "harbour.txt": HARBOUR, "ferry.md": FERRY });
  assert.equal(info.articles, 2);
  assert.equal(info.title, "Harbour news");

  const results = engine.search({ query: "dredging" });
  assert.equal(results.total, 2);
  const ledger = engine.search({ query: 'source:"The Coast Ledger"' });
  assert.deepEqual(ledger.hits.map((/** @type {{id: string}} */ hit) => hit.id), ["ferry"]);

  const article = engine.article("harbour");
  assert.equal(article.text, HARBOUR);
  const spoken = article.quotes.filter((/** @type {{style: string}} */ quote) => quote.style === "direct");
  assert.equal(spoken.length, 1);
  assert.match(article.text.slice(spoken[0].start, spoken[0].end), /^The dredging is finished/);

  const comparison = comparisonGlue.compare_dossier(engine.dossier(["harbour", "ferry"]));
  assert.deepEqual(comparison.articles, ["harbour", "ferry"]);
});

test("offsets count UTF-16 units", () => {
  const { engine } = engineWith({ "note.txt": "🙂 “Мы согласны.” The harbour reopened." });
  const [match] = engine.matches("harbour", "note");
  const { text } = engine.article("note");
  assert.equal(text.slice(match.start, match.end), "harbour");
});

test("what is typed goes on to words and names", () => {
  const { engine } = engineWith({ "harbour.txt": HARBOUR, "ferry.md": FERRY });
  const query = "🙂 thorn reopen";
  const { start, end, items } = engine.complete(query, "🙂 thorn".length);
  assert.equal(query.slice(start, end), "thorn");
  const found = items.map((/** @type {{kind: string, text: string, count: number}} */ { kind, text, count }) => [kind, text, count]);
  assert.deepEqual(found, [["word", "thornby", 2], ["entity", 'person:"Ada Thornby"', 2]]);
  assert.equal(items[1].entity_kind, "person");
  assert.equal(engine.complete("date:20", 7).items.length, 0);
  assert.deepEqual(engine.search({ query: "dreging" }).suggestion, { query: "dredging", total: 2 });
});

test("facets leave out their own choice and exclusion, and are searched", () => {
  const { engine } = engineWith({ "harbour.txt": HARBOUR, "ferry.md": FERRY });
  const results = engine.search({ excluded: { source: ["The Coast Ledger"] } });
  assert.equal(results.total, 1);
  assert.equal(results.facet_totals.source, 1);
  assert.deepEqual(results.facets.source, [{ value: "The Coast Ledger", label: "The Coast Ledger", count: 1 }]);
  assert.deepEqual(results.dates, { unit: "day", bins: [{ start: "2024-03-05", count: 0 }] });
  assert.deepEqual(engine.values({}, "person", "thorn").map((/** @type {{count: number}} */ value) => value.count), [2]);
  const short = engine.search({ query: "dredging", detail: "ids" });
  assert.deepEqual(short.hits.map((/** @type {object} */ hit) => Object.keys(hit).sort()), [["id", "score"], ["id", "score"]]);
});

test("a concordance shows each match between what stands around it", () => {
  const { engine } = engineWith({ "harbour.txt": HARBOUR, "ferry.md": FERRY });
  const { total, ordered, lines } = engine.concordance({ query: "dredging", order: "left" });
  assert.deepEqual([total, ordered], [2, 2]);
  assert.deepEqual(lines.map((/** @type {{left: string}} */ { left }) => left), ["from Harwick again, Mayor Ada Thornby said. The harbour's ", "“The "]);
  for (const { id, start, end, match } of lines) assert.equal(engine.article(id).text.slice(start, end), match);
  assert.equal(engine.concordance({ query: "dredging", article: "ferry", limit: 5 }).total, 1);
});

test("markup in an article stays text", () => {
  const text = "<script>alert(1)</script> <img src=x onerror=alert(1)> said the mayor.";
  const { engine } = engineWith({ "markup.txt": text });
  assert.equal(engine.article("markup").text, text);
});

test("a file that is not UTF-8 is named and the others are kept", () => {
  const { info, problems } = engineWith({ "good.txt": HARBOUR, "bad.txt": Uint8Array.of(0x54, 0xff, 0xfe, 0x41) });
  assert.equal(info.articles, 1);
  assert.equal(problems.length, 1);
  assert.equal(problems[0].file, "bad.txt");
  assert.ok(problems[0].dropped);
});

test("a published section holds the corpus, byte for byte", () => {
  const { corpus } = corpusWith({ "harbour.txt": HARBOUR, "ferry.md": FERRY });
  const section = open(corpus).engine.section();
  assert.deepEqual(corpusOf(section), corpus);
  assert.equal(open(corpusOf(section)).info.articles, 2);
});

test("altered bytes give an error that names the section, or the same answers", () => {
  const { corpus } = corpusWith({ "harbour.txt": HARBOUR, "ferry.md": FERRY });
  const expected = JSON.stringify(answers(open(corpus).engine));
  let refused = 0;
  for (let at = 0; at < corpus.length; at += Math.max(1, Math.floor(corpus.length / 200))) {
    const damaged = Uint8Array.from(corpus);
    damaged[at] = (damaged[at] ?? 0) ^ 0x55;
    try {
      assert.equal(JSON.stringify(answers(open(damaged).engine)), expected, `byte ${at}`);
    } catch (error) {
      assert.match(String(error), /section|corpus/, `byte ${at}: ${error}`);
      refused += 1;
    }
  }
  assert.ok(refused > 100, `only ${refused} alterations were noticed`);
});

test("any query is answered", () => {
  const { engine } = engineWith({ "harbour.txt": HARBOUR });
  for (const query of ['"', "((((", "NOT", "-", "date:..", "a OR OR b", "person:", "~2", "NEAR/", "\u0000\ud800", "*", ")("]) {
    assert.equal(typeof engine.search({ query }).total, "number", query);
  }
});

test("what is missing is said", () => {
  const { engine } = engineWith({ "harbour.txt": HARBOUR });
  assert.throws(() => engine.article("nowhere"), /no article `nowhere`/);
  assert.throws(() => engine.entity("nobody"), /no entity `nobody`/);
  assert.throws(() => new glue.Engine().search({}), /no corpus is open/);
});

/** @param {any} engine */
function answers(engine) {
  return [
    engine.search({ query: "harbour" }), engine.article("harbour"), engine.article("ferry"),
    comparisonGlue.compare_dossier(engine.dossier(["harbour", "ferry"])), engine.timeline(), engine.info(),
  ];
}

/** The payload of the custom section, its name left out. @param {Uint8Array} section */
function corpusOf(section) {
  let at = 1;
  while ((section[at] ?? 0) & 0x80) at += 1;
  const name = "crossread.corpus";
  return section.slice(at + 1 + 1 + name.length);
}

test("entities are corrected over the corpus at hand, and what cannot be is said", () => {
  const { engine } = engineWith({ "harbour.txt": HARBOUR, "ferry.md": FERRY });
  const corpus = engine.corpus_bytes();
  const people = (/** @type {any} */ of) => of.search({}).facets.person.map((/** @type {{value: string}} */ { value }) => value);
  const [person = ""] = people(engine);
  const correcting = new correctionGlue.Correction(corpus, JSON.stringify([
    { change: "rename", entity: person, name: "Ada \"M.\" Thornby" },
    { change: "merge", entity: "nobody", into: person },
    { change: "repaint", entity: person },
    { change: "retype", entity: person, kind: "organization" },
  ]));
  assert.deepEqual(correcting.report(), [
    { applied: true },
    { applied: false, message: "there is no `nobody` here" },
    { applied: false, message: `unknown correction \`repaint\` of \`${person}\`` },
    { applied: true },
  ]);
  const made = correcting.finish();
  const { engine: corrected } = open(made);
  assert.ok(!people(corrected).includes(person));
  assert.deepEqual(corrected.search({}).facets.organization.filter(({ value }) => value === person).map(({ label }) => label), ["Ada \"M.\" Thornby"]);
  assert.equal(corrected.entity(person).corrected, true);
  assert.equal(
    correctionGlue.entities_toml(made),
    `[[correction]]\nchange = "rename"\nentity = "${person}"\nentity_name = "Ada Thornby"\nname = "Ada \\"M.\\" Thornby"\n\n` +
      `[[correction]]\nchange = "retype"\nentity = "${person}"\nentity_name = "Ada \\"M.\\" Thornby"\nkind = "organization"\n`,
  );
  assert.throws(() => new correctionGlue.Correction(corpus, "{"), /is missing/);
  assert.throws(() => new correctionGlue.Correction(corpus.slice(0, 99), "[]"));
});

test("a corpus read anew with curated names is the one that is built with them", async () => {
  const files = { "corpus.toml": 'title = "Harbour \\"news\\""\nlanguage = "en"\nhome = "https://harbour.example/"', "harbour.txt": HARBOUR, "ferry.md": FERRY };
  const toml = '[[entity]]\nkind = "organization"\nname = "Harwick Dredging"\nalso = ["The dredging"]\n';
  const plain = open(corpusWith(files).corpus);
  assert.equal(plain.info.title, 'Harbour "news"');
  /** @param {string} names */
  const anew = (names) => {
    const assembly = new assemblyGlue.Assembly("");
    assembly.add("entities.toml", new TextEncoder().encode(correctionGlue.entities_toml(plain.engine.corpus_bytes())));
    const added = assembly.add("names.toml", new TextEncoder().encode(names));
    addCorpus(assembly, plain.engine);
    return { corpus: assembly.finish(), added };
  };
  assert.deepEqual(anew("").corpus, corpusWith(files).corpus);

  const { corpus, added } = anew(`${toml}[[correction]]\nchange = "rename"\nentity = "ada-thornby"\nname = "A. Thornby"\n[[entity]]\nkind = "plce"\nname = "Sund"`);
  assert.deepEqual(corpus, corpusWith({ ...files, "entities.toml": toml }).corpus);
  assert.deepEqual([added.entities, added.corrections], [1, [{ change: "rename", entity: "ada-thornby", entity_name: "", name: "A. Thornby" }]]);
  assert.deepEqual(added.problems.map((/** @type {any} */ { file, line, message }) => `${file}:${line}: ${message}`), ["names.toml:10: unknown kind `plce` of `Sund`"]);
  assert.deepEqual(changes(await meant(plain.engine), await meant(open(corpus).engine)), { mentions: 1, articles: 1 });
});
