// @ts-check
import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/facets.css";
import { emptyRoute } from "../lib/address.js";
import { DATE_PATTERN, FACET_NAMES, facetRows, isFiltered, toggled, withoutFilters } from "../lib/filters.js";
import { formatNumber } from "../lib/format.js";
import { go } from "./going.js";

/** A facet shows so many values until it is asked for all. */
const SHOWN = 8;

/** The filters: a group a facet, a checkbox a value. */
export class CrossreadFacets extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    route: { attribute: false },
    whole: { attribute: false },
    matching: { attribute: false },
    opened: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../lib/address.js").Route} */
    this.route = emptyRoute();
    /** @type {import("../crossread.d.ts").Results["facets"] | null} */
    this.whole = null;
    /** @type {import("../crossread.d.ts").Results["facets"] | null} */
    this.matching = null;
    /** Facets that show all their values. @type {Set<string>} */
    this.opened = new Set();
  }

  render() {
    return html`
      ${isFiltered(this.route)
        ? html`<button class="act clear" @click=${() => go(this, withoutFilters(this.route))}>Clear filters</button>`
        : nothing}
      ${FACET_NAMES.map(([facet, name]) => this.group(facet, name))}
    `;
  }

  /** @param {import("../crossread.d.ts").FacetName} facet @param {string} name */
  group(facet, name) {
    const chosen = this.route.selected[facet] ?? [];
    const rows = facetRows(this.whole?.[facet] ?? [], this.matching?.[facet] ?? [], chosen);
    const dated = facet === "year" && (this.route.from || this.route.to);
    if (rows.length === 0 && !dated) return nothing;
    const all = this.opened.has(facet) || rows.length <= SHOWN + 1;
    const shown = all ? rows : rows.filter((row, at) => at < SHOWN || chosen.includes(row.value));
    return html`
      <fieldset>
        <legend class="label">${name}</legend>
        ${repeat(shown, (row) => row.value, (row) => this.row(facet, row, chosen.includes(row.value)))}
        ${rows.length > SHOWN + 1 ? this.switch(facet, name, rows.length, all) : nothing}
        ${facet === "year" ? this.range() : nothing}
      </fieldset>
    `;
  }

  /**
   * @param {import("../crossread.d.ts").FacetName} facet
   * @param {import("../crossread.d.ts").FacetValue} row
   * @param {boolean} checked
   */
  row(facet, row, checked) {
    const kind = facet === "source" || facet === "year" ? nothing : facet;
    return html`
      <label class="row">
        <input type="checkbox" aria-label="${row.label} (${row.count})" .checked=${checked}
          @change=${() => go(this, toggled(this.route, facet, row.value))}>
        <span><span class="name" data-kind=${kind} dir="auto">${row.label}</span></span>
        <span class="num quiet" aria-hidden="true">${formatNumber(row.count)}</span>
      </label>
    `;
  }

  /** @param {string} facet @param {string} name @param {number} count @param {boolean} all */
  switch(facet, name, count, all) {
    const flip = () => {
      const opened = new Set(this.opened);
      if (!opened.delete(facet)) opened.add(facet);
      this.opened = opened;
    };
    return html`
      <button class="act more" aria-expanded=${all} aria-label=${all ? `Show fewer: ${name}` : `Show all ${count}: ${name}`}
        @click=${flip}>${all ? "show fewer" : `show all ${formatNumber(count)}`}</button>
    `;
  }

  range() {
    return html`
      <div class="range">
        ${this.dateField("from", "From")} ${this.dateField("to", "To")}
      </div>
    `;
  }

  /** @param {"from" | "to"} side @param {string} label */
  dateField(side, label) {
    return html`
      <label><span class="label">${label}</span>
        <input type="text" class="num" inputmode="numeric" autocomplete="off" placeholder="2025-04" size="10"
          pattern=${DATE_PATTERN} title="A year, a month or a day: 2025, 2025-04, 2025-04-18"
          .value=${this.route[side]} @change=${(/** @type {Event} */ event) => this.onDate(side, event)}>
      </label>
    `;
  }

  /** @param {"from" | "to"} side @param {Event} event */
  onDate(side, event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const valid = field.reportValidity();
    if (valid) go(this, { ...this.route, [side]: field.value.trim() });
  }
}
