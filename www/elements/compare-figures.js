// @ts-check
/** Which days each article names and which figures it gives: what differs is seen in a row. */

import { html, nothing } from "lit";
import { daysOf, figuresOf, having, numbersOf } from "../lib/figures.js";
import { formatDate } from "../lib/format.js";
import { renderOnly } from "./compare-how.js";
import { renderFigure, renderPlaces } from "./compare-places.js";

/** @import {Row} from "../lib/figures.js" */
/** @import {Stretch} from "../crossread.d.ts" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderFigures(room, weighing) {
  const { articles, names } = weighing;
  return html`${renderTable(room, weighing, "Days named", daysOf(articles), ({ key, cells }) => html`<tr><th scope="row">${formatDate(key)}</th>
      ${cells.map((cell, index) => html`<td>${cell.length > 0 ? renderFigure(room, `${key} ${index}`, `${cell.length}: ${formatDate(key)} in ${names[index]}`, cell.length, () => cell) : nothing}</td>`)}</tr>
      ${renderPlaces(room, weighing, key, cells.length + 1)}`)}
    ${renderTable(room, weighing, "Figures given", figuresOf(articles), (row) => {
      const given = row.cells.map((_cell, index) => numbersOf(row, index, /** @type {import("../crossread.d.ts").Article} */ (articles[index])));
      const key = (/** @type {number} */ value) => `${row.key}=${value}`;
      return html`<tr><th scope="row">${row.key || "other"}</th>
        ${given.map((cell, index) => html`<td>${cell.map(({ value, text, places, own }, at) => html`${at > 0 ? ", " : nothing}<span class=${own ? "own" : "quiet"}>${renderFigure(room, `${key(value)} ${index}`, `${text} in ${names[index]}`, text, () => places)}</span>`)}</td>`)}</tr>
        ${[...new Set(given.flat().map(({ value }) => value))].map((value) => renderPlaces(room, weighing, key(value), given.length + 1))}`;
    })}`;
}

/**
 * What two articles or more have, and folded what one has.
 * @template {Stretch} Item
 * @param {CrossreadCompare} room @param {Weighing} weighing @param {string} title @param {Row<Item>[]} rows @param {(row: Row<Item>) => unknown} renderRow
 */
function renderTable(room, { names }, title, rows, renderRow) {
  if (rows.length === 0) return nothing;
  const table = (/** @type {Row<Item>[]} */ some) => html`<div class="wide" tabindex="0" role="group" aria-label=${title}><table class="counts">
    <thead><tr><td></td>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${some.slice(0, room.rows).map(renderRow)}</tbody></table></div>`;
  const [shared, single] = [rows.filter((row) => having(row) > 1), rows.filter((row) => having(row) < 2)];
  return html`<section class="findings"><h3>${title}</h3>${shared.length > 0 ? table(shared) : nothing}
    ${single.length > 0 ? renderOnly(room, "By one article only", single.length, table(single)) : nothing}</section>`;
}
