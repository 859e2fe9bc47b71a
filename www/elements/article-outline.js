// @ts-check
/** Beside an article: what is marked, where in the text it stands, the sections, and the articles closest to it. */

import { html, nothing, svg } from "lit";
import { formatAddress } from "../lib/address.js";
import { direction } from "../lib/format.js";
import { LAYERS, positions } from "../lib/marks.js";
import { headingsOf } from "../lib/outline.js";
import { renderOrigin } from "./origin.js";

/** @import {Article, Header} from "../crossread.d.ts" */
/** @import {CrossreadArticle} from "./article.js" */

/** @param {CrossreadArticle} room @param {Article} article @param {number} hits */
export function renderSwitches(room, article, hits) {
  const where = positions(article);
  return html`<fieldset class="switches"><legend class="label">Highlight</legend>${LAYERS.map(({ layer, name }) => {
    if (layer === "hit" && !room.place.query.trim()) return nothing;
    const found = where.get(layer) ?? [];
    return html`<div class="switch">
      <label><input type="checkbox" .checked=${room.layers.has(layer)} @change=${() => room.toggleLayer(layer)}><span class="sample" data-layer=${layer}>${name}</span></label>
      <span class="num quiet" aria-hidden="true">${layer === "hit" ? hits || "" : found.length || ""}</span>
      ${found.length > 0 ? renderStrip(layer, found) : nothing}
    </div>`;
  })}</fieldset>`;
}

/**
 * The article as a line from its beginning to its end, with a stroke for every mark.
 * @param {string} layer @param {number[]} found
 */
function renderStrip(layer, found) {
  const places = [...new Set(found.map((part) => Math.round(part * 200)))];
  return html`<svg class="strip" data-layer=${layer} viewBox="0 0 201 6" preserveAspectRatio="none" aria-hidden="true">${places.map(
    (x) => svg`<rect x=${x} y="0" width="1" height="6"></rect>`,
  )}</svg>`;
}

/** @param {CrossreadArticle} room @param {Article} article */
export function renderSections(room, article) {
  const headings = headingsOf(article);
  if (headings.length === 0) return nothing;
  return html`<nav aria-labelledby="sections"><p class="label" id="sections">In this article</p><ul>${headings.map(
    ({ text, block }) => html`<li>${room.articleLink(article.id, text, { at: block, query: room.place.query })}</li>`,
  )}</ul></nav>`;
}

/**
 * @param {CrossreadArticle} room @param {Article} article @param {(Header & {similarity: number})[]} nearest
 */
export function renderClosest(room, article, nearest) {
  if (nearest.length === 0) return nothing;
  return html`<nav aria-labelledby="closest"><p class="label" id="closest">Closest articles</p><ul class="closest">${nearest.map(
    (header) => html`<li dir=${direction(header.language)}>
      <span class="label">${renderOrigin(header, true)}</span>
      ${room.articleLink(header.id, header.title)}
      ${room.route ? html`<a class="act" href=${formatAddress({ room: "compare", ids: [article.id, header.id] })} aria-label=${`Compare with ${header.title}`}>compare</a>` : nothing}
    </li>`,
  )}</ul></nav>`;
}
