// @ts-check
/**
 * What joins two whole texts that stand side by side: one tie a passage that both have, numbered in the first's order,
 * and the shape of the line that is drawn for it between the two columns.
 */

import { verdictOf } from "./passages.js";

/** @import {Comparison, Passage, Stretch} from "../crossread.d.ts" */

/**
 * @typedef {object} Tie
 * @property {number} number      from 1, in the order of the first article
 * @property {[Stretch, Stretch]} ends   where it stands in the first and in the second article
 * @property {Passage} passage
 * @property {ReturnType<typeof verdictOf>} verdict
 *
 * @typedef {{top: number, bottom: number}} Extent   in pixels, from the top of what is drawn on
 */

/**
 * @param {Comparison} comparison @param {string} left @param {string} right  ids
 * @returns {Tie[]}
 */
export function tiesOf({ passages }, left, right) {
  const pairs = passages.flatMap((passage) => {
    const [first, second] = [left, right].map((id) => passage.spans.find(({ article }) => article === id));
    return first && second ? [{ passage, ends: /** @type {[Stretch, Stretch]} */ ([first, second]) }] : [];
  });
  pairs.sort((a, b) => a.ends[0].start - b.ends[0].start || a.ends[1].start - b.ends[1].start);
  return pairs.map(({ passage, ends }, index) => ({ number: index + 1, ends, passage, verdict: verdictOf(passage) }));
}

/**
 * A band from one extent to the other, as an SVG path; empty where none of it can be seen.
 * @param {Extent} from @param {Extent} to
 * @param {number} width @param {number} height   of what is drawn on
 */
export function band(from, to, width, height) {
  const isOutside = (/** @type {number} */ a, /** @type {number} */ b) => Math.max(a, b) < 0 || Math.min(a, b) > height;
  if (isOutside(from.bottom, to.bottom) && isOutside(from.top, to.top)) return "";
  const bend = width / 2;
  const [a, b, c, d] = [from.top, to.top, to.bottom, from.bottom].map((y) => Math.round(y));
  return `M0 ${a}C${bend} ${a} ${bend} ${b} ${width} ${b}V${c}C${bend} ${c} ${bend} ${d} 0 ${d}Z`;
}
