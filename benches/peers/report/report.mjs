/** What was measured -> docs/peers.md. */
import { CLASSES, QUERIES_A_CLASS } from "../synthetic/queries.mjs";
import { medianOf, megabytes, p95, right, written } from "./figures.mjs";
import { targets } from "./targets.mjs";

export function reportOf(results) {
  const { circumstances, plan } = results;
  const rounds = plan.rounds === 1 ? "one round" : `medians of ${plan.rounds} rounds`;
  return [
    "# Crossread's search beside others",
    `Written by \`cargo xtask peers\` on ${circumstances.date}, over ${written(plan.size)} synthetic articles, ${rounds}.`
      + ` Machine: ${circumstances.machine}; load over the run's last quarter of an hour ${written(circumstances.load)}.`,
    `${circumstances.versions.join(", ")}.`,
    "How it is measured, and how to add an engine: [benches/peers](../benches/peers/README.md). Times are of one run on one"
      + " machine: only the ratios mean something elsewhere.",
    "## What the index has to show",
    targetTable(results),
    "## Queries",
    `Milliseconds at the 95th percentile of ${QUERIES_A_CLASS} queries, and in brackets how many of them were answered as by`
      + " brute force. –: the engine has no such query.",
    "### In Chromium",
    latencyTable(results, "chromium"),
    "### In Node.js",
    latencyTable(results, "nodes"),
    notes(results),
    "## Loading and building",
    loadingTable(results),
    "The articles name no language, so that nothing is stemmed. Others hold their index alone, Crossread all that the page"
      + " shows: texts, names, quotes, dates. Memory is the JavaScript heap with its buffers, and wasm memory. Building leaves out"
      + " the reading of names, quotes and dates, which no other engine does. –: not measured.",
    "## What Crossread's file weighs",
    sectionTable(results),
    ...real(results),
    ...comparing(results),
    ...marking(results),
  ].join("\n\n") + "\n";
}

function targetTable(results) {
  const word = (reached) => (reached === null ? "not measured" : reached ? "yes" : "**no**");
  const rows = targets(results).map(({ what, measured, wanted, ratio, reached }) => [what, measured, wanted, ratio, word(reached)]);
  return table(["", "measured", "wanted", "ratio", "reached"], rows);
}

function latencyTable(results, place) {
  const answering = Object.entries(results[place]).filter(([, { query }]) => query);
  const rows = answering.map(([name, { query }]) => [titleOf(results, name), ...cells(query)]);
  rows.push(["tantivy, native", ...cells(results.natively.tantivyQuery)]);
  if (place === "chromium" && results.plan.large) {
    const many = `at ${written(results.plan.large)} articles`;
    rows.push([`Crossread ${many}`, ...cells(results.large.crossread)], [`tantivy ${many}`, ...cells(results.large.tantivyQuery)]);
  }
  return table(["", ...CLASSES], rows);
}

function cells(rounds) {
  return CLASSES.map((kind) => {
    const answered = right(rounds, kind);
    if (!answered) return "–";
    const of = answered.of === QUERIES_A_CLASS ? "" : ` of ${answered.of}`;
    return `${written(p95(rounds, kind))} (${answered.right}${of})`;
  });
}

function notes({ nodes }) {
  const answering = Object.values(nodes).flatMap(({ query }) => query?.slice(0, 1) ?? []);
  const added = answering.flatMap(({ title, how }) =>
    Object.entries(how).filter(([, what]) => what).map(([kind, what]) => `${title}, ${kind}: ${what}`));
  return `What was added to an engine that cannot do a thing itself: ${added.join("; ")}; Pagefind, facet: months for days.`;
}

function loadingTable({ chromium, nodes, natively }) {
  const rows = Object.entries(chromium).map(([name, { query, build }]) => {
    const [inNode] = nodes[name].build;
    return [
      titleOf({ nodes }, name),
      written(medianOf(query, (round) => round.cold.totalMs)),
      megabytes(medianOf(query, (round) => round.memoryBytes)),
      name === "crossread" ? "below" : written(inNode.indexBytes / inNode.textBytes),
      name === "crossread" ? "below" : written((nodes[name].brotli ?? NaN) / inNode.textBytes),
      written(medianOf(build, (round) => round.mbPerS)),
      written(inNode.mbPerS),
    ];
  });
  const ours = written(medianOf(natively.crossreadBuild, (round) => round.mb_per_s));
  const [{ index_bytes, text_bytes }] = natively.tantivyBuild;
  const theirs = written(medianOf(natively.tantivyBuild, (round) => round.mb_per_s));
  rows.push(["Crossread, native", "", "", "", "", "", ours]);
  rows.push(["tantivy, native", "", "", written(index_bytes / text_bytes), "–", "", theirs]);
  const head = ["", "cold start, ms", "memory, MB", "index / text", "with brotli", "building in Chromium, MB/s", "elsewhere, MB/s"];
  return table(head, rows);
}

