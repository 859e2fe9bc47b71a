// @ts-check
/**
 * As many invented articles as a test asks for, and a client that answers about them as the engine does: what the page
 * is tried on where a corpus would be too small or too slow to build. Never part of the page.
 */
import { formatNumber } from "../../www/lib/format.js";

/** @import {Article, Completions, Concordance, FacetName, FacetValue, Hit, Request, Results} from "../../www/crossread.d.ts" */

const SOURCES = ["Sund Herald", "Coast Wire", "Brenholm Post", "-30- Daily", "بريد الساحل"];
const PLACES = Array.from({ length: 40 }, (_, at) => `Harbour ${String(at + 1).padStart(2, "0")}`);
const WORDS = ["ferry", "harbour", "quota", "council", "storm", "repair", "winter", "timetable", "quay", "ferryman"];
const DAYS = 365 * 3;

/** @typedef {{id: string, title: string, source: string, place: string, date: string, language: string, text: string}} Item */

/** @param {number} at @param {number} salt */
function dice(at, salt) {
  return ((at + 1) * 2654435761 + salt * 40503) >>> 8;
}

/** @param {number} at @returns {Item} */
function item(at) {
  const pick = (/** @type {number} */ salt) => /** @type {string} */ (WORDS[dice(at, salt) % WORDS.length]);
  const source = /** @type {string} */ (SOURCES[dice(at, 1) % SOURCES.length]);
  const arabic = source === "بريد الساحل";
  const day = new Date(Date.UTC(2022, 0, 1 + (dice(at, 2) % DAYS)));
  const text = arabic
    ? `قال المتحدث إن العبارة ferry عادت إلى العمل بعد ${at} يوما، ثم توقفت من جديد في المرفأ.`
    : `The ${pick(3)} of the ${pick(4)} stays as it was, the ${pick(5)} office said after ${at} days. ${dice(at, 6) % 3 ? "Nobody asked about the winter." : `A second ${pick(7)} was seen near the quay, and then the ferry left with every passenger that had waited.`}`;
  return {
    id: `a-${at}`, title: `Report ${formatNumber(at + 1)} on the ${pick(3)}`, source, place: /** @type {string} */ (PLACES[dice(at, 8) % PLACES.length]),
    date: day.toISOString().slice(0, 10), language: arabic ? "ar" : "en", text,
  };
}

export class FakeClient extends EventTarget {
  /** @param {number} count */
  constructor(count) {
    super();
    this.corrections = { list: [], report: [], names: [] };
    this.items = Array.from({ length: count }, (_, at) => item(at)).sort((a, b) => b.date.localeCompare(a.date));
    this.info = { title: "Invented harbour reports", description: "", language: "en", licence: "CC0-1.0", home: "", articles: count };
    this.ready = Promise.resolve(this.info);
    this.trouble = null;
    this.running = true;
    this.own = false;
    this.published = true;
    /** @type {Map<string, string>} */
    this.labels = new Map();
    /** How often each question was asked. @type {Record<string, number>} */
    this.asked = {};
  }

  /** @param {string} what */
  note(what) {
    this.asked[what] = (this.asked[what] ?? 0) + 1;
  }

  /** @param {string} facet @param {string} value */
  labelOf(facet, value) {
    return facet === "place" ? PLACES.find((place) => slug(place) === value) : value;
  }

  /** @param {Request} request @param {boolean} [dated] @returns {Item[]} */
  matching({ query = "", selected = {}, excluded = {}, from = "", to = "" }, dated = true) {
    const tests = patterns(query).map((pattern) => new RegExp(pattern, "iu"));
    return this.items.filter((one) => {
      const { source, place, date } = one;
      const facts = /** @type {Record<string, string>} */ ({ source, place: slug(place), year: date.slice(0, 4) });
      return tests.every((test) => test.test(one.title) || test.test(one.text))
        && Object.entries(selected).every(([facet, values]) => values.includes(facts[facet] ?? ""))
        && !Object.entries(excluded).some(([facet, values]) => values.includes(facts[facet] ?? ""))
        && (!dated || ((!from || date.slice(0, from.length) >= from) && (!to || date.slice(0, to.length) <= to)));
    });
  }

  /** @param {Request} request @param {object} [_owner] @param {string} [otherwise] @returns {Promise<Results & {otherwise?: string}>} */
  async search(request, _owner, otherwise = "") {
    this.note("search");
    const found = this.matching(request);
    if (found.length === 0 && otherwise) {
      const others = { ...request, query: otherwise };
      const matching = this.matching(others);
      if (matching.length > 0) return { ...this.answer(others, matching), otherwise };
    }
    return this.answer(request, found);
  }

  /** @param {Request} request @param {Item[]} found @returns {Results} */
  answer(request, found) {
    const { query = "", offset = 0, limit = 50 } = request;
    const suggestion = found.length === 0 && /^fery$/i.test(query.trim()) ? { query: "ferry", total: this.matching({ query: "ferry" }).length } : undefined;
    const facets = { ...emptyFacets(), source: this.facet(request, "source").slice(0, 50), place: this.facet(request, "place").slice(0, 20), year: this.facet(request, "year") };
    return {
      total: found.length, hits: found.slice(offset, offset + limit).map((one) => hitOf(one, query)), facets, diagnostics: [], suggestion,
      facet_totals: /** @type {any} */ (Object.fromEntries(Object.keys(facets).map((name) => [name, this.facet(request, /** @type {FacetName} */ (name)).length]))),
      dates: this.dates(request),
    };
  }

