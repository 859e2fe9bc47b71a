// @ts-check
/** Who and what each article names, how often, and by which names. */

import { html, nothing, svg } from "lit";
import { largest, namings, onlyHere, sortEntities } from "../lib/comparison.js";
import { kindInWords } from "../lib/marks-notes.js";
import { renderHeads, renderHow, renderMore, renderOnly } from "./compare-how.js";
import { renderFigure, renderPlaces } from "./compare-places.js";

/** @import {EntityRow} from "../lib/comparison.js" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderEntities(room, weighing) {
  const { comparison, names } = weighing;
  if (comparison.entities.length === 0) return html`<p class="empty">No person, organization, place, agreement or event was recognised in these articles.</p>`;
  const rows = sortEntities(comparison.entities, room.entityOrder);
  const most = largest(rows);
  return html`<div class="wide" tabindex="0" role="group" aria-label="Entities by article"><table class="counts">
    ${renderHeads([["label", "Name"], ["kind", "Kind"], ...names.map((name, index) => [String(index), name])], room.entityOrder, (order) => (room.entityOrder = order), 2)}
    <tbody>${rows.slice(0, room.rows).map((row) => renderRow(room, weighing, row, most))}</tbody></table></div>
    ${renderMore(room.limit, rows.length, () => room.showMore())}
    ${renderHow(html`<p>Each figure is the number of mentions in one article: names, initials, words for its people, offices that mean
      it at the article’s date, and pronouns where it is certain whom they mean.</p>`)}`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {EntityRow} row @param {number} most */
function renderRow(room, weighing, row, most) {
  const places = (/** @type {number} */ index) => weighing.articles[index]?.mentions.filter(({ entity }) => entity === row.entity) ?? [];
  return html`<tr>
    <th scope="row"><i class="swatch" data-kind=${row.kind} aria-hidden="true"></i> ${room.entityLink(row.entity, row.label)}</th>
    <td class="quiet">${kindInWords(row.kind)}</td>
    ${row.counts.map((count, index) => html`<td class="figure num" data-kind=${row.kind}>${count > 0
      ? html`${renderFigure(room, `${row.entity} ${index}`, `${count}: ${row.label} in ${weighing.names[index]}`, count, () => places(index))}${renderBar(count, most)}`
      : html`<span class="unseen">0</span>`}</td>`)}
  </tr>${renderPlaces(room, weighing, row.entity, row.counts.length + 2)}`;
}

/** @param {number} count @param {number} most */
function renderBar(count, most) {
  const length = Math.max(1, Math.round((60 * count) / most));
  return html`<svg class="bar" viewBox="0 0 60 3" aria-hidden="true">${svg`<rect x=${60 - length} y="0" width=${length} height="3"></rect>`}</svg>`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderNames(room, { comparison, names }) {
  const { differ, alike } = namings(comparison.entities);
  if (differ.length + alike.length === 0) return html`<p class="empty">These articles have no recognised name in common, so there is nothing to hold against each other.</p>`;
  return html`${differ.length > 0 ? renderNamings(room, differ, names) : html`<p class="empty">The articles name what they share by the same names.</p>`}
    ${alike.length > 0 ? renderOnly(room, "Named alike", alike.length, renderNamings(room, alike, names)) : nothing}
    ${renderHow(html`<p>For everything that two articles or more name, the names each of them uses, most frequent first; offices and words for a
      people are names here, pronouns are not. A name in ink stands in one article only.</p>`)}`;
}

/** @param {CrossreadCompare} room @param {EntityRow[]} rows @param {string[]} names */
function renderNamings(room, rows, names) {
  return html`<div class="wide" tabindex="0" role="group" aria-label="Names by article"><table class="namings">
    <thead><tr><th scope="col">Who or what</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.slice(0, room.rows).map(
      (row) => html`<tr><th scope="row"><i class="swatch" data-kind=${row.kind} aria-hidden="true"></i> ${room.entityLink(row.entity, row.label)}</th>
        ${row.names.map((list, article) => html`<td>${list.map((name, at) => html`${at > 0 ? ", " : nothing}<span class=${onlyHere(row, article, name) ? "own" : "quiet"}>${name}</span>`)}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}