function sectionTable({ sizes, natively }) {
  const text = natively.crossreadBuild[0].text_bytes;
  const rows = [...sizes.sections].sort((a, b) => b.bytes - a.bytes).map(({ name, bytes, brotli, isIndex }) =>
    [`${name}${isIndex ? "" : " (not the index)"}`, megabytes(bytes), written(bytes / text), written(brotli / text)]);
  const index = sizes.sections.filter(({ isIndex }) => isIndex);
  const sum = (figure) => index.reduce((total, section) => total + section[figure], 0);
  rows.push(["**the index**", megabytes(sum("bytes")), written(sum("bytes") / text), written(sum("brotli") / text)]);
  return table(["section", "MB", "/ text", "with brotli / text"], rows);
}

function real({ real: measured }) {
  if (!measured) return [];
  const { agreement, crossread } = measured;
  const kinds = Object.keys(agreement.tantivy_p95);
  const row = (name, figure) => [name, ...kinds.map((kind) => written(figure(kind)))];
  const differing = agreement.differing.map(
    ({ query, crossread: ours, tantivy }) => `\`${query}\` (Crossread ${ours}, tantivy ${tantivy})`,
  );
  return [
    "## Articles that people wrote",
    `${agreement.queries} queries drawn from ${written(agreement.articles)} news articles: tantivy, given the same words,`
      + ` finds the same articles in ${agreement.agreeing}.${differing.length > 0 ? ` Not in: ${differing.join(", ")}.` : ""}`
      + " Milliseconds at the 95th percentile:",
    table(["", ...kinds], [
      row("Crossread in Chromium", (kind) => p95(crossread, kind)),
      row("tantivy, native", (kind) => agreement.tantivy_p95[kind]),
    ]),
  ];
}

function comparing({ comparing: rounds }) {
  if (!rounds?.length) return [];
  const row = (name, figure) => [name, written(medianOf(rounds, (round) => round[figure]))];
  return [
    "## Comparing articles",
    `Articles of ${written(Math.min(...rounds[0].words))} to ${written(Math.max(...rounds[0].words))} words about different things, in Node.js, each round in a`
      + " process of its own. The first comparison is the one during which what is called gets compiled; jsdiff and similar only find"
      + " the words that differ. Milliseconds:",
    table(["", "ms"], [
      row("Crossread, two articles, the first time", "first"),
      row("Crossread, two articles, median of 15", "two"),
      row("Crossread, two articles, after 150 more", "warm"),
      row("Crossread, ten articles, median of 15", "ten"),
      row("similar in wasm, words of two", "similar"),
      row("jsdiff, words of two", "jsdiff"),
    ]),
  ];
}

function marking({ marking: rounds }) {
  if (!rounds?.length) return [];
  const [{ names, bytes, marked, found }] = rounds;
  const row = (name, figure, count) => [name, written(medianOf(rounds, (round) => round[figure])), written(count)];
  return [
    "## Marking names",
    `The ${written(names)} most frequent runs of words with capitals, sought in ${megabytes(bytes)} MB of articles, by one wasm file in Node.js.`
      + " Crossread finds whole words with their capitals, within a sentence, and the countries and institutions that it knows by"
      + " itself; aho-corasick finds strings. Words that may begin a name are told by their letters, eight bytes at a time;"
      + " the rest of the time goes into whether one of those is a name where it stands.",
    table(["", "MB/s", "found"], [
      row("Crossread, the first step of reading names", "ours", marked),
      row("aho-corasick, the longest from left to right", "bare", found),
    ]),
  ];
}

function titleOf({ nodes }, name) {
  return nodes[name].query?.[0].title ?? "Pagefind";
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}