  async whole() {
    return this.search({ limit: 1 });
  }

  /** @param {Request} request @param {FacetName} facet @returns {FacetValue[]} */
  facet(request, facet) {
    const { [facet]: _, ...selected } = request.selected ?? {};
    const { [facet]: __, ...excluded } = request.excluded ?? {};
    /** @type {Map<string, FacetValue>} */
    const counts = new Map();
    for (const { source, place, date } of this.matching({ ...request, selected, excluded })) {
      const label = facet === "source" ? source : facet === "place" ? place : facet === "year" ? date.slice(0, 4) : "";
      if (!label) continue;
      const value = facet === "place" ? slug(label) : label;
      const row = counts.get(value) ?? { value, label, count: 0 };
      row.count += 1;
      counts.set(value, row);
    }
    return [...counts.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  }

  /** @param {Request} request @returns {Results["dates"]} */
  dates(request) {
    const counts = new Map();
    for (const { date } of this.matching(request, false)) counts.set(date.slice(0, 7), (counts.get(date.slice(0, 7)) ?? 0) + 1);
    const bins = Array.from({ length: 36 }, (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`);
    return { unit: "month", bins: bins.map((start) => ({ start, count: counts.get(start) ?? 0 })) };
  }

  /** Nothing is foreseen here: every key is a question. */
  async foresee() {}

  /** @param {string} query @param {number} caret @returns {Promise<Completions>} */
  async complete(query, caret) {
    this.note("complete");
    const start = query.lastIndexOf(" ", caret - 1) + 1;
    const word = query.slice(start, caret).toLowerCase();
    /** @type {Completions["items"]} */
    const words = WORDS.filter((one) => one.startsWith(word)).map((text) => ({ kind: "word", text, label: text, count: this.matching({ query: text }).length }));
    /** @type {Completions["items"]} */
    const places = PLACES.filter((one) => one.toLowerCase().startsWith(word)).slice(0, 3).map((label) => ({ kind: "entity", entity_kind: "place", text: `place:"${label}"`, label, count: 3 }));
    return { start, end: caret, items: [...words, ...places] };
  }

  /** @param {Request} request @param {FacetName} facet @param {string} text */
  async values(request, facet, text) {
    this.note("values");
    return this.facet(request, facet).filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
  }

  /** @param {Request & {article?: string, order?: string}} request @returns {Promise<Concordance>} */
  async concordance({ article, order = "article", offset = 0, limit = 50, ...request }) {
    const lines = this.matching(request).filter(({ id }) => !article || id === article).flatMap((one) =>
      marksOf(one.text, request.query ?? "").map(([start, end]) => ({
        ...header(one), start, end, left: one.text.slice(0, start), match: one.text.slice(start, end), right: one.text.slice(end),
      })));
    const before = (/** @type {string} */ text) => /(\S*)\s*$/.exec(text)?.[1] ?? "";
    const after = (/** @type {string} */ text) => /^\s*(\S*)/.exec(text)?.[1] ?? "";
    if (order === "left") lines.sort((a, b) => before(a.left).localeCompare(before(b.left)));
    if (order === "right") lines.sort((a, b) => after(a.right).localeCompare(after(b.right)));
    return { total: lines.length, ordered: lines.length, lines: lines.slice(offset, offset + limit) };
  }

  /** @param {string} id @returns {Promise<Article>} */
  async article(id) {
    const one = this.items.find((other) => other.id === id);
    if (!one) throw new Error(`no article “${id}” in this collection`);
    return { ...header(one), text: one.text, blocks: [{ start: 0, end: one.text.length, kind: "paragraph" }], mentions: [], quotes: [], dates: [], numbers: [] };
  }

  /** @param {string} query @param {string} id */
  async matches(query, id) {
    const { text } = await this.article(id);
    return marksOf(text, query).map(([start, end]) => ({ start, end }));
  }

  async nearest() {
    return [];
  }

  /** @param {string} _from @param {number} _limit */
  async timeline(_from, _limit) {
    return { total: 0, years: [], first: 0, entries: [] };
  }
}

/** @returns {Results["facets"]} */
function emptyFacets() {
  return { source: [], person: [], organization: [], place: [], agreement: [], event: [], year: [] };
}

/** @param {string} label */
function slug(label) {
  return label.toLowerCase().replaceAll(" ", "-");
}

/** @param {Item} one */
function header({ id, title, source, date, language }) {
  return { id, title, source, date, language };
}

/** Each word of a query as a pattern; a star stands for any ending. @param {string} query */
function patterns(query) {
  return query.split(/\s+/).filter(Boolean).map((word) => {
    const letters = word.replace(/[^\p{L}\p{N}]/gu, "");
    return `(?<!\\p{L})${letters}${word.endsWith("*") ? "\\p{L}*" : "(?!\\p{L})"}`;
  });
}

/** @param {string} text @param {string} query @returns {[number, number][]} */
function marksOf(text, query) {
  const words = patterns(query);
  if (words.length === 0) return [];
  const marks = [...text.matchAll(new RegExp(words.join("|"), "giu"))];
  return marks.map((match) => [match.index, match.index + match[0].length]);
}

/** @param {Item} one @param {string} query @returns {Hit} */
function hitOf(one, query) {
  return {
    ...header(one), score: 1, snippets: [{ start: 0, text: one.text, marks: marksOf(one.text, query) }],
    entities: [{ entity: slug(one.place), label: one.place, kind: "place" }], more_entities: 0,
  };
}
