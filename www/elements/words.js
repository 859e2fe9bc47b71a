// @ts-check
/** The words of the articles that a route describes, against all others or those of another search. */
import { html, nothing } from "lit";
import { sheet } from "../styles/sheets.js";
import styles from "../styles/sets.css";
import { emptyRoute, formatAddress } from "../lib/address.js";
import { sortWords } from "../lib/comparison.js";
import { requestOf } from "../lib/filters.js";
import { formatCount, formatNumber } from "../lib/format.js";
import { explanation } from "./compare-words.js";
import { renderHeads, renderHow } from "./compare-how.js";
import { go } from "./going.js";
import { Room } from "./room.js";

/** @import {KeyWord, WordsOfSets} from "../crossread.d.ts" */
/** @import {Client} from "./room.js" */

const COLUMNS = [["term", "Word"], ["0", "Here"], ["1", "There"], ["log_ratio", "Log ratio"], ["g2", "G2"], ["dispersion", "Spread"]];

/** The least BIC of a word that stands out for sure: positive evidence (docs/statistics.md). */
const EVIDENCE = 2;

/** @extends {Room<WordsOfSets | null>} */
export class CrossreadWords extends Room {
  static properties = { query: { attribute: false }, done: { state: true }, order: { state: true } };
  static styles = [...Room.styles, sheet(styles)];

  constructor() {
    super();
    /** The query that is answered. */
    this.query = "";
    /** How far counting is, from 0 to 1. */
    this.done = 0;
    /** @type {import("../lib/comparison.js").Order} */
    this.order = { by: "log_ratio", descending: true };
    this.asking = new AbortController();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.asking.abort();
    this.asked = { client: undefined, question: "" };
  }

  request() {
    return requestOf({ ...this.place, query: this.query }, 0);
  }

  question() {
    return JSON.stringify([this.request(), this.place.against]);
  }

  /** @param {Client} client */
  answer(client) {
    this.asking.abort();
    this.asking = new AbortController();
    this.done = 0;
    return client.wordsOfSets(this.request(), this.place.against, { onProgress: (done) => (this.done = done), signal: this.asking.signal });
  }

  renderWaiting() {
    if (!this.late) return nothing;
    return html`${this.renderForm()}<p role="status" class="quiet">Counting words… <progress .value=${this.done} aria-label="Counting words"></progress>
      <button class="act" @click=${() => this.asking.abort()}>Cancel</button></p>`;
  }

  renderForm() {
    return html`<form @submit=${this.onSubmit}><label>Words of these articles against <input type="search" .value=${this.place.against}
        placeholder="all others, or a search: date:2025" aria-label="Against a search"></label> <button class="act">Count</button></form>`;
  }

  /** @param {SubmitEvent} event */
  onSubmit(event) {
    event.preventDefault();
    const against = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("input")).value.trim();
    if (against === this.place.against) this.askAgain();
    else go(this, { ...this.place, against });
  }

  /** @param {WordsOfSets | null} answer */
  renderValue(answer) {
    return html`${this.renderForm()}${answer ? this.renderAnswer(answer) : html`<p class="none">Counting was cancelled.</p>`}`;
  }

  /** @param {WordsOfSets} answer */
  renderAnswer({ rows, articles: [here, there] }) {
    if (rows.length === 0) return html`<p class="none">No word stands out: one of the two sets is empty, or their words are too much alike.</p>`;
    return html`<p class="quiet head num">${formatCount(here, "article")} here, ${formatNumber(there)} there. Below each count, how often that is in a million words.</p>
      <div class="wide" tabindex="0" role="group" aria-label="Words that stand out"><table>
      ${renderHeads(COLUMNS, this.order, (order) => (this.order = order), 1)}
      <tbody>${sortWords(rows, this.order, EVIDENCE).map((row) => this.renderRow(row))}</tbody></table></div>
      ${renderHow(html`${explanation(rows, 2)}<p>A log ratio below zero: the word stands more often there. Per million is 10<sup>6</sup> a/c, so that sets of different size can be compared. Spread is from 0, even over the articles of its set, to 1, all in one of them (DPnorm: Gries 2008, Lijffijt and Gries 2012).
        Words with little evidence, a BIC under ${EVIDENCE}, come last.</p>`)}`;
  }

  /** @param {KeyWord} row */
  renderRow({ term, counts, per_million: rates, log_ratio: ratio, g2, dispersion, of }) {
    const cell = (/** @type {number} */ set) => html`<td class="num">${counts[set]}<small class="quiet">${formatNumber(Math.round(rates[set] ?? 0))}</small></td>`;
    const { place } = this;
    const [set, query] = of === 1 ? [emptyRoute(), place.against] : [place, this.query];
    return html`<tr><th scope="row"><a href=${formatAddress({ ...set, query: `${query} "${term}"`.trim(), show: "context", against: "" })}>${term}</a></th>${cell(0)}${cell(1)}
      <td class="num">${of === 1 ? "−" : ""}${ratio.toFixed(2)}</td><td class="num">${g2.toFixed(2)}</td><td class="num">${dispersion?.toFixed(2) ?? nothing}</td></tr>`;
  }
}
