// @ts-check
/** The way through an article's hits: one after the other at the foot, or all of them in their context above the text. */
import { html } from "lit";
import { formatAddress } from "../lib/address.js";

/** @typedef {import("./article.js").CrossreadArticle} CrossreadArticle */

/** @param {CrossreadArticle} room */
export function renderHitBar(room) {
  const count = room.hits.length;
  return html`<div class="hits" role="group" aria-label="Search hits">
    <span class="num" role="status">${count === 0 ? "No hit in this text" : `${room.hit + 1} of ${count}`}</span>
    <button class="act" ?disabled=${count < 2} @click=${() => room.goToHit(room.hit - 1)} aria-label="Previous hit">Previous</button>
    <button class="act" ?disabled=${count < 2} @click=${() => room.goToHit(room.hit + 1)} aria-label="Next hit">Next</button>
    ${room.route && count > 1 && !inContext(room) ? html`<a class="act" href=${address(room, "context")} aria-label="All matches in context">In context</a>` : ""}
  </div>`;
}

/** @param {CrossreadArticle} room */
export function inContext({ place }) {
  return place.show === "context" && place.query.trim() !== "";
}

/** @param {CrossreadArticle} room */
export function renderContext(room) {
  return html`<section class="all" aria-label="All matches in context" tabindex="-1">
    <p class="label">All matches in context <a class="act" href=${address(room, "list")}>Back to the text</a></p>
    <crossread-context .client=${room.client} .route=${room.place} .article=${room.place.ids[0] ?? ""}></crossread-context>
  </section>`;
}

/** @param {CrossreadArticle} room @param {"list" | "context"} show */
function address({ place }, show) {
  return formatAddress({ ...place, show, at: null });
}
