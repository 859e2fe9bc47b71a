// @ts-check
/** What one article leaves out though all others tell it, and what two have word for word. */

import { html, nothing } from "lit";
import { formatCount } from "../lib/format.js";
import { list } from "../lib/summary.js";
import { renderHow, renderOnly } from "./compare-how.js";
import { nameOf, renderPlace } from "./compare-passages.js";

/** @import {Comparison} from "../crossread.d.ts" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderLeftOut(room, weighing) {
  const { left_out: leftOut = [] } = weighing.comparison;
  return weighing.articles.map(({ id }, index) => {
    const items = leftOut.filter(({ article }) => article === id);
    if (items.length === 0) return nothing;
    return renderOnly(room, `Told by all others, not by ${weighing.names[index]}`, items.length,
      html`<ol>${items.map(({ spans }) => html`<li class="columns named">${spans.map((span) => renderPlace(room, weighing, span, null))}</li>`)}</ol>`);
  });
}

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderCopies(room, weighing) {
  const { copies = [] } = weighing.comparison;
  if (copies.length === 0) return nothing;
  return renderOnly(room, "Word for word the same", copies.length, html`<ol>${copies.map((copy) => html`<li>
      <p class="source">${copyInWords(weighing, copy)}</p>
      ${renderPlace(room, weighing, /** @type {typeof copy.spans[0]} */ (copy.spans[0]), null)}
      <p class="source">${copy.spans.slice(1).map((span) => room.articleLink(span.article, `The same in ${nameOf(weighing, span)}`, { at: span }))}</p></li>`)}</ol>
    ${renderHow(html`<p>Words that follow each other in two articles, or twice in one, over the borders of sentences. Who had it first is said only where
      both dates are sure.</p>`, "How this was found")}`);
}

/** @param {Weighing} weighing @param {NonNullable<Comparison["copies"]>[number]} copy */
function copyInWords(weighing, { spans, words, quoted, source }) {
  const owners = [...new Set(spans.map((span) => nameOf(weighing, span)))];
  const parts = [formatCount(words, "word"), owners.length === 1 ? `twice in ${owners[0]}` : `in ${list(owners)}`];
  if (quoted) parts.push("as somebody’s words in both");
  if (source) parts.push(`${nameOf(weighing, { article: source })} had it first`);
  return parts.join(" · ");
}
