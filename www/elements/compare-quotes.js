// @ts-check
/** What each speaker says in each article. */

import { html, nothing } from "lit";
import { renderHow } from "./compare-how.js";
import { renderPlace } from "./compare-passages.js";

/** @import {Article, Comparison, Place} from "../crossread.d.ts" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderQuotes(room, weighing) {
  const { comparison } = weighing;
  if (comparison.quotes.length === 0) return html`<p class="empty">No quotation was recognised in these articles.</p>`;
  return html`${renderUtterances(room, weighing)}${comparison.quotes.map((speaker) => renderSpeaker(room, weighing, speaker))}
    ${renderHow(html`<p>Direct quotations stand between quotation marks; indirect ones are what a verb of saying reports. A speaker is named only
      where the article makes it certain.</p>`)}`;
}

const RELATIONS = { same: "in the same words", cut: "cut in one of them", paraphrased: "in other words" };

/** What two articles give as said. @param {CrossreadCompare} room @param {Weighing} weighing */
function renderUtterances(room, weighing) {
  const { utterances = [], quotes, entities } = weighing.comparison;
  if (utterances.length === 0) return nothing;
  const labels = new Map([...quotes, ...entities].map(({ entity, label }) => [entity, label]));
  return html`<section class="findings"><h3>Said once, told twice</h3>${utterances.map(
    ({ relation, spans, speakers, given_to_another: another }) => html`<div class="finding">
      <p class="explain">${RELATIONS[relation]}${another ? html`, <mark class="differs">given to another: ${speakers.map((speaker) => labels.get(speaker ?? undefined) ?? speaker).join(" / ")}</mark>` : nothing}</p>
      <div class="columns">${spans.map((span) => renderPlace(room, weighing, span, null))}</div></div>`,
  )}</section>`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Comparison["quotes"][number]} speaker */
function renderSpeaker(room, weighing, { entity, label, items }) {
  const name = entity ? room.entityLink(entity, label) : label || "Speaker not certain";
  return html`<section class="speaker"><h3>${name}</h3>
    <div class="columns">${weighing.articles.map((article, index) => {
      const own = items.filter((item) => item.article === article.id);
      return html`<div class="column"><h4 class=${own.length > 0 ? "" : "unseen"}>${weighing.names[index]}</h4>${own.length > 0
        ? html`<ul>${own.map((item) => html`<li>${renderPlace(room, weighing, item, null, cueOf(article, item))}</li>`)}</ul>`
        : html`<p class="unseen">says nothing here</p>`}</div>`;
    })}</div></section>`;
}

/** The word by which an indirect quote is reported, where it stands beside it. @param {Article} article @param {Place} place */
function cueOf({ quotes, text }, { start, end }) {
  const { style, cue } = quotes.find((quote) => quote.start === start && quote.end === end) ?? {};
  return style === "indirect" && cue && (cue.end <= start || end <= cue.start) ? text.slice(cue.start, cue.end) : "";
}
