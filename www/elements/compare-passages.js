// @ts-check
/** What articles tell in common, reworded or otherwise, in the order of one of them; the others' silence stays blank. */

import { html, nothing } from "lit";
import { direction, formatDate } from "../lib/format.js";
import { KINDS, cut } from "../lib/marks.js";
import { changedStretches, differencesOf, differingStretches, rowsAround, rowsOfTwo, sharedCounts, verdictOf } from "../lib/passages.js";
import { formatAddress } from "../lib/address.js";
import { renderCopies, renderLeftOut } from "./compare-silence.js";
import { renderAlignment, renderEvidence, renderMore, renderOnly } from "./compare-how.js";
import { renderTexts } from "./compare-texts.js";

/** @import {Article, Passage, Place} from "../crossread.d.ts" */
/** @import {Option} from "../lib/address.js" */
/** @import {Mark, Node} from "../lib/marks.js" */
/** @import {Counterpart, Row} from "../lib/passages.js" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderPassages(room, weighing) {
  const isTwo = weighing.articles.length === 2;
  const isWhole = isTwo && room.has("texts") && !room.narrow && !room.printing;
  return html`${isTwo ? nothing : renderMatrix(weighing)}
    ${renderOptions(room, weighing)}
    ${renderLeftOut(room, weighing)}
    ${isWhole ? renderTexts(room, weighing) : renderRows(room, weighing)}
    ${renderCopies(room, weighing)}`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing */
function renderOptions(room, { articles, names, comparison }) {
  const copied = comparison.copies?.length ?? 0;
  const hasCentre = articles.length > 2 || room.narrow;
  return html`<div class="options" role="group" aria-label="Show">
    ${hasCentre ? html`<label>Start from <select @change=${(/** @type {Event} */ event) => room.chooseCentre(/** @type {HTMLSelectElement} */ (event.target).value)}>${articles.map(
      ({ id }, index) => html`<option value=${id} ?selected=${id === centreOf(room, articles)?.id}>${names[index]}</option>`,
    )}</select></label>` : nothing}
    ${articles.length === 2 && !room.narrow ? renderOption(room, "texts", "Whole articles side by side") : nothing}
    ${renderOption(room, "diff", "Word by word")}
    ${copied > 0 || room.has("own") ? renderOption(room, "own", html`Without copied wording ${copied > 0 ? html`<span class="num quiet">${copied}</span>` : nothing}`) : nothing}
  </div>`;
}

/** @param {CrossreadCompare} room @param {Option} option @param {unknown} label */
function renderOption(room, option, label) {
  return html`<label><input type="checkbox" .checked=${room.has(option)} @change=${(/** @type {Event} */ event) => room.chooseOption(option, /** @type {HTMLInputElement} */ (event.target).checked)}> ${label}</label>`;
}

/** @param {CrossreadCompare} room @param {Article[]} articles */
function centreOf(room, articles) {
  return articles.find(({ id }) => id === (room.place.open || room.centre)) ?? articles[0];
}

/** @param {CrossreadCompare} room @param {Weighing} weighing */
function renderRows(room, weighing) {
  const { articles, joined, names } = weighing;
  const centre = centreOf(room, articles);
  if (!centre) return nothing;
  const other = articles.length === 2 ? articles.find((article) => article !== centre) : undefined;
  const rows = other ? rowsOfTwo(joined, centre.id, other.id) : rowsAround(joined, centre.id);
  if (rows.length === 0) return html`<p class="empty">No passage of these articles could be read.</p>`;
  return html`${other && !room.narrow ? html`<div class="heads" aria-hidden="true"><span>${nameOf(weighing, { article: centre.id })}</span><span></span><span>${nameOf(weighing, { article: other.id })}</span></div>` : nothing}
    <ol class=${other ? "pairs" : "pairs named"}>${rows.slice(0, room.rows).map((row) => renderRow(room, weighing, row))}</ol>
    ${renderMore(room.limit, rows.length, () => room.showMore())}
    ${other ? nothing : articles.map((article, index) => (article === centre ? nothing : renderOwn(room, weighing, article, names[index] ?? "")))}${renderAlignment()}`;
}

