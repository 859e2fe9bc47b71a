// @ts-check
/** The tables of a comparison: who is named how often and by which names, what cannot both be so, which words stand out. */

/** @import {Comparison, Passage} from "../crossread.d.ts" */

/**
 * @typedef {Comparison["entities"][number]} EntityRow
 * @typedef {Comparison["words"][number]} WordRow
 * @typedef {{by: string, descending: boolean}} Order   `by`: a column's name, or the number of an article
 */

/** More than any log ratio of counts of 32 bits. */
const BEYOND = 100;

/**
 * @param {EntityRow[]} rows @param {Order} order
 * @returns {EntityRow[]}
 */
export function sortEntities(rows, order) {
  return sorted(rows, order, (row) => {
    if (order.by === "label") return row.label;
    if (order.by === "kind") return row.kind;
    if (order.by === "total") return sum(row.counts);
    return row.counts[Number(order.by)] ?? 0;
  }, ({ label }) => label);
}

/**
 * By log ratio, words with less evidence than asked for, a BIC, stand behind all others.
 * @param {WordRow[]} rows @param {Order} order @param {number} [evidence]
 * @returns {WordRow[]}
 */
export function sortWords(rows, order, evidence = -Infinity) {
  return sorted(rows, order, (row) => {
    if (order.by === "term") return row.term;
    if (order.by === "log_ratio") return Math.abs(row.log_ratio) + ((row.bic ?? 0) < evidence ? 0 : BEYOND);
    if (order.by === "g2") return row.g2;
    if (order.by === "dispersion") return row.dispersion ?? 0;
    return row.counts[Number(order.by)] ?? 0;
  }, ({ term }) => term);
}

/**
 * @template Row
 * @param {Row[]} rows @param {Order} order @param {(row: Row) => string | number} value @param {(row: Row) => string} name
 * @returns {Row[]}
 */
function sorted(rows, order, value, name) {
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compareValues(value(a), value(b)) || name(a).localeCompare(name(b), "en"));
}

/** @param {string | number} a @param {string | number} b */
function compareValues(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en");
}

/** The next order when a column's head is pressed. @param {Order} order @param {string} by @param {boolean} textual @returns {Order} */
export function pressed(order, by, textual) {
  if (order.by === by) return { by, descending: !order.descending };
  return { by, descending: !textual };
}

/**
 * Entities that at least two articles name, parted into those they name differently and those they name alike.
 * @param {EntityRow[]} rows
 */
export function namings(rows) {
  const shared = rows.filter(({ counts }) => counts.filter((count) => count > 0).length > 1);
  return { differ: shared.filter(namedDifferently), alike: shared.filter((row) => !namedDifferently(row)) };
}

/** @param {EntityRow} row */
function namedDifferently({ counts, names }) {
  const sets = names.filter((_names, index) => (counts[index] ?? 0) > 0).map(nameSet);
  return new Set(sets).size > 1;
}

/** @param {string[]} names */
function nameSet(names) {
  return [...new Set(names.map((name) => name.toLocaleLowerCase("en")))].sort().join("\n");
}

/**
 * Whether a name is used by one of the articles only.
 * @param {EntityRow} row @param {number} article @param {string} name
 */
export function onlyHere({ names }, article, name) {
  const folded = name.toLocaleLowerCase("en");
  return !names.some((others, index) => index !== article && others.some((other) => other.toLocaleLowerCase("en") === folded));
}

/**
 * Passages that tell the same with other dates or numbers.
 * @param {Comparison} comparison
 * @returns {{passage: Passage, difference: Passage["differs"][number]}[]}
 */
export function factDifferences({ passages }) {
  return passages.flatMap((passage) =>
    passage.differs.filter(({ kind }) => kind === "date" || kind === "number").map((difference) => ({ passage, difference })),
  );
}

/**
 * Entities that only the given article names, those named most first.
 * @param {EntityRow[]} rows @param {number} article @param {string[]} [texts]  of the articles
 */
export function onlyIn(rows, article, texts) {
  return rows
    .filter((row) => row.counts.every((count, index) => (index === article ? count > 0 : isSilent(rows, row, index, texts))))
    .sort((a, b) => (b.counts[article] ?? 0) - (a.counts[article] ?? 0));
}

/**
 * Whether an article surely does not name an entity: neither it, nor another that may be the same after all, as “Trump” may be
 * “Donald Trump”, and “Chuck Rettig” “Charles Rettig”; and its text does not hold what the name ends with, unrecognised.
 * @param {EntityRow[]} rows @param {EntityRow} row @param {number} article @param {string[]} [texts]
 */
export function isSilent(rows, row, article, texts = []) {
  const end = row.label.split(/\s+/).slice(row.kind === "person" ? -1 : -2).join(" ");
  return !texts[article]?.includes(end) && rows.every((other) => !other.counts[article] || (other !== row && !mayBeOne(row, other)));
}

/** @param {EntityRow} a @param {EntityRow} b */
function mayBeOne(a, b) {
  const [short = [], long = []] = [a, b].map(({ label }) => label.toLocaleLowerCase("en").split(/\s+/)).sort((one, other) => one.length - other.length);
  return short.every((word) => long.includes(word)) || (a.kind === "person" && b.kind === "person" && short.at(-1) === long.at(-1));
}

/**
 * Entities that every article names, those named most first.
 * @param {EntityRow[]} rows
 */
export function inAll(rows) {
  return rows.filter(({ counts }) => counts.every((count) => count > 0)).sort((a, b) => sum(b.counts) - sum(a.counts));
}

/** @param {number[]} numbers */
export function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The largest count of all, for the length of bars. @param {{counts: number[]}[]} rows */
export function largest(rows) {
  return Math.max(1, ...rows.flatMap(({ counts }) => counts));
}
