// @ts-check
/** Dates that cannot both be so, and passages that tell the same with other dates or numbers. */

import { html, nothing } from "lit";
import { factDifferences } from "../lib/comparison.js";
import { sentenceAround } from "../lib/passages.js";
import { renderEvidence, renderHow } from "./compare-how.js";
import { renderFigures } from "./compare-figures.js";
import { nameOf, renderPlace, valueWords } from "./compare-passages.js";
import { pointing } from "./compare-places.js";

/** @import {Comparison, Passage, Place} from "../crossread.d.ts" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderDates(room, weighing) {
  const { dates } = weighing.comparison;
  const order = dates.filter(({ kind }) => kind === "order");
  const disagree = dates.filter(({ kind }) => kind === "disagree");
  const differences = factDifferences(weighing.comparison);
  return html`${dates.length + differences.length === 0 ? html`<p class="empty">No dates or numbers were found to differ.</p>` : nothing}
    ${renderFindings(room, weighing, "Cannot both be so", order)}
    ${renderFindings(room, weighing, "One event, two dates", disagree)}
    ${differences.length > 0 ? html`<section class="findings"><h3>The same told with other figures</h3>
      ${differences.map(({ passage, difference }) => renderDifference(room, weighing, passage, difference))}</section>` : nothing}
    ${weighing.articles.length > 1 ? renderFigures(room, weighing) : nothing}
    ${renderHow(html`<p>Dates such as “Tuesday” are first counted out from the article’s own date. An order is reported where the sentences say which
      step comes first and the dates say otherwise. Figures are said to differ where both count
      the same thing; grey ones stand in other articles too. Which of them is right is not said.</p>`, "How this was found")}`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {string} title @param {Comparison["dates"]} findings */
function renderFindings(room, weighing, title, findings) {
  if (findings.length === 0) return nothing;
  return html`<section class="findings"><h3>${title}</h3>${findings.map(
    ({ explain, spans }) => html`<div class="finding"><p class="explain">${explain}</p>
      <div class="columns">${spans.map((span) => renderSentence(room, weighing, span))}</div></div>`,
  )}</section>`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Place} span */
function renderSentence(room, weighing, span) {
  const article = weighing.articles.find(({ id }) => id === span.article);
  if (!article) return nothing;
  const place = { article: article.id, ...sentenceAround(article, span) };
  return renderPlace(room, weighing, place, [pointing(place, [span])]);
}

/**
 * @param {CrossreadCompare} room @param {Weighing} weighing @param {Passage} passage @param {Passage["differs"][number]} difference
 */
function renderDifference(room, weighing, passage, { kind, values, spans }) {
  const said = spans.map((span, index) => `${nameOf(weighing, span)} ${valueWords(kind, values[index] ?? "")}`);
  const only = { ...passage, differs: [{ kind, values, spans }] };
  return html`<div class="finding"><p class="explain"><span class="label">${kind}</span> ${said.join(" · ")}</p>
    <div class="columns">${passage.spans.map((place) => renderPlace(room, weighing, place, [only]))}</div>${renderEvidence(passage)}</div>`;
}
