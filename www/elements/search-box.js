// @ts-check
import { LitElement, html, nothing } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/search-box.css";

/** What can be written, and what it finds. */
const WAYS = [
  ["treaty parliament", "both words, in any form"],
  ["\"joint statement\"", "exactly these words"],
  ["treaty OR accord", "either"],
  ["treaty -draft", "the first without the second"],
  ["sign*", "every word that begins so"],
  ["minster~", "also with one letter amiss"],
  ["treaty NEAR/5 signed", "at most five words apart"],
  ["speaker:Duarte", "who speaks; also person: org: place: agreement: event: source: title:"],
  ["date:2025-04..2025-12", "from one date to another"],
];

/**
 * The field for a query, with what could not be understood said beneath it. Fires `crossread-type` with the text at
 * every stroke.
 */
export class CrossreadSearchBox extends LitElement {
  static styles = [...shared, sheet(styles)];
  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static properties = {
    value: { attribute: false },
    diagnostics: { attribute: false },
    helping: { state: true },
  };

  constructor() {
    super();
    this.value = "";
    /** @type {import("../crossread.d.ts").Diagnostic[]} */
    this.diagnostics = [];
    /** Whether the ways to search are shown. */
    this.helping = false;
  }

  render() {
    const said = this.diagnostics.length > 0;
    return html`
      <search>
        <input type="search" aria-label="Search articles" placeholder="Search articles" autocomplete="off"
          autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby=${said ? "said" : nothing}
          .value=${this.value} @input=${this.onInput} @keydown=${this.onKey}>
        <kbd aria-hidden="true">/</kbd>
        <button aria-label="How to search" aria-expanded=${this.helping} aria-controls="ways" @keydown=${this.onKey}
          @click=${() => (this.helping = !this.helping)}>?</button>
      </search>
      <dl id="ways" class="ways" ?hidden=${!this.helping}>
        ${WAYS.map(([written, meant]) => html`<div><dt><code>${written}</code></dt><dd>${meant}</dd></div>`)}
      </dl>
      ${said ? html`<ul id="said" class="said">${this.diagnostics.map((item) => this.saying(item))}</ul>` : nothing}
    `;
  }

  /** @param {import("../crossread.d.ts").Diagnostic} item */
  saying({ start, end, message }) {
    const meant = this.value.slice(start, end);
    return html`<li>${meant ? html`<q>${meant}</q>: ` : nothing}${message}</li>`;
  }

  /** @param {InputEvent} event */
  onInput(event) {
    this.value = /** @type {HTMLInputElement} */ (event.target).value;
    this.tell(this.value);
  }

  /** Escape closes the help, then empties the field, before it leads anywhere else. @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key !== "Escape" || (!this.helping && !this.value)) return;
    event.preventDefault();
    if (this.helping) {
      this.helping = false;
      return;
    }
    this.value = "";
    this.tell("");
  }

  /** @param {string} text */
  tell(text) {
    this.dispatchEvent(new CustomEvent("crossread-type", { detail: text, bubbles: true, composed: true }));
  }
}
