// @ts-check
import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/facet.css";
import marks from "../styles/marks.css";
import { emptyRoute } from "../lib/address.js";
import { barred, requestOf, toggled } from "../lib/filters.js";
import { formatNumber } from "../lib/format.js";
import { go } from "./going.js";

/** A facet shows so many values, then so many more at each asking. */
const FIRST = 8;
const STEP = 50;
/** Among more values than this one may search. */
const MANY = 12;

/** @typedef {import("../crossread.d.ts").FacetValue} FacetValue */

/** One facet: a checkbox a value, each with a "not" beside it; a long one can be searched. */
export class CrossreadFacet extends LitElement {
  static styles = [...shared, sheet(marks), sheet(styles)];
  static properties = {
    client: { attribute: false },
    facet: { attribute: false },
    name: { attribute: false },
    route: { attribute: false },
    query: { attribute: false },
    rows: { attribute: false },
    total: { attribute: false },
    limit: { state: true },
    text: { state: true },
    found: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine/client.js").Client | null} */
    this.client = null;
    /** @type {import("../crossread.d.ts").FacetName} */
    this.facet = "source";
    this.name = "";
    /** @type {import("../lib/address.js").Route} */
    this.route = emptyRoute();
    /** The query that was answered. */
    this.query = "";
    /** The values listed with every answer. @type {FacetValue[]} */
    this.rows = [];
    /** How many values there are in all. */
    this.total = 0;
    this.limit = FIRST;
    /** What a value's label is to hold. */
    this.text = "";
    /** All values, or those that hold the text, once they were asked for. @type {FacetValue[] | null} */
    this.found = null;
    this.asked = "";
  }

  /** The route is read when something is chosen; it is drawn through the rows. @param {import("lit").PropertyValues} changed */
  shouldUpdate(changed) {
    const before = changed.get("route");
    const same = before && before.selected[this.facet] === this.route.selected[this.facet] && before.excluded[this.facet] === this.route.excluded[this.facet];
    return !same || [...changed.keys()].some((name) => name !== "route" && name !== "query") || this.asking;
  }

  /** Whether the values that come with every answer do not do. */
  get asking() {
    return this.text !== "" || this.limit > Math.max(this.rows.length, FIRST + 1) && this.total > this.rows.length;
  }

  updated() {
    if (this.asking) void this.ask();
    else this.asked = "";
  }

  async ask() {
    const request = requestOf({ ...this.route, query: this.query }, 0);
    const asked = JSON.stringify([request, this.text]);
    if (asked === this.asked) return;
    this.asked = asked;
    const found = await this.client?.values(request, this.facet, this.text, this).catch(() => undefined);
    if (found && asked === this.asked) this.found = found;
  }

  render() {
    const [chosen, barred] = [this.route.selected[this.facet] ?? [], this.route.excluded[this.facet] ?? []];
    const all = (this.asking && this.found) || this.rows;
    const whole = this.limit > FIRST || all.length <= FIRST + 1;
    const limit = whole ? Math.max(this.limit, FIRST + 1) : FIRST;
    const shown = all.filter(({ value }, at) => at < limit || chosen.includes(value) || barred.includes(value));
    const count = this.text ? all.length : Math.max(this.total, all.length);
    return html`
      <fieldset>
        <legend class="label">${this.name}</legend>
        ${this.limit > FIRST && this.total > MANY ? this.search() : nothing}
        ${repeat(shown, (row) => row.value, (row) => this.row(row, chosen.includes(row.value), barred.includes(row.value)))}
        ${this.text && this.found?.length === 0 ? html`<p class="quiet none">none</p>` : nothing}
        ${this.ends(shown.length, count)}
        <slot></slot>
      </fieldset>
    `;
  }

  /** @param {FacetValue} row @param {boolean} checked @param {boolean} out */
  row({ value, label, count }, checked, out) {
    const names = this.facet !== "source" && this.facet !== "year";
    return html`
      <div class="row ${out ? "out" : ""}">
        <label>
          <input type="checkbox" aria-label="${label} (${count})" .checked=${checked} @change=${() => go(this, toggled(this.route, this.facet, value))}>
          <span><span class="name ${names ? "sample" : ""}" data-layer=${this.facet} dir="auto">${label}</span></span>
        </label>
        <button class="not" aria-label="Exclude ${label}" aria-pressed=${out} @click=${() => go(this, barred(this.route, this.facet, value))}>not</button>
        <span class="num quiet" aria-hidden="true">${formatNumber(count)}</span>
      </div>
    `;
  }

  search() {
    return html`<input type="text" class="within" aria-label="Search within: ${this.name}" placeholder="search" autocomplete="off" spellcheck="false"
      .value=${this.text} @input=${this.onText} @keydown=${this.onKey}>`;
  }

  /** @param {number} shown @param {number} count */
  ends(shown, count) {
    const left = count - shown;
    const open = this.limit > FIRST;
    if (left <= 0 && !open) return nothing;
    const more = open && this.limit < STEP ? STEP : this.limit + STEP;
    return html`<p class="ends">
      ${left > 0
        ? html`<button class="act" aria-label="Show more: ${this.name}" @click=${() => (this.limit = more)}>show more</button>`
        : nothing}
      ${left > 0 ? html`<span class="num quiet">${formatNumber(shown)} of ${formatNumber(count)}</span>` : nothing}
      ${open ? html`<button class="act" aria-label="Show fewer: ${this.name}" @click=${this.fold}>show fewer</button>` : nothing}
    </p>`;
  }

  fold() {
    this.limit = FIRST;
    this.text = "";
    this.found = null;
  }

  /** @param {Event} event */
  onText(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value.trim();
    this.found = null;
  }

  /** Escape empties the field, then folds the facet. @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (this.text) this.text = "";
    else this.fold();
  }
}