/** What another article alone has. @param {CrossreadCompare} room @param {Weighing} weighing @param {Article} article @param {string} name */
function renderOwn(room, weighing, article, name) {
  const alone = weighing.joined.alone.filter((place) => place.article === article.id);
  if (alone.length === 0) return nothing;
  const sentences = weighing.comparison.alone.filter((place) => place.article === article.id).length;
  return renderOnly(room, `Only in ${name}`, sentences, html`<ul>${alone.map((place) => html`<li>${renderPlace(room, weighing, place, null)}</li>`)}</ul>`);
}

/** @param {Weighing} weighing */
function renderMatrix({ articles, names, comparison }) {
  const counts = sharedCounts(comparison);
  return html`<div class="wide" tabindex="0" role="group" aria-label="Passages that two articles share"><table class="matrix">
    <caption>Passages that two articles share</caption>
    <thead><tr><td></td>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${articles.map(
      (row, at) => html`<tr><th scope="row">${names[at]}</th>${articles.map((column, to) => {
        const count = counts[at]?.[to] ?? 0;
        if (at === to) return html`<td></td>`;
        return html`<td class="num"><a href=${formatAddress({ room: "compare", ids: [row.id, column.id] })}
          aria-label=${`${count}: compare ${names[at]} with ${names[to]}`}>${count}</a></td>`;
      })}</tr>`,
    )}</tbody></table></div>`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Row} row */
function renderRow(room, weighing, row) {
  const { here, others, only } = row;
  if (only) return renderOnlyOther(room, weighing, only);
  if (!here) return nothing;
  if (others.length === 0) {
    return html`<li class=${classes("row alone", room, here)}>${renderPlace(room, weighing, here, null)}
      <p class="verdict"><span>only ${nameOf(weighing, here)}</span></p></li>`;
  }
  const same = others.every(({ passage }) => passage.relation === "same" && passage.differs.length === 0);
  return html`<li class=${classes(same ? "row same" : "row", room, here)}>
    ${renderPlace(room, weighing, here, others.map(({ passage }) => passage))}
    <div class="others">${others.map((other) => (room.narrow ? renderFolded(room, weighing, other) : renderOther(room, weighing, other)))}</div></li>`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Place} only */
function renderOnlyOther(room, weighing, only) {
  const name = nameOf(weighing, only);
  if (room.narrow) {
    const text = weighing.articles.find(({ id }) => id === only.article)?.text ?? "";
    return html`<li class="row alone theirs"><details><summary>only ${name} <span class="begins">${text.slice(only.start, only.end)}</span></summary>${renderPlace(room, weighing, only, null)}</details></li>`;
  }
  return html`<li class="row alone theirs"><p class="verdict"><span>only ${name}</span></p>${renderPlace(room, weighing, only, null)}</li>`;
}

/** @param {string} words @param {CrossreadCompare} room @param {Place} here */
function classes(words, room, here) {
  return isAsked(room, here) ? `${words} asked` : words;
}

/** Whether the address leads there. @param {CrossreadCompare} room @param {Place} here */
function isAsked(room, here) {
  const { at, ids, open } = room.place;
  return at !== null && here.article === (open || ids[0]) && here.start < at[1] && at[0] < here.end;
}

/** On a small screen: what the other says, folded into the article in the centre. @param {CrossreadCompare} room @param {Weighing} weighing @param {Counterpart} other */
function renderFolded(room, weighing, other) {
  const verdict = verdictOf(other.passage);
  return html`<details class="folded" ?open=${isAsked(room, other.here)} @toggle=${(/** @type {Event} */ event) => opened(room, event, other)}>
    <summary>${nameOf(weighing, other.place)}: <span class=${verdict === "differs" ? "d" : ""}>${verdict}</span></summary>${renderOther(room, weighing, other)}</details>`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Counterpart} other */
