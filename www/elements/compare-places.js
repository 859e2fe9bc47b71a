// @ts-check
/** What a figure of a table counts: pressed, it opens to the sentences. */

import { html, nothing } from "lit";
import { sentenceAround } from "../lib/passages.js";
import { renderPlace } from "./compare-passages.js";

/** @import {Place, Passage, Stretch} from "../crossread.d.ts" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/**
 * @param {CrossreadCompare} room @param {string} key  of the figure @param {string} label  what it counts, in words
 * @param {unknown} content @param {() => Stretch[] | Promise<Stretch[]>} find  where it is counted, in the figure's article
 */
export function renderFigure(room, key, label, content, find) {
  return html`<button class="num" aria-label=${label} aria-expanded=${room.shown === key ? "true" : "false"} @click=${() => void room.show(key, find)}>${content}</button>`;
}

/**
 * The row below a row one of whose figures is open.
 * @param {CrossreadCompare} room @param {Weighing} weighing @param {string} key  of the row; those of its figures end with the article's number
 * @param {number} columns
 */
export function renderPlaces(room, weighing, key, columns) {
  const index = weighing.articles.findIndex((_article, at) => room.shown === `${key} ${at}`);
  const article = weighing.articles[index];
  if (!article) return nothing;
  /** @type {Map<string, Passage>} */
  const sentences = new Map();
  for (const stretch of room.places) {
    const place = { article: article.id, ...sentenceAround(article, stretch) };
    const at = `${place.start}-${place.end}`;
    const passage = sentences.get(at) ?? pointing(place);
    passage.differs[0]?.spans.push({ ...stretch, article: article.id });
    sentences.set(at, passage);
  }
  return html`<tr class="places"><td colspan=${columns}><div class="columns">${[...sentences.values()].map((passage) => renderPlace(room, weighing, /** @type {Place} */ (passage.spans[0]), [passage]))}</div></td></tr>`;
}

/** A passage that only points to where in the sentence something stands. @param {Place} place @param {Place[]} spans @returns {Passage} */
export function pointing(place, spans = []) {
  return { spans: [place], relation: "related", similarity: 0, evidence: [], differs: [{ kind: "name", values: [], spans }] };
}
