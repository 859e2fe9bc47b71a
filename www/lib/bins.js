// @ts-check
/**
 * Articles by date as bars, and a range of dates as edges between them: edge 0 lies before the first bar, edge n after
 * the n-th. No DOM.
 */
import { formatDate } from "./format.js";

/**
 * @typedef {import("../crossread.d.ts").Results["dates"]} Dates
 * @typedef {{start: string, end: string, whole: number, matching: number}} Bar   `start` and `end`: its first and last bin
 */

/** Each bin's start is read to the precision of its unit: `2025-04` for the month. */
const PRECISION = { year: 4, month: 7, day: 10 };

/** A few stray dates, this share of all on a side, shall not press the others together… */
const STRAY = 0.005;
/** …where that saves at least so many bins: they make one bar. */
const WORTH = 10;

/**
 * The bins of the whole corpus beside those of what matches; where there are more than `most`, several make one bar, and
 * stray ones at either end do.
 * @param {Dates} whole @param {Dates} matching @param {number} most
 * @returns {Bar[]}
 */
export function barsOf(whole, matching, most) {
  const length = PRECISION[whole.unit];
  const counts = new Map(matching.bins.map(({ start, count }) => [start.slice(0, length), count]));
  const bins = whole.bins.map(({ start, count }) => ({ start: start.slice(0, length), count }));
  const [first, last] = withoutStray(bins.map(({ count }) => count));
  const step = Math.max(1, Math.ceil((last - first) / most));
  const cuts = [...(first > 0 ? [0] : []), ...steps(first, last, step), ...(last < bins.length ? [last] : []), bins.length];
  return cuts.slice(0, -1).map((cut, at) => barOf(bins.slice(cut, cuts[at + 1]), counts));
}

/** @param {number} from @param {number} to @param {number} step */
function steps(from, to, step) {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);
}

/** @param {{start: string, count: number}[]} bins @param {Map<string, number>} counts @returns {Bar} */
function barOf(bins, counts) {
  return {
    start: bins[0]?.start ?? "",
    end: bins.at(-1)?.start ?? "",
    whole: bins.reduce((sum, { count }) => sum + count, 0),
    matching: bins.reduce((sum, { start }) => sum + (counts.get(start) ?? 0), 0),
  };
}

/** Where the bins begin and end that are not stray. @param {number[]} counts @returns {[number, number]} */
function withoutStray(counts) {
  const few = counts.reduce((sum, count) => sum + count, 0) * STRAY;
  const before = (/** @type {number[]} */ side) => {
    let sum = 0;
    const at = side.findIndex((count) => (sum += count) > few);
    return at >= WORTH ? at : 0;
  };
  return [before(counts), counts.length - before(counts.toReversed())];
}

/**
 * Where a range of dates begins and ends among the bars. Dates less exact than the bars mean all of them.
 * @param {Bar[]} bars @param {string} from @param {string} to
 * @returns {[number, number]}
 */
export function edgesOf(bars, from, to) {
  const begin = from ? bars.findIndex(({ end }) => end >= from.slice(0, end.length)) : 0;
  const last = to ? bars.findLastIndex(({ start }) => start.slice(0, to.length) <= to) : bars.length - 1;
  const first = begin < 0 ? bars.length : begin;
  return [first, Math.max(first, last + 1)];
}

/**
 * The range of dates between two edges; a side at the corpus's own end is left open.
 * @param {Bar[]} bars @param {number} first @param {number} last
 */
export function rangeBetween(bars, first, last) {
  return {
    from: first > 0 ? (bars[first]?.start ?? "") : "",
    to: last < bars.length ? (bars[last - 1]?.end ?? "") : "",
  };
}

/** "April 2025", or "April – June 2025" where a bar has several bins. @param {Bar} bar */
export function barLabel({ start, end }) {
  return formatDate(start === end ? start : `${start}/${end}`);
}
