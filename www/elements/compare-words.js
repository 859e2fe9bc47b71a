// @ts-check
/** Words that one article has more of than the others: effect and counts first, significance second. */

import { html, nothing } from "lit";
import { sortWords, sum } from "../lib/comparison.js";
import { formatNumber } from "../lib/format.js";
import { renderHeads, renderHow, renderMore } from "./compare-how.js";
import { renderFigure, renderPlaces } from "./compare-places.js";

/** @import {WordRow} from "../lib/comparison.js" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderWords(room, weighing) {
  const { comparison, names } = weighing;
  if (comparison.words.length === 0) return html`<p class="empty">No word stands out: these articles are too short, or their words too much alike.</p>`;
  const rows = sortWords(comparison.words, room.wordOrder);
  return html`<div class="wide" tabindex="0" role="group" aria-label="Words by article"><table class="counts words">
    ${renderHeads([["term", "Word"], ...names.map((name, index) => [String(index), name]), ["log_ratio", "Log ratio"], ["g2", "G2"]], room.wordOrder, (order) => (room.wordOrder = order), 1)}
    <tbody>${rows.slice(0, room.rows).map((row) => renderRow(room, weighing, row))}</tbody></table></div>
    ${renderMore(room.limit, rows.length, () => room.showMore())}
    ${renderHow(explanation(comparison.words, names.length))}`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {WordRow} row */
function renderRow(room, weighing, { term, counts, log_ratio, g2 }) {
  const places = (/** @type {number} */ index) => room.client?.matches(`"${term}"`, weighing.articles[index]?.id ?? "") ?? [];
  return html`<tr><th scope="row">${term}</th>
    ${counts.map((count, index) => html`<td class="figure num">${count > 0 ? renderFigure(room, `${term} ${index}`, `${count}: ${term} in ${weighing.names[index]}`, count, () => places(index)) : count}</td>`)}
    <td class="figure num">${log_ratio.toFixed(2)}</td><td class="figure num">${g2.toFixed(2)}</td></tr>${renderPlaces(room, weighing, term, counts.length + 3)}`;
}

/** @param {WordRow[]} words @param {number} articles */
export function explanation(words, articles) {
  const fewest = Math.min(...words.map(({ counts }) => sum(counts)));
  return html`<p>a and b are how often a word stands in two texts, c and d the texts’ lengths in words.
      ${articles > 2 ? "With more than two articles, the one with the highest rate is held against the rest together." : nothing}</p>
    <p class="formula">Log ratio = log<sub>2</sub>((a/c) / (b/d)), a count of zero taken as 0.5 (Hardie 2014)</p>
    <p class="formula">G2 = 2 (a ln(a/E<sub>1</sub>) + b ln(b/E<sub>2</sub>)), E<sub>1</sub> = c(a+b)/(c+d), E<sub>2</sub> = d(a+b)/(c+d) (Rayson and Garside 2000)</p>
    <p>A log ratio of 1 means twice the rate, 2 four times. No word here stands fewer than ${formatNumber(fewest)} ${fewest === 1 ? "time" : "times"} in these
      articles together. In texts this short a single paragraph can decide a figure: read the passages.</p>`;
}
