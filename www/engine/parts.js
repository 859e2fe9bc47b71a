// @ts-check
/**
 * Long answers of the engine, kept in the worker and handed to the page a part at a time: what a part costs the page's
 * thread does not grow with the corpus.
 */
import { joins, overTime } from "../lib/portrait.js";
import { yearsOf } from "../lib/timeline.js";

/**
 * @typedef {import("../crossread.d.ts").Engine} Engine
 * @typedef {import("../crossread.d.ts").EntityProfile} EntityProfile
 * @typedef {import("../crossread.d.ts").TimelineEntry} TimelineEntry
 * @typedef {import("../crossread.d.ts").Header} Header
 * @typedef {EntityProfile["quotes"][number] & {header?: Header}} Saying
 * @typedef {Omit<EntityProfile, "quotes" | "joined"> & {quotes: Saying[], joins: import("../lib/portrait.js").Joined[], totals: {articles: number, mentions: number, quotes: number}, times: import("../lib/portrait.js").Times}} EntityPart
 *   `articles` and `quotes`: the first of them; `joins`, `totals` and `times`: of all
 * @typedef {{total: number, years: import("../lib/timeline.js").YearCount[], first: number, entries: TimelineEntry[]}} TimelinePart
 *   `first`: how many entries stand before these
 */

export class Parts {
  constructor() {
    this.forget();
  }

  forget() {
    /** @type {EntityProfile | null} */
    this.profile = null;
    /** @type {import("../lib/portrait.js").Joined[]} */
    this.joins = [];
    /** @type {TimelineEntry[] | null} */
    this.entries = null;
  }

  /** @param {Engine} engine @param {string} id @param {number} limit @returns {EntityPart} */
  entity(engine, id, limit) {
    if (this.profile?.entity !== id) {
      this.profile = engine.entity(id);
      this.joins = joins(this.profile);
    }
    const { articles, quotes, joined, ...profile } = this.profile;
    const mentions = articles.reduce((sum, { count }) => sum + count, 0);
    return {
      ...profile,
      joins: this.joins,
      articles: articles.slice(0, limit),
      quotes: quotes.slice(0, limit).map((quote) => ({ ...quote, header: headerOf(articles, quote.article) })),
      times: overTime(articles),
      totals: { articles: articles.length, mentions, quotes: quotes.length },
    };
  }

  /** @param {Engine} engine @param {string} from @param {number} limit @returns {TimelinePart} */
  timeline(engine, from, limit) {
    this.entries ??= engine.timeline();
    const years = yearsOf(this.entries);
    const first = from ? (years.find(({ key }) => key >= from)?.first ?? this.entries.length) : 0;
    return { total: this.entries.length, years, first, entries: this.entries.slice(first, first + limit) };
  }
}

/** @param {EntityProfile["articles"]} articles @param {string} id */
function headerOf(articles, id) {
  const found = articles.find((article) => article.id === id);
  if (!found) return undefined;
  const { title, source, date, date_basis, language } = found;
  return { id, title, source, date, date_basis, language };
}
