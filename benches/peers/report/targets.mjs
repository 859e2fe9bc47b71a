/** What the index has to show, held against what was measured. */
import { CLASSES, QUERIES_A_CLASS } from "../synthetic/queries.mjs";
import { medianOf, megabytes, p95, right, written } from "./figures.mjs";

/**
 * `reached`: null where this run did not measure it.
 * @typedef {{what: string, measured: string, wanted: string, ratio: string, reached: boolean | null}} Target
 */

/** @returns {Target[]} */
export function targets(results) {
  const parts = [answers, speed, size, loading, building, growth, agreement, comparing, marking];
  return parts.flatMap((part) => part(results));
}

function answers({ chromium }) {
  const ours = CLASSES.map((kind) => right(chromium.crossread.query, kind)?.right ?? 0).reduce((sum, count) => sum + count, 0);
  const all = CLASSES.length * QUERIES_A_CLASS;
  return target("answers equal to brute force", `${ours} of ${all}`, "all", "", ours === all);
}

function speed({ chromium, natively }) {
  const ours = (kind) => p95(chromium.crossread.query, kind);
  const minisearch = (kind) => p95(chromium.minisearch.query, kind);
  const tantivy = (kind) => p95(natively.tantivyQuery, kind);
  /** @param {string} kind @param {string} than @param {number} theirs @param {number} most */
  const atMost = (kind, than, theirs, most) =>
    target(
      `p95 of ${kind}, against ${than}`,
      `${written(ours(kind))} ms, ${than} ${written(theirs)} ms`,
      `at most ${most === 0.1 ? "a tenth" : most === 0.5 ? "half" : `${most} ×`}`,
      `${written(ours(kind) / theirs)} ×`,
      ours(kind) <= most * theirs,
    );
  return [
    ...["common", "and", "prefix"].flatMap((kind) => [
      atMost(kind, "MiniSearch", minisearch(kind), 0.1),
      atMost(kind, "tantivy", tantivy(kind), 4),
    ]),
    atMost("phrase", "tantivy", tantivy("phrase"), 4),
    ...["fuzzy", "facet"].map((kind) => atMost(kind, "MiniSearch", minisearch(kind), 0.5)),
  ];
}

function size({ sizes, natively }) {
  const text = natively.crossreadBuild[0].text_bytes;
  const sum = (figure) => sizes.sections.filter(({ isIndex }) => isIndex).reduce((total, section) => total + section[figure], 0);
  const share = (what, bytes, most) =>
    target(what, `${megabytes(bytes)} of ${megabytes(text)} MB`, `at most ${most}`, (bytes / text).toFixed(3), bytes <= most * text);
  return [share("index with positions, share of the text", sum("bytes"), 0.42), share("the same with brotli", sum("brotli"), 0.3)];
}

function loading({ chromium, sizes }) {
  const { query } = chromium.crossread;
  const cold = medianOf(query, (round) => round.cold.totalMs);
  const memory = medianOf(query, (round) => round.memoryBytes);
  return [
    target(
      "cold start with all texts: fetch, load, first answer",
      `${written(cold)} ms`,
      "at most 150 ms",
      `${written(cold / 150)} ×`,
      cold <= 150,
    ),
    target(
      "memory in the browser, against the file",
      `${megabytes(memory)} MB, file ${megabytes(sizes.fileBytes)} MB`,
      "at most 1.5 ×",
      `${written(memory / sizes.fileBytes)} ×`,
      memory <= 1.5 * sizes.fileBytes,
    ),
  ];
}

function building({ chromium, natively }) {
  const inWasm = medianOf(chromium.crossread.build, (round) => round.mbPerS);
  const native = medianOf(natively.crossreadBuild, (round) => round.mb_per_s);
  const atLeast = (what, speed, least) =>
    target(what, `${written(speed)} MB/s`, `at least ${least} MB/s`, `${written(speed / least)} ×`, speed >= least);
  return [atLeast("building the index, in wasm", inWasm, 12), atLeast("building the index, natively on one thread", native, 40)];
}

function growth({ chromium, large, plan }) {
  if (!plan.large) return [target("every p95 on a larger corpus", "–", "at most 3 ×", "", null)];
  return CLASSES.map((kind) => {
    const [small, much] = [p95(chromium.crossread.query, kind), p95(large.crossread, kind)];
    const what = `p95 of ${kind} at ${written(plan.large)} articles, against ${written(plan.size)}`;
    return target(what, `${written(much)} ms, ${written(small)} ms`, "at most 3 ×", `${written(much / small)} ×`, much <= 3 * small);
  });
}

function agreement({ real }) {
  if (!real) return [target("tantivy finds the same in articles that people wrote", "–", "all", "", null)];
  const { queries, agreeing, articles } = real.agreement;
  const what = `tantivy finds the same in ${written(articles)} articles that people wrote`;
  return [target(what, `${agreeing} of ${queries} queries`, "all", "", agreeing === queries)];
}

function comparing({ comparing: rounds }) {
  const atMost = (what, figure, most) => {
    const time = medianOf(rounds, (round) => round[figure]);
    return target(what, `${written(time)} ms`, `at most ${most} ms`, `${written(time / most)} ×`, rounds?.length ? time <= most : null);
  };
  return [atMost("two articles of 1,000 words compared, in wasm", "two", 10), atMost("ten of them", "ten", 150)];
}

function marking({ marking: rounds }) {
  const [ours, bare] = ["ours", "bare"].map((figure) => medianOf(rounds, (round) => round[figure]));
  const measured = `${written(ours)} MB/s, aho-corasick ${written(bare)} MB/s`;
  const what = "marking 5,000 names, against bare aho-corasick, in wasm";
  return target(what, measured, "at least half", `${written(ours / bare)} ×`, rounds?.length ? ours >= bare / 2 : null);
}

/** @returns {Target} */
function target(what, measured, wanted, ratio, reached) {
  return { what, measured, wanted, ratio, reached };
}