function renderOther(room, weighing, other) {
  const { passage, place } = other;
  const verdict = verdictOf(passage);
  return html`<div class=${verdict === "differs" ? "verdict d" : "verdict"}>
      <span>${verdict}</span>
      ${differencesOf(other).map(({ kind, values }) => html`<small>${kindWords(kind)}: <b>${values.map((value) => valueWords(kind, value)).join(" / ")}</b></small>`)}
      ${room.has("diff") && passage.rewritten && passage.relation !== "related" ? html`<small>told anew</small>` : nothing}
      ${renderEvidence(passage, verdict === "differs" ? `${passage.relation} ` : "", (event) => opened(room, event, other), room.renderCopy(`${place.article} ${place.start} ${other.here.start}`, other.here))}
    </div>
    ${renderPlace(room, weighing, place, [passage])}`;
}

/** @param {CrossreadCompare} room @param {Event} event @param {Counterpart} other */
function opened(room, event, { here }) {
  if (/** @type {HTMLDetailsElement} */ (event.target).open && !isAsked(room, here)) room.openPassage(here);
}

const KIND_WORDS = { date: "date", number: "number", name: "name", negation: "whether", modality: "certainty", speaker: "speaker" };

/** @param {string} kind */
function kindWords(kind) {
  return KIND_WORDS[/** @type {keyof typeof KIND_WORDS} */ (kind)] ?? kind;
}

/** @param {string} kind @param {string} value */
export function valueWords(kind, value) {
  return kind === "date" ? value.split(", ").map((date) => formatDate(date)).join(", ") : value;
}

/** @param {Weighing} weighing @param {{article: string}} place */
export function nameOf({ articles, names }, place) {
  return names[articles.findIndex(({ id }) => id === place.article)] ?? place.article;
}

/**
 * A stretch of an article as it stands there, with a link to it.
 * @param {CrossreadCompare} room @param {Weighing} weighing @param {Place} place
 * @param {Passage[] | null} passages    what it is held against; null where nothing is
 * @param {string} [cue]    the word by which it is reported
 */
export function renderPlace(room, weighing, place, passages, cue) {
  const article = weighing.articles.find(({ id }) => id === place.article);
  if (!article) return nothing;
  const name = nameOf(weighing, place);
  return html`<div class="passage" lang=${article.language || nothing} dir=${direction(article.language)}>
    <p class="source by">${name}</p>
    <p class="said">${cue ? html`<span class="source">${cue}</span> ` : nothing}${passageText(article, place, passages ?? [], room.has("diff"))}\u00a0${room.articleLink(article.id, "¶", { at: place, class: "to", label: `This passage in ${name}` })}</p>
  </div>`;
}

/** @param {Article} article @param {Place} place @param {Passage[]} passages @param {boolean} [diff]  word by word */
export function passageText(article, place, passages, diff = false) {
  /** @type {Mark[]} */
  const differing = differingStretches(place, passages).map((stretch) => ({ ...stretch, layer: "differs" }));
  const [passage] = passages;
  /** @type {Mark[]} */
  const changed = diff && passage && passages.length === 1 ? changedStretches(place, passage, article.text).map((stretch) => ({ ...stretch, layer: "changed" })) : [];
  /** @type {Mark[]} */
  const mentions = article.mentions
    .filter(({ start, end }) => start < place.end && end > place.start)
    .map(({ start, end, kind }) => ({ start, end, layer: kind }));
  return renderNodes(cut(article.text, place.start, place.end, [...differing, ...changed, ...mentions]));
}

/** @param {Node[]} nodes @returns {unknown} */
export function renderNodes(nodes) {
  return nodes.map(({ text, mark, nodes: inner }) => {
    if (!mark) return text;
    const content = renderNodes(inner ?? []);
    if (mark.layer === "differs" || mark.layer === "changed") return html`<mark class=${mark.layer}>${content}</mark>`;
    return KINDS.some((kind) => kind === mark.layer) ? html`<mark data-kind=${mark.layer}>${content}</mark>` : content;
  });
}
