// @ts-check
/** How something was counted or weighed: what every figure opens to. */

import { html } from "lit";
import { formatNumber } from "../lib/format.js";

/** @import {Passage} from "../crossread.d.ts" */

const KINDS = { entity: "name", date: "date", number: "number", word: "word" };

/**
 * @param {Passage} passage
 * @param {string} [before]    what stands before the figure
 */
export function renderEvidence({ similarity, evidence }, before = "") {
  return html`<details class="how"><summary>${before}<span class="num">${similarity.toFixed(2)}</span> · how</summary>
    <table class="evidence"><caption>What the two share, heaviest first. The weights add up to the similarity, from 0 to 1.</caption>
      <tbody>${evidence.map(({ kind, label, weight }) => html`<tr><th scope="row">${label} <span class="quiet">${KINDS[kind] ?? kind}</span></th><td class="num">${weight.toFixed(2)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">Similarity</th><td class="num">${similarity.toFixed(2)}</td></tr></tfoot>
    </table></details>`;
}

/** @param {unknown} content @param {string} [label] */
export function renderHow(content, label = "How this was counted") {
  return html`<details class="how"><summary>${label}</summary><div class="how-content">${content}</div></details>`;
}

/** @param {number} shown @param {number} all @param {() => void} more */
export function renderMore(shown, all, more) {
  if (all <= shown) return "";
  return html`<p class="more"><button class="act" @click=${more}>Show more</button> <span class="quiet num">${formatNumber(shown)} of ${formatNumber(all)}</span></p>`;
}
