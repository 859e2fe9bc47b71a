// @ts-check
/** A line of the list: outlet and date, the title, the best passage with its hits, who is named. */
import { html, nothing } from "lit";
import { formatAddress } from "../lib/address.js";
import { direction } from "../lib/format.js";
import { behindTitle, isCutOff, stretches } from "../lib/snippet.js";
import { renderOrigin } from "./origin.js";

/**
 * @typedef {import("../crossread.d.ts").Hit} Hit
 * @typedef {import("./library.js").CrossreadLibrary} Library
 */

/** @param {Library} library @param {Hit} hit */
export function renderHit(library, hit) {
  const look = () => library.look(hit.id);
  const address = formatAddress({ room: "article", ids: [hit.id], query: library.query });
  return html`
    <article @pointerenter=${look} @focusin=${look}>
      ${hit.source || hit.date ? html`<p class="label num" dir=${direction(hit.language)}>${renderOrigin(hit)}</p>` : nothing}
      <h2 lang=${hit.language || nothing} dir=${direction(hit.language)}>
        <a href=${address} @click=${(/** @type {Event} */ event) => library.select(event, "article", hit.id)}>${hit.title}</a>
      </h2>
      ${snippet(hit)} ${names(library, hit)}
      <label class="pick">
        <input type="checkbox" aria-label="Compare ${hit.title}" .checked=${library.chosen.includes(hit.id)}
          @change=${(/** @type {Event} */ event) => library.choose(hit, event)}>
        <span aria-hidden="true">compare</span>
      </label>
    </article>
  `;
}

/** @param {Hit} hit */
function snippet({ snippets: [first], language, title }) {
  if (!first) return nothing;
  const snippet = behindTitle(first, title);
  return html`
    <p class="snippet" lang=${language || nothing} dir=${direction(language)}>${snippet.start > 0 ? "… " : ""}${stretches(
      snippet,
    ).map(({ text, hit }) => (hit ? html`<mark class="hit">${text}</mark>` : text))}${isCutOff(snippet) ? " …" : ""}</p>
  `;
}

/** @param {Library} library @param {Hit} hit */
function names(library, { entities, more_entities: more }) {
  if (!entities.length) return nothing;
  return html`
    <ul class="names quiet" aria-label="Named here">
      ${entities.map(
        ({ entity, label }) =>
          html`<li><a href=${formatAddress({ room: "entity", ids: [entity] })} dir="auto"
            @click=${(/** @type {Event} */ event) => library.select(event, "entity", entity)}>${label}</a></li>`,
      )}
      ${more > 0 ? html`<li class="num"><bdi>+ ${more}</bdi></li>` : nothing}
    </ul>
  `;
}
