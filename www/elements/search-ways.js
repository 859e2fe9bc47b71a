// @ts-check
/** The ways to search, as the documentation's table has them: each can be tried. */
import { html } from "lit";
import ways from "../../docs/query.md";

/** @typedef {import("../lib/ways.js").Piece} Piece */

/** @param {(query: string) => void} onTry */
export function renderWays(onTry) {
  return html`
    <p class="quiet">Choose one to try it.</p>
    <dl>${ways.map(({ written, meant }) => html`<div><dt>${written.map((piece) => way(piece, onTry))}</dt><dd>${meant.map(words)}</dd></div>`)}</dl>
  `;
}

/** @param {Piece} piece @param {(query: string) => void} onTry */
function way({ text, code }, onTry) {
  return code ? html`<button class="try" @click=${() => onTry(text)}><code>${text}</code></button>` : text;
}

/** @param {Piece} piece */
function words({ text, code }) {
  return code ? html`<code>${text}</code>` : text;
}
