// @ts-check
/**
 * Cuts a text into nested nodes from stretches that overlap: a name inside a quotation, a date inside a name. The
 * nodes' text, read in order, is the text itself, character by character.
 *
 * A mention is never cut in two, because it is one button; what crosses a mention's edge is cut there instead.
 * O(n log n) in the stretches, times the depth of their nesting.
 */

/** @import {Article, Kind, Quote, Stretch} from "../crossread.d.ts" */

/**
 * @typedef {"person" | "organization" | "place" | "agreement" | "event" | "quote" | "date" | "number" | "differs" | "changed" | "tie"} Layer
 *
 * @typedef {Stretch & {layer: Layer, item?: any, index?: number}} Mark    `item`: what the article says there, and its number
 *
 * @typedef {object} Node
 * @property {number} start
 * @property {number} end
 * @property {string} [text]      a leaf has text
 * @property {Mark} [mark]        a branch has a mark and the nodes inside of it
 * @property {Node[]} [nodes]
 */

/** @type {Kind[]} */
export const KINDS = ["person", "organization", "place", "agreement", "event"];

/** The layers that a reader switches, in the order of the legend. */
export const LAYERS = [
  { layer: "person", name: "People" },
  { layer: "organization", name: "Organizations" },
  { layer: "place", name: "Places" },
  { layer: "agreement", name: "Agreements" },
  { layer: "event", name: "Events" },
  { layer: "quote", name: "Quotes" },
  { layer: "date", name: "Dates" },
  { layer: "number", name: "Numbers" },
  { layer: "hit", name: "Search hits" },
];

/** What is switched on for somebody who has not chosen. */
export const FIRST_LAYERS = ["person", "organization", "place", "agreement", "event", "quote", "hit"];

/**
 * The marks of an article in the layers that are switched on, by where they begin.
 * @param {Article} article
 * @param {ReadonlySet<string>} layers
 * @returns {Mark[]}
 */
export function marksOf(article, layers) {
  /** @type {Mark[]} */
  const marks = [];
  article.mentions.forEach((mention, index) => {
    if (layers.has(mention.kind)) marks.push({ ...bounds(mention), layer: mention.kind, item: mention, index });
  });
  if (layers.has("quote")) {
    for (const quote of article.quotes) {
      for (const said of wordsOf(quote)) marks.push({ ...bounds(said), layer: "quote", item: quote });
    }
  }
  if (layers.has("date")) {
    for (const date of article.dates) marks.push({ ...bounds(date), layer: "date", item: date });
  }
  if (layers.has("number")) {
    for (const number of article.numbers) marks.push({ ...bounds(number), layer: "number", item: number });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * What of a quotation was said: all of it, or where the writer's "he said" stands inside, what stands between the marks.
 * @param {Quote} quote
 * @returns {Stretch[]}
 */
export function wordsOf(quote) {
  const { parts = [], cue } = quote;
  const isBroken = cue !== undefined && quote.start <= cue.start && cue.end <= quote.end;
  return isBroken && parts.length > 0 ? parts : [quote];
}

/** @param {Stretch} stretch */
function bounds({ start, end }) {
  return { start, end };
}

/** @param {Mark} mark */
export function isMention(mark) {
  return KINDS.includes(/** @type {Kind} */ (mark.layer));
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Mark[]} marks     any order; what lies outside of start and end is left out
 * @returns {Node[]}
 */
export function cut(text, start, end, marks) {
  const inside = clip(marks, start, end);
  const mentions = inside.filter(isMention);
  const pieces = inside.flatMap((mark) => (isMention(mark) ? [mark] : splitAtEdges(mark, mentions)));
  return nest(text, start, end, pieces.sort(outermostFirst));
}

/** @param {Mark[]} marks @param {number} start @param {number} end */
function clip(marks, start, end) {
  const clipped = [];
  for (const mark of marks) {
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    if (from < to) clipped.push(from === mark.start && to === mark.end ? mark : { ...mark, start: from, end: to });
  }
  return clipped;
}

/**
 * Cuts a mark where a mention crosses one of its ends.
 * @param {Mark} mark @param {Mark[]} mentions
 * @returns {Mark[]}
 */
function splitAtEdges(mark, mentions) {
  const edges = [];
  for (const { start, end } of mentions) {
    if (start < mark.start && mark.start < end && end < mark.end) edges.push(end);
    if (mark.start < start && start < mark.end && mark.end < end) edges.push(start);
  }
  return splitAt(mark, edges);
}

/** @param {Mark} mark @param {number[]} edges @returns {Mark[]} */
function splitAt(mark, edges) {
  const stops = [...new Set([mark.start, ...edges, mark.end])].sort((a, b) => a - b);
  return stops.slice(1).map((end, index) => ({ ...mark, start: /** @type {number} */ (stops[index]), end }));
}

const DEPTH = ["tie", "quote", "differs", "changed", ...KINDS, "date", "number"];

/** @param {Mark} a @param {Mark} b */
function outermostFirst(a, b) {
  return a.start - b.start || b.end - a.end || DEPTH.indexOf(a.layer) - DEPTH.indexOf(b.layer);
}

/**
 * @param {string} text @param {number} start @param {number} end
 * @param {Mark[]} marks    inside of start and end, outermost first
 * @returns {Node[]}
 */
function nest(text, start, end, marks) {
  /** @type {Node[]} */
  const nodes = [];
  const waiting = [...marks];
  let at = start;
  while (waiting.length > 0) {
    const mark = /** @type {Mark} */ (waiting.shift());
    if (mark.start > at) nodes.push({ start: at, end: mark.start, text: text.slice(at, mark.start) });
    const { inner, rest } = takeInner(mark, waiting);
    nodes.push({ start: mark.start, end: mark.end, mark, nodes: nest(text, mark.start, mark.end, inner) });
    at = mark.end;
    waiting.splice(0, waiting.length, ...rest);
  }
  if (at < end) nodes.push({ start: at, end, text: text.slice(at, end) });
  return nodes;
}

/**
 * Parts the marks after `mark` into those inside of it and those behind it; what crosses its end goes to both.
 * @param {Mark} mark @param {Mark[]} following
 */
function takeInner(mark, following) {
  const inner = [];
  const rest = [];
  for (const next of following) {
    if (next.end <= mark.end) inner.push(next);
    else if (next.start >= mark.end) rest.push(next);
    else {
      inner.push({ ...next, end: mark.end });
      rest.push({ ...next, start: mark.end });
    }
  }
  return { inner: inner.sort(outermostFirst), rest: rest.sort(outermostFirst) };
}

/**
 * The text of nodes, as a reader gets it.
 * @param {Node[]} nodes
 * @returns {string}
 */
export function textOf(nodes) {
  return nodes.map((node) => (node.nodes ? textOf(node.nodes) : (node.text ?? ""))).join("");
}

/**
 * Where the mentions of each kind stand, as parts of the article's length: what the legend draws.
 * @param {Article} article
 * @returns {Map<string, number[]>}
 */
export function positions(article) {
  const length = Math.max(1, article.text.length);
  const map = new Map();
  const add = (/** @type {string} */ layer, /** @type {number} */ start) => {
    if (!map.has(layer)) map.set(layer, []);
    map.get(layer).push(start / length);
  };
  for (const mention of article.mentions) add(mention.kind, mention.start);
  for (const quote of article.quotes) add("quote", quote.start);
  for (const date of article.dates) add("date", date.start);
  for (const number of article.numbers) add("number", number.start);
  return map;
}
