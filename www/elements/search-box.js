// @ts-check
import { LitElement, html, nothing } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/search-box.css";

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
  };

  constructor() {
    super();
    this.value = "";
    /** @type {import("../crossread.d.ts").Diagnostic[]} */
    this.diagnostics = [];
  }

  render() {
    const said = this.diagnostics.length > 0;
    return html`
      <search>
        <input type="search" aria-label="Search articles" placeholder="Search articles" autocomplete="off"
          autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby=${said ? "said" : nothing}
          .value=${this.value} @input=${this.onInput} @keydown=${this.onKey}>
        <kbd aria-hidden="true">/</kbd>
      </search>
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

  /** Escape empties the field before it leads anywhere else. @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key !== "Escape" || !this.value) return;
    event.preventDefault();
    event.stopPropagation();
    this.value = "";
    this.tell("");
  }

  /** @param {string} text */
  tell(text) {
    this.dispatchEvent(new CustomEvent("crossread-type", { detail: text, bubbles: true, composed: true }));
  }
}
