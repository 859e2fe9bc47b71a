// @ts-check
/**
 * What an entity's profile comes to: who names it how, why its names are taken for one, and when it is written about. No DOM.
 *
 *   bySource(names, 9)      [{source: "Tehran Times", count: 5, names: [{name: "Araghchi", form: "name", count: 4}, …]}, …]
 *   joins(profile)          [{name: "Araqchi", why: "transcription", articles: 3, …}, …]
 *   overTime(articles)      {unit: "month", undated: 0, bins: [{start: "2025-04", mentions: 7, articles: 1}, …]}
 */

/** @import {EntityProfile} from "../crossread.d.ts" */

/**
 * @typedef {"within" | EntityProfile["joined"][number]["why"]} Why   `within`: the article itself gives a longer name
 * @typedef {{name: string, form: Naming["form"], why: Why, articles: number, first?: EntityProfile["articles"][number]}} Joined
 *   `first`: of the articles, with the mention that has this name alone
 * @typedef {{name: string, form: EntityProfile["names"][number]["form"], count: number}} Naming
 * @typedef {{source: string, count: number, names: Naming[]}} SourceNaming   `source` is empty for articles without a publisher
 * @typedef {{start: string, mentions: number, articles: number}} Bin         `start`: `2025`, `2025-04` or `2025-04-18`
 * @typedef {{unit: "day" | "month" | "year", undated: number, bins: Bin[]}} Times    `undated`: articles without a date
 */

/** A row of more bars than this is not taken in at a glance. */
const MOST_BINS = 48;

/**
 * How each publisher names it, whoever names it most often first.
 * @param {EntityProfile["names"]} names
 * @returns {SourceNaming[]}
 */
export function bySource(names) {
  /** @type {Map<string, SourceNaming>} */
  const found = new Map();
  const add = (/** @type {string} */ source, /** @type {Naming} */ naming) => {
    if (naming.count <= 0) return;
    const of = found.get(source) ?? { source, count: 0, names: [] };
    of.count += naming.count;
    of.names.push(naming);
    found.set(source, of);
  };
  for (const { name, form, count, sources } of names) {
    for (const of of sources) add(of.source, { name, form, count: of.count });
    add("", { name, form, count: count - sources.reduce((sum, of) => sum + of.count, 0) });
  }
  const all = [...found.values()];
  for (const of of all) of.names.sort((a, b) => b.count - a.count);
  return all.sort((a, b) => b.count - a.count);
}

/**
 * How each article names it: where none has a publisher, the articles are what can be told apart.
 * @param {EntityProfile["names"]} names @param {EntityProfile["articles"]} articles
 * @returns {SourceNaming[]}  each under the title of its article
 */
export function byArticle(names, articles) {
  const lower = (/** @type {string} */ text) => text.toLowerCase();
  const all = names.filter(({ name }, at) => names.findIndex((other) => lower(other.name) === lower(name)) === at);
  return bySource(all.map(({ name, form }) => ({ name, form, count: 0, sources: articles.map(({ title, mentions }) => ({
    source: title, count: mentions.filter((mention) => lower(textOf(mention)) === lower(name)).length,
  })) })));
}

/**
 * Why other names than the label are taken for it: where an article's fullest name for it was joined to that of others, and
 * where a shorter one stands beside the fullest. Whichever stands in most articles first.
 * @param {Pick<EntityProfile, "joined" | "names" | "articles">} profile
 * @returns {Joined[]}
 */
export function joins({ joined, names, articles }) {
  const forms = new Map(names.map(({ name, form }) => [name, form]));
  /** @type {Map<string, Joined>} */
  const found = new Map();
  const of = (/** @type {string} */ name, /** @type {Why} */ why) => {
    const one = found.get(`${why} ${name}`) ?? { name, why, form: forms.get(name) ?? "name", articles: 0 };
    found.set(`${why} ${name}`, one);
    return one;
  };
  for (const { name, why } of joined) of(name, why);
  for (const article of articles) {
    /** @type {Map<string, typeof article.mentions>} */
    const said = new Map();
    for (const mention of article.mentions) if (!said.has(textOf(mention))) said.set(textOf(mention), [mention]);
    const own = [...said.keys()].filter((name) => /name|acronym/.test(forms.get(name) ?? ""));
    const fullest = longest(own);
    for (const name of own) {
      const isPart = forms.get(name) === "acronym" || words(name).every((word) => words(fullest).includes(word));
      const why = name !== fullest ? isPart && "within" : joined.find((other) => other.name === name)?.why;
      if (!why) continue;
      const one = of(name, why);
      one.articles += 1;
      one.first ??= { ...article, mentions: said.get(name) ?? [] };
    }
  }
  return [...found.values()].sort((a, b) => b.articles - a.articles);
}

/** Of the names that an article has for one entity, the one by which it was joined to others. @param {string[]} names */
export function longest(names) {
  return names.reduce((a, b) => (b.length > a.length ? b : a), "");
}

/** @param {EntityProfile["articles"][number]["mentions"][number]} mention */
function textOf({ start, end, sentence }) {
  return words(sentence.text.slice(start - sentence.start, end - sentence.start)).join(" ");
}

/** @param {string} name */
function words(name) {
  return name.split(/\s+/).filter(Boolean);
}

/**
 * Mentions by the date of their articles, without a gap from the first to the last: by day, month or year, whichever is the
 * finest that can be taken in at a glance. A date less exact than the unit makes the unit coarser.
 * @param {{date?: string, count: number}[]} articles
 * @returns {Times}
 */
export function overTime(articles) {
  const dated = articles.flatMap(({ date, count }) => {
    const start = /^(\d{4})(-(?:0[1-9]|1[0-2])(?:-\d\d)?)?/.exec(date ?? "")?.[0];
    return start ? [{ start, count }] : [];
  });
  const undated = articles.length - dated.length;
  const exact = Math.min(10, ...dated.map(({ start }) => start.length));
  for (const [unit, length] of /** @type {const} */ ([["day", 10], ["month", 7], ["year", 4]])) {
    if (length > exact) continue;
    const starts = dated.map(({ start }) => start.slice(0, length)).sort();
    const bins = between(starts[0] ?? "", starts.at(-1) ?? "", unit === "year" ? Infinity : MOST_BINS);
    if (!bins) continue;
    const at = new Map(bins.map((bin) => [bin.start, bin]));
    for (const { start, count } of dated) {
      const bin = /** @type {Bin} */ (at.get(start.slice(0, length)));
      bin.mentions += count;
      bin.articles += 1;
    }
    return { unit, undated, bins };
  }
  return { unit: "year", undated, bins: [] };
}

/**
 * Every day, month or year between two, or null where there are more than `most`.
 * @param {string} first @param {string} last @param {number} most
 * @returns {Bin[] | null}
 */
function between(first, last, most) {
  const bins = [];
  for (let start = first; start && start <= last; start = after(start)) {
    bins.push({ start, mentions: 0, articles: 0 });
    if (bins.length > most) return null;
  }
  return bins;
}

/** The day, month or year after one. @param {string} start */
function after(start) {
  const [year = 0, month = 1, day = 1] = start.split("-").map(Number);
  const next = new Date(0);
  if (start.length === 10) next.setUTCFullYear(year, month - 1, day + 1);
  else if (start.length === 7) next.setUTCFullYear(year, month, 1);
  else next.setUTCFullYear(year + 1, 0, 1);
  return next.getUTCFullYear() > 9999 ? "" : next.toISOString().slice(0, start.length);
}
