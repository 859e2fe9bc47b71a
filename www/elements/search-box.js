// @ts-check
import { LitElement, html, nothing } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/search-box.css";
import { accepted, kindOf, moved, useful } from "../lib/completion.js";
import { formatCount, formatNumber } from "../lib/format.js";
import { renderWays } from "./search-ways.js";
import { tell } from "./telling.js";

/** Typing rests so long before completions are asked for: the list of articles comes first. */
const REST_MS = 90;
/** More completions than this would hide the list that is being searched. */
const MOST = 7;

/**
 * @typedef {import("../crossread.d.ts").Completions} Completions
 * @typedef {import("../lib/completion.js").Item} Item
 */

/**
 * The field for a query: completions as one types, what could not be understood beneath it, the ways to search behind a
 * button. Fires `crossread-type` with the text at every stroke.
 */
export class CrossreadSearchBox extends LitElement {
  static styles = [...shared, sheet(styles)];
  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static properties = {
    client: { attribute: false },
    value: { attribute: false },
    diagnostics: { attribute: false },
    helping: { state: true },
    items: { state: true },
    active: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine/client.js").Client | null} */
    this.client = null;
    this.value = "";
    /** What was last put in here; any other value comes from the address. */
    this.typed = "";
    /** @type {import("../crossread.d.ts").Diagnostic[]} */
    this.diagnostics = [];
    /** Whether the ways to search are shown. */
    this.helping = false;
    /** The completions on offer; none while the list is closed. @type {Item[]} */
    this.items = [];
    /** The line that the arrows have reached; -1 is the field. */
    this.active = -1;
    /** What the offer was made for. @type {{query: string, offered: Completions}} */
    this.offer = { query: "", offered: { start: 0, end: 0, items: [] } };
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    /** Whether the focus was among the ways to search when they were closed. */
    this.wasInHelp = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.close();
  }

  render() {
    const said = this.diagnostics.length > 0;
    const open = this.items.length > 0;
    return html`
      <search>
        <input type="search" role="searchbox" aria-label="Search articles" placeholder="Search articles" autocomplete="off"
          autocapitalize="off" autocorrect="off" spellcheck="false" enterkeyhint="search" dir="auto"
          aria-autocomplete="list" aria-haspopup="listbox" aria-controls=${open ? "completions" : nothing}
          aria-activedescendant=${this.active >= 0 ? `completion-${this.active}` : nothing} aria-describedby=${said ? "said" : nothing}
          .value=${this.value} @input=${this.onInput} @keydown=${this.onKey} @blur=${this.close}>
        <kbd aria-hidden="true">/</kbd>
        <button class="help" aria-label="How to search" aria-expanded=${this.helping} aria-controls="ways" @keydown=${this.onKey}
          @click=${() => (this.helping = !this.helping)}>?</button>
      </search>
      ${open ? this.completions() : nothing}
      <p class="unseen" aria-live="polite">${open && this.active < 0 ? `${formatCount(this.items.length, "completion")}, arrow keys to choose` : ""}</p>
      <div id="ways" class="ways over" ?hidden=${!this.helping} @keydown=${this.onKey}>${this.helping ? renderWays((query) => this.try(query)) : nothing}</div>
      ${said ? html`<ul id="said" class="said">${this.diagnostics.map((item) => this.saying(item))}</ul>` : nothing}
    `;
  }

  completions() {
    return html`
      <ul id="completions" class="completions over" role="listbox" aria-label="Completions" @pointerdown=${this.keepFocus}>
        ${this.items.map((item, at) => this.completion(item, at))}
      </ul>
    `;
  }

  /** @param {Item} item @param {number} at */
  completion(item, at) {
    return html`
      <li role="option" id="completion-${at}" aria-selected=${at === this.active}
        aria-label="${item.label}, ${kindOf(item)}, ${formatCount(item.count, "article")}" @click=${() => this.accept(item)}>
        <span class="name"><bdi>${item.label}</bdi></span>
        <span class="quiet">${item.kind === "word" ? nothing : kindOf(item)}</span>
        <span class="num quiet">${formatNumber(item.count)}</span>
      </li>
    `;
  }

  /** @param {import("../crossread.d.ts").Diagnostic} item */
  saying({ start, end, message }) {
    const meant = this.value.slice(start, end);
    return html`<li>${meant ? html`<q>${meant}</q>: ` : nothing}${message}</li>`;
  }

  /** @returns {HTMLInputElement | null} */
  get field() {
    return this.renderRoot.querySelector("input");
  }

  /** @param {InputEvent} event */
  onInput(event) {
    this.value = /** @type {HTMLInputElement} */ (event.target).value;
    this.active = -1;
    this.helping = false;
    this.tell(this.value);
    clearTimeout(this.resting);
    if (this.value.trim()) this.resting = setTimeout(() => void this.askCompletions(), REST_MS);
    else this.close();
  }

  async askCompletions() {
    const query = this.value;
    const caret = this.field?.selectionStart ?? query.length;
    const offered = await this.client?.complete(query, caret, this).catch(() => undefined);
    if (!offered || query !== this.value || !this.field?.matches(":focus")) return;
    this.offer = { query, offered };
    this.active = -1;
    this.items = useful(query, offered).slice(0, MOST);
  }

  close() {
    clearTimeout(this.resting);
    // An answer under way is not for this field any longer.
    this.offer = { query: "", offered: { start: 0, end: 0, items: [] } };
    if (this.items.length > 0) this.items = [];
    this.active = -1;
  }

  /** @param {Item} item */
  accept(item) {
    if (this.offer.query !== this.value) return;
    const { text, caret } = accepted(this.value, this.offer.offered, item);
    this.put(text, caret);
  }

  /** An example: one that ends a field's name waits for what is to stand in it. @param {string} query */
  try(query) {
    this.helping = false;
    this.put(query, query.length);
  }

  /** @param {string} text @param {number} caret */
  put(text, caret) {
    this.close();
    this.value = text;
    this.tell(text);
    const { field } = this;
    if (!field) return;
    field.value = text;
    field.focus();
    field.setSelectionRange(caret, caret);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = this.onListKey(event) || (event.key === "Escape" && this.onEscape());
    if (handled) event.preventDefault();
  }

  /** What a key does to the completions. @param {KeyboardEvent} event */
  onListKey({ key, target }) {
    if (target !== this.field) return false;
    const open = this.items.length > 0;
    const item = this.items[this.active];
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (open) this.active = moved(this.active, this.items.length, key);
      else if (key === "ArrowDown" && this.value.trim()) void this.askCompletions();
      return open || key === "ArrowDown";
    }
    if (key === "Enter" && item) this.accept(item);
    else if (key === "Enter" || (key === "Escape" && open)) this.close();
    return (key === "Enter" && item !== undefined) || (key === "Escape" && open);
  }

  /** Escape closes the help, then empties the field, before it leads anywhere else. */
  onEscape() {
    if (!this.helping && !this.value) return false;
    if (!this.helping) this.put("", 0);
    else this.helping = false;
    return true;
  }

  /** A press on the list is no leave of the field. @param {Event} event */
  keepFocus(event) {
    event.preventDefault();
  }

  /** @param {import("lit").PropertyValues} changed */
  updated(changed) {
    if (changed.get("helping") && !this.helping && this.wasInHelp) /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".help"))?.focus();
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has("value") && this.value !== this.typed) this.close();
    this.wasInHelp = changed.has("helping") && Boolean(this.shadowRoot?.activeElement?.closest(".ways"));
  }

  /** @param {string} text */
  tell(text) {
    this.typed = text;
    tell(this, "crossread-type", text);
  }
}
