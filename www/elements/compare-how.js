// @ts-check
/** How something was counted or weighed: what every figure opens to. */

import { html, nothing } from "lit";
import { pressed } from "../lib/comparison.js";
import { formatDate, formatNumber } from "../lib/format.js";

/** @import {Passage} from "../crossread.d.ts" */
/** @import {Order} from "../lib/comparison.js" */

/**
 * @param {Passage} passage
 * @param {string} [before]    what stands before the figure
 * @param {(event: Event) => void} [onToggle]
 * @param {unknown} [after]     what can be done with the pair
 */
export function renderEvidence({ similarity, evidence }, before = "", onToggle, after = nothing) {
  return html`<details class="how" @toggle=${onToggle}><summary>${before}<span class="num">${similarity.toFixed(2)}</span> · how</summary>
    <table class="evidence"><caption>What the two share, heaviest first</caption>
      <tbody>${evidence.map(({ kind, label, weight }) => html`<tr><th scope="row">${kind === "date" ? formatDate(label) : label} <span class="quiet">${kind === "word" ? "" : kind === "entity" ? "name" : kind}</span></th><td class="num">${weight.toFixed(2)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">Similarity</th><td class="num">${similarity.toFixed(2)}</td></tr></tfoot>
    </table>${after}</details>`;
}

/** @param {unknown} content @param {string} [label] */
export function renderHow(content, label = "How this was counted") {
  return html`<details class="how"><summary>${label}</summary><div class="how-content">${content}</div></details>`;
}

/**
 * What is folded on the screen and open on paper.
 * @param {{printing: boolean}} room @param {unknown} name @param {number} count @param {unknown} content
 */
export function renderOnly({ printing }, name, count, content) {
  const title = html`${name} <span class="num quiet">${count}</span>`;
  return printing ? html`<section class="only"><h3>${title}</h3>${content}</section>` : html`<details class="only"><summary>${title}</summary>${content}</details>`;
}

/**
 * The heads of a table that is sorted by pressing them.
 * @param {string[][]} columns  what it is sorted by, and its name @param {Order} order @param {(order: Order) => void} choose
 * @param {number} textual  so many of them, from the first, hold words
 */
export function renderHeads(columns, order, choose, textual) {
  return html`<thead><tr>${columns.map(([by = "", name], index) => html`<th scope="col" class=${index < textual ? "" : "figure"}
    aria-sort=${order.by !== by ? nothing : order.descending ? "descending" : "ascending"}><button @click=${() => choose(pressed(order, by, index < textual))}>${name}</button></th>`)}</tr></thead>`;
}

/** How passages are aligned, once for all of them. */
export function renderAlignment() {
  return renderHow(html`<p>A name or word that two passages share weighs by how rare it is; shared dates and numbers weigh as well.</p>
    <p class="formula">Similarity = weight of what is shared / weight of all that the two hold, leaning to the shorter passage (a weighted Dice
      coefficient, from 0 to 1)</p>
    <p>The shares under “how” add up to it; how much is shared counts too. Most of the wording alike is “same”, other words for the same “reworded”, less than that “related”.
      “Differs” says that the two give other dates, numbers or names of one thing, or that one denies, doubts or awaits what the other
      states; it does not say which of them is right. Headings, links, teasers and bylines are left out. What is neither paired nor “only” is unsure.</p>`, "How passages are found");
}

/** @param {number} shown @param {number} all @param {() => void} more */
export function renderMore(shown, all, more) {
  if (all <= shown) return "";
  return html`<p class="more"><button class="act" @click=${more}>Show more</button> <span class="quiet num">${formatNumber(shown)} of ${formatNumber(all)}</span></p>`;
}
