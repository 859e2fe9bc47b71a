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

/**
 * The bins of the whole corpus beside those of what matches; where there are more than `most`, several make one bar.
 * @param {Dates} whole @param {Dates} matching @param {number} most
 * @returns {Bar[]}
 */
export function barsOf(whole, matching, most) {
  const length = PRECISION[whole.unit];
  const counts = new Map(matching.bins.map(({ start, count }) => [start.slice(0, length), count]));
  const step = Math.max(1, Math.ceil(whole.bins.length / most));
  const bars = [];
  for (let at = 0; at < whole.bins.length; at += step) {
    const bins = whole.bins.slice(at, at + step).map(({ start, count }) => ({ start: start.slice(0, length), count }));
    bars.push({
      start: bins[0]?.start ?? "",
      end: bins.at(-1)?.start ?? "",
      whole: bins.reduce((sum, { count }) => sum + count, 0),
      matching: bins.reduce((sum, { start }) => sum + (counts.get(start) ?? 0), 0),
    });
  }
  return bars;
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
