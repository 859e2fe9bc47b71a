// @ts-check
/** What articles tell in common, reworded or otherwise, in the order of one of them; the others' silence stays blank. */

import { html, nothing } from "lit";
import { direction, formatDate } from "../lib/format.js";
import { KINDS, cut } from "../lib/marks.js";
import { differencesOf, differingStretches, rowsAround, rowsOfTwo, sharedCounts, verdictOf } from "../lib/passages.js";
import { formatAddress } from "../lib/address.js";
import { renderAlignment, renderEvidence, renderMore } from "./compare-how.js";

/** @import {Article, Passage, Place} from "../crossread.d.ts" */
/** @import {Mark, Node} from "../lib/marks.js" */
/** @import {Counterpart, Row} from "../lib/passages.js" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderPassages(room, weighing) {
  return weighing.articles.length === 2 ? renderTwo(room, weighing) : renderMany(room, weighing);
}

/** @param {CrossreadCompare} room @param {Weighing} weighing */
function renderTwo(room, weighing) {
  const [left, right] = weighing.articles;
  if (!left || !right) return nothing;
  const rows = rowsOfTwo(weighing.joined, left.id, right.id);
  if (rows.length === 0) return html`<p class="empty">No passage of these two articles could be read.</p>`;
  return html`<div class="heads" aria-hidden="true"><span>${weighing.names[0]}</span><span></span><span>${weighing.names[1]}</span></div>
    <ol class="pairs">${rows.slice(0, room.rows).map((row) => renderRow(room, weighing, row))}</ol>
    ${renderMore(room.limit, rows.length, () => room.showMore())}${renderAlignment()}`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing */
function renderMany(room, weighing) {
  const { articles, joined, names } = weighing;
  const centre = articles.find(({ id }) => id === (room.place.open || room.centre)) ?? articles[0];
  if (!centre) return nothing;
  const rows = rowsAround(joined, centre.id);
  return html`${renderMatrix(weighing)}
    <p class="centre"><label>In the centre <select @change=${(/** @type {Event} */ event) => room.chooseCentre(/** @type {HTMLSelectElement} */ (event.target).value)}>${articles.map(
      ({ id }, index) => html`<option value=${id} ?selected=${id === centre.id}>${names[index]}</option>`,
    )}</select></label></p>
    <ol class="pairs named">${rows.slice(0, room.rows).map((row) => renderRow(room, weighing, row))}</ol>
    ${renderMore(room.limit, rows.length, () => room.showMore())}
    ${articles.map((article, index) => (article === centre ? nothing : renderOnly(room, weighing, article, index)))}${renderAlignment()}`;
}

/** What another article alone has. @param {CrossreadCompare} room @param {Weighing} weighing @param {Article} article @param {number} index */
function renderOnly(room, weighing, article, index) {
  const alone = weighing.joined.alone.filter((place) => place.article === article.id);
  if (alone.length === 0) return nothing;
  return html`<details class="only"><summary>Only in ${weighing.names[index]} <span class="num quiet">${alone.length}</span></summary>
    <ul>${alone.map((place) => html`<li>${renderPlace(room, weighing, place, null)}</li>`)}</ul></details>`;
}

/** @param {Weighing} weighing */
function renderMatrix({ articles, names, comparison }) {
  const counts = sharedCounts(comparison);
  const most = Math.max(1, ...counts.flat());
  return html`<div class="wide" tabindex="0" role="group" aria-label="Shared passages"><table class="matrix">
    <caption>Passages that two articles share</caption>
    <thead><tr><td></td>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${articles.map(
      (row, at) => html`<tr><th scope="row">${names[at]}</th>${articles.map((column, to) => {
        const count = counts[at]?.[to] ?? 0;
        if (at === to) return html`<td></td>`;
        return html`<td class="num" data-part=${Math.ceil((4 * count) / most)}><a href=${formatAddress({ room: "compare", ids: [row.id, column.id] })}
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
    <div class="others">${others.map((other) => renderOther(room, weighing, other))}</div></li>`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Place} only */
function renderOnlyOther(room, weighing, only) {
  return html`<li class="row alone theirs"><p class="verdict"><span>only ${nameOf(weighing, only)}</span></p>${renderPlace(room, weighing, only, null)}</li>`;
}

/** @param {string} words @param {CrossreadCompare} room @param {Place} here */
function classes(words, room, here) {
  const { at, ids } = room.place;
  const asked = at && here.article === ids[0] && here.start < at[1] && at[0] < here.end;
  return asked ? `${words} asked` : words;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Counterpart} other */
function renderOther(room, weighing, other) {
  const { passage, place } = other;
  const verdict = verdictOf(passage);
  return html`<div class=${verdict === "differs" ? "verdict d" : "verdict"}>
      <span>${verdict}</span>
      ${differencesOf(other).map(({ kind, values }) => html`<small>${kindWords(kind)}: <b>${values.map((value) => valueWords(kind, value)).join(" / ")}</b></small>`)}
      ${renderEvidence(passage, verdict === "differs" ? `${passage.relation} ` : "")}
    </div>
    ${renderPlace(room, weighing, place, [passage])}`;
}

const KIND_WORDS = { date: "date", number: "number", name: "name", negation: "“not”", modality: "certainty" };

/** @param {string} kind */
function kindWords(kind) {
  return KIND_WORDS[/** @type {keyof typeof KIND_WORDS} */ (kind)] ?? kind;
}

/** @param {string} kind @param {string} value */
export function valueWords(kind, value) {
  return kind === "date" ? value.split(", ").map((date) => formatDate(date)).join(", ") : value;
}

/** @param {Weighing} weighing @param {Place} place */
export function nameOf({ articles, names }, place) {
  return names[articles.findIndex(({ id }) => id === place.article)] ?? place.article;
}

/**
 * A stretch of an article as it stands there, with a link to it.
 * @param {CrossreadCompare} room @param {Weighing} weighing @param {Place} place
 * @param {Passage[] | null} passages    what it is held against; null where nothing is
 */
export function renderPlace(room, weighing, place, passages) {
  const article = weighing.articles.find(({ id }) => id === place.article);
  if (!article) return nothing;
  const name = nameOf(weighing, place);
  return html`<div class="passage" lang=${article.language || nothing} dir=${direction(article.language)}>
    <p class="source by">${name}</p>
    <p class="said">${passageText(article, place, passages ?? [])}\u00a0${room.articleLink(article.id, "¶", { at: place, class: "to", label: `This passage in ${name}` })}</p>
  </div>`;
}

/** @param {Article} article @param {Place} place @param {Passage[]} passages */
export function passageText(article, place, passages) {
  /** @type {Mark[]} */
  const differing = differingStretches(place, passages).map((stretch) => ({ ...stretch, layer: "differs" }));
  /** @type {Mark[]} */
  const mentions = article.mentions
    .filter(({ start, end }) => start < place.end && end > place.start)
    .map(({ start, end, kind }) => ({ start, end, layer: kind }));
  return renderNodes(cut(article.text, place.start, place.end, [...differing, ...mentions]));
}

/** @param {Node[]} nodes @returns {unknown} */
function renderNodes(nodes) {
  return nodes.map(({ text, mark, nodes: inner }) => {
    if (!mark) return text;
    if (mark.layer === "differs") return html`<mark class="differs">${renderNodes(inner ?? [])}</mark>`;
    return KINDS.some((kind) => kind === mark.layer) ? html`<mark data-kind=${mark.layer}>${renderNodes(inner ?? [])}</mark>` : renderNodes(inner ?? []);
  });
}
