// @ts-check
/** The days that articles name and the figures they give, side by side. Nothing is judged: each stands where it is read. */

/** @import {Article, Stretch} from "../crossread.d.ts" */

/**
 * @template {Stretch} Item
 * @typedef {{key: string, cells: Item[][]}} Row   what each article has of it, in the order of the text
 */

/** Not what the article itself says. */
const APART = ["dateline", "byline", "related", "teaser"];

/**
 * The dates by value, earliest first.
 * @param {Article[]} articles
 */
export function daysOf(articles) {
  // Spring, summer and autumn, numbered 21 to 23, stand with March, June and September.
  const order = (/** @type {string} */ day) => day.replace(/-2([123])$/, (_, season) => `-0${3 * season}`);
  return rowsOf(articles, ({ dates }) => dates, ({ value }) => value).sort((a, b) => (order(a.key) < order(b.key) ? -1 : 1));
}

/**
 * The numbers by what they count, those first that most articles give; numbers of nothing known come last.
 * @param {Article[]} articles
 */
export function figuresOf(articles) {
  return rowsOf(articles, ({ numbers }) => numbers, ({ unit }) => unit).sort((a, b) => Number(!a.key) - Number(!b.key) || having(b) - having(a));
}

/** How many articles have it. @param {Row<Stretch>} row */
export function having({ cells }) {
  return cells.filter(({ length }) => length > 0).length;
}

/**
 * The different numbers of a cell: how the article writes each, where, and whether no other article gives it.
 * @param {Row<Article["numbers"][number]>} row @param {number} index @param {Article} article
 */
export function numbersOf({ cells }, index, article) {
  const others = new Set(cells.flatMap((cell, at) => (at === index ? [] : cell.map(({ value }) => value))));
  const cell = cells[index] ?? [];
  return [...new Set(cell.map(({ value }) => value))].map((value) => {
    const places = cell.filter((number) => number.value === value);
    const text = article.text.slice(places[0]?.start, places[0]?.end).replace(/\s+/g, " ");
    return { value, text, places, own: !others.has(value) };
  });
}

/**
 * @template {Stretch} Item
 * @param {Article[]} articles @param {(article: Article) => Item[]} itemsOf @param {(item: Item) => string} keyOf
 * @returns {Row<Item>[]}
 */
function rowsOf(articles, itemsOf, keyOf) {
  /** @type {Map<string, Item[][]>} */
  const rows = new Map();
  articles.forEach((article, index) => {
    for (const item of itemsOf(article)) {
      const block = article.blocks.find(({ start, end }) => start <= item.start && item.start < end);
      if (!block || APART.includes(block.kind)) continue;
      const cells = rows.get(keyOf(item)) ?? articles.map(() => []);
      cells[index]?.push(item);
      rows.set(keyOf(item), cells);
    }
  });
  return [...rows].map(([key, cells]) => ({ key, cells }));
}
