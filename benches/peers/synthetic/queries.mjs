// @ts-check
/**
 * Seven classes of queries over a corpus, thirty of each, with the number of articles that match as brute force finds
 * it. Drawn so that no reading of a class is in doubt: no phrase also runs from a title into its text anywhere, and a
 * typo matches the same words whether or not a swap of neighbours counts as one.
 */
import { DAYS, FIRST_DAY, SOURCES, dateOf } from "./corpus.mjs";
import { Random } from "./random.mjs";
import { wordsOf } from "./words.mjs";

export const CLASSES = /** @type {const} */ (["common", "rare", "and", "prefix", "phrase", "fuzzy", "facet"]);
export const QUERIES_A_CLASS = 30;

/** What brute force takes long for is searched no further than this. */
const TRIES = 1000;

/**
 * `from`, `to`: the first and last day, both included. `total`: how many articles match.
 * @typedef {object} Query
 * @property {typeof CLASSES[number]} kind
 * @property {string[]} words
 * @property {string} [source]
 * @property {string} [from]
 * @property {string} [to]
 * @property {number} total
 */

/** @param {Iterable<import("./corpus.mjs").Article>} articles @returns {Query[]} */
export function queriesOver(articles) {
  const archive = new Archive(articles);
  const random = new Random(99);
  const drawing = new Drawing(archive, random);
  return CLASSES.flatMap((kind) =>
    Array.from({ length: QUERIES_A_CLASS }, (_, place) => {
      for (let tries = 0; tries < TRIES; tries++) {
        const query = drawing.draw(kind, place);
        const total = query && archive.count(query);
        if (query && total !== null) return { ...query, total: /** @type {number} */ (total) };
      }
      throw new Error(`no clear ${kind} query can be drawn from this corpus`);
    }),
  );
}

/** Which articles match, found by looking at all of them. */
class Archive {
  /** @param {Iterable<import("./corpus.mjs").Article>} articles */
  constructor(articles) {
    /** Words between spaces, title and text apart. @type {string[]} */
    this.texts = [];
    /** @type {string[]} */
    this.sources = [];
    /** @type {string[]} */
    this.dates = [];
    /** The articles of each word. @type {Map<string, number[]>} */
    this.holders = new Map();
    for (const { title, source, date, body } of articles) {
      const number = this.texts.length;
      const words = [wordsOf(title), wordsOf(body)];
      this.texts.push(words.map((part) => ` ${part.join(" ")} `).join("|"));
      this.sources.push(source);
      this.dates.push(date);
      for (const word of new Set(words.flat())) {
        const holders = this.holders.get(word);
        if (holders) holders.push(number);
        else this.holders.set(word, [number]);
      }
    }
  }

  /** How many articles match; null where two readings of the query differ. @param {Omit<Query, "total">} query */
  count({ kind, words, source, from = "", to = "" }) {
    const [first = ""] = words;
    if (kind === "prefix") return this.holding((word) => word.startsWith(first));
    if (kind === "fuzzy") {
      const plain = this.holding((word) => isOneTypo(word, first));
      return plain === this.holding((word) => isOneTypo(word, first) || isOneSwap(word, first)) ? plain : null;
    }
    const found = this.withAll(words);
    if (kind === "facet") {
      const within = (/** @type {string} */ date) => date >= from && date <= to;
      return found.filter((number) => this.sources[number] === source && within(this.dates[number] ?? "")).length;
    }
    if (kind !== "phrase") return found.length;
    const phrase = ` ${words.join(" ")} `;
    const apart = found.filter((number) => this.texts[number]?.includes(phrase)).length;
    const across = found.filter((number) => this.texts[number]?.replace(" | ", " ").includes(phrase)).length;
    return apart === across ? apart : null;
  }

  /** @param {(word: string) => boolean} accepts */
  holding(accepts) {
    const found = new Set();
    for (const [word, holders] of this.holders) if (accepts(word)) for (const number of holders) found.add(number);
    return found.size;
  }

