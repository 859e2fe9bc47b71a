// @ts-check
/** The card of a mention: who or what is meant, why it is read so, and where else it stands. */

import { html, nothing } from "lit";
import { formatCount } from "../lib/format.js";
import { basisInWords, formInWords, kindInWords } from "../lib/marks-notes.js";

/** @import {Article, Mention} from "../crossread.d.ts" */
/** @import {CrossreadArticle} from "./article.js" */

const EDGE = 8;

/** @param {CrossreadArticle} room @param {Article} article @param {Mention} mention */
export function renderCard(room, article, mention) {
  const words = article.text.slice(mention.start, mention.end);
  const label = mention.label ?? words;
  return html`<p class="label">${kindInWords(mention.kind)}</p>
    <p class="name" id="card-name">${mention.entity ? room.entityLink(mention.entity, label) : label}</p>
    <p>${mention.entity ? html`Here “${words}”, ${formInWords(mention)}: ` : nothing}${basisInWords(article, mention)}.</p>
    ${mention.entity ? renderWay(room, article, mention) : nothing}
    <button class="close act" @click=${() => room.closeCard()}>Close</button>`;
}

/** @param {CrossreadArticle} room @param {Article} article @param {Mention} mention */
function renderWay(room, article, mention) {
  const same = sameEntity(article, mention);
  const at = same.indexOf(mention);
  return html`<p class="way"><span class="num">${same.length > 1 ? `${at + 1} of ${same.length}` : formatCount(1, "mention")} in this article</span>
    <button class="act" ?disabled=${at <= 0} @click=${() => room.openCard(same[at - 1])} aria-label="Previous mention">Previous</button>
    <button class="act" ?disabled=${at >= same.length - 1} @click=${() => room.openCard(same[at + 1])} aria-label="Next mention">Next</button></p>`;
}

/** @param {Article} article @param {Mention} mention */
function sameEntity(article, mention) {
  return article.mentions.filter(({ entity }) => entity === mention.entity).sort((a, b) => a.start - b.start);
}

/**
 * Puts the card under its mark, above it where there is no room, and never past the window's edge.
 * @param {HTMLElement} card @param {Element} mark
 */
export function placeCard(card, mark) {
  const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = at.bottom + EDGE + height <= innerHeight || at.top < height + EDGE;
  const top = below ? at.bottom + EDGE / 2 : at.top - height - EDGE / 2;
  const left = Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - width - EDGE));
  card.style.setProperty("--top", `${top + scrollY}px`);
  card.style.setProperty("--left", `${left + scrollX}px`);
}
