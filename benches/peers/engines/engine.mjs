/**
 * What every engine here can do, and what those need that cannot do a thing themselves: a filter by source and date, and
 * phrases by looking through the texts of what holds all words.
 */
import { sideBySide } from "../synthetic/words.mjs";

/**
 * An article as engines take it: title and text are one field; the day is counted from 1970.
 * @typedef {{id: number, text: string, source: string, date: string, day: number}} Document
 */
/** What stands beside the index: of each article. @typedef {{sources: string[], dates: string[], texts: string[]}} Beside */

/**
 * @template Index
 * @typedef {object} Engine
 * @property {string} name
 * @property {Partial<Record<import("../synthetic/queries.mjs").Query["kind"], string>>} how
 *   the kinds of query it answers; the text says what was added to it for that, empty where nothing was
 * @property {(documents: Document[]) => Promise<Index>} build
 * @property {(index: Index) => Promise<Uint8Array>} save
 * @property {(bytes: Uint8Array) => Promise<Index>} load
 * @property {(index: Index, query: import("../synthetic/queries.mjs").Query, beside: Beside) => number | Promise<number>} count
 *   how many articles match, with the best twenty found where the engine ranks
 */

/** @param {import("../synthetic/corpus.mjs").Article} article @param {number} id @returns {Document} */
export function documentOf({ title, source, date, body }, id) {
  return { id, text: `${title}\n${body}`, source, date, day: Date.parse(date) / 86_400_000 };
}

export function isWithin(query, { source, date }) {
  return source === query.source && date >= query.from && date <= query.to;
}

/** How many of these articles are of the query's source and days. */
export function countWithin(query, ids, { sources, dates }) {
  let count = 0;
  for (const id of ids) if (isWithin(query, { source: sources[id], date: dates[id] })) count++;
  return count;
}

/** How many of these articles have the query's words side by side. */
export function withPhrase(query, ids, texts) {
  const phrase = sideBySide(query.words);
  let count = 0;
  for (const id of ids) if (phrase.test(texts[id])) count++;
  return count;
}

export function toJson(value) {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function fromJson(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}
