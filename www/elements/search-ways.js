// @ts-check
/** The ways to search, as the documentation's table has them: each can be tried. */
import { html } from "lit";
import ways from "../../docs/query.md";

/** @param {(query: string) => void} onTry */
export function renderWays(onTry) {
  return html`
    <p class="quiet">Choose one to try it.</p>
    <dl>${ways.map(([written, meant]) => html`<div><dt>${pieces(written, (code) => html`<button class="try" @click=${() => onTry(code)}><code>${code}</code></button>`)}</dt><dd>${pieces(meant, (code) => html`<code>${code}</code>`)}</dd></div>`)}</dl>
  `;
}

/** @param {string} text  code between backticks @param {(code: string) => unknown} render */
function pieces(text, render) {
  return text.split("`").map((piece, at) => (at % 2 ? render(piece) : piece));
}