  /** @param {string[]} words @returns {number[]} */
  withAll(words) {
    const lists = words.map((word) => this.holders.get(word) ?? []).sort((a, b) => a.length - b.length);
    return lists.reduce((found, list) => {
      const holds = new Set(list);
      return found.filter((number) => holds.has(number));
    });
  }
}

class Drawing {
  /** @param {Archive} archive @param {Random} random */
  constructor(archive, random) {
    this.archive = archive;
    this.random = random;
    const articles = archive.texts.length;
    const plain = [...archive.holders].filter(([word]) => /^[a-z]+$/.test(word));
    /** @param {number} fewest @param {number} most @param {number} letters */
    const between = (fewest, most, letters) =>
      plain.filter(([word, { length }]) => word.length >= letters && length >= fewest && length <= most).map(([word]) => word);
    this.common = between(0.1 * articles, 0.6 * articles, 3);
    this.rare = between(1, Math.max(2, Math.min(10, 0.01 * articles)), 5);
    this.middle = between(Math.max(2, 0.004 * articles), 0.1 * articles, 4);
    this.mistaken = between(Math.max(2, 0.001 * articles), 0.05 * articles, 6);
    this.joined = new Set([...this.middle, ...this.common]);
  }

  /** @param {Query["kind"]} kind @param {number} place @returns {Omit<Query, "total"> | null} */
  draw(kind, place) {
    const { random } = this;
    switch (kind) {
      case "common":
      case "rare":
        return { kind, words: [random.pick(this[kind])] };
      case "and":
        return this.together(2 + (place % 2));
      case "prefix":
        return { kind, words: [random.pick(place % 3 ? this.middle : this.rare).slice(0, 3 + (place % 3))] };
      case "phrase":
        return this.phrase(2 + (place % 2));
      case "fuzzy":
        return { kind, words: [mistyped(random, random.pick(this.mistaken), place % 3)] };
      case "facet": {
        const from = FIRST_DAY + 30 * random.below((DAYS - 366) / 30);
        const words = [random.pick(place % 2 ? this.common : this.middle)];
        return { kind, words, source: random.pick(SOURCES.slice(0, 5)), from: dateOf(from), to: dateOf(from + 365) };
      }
    }
  }

  /** Words that stand in one article. @param {number} count @returns {Omit<Query, "total"> | null} */
  together(count) {
    const words = this.random.pick(this.archive.texts).split(/[ |]+/).filter((word) => this.joined.has(word));
    const chosen = new Set(Array.from({ length: count }, () => this.random.pick(words)));
    return words.length > 0 && chosen.size === count ? { kind: "and", words: [...chosen] } : null;
  }

  /** Words that stand side by side in one article's text. @param {number} count @returns {Omit<Query, "total">} */
  phrase(count) {
    const words = this.random.pick(this.archive.texts).split("|")[1]?.trim().split(" ") ?? [];
    const start = this.random.below(words.length - count);
    return { kind: "phrase", words: words.slice(start, start + count) };
  }
}

/** @param {Random} random @param {string} word @param {number} how   0: another letter, 1: one less, 2: one more */
function mistyped(random, word, how) {
  const at = 1 + random.below(word.length - 2);
  const letter = String.fromCharCode(97 + random.below(26));
  return word.slice(0, at) + (how === 1 ? "" : letter) + word.slice(how === 2 ? at : at + 1);
}

/** Whether one letter changed, added or dropped leads from one word to the other, or none. @param {string} a @param {string} b */
export function isOneTypo(a, b) {
  if (a.length < b.length) [a, b] = [b, a];
  if (a.length - b.length > 1) return false;
  const at = firstDifference(a, b);
  return a.slice(at + 1) === b.slice(a.length > b.length ? at : at + 1);
}

/** Whether two neighbours swapped lead from one word to the other. @param {string} a @param {string} b */
function isOneSwap(a, b) {
  const at = firstDifference(a, b);
  return a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** @param {string} a @param {string} b */
function firstDifference(a, b) {
  let at = 0;
  while (at < b.length && a[at] === b[at]) at++;
  return at;
}
