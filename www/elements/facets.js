// @ts-check
import { LitElement, html, nothing } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/facets.css";
import { emptyRoute } from "../lib/address.js";
import { DATE_PATTERN, FACET_NAMES, facetRows } from "../lib/filters.js";
import { go } from "./going.js";

/**
 * @typedef {import("../crossread.d.ts").FacetName} FacetName
 * @typedef {import("../crossread.d.ts").FacetValue} FacetValue
 * @typedef {import("../crossread.d.ts").Results} Results
 */

/** The filters: a group a facet. */
export class CrossreadFacets extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    client: { attribute: false },
    route: { attribute: false },
    query: { attribute: false },
    whole: { attribute: false },
    matching: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import("../engine/client.js").Client | null} */
    this.client = null;
    /** @type {import("../lib/address.js").Route} */
    this.route = emptyRoute();
    /** The query that was answered. */
    this.query = "";
    /** @type {Results | null} */
    this.whole = null;
    /** @type {Results | null} */
    this.matching = null;
    /** The rows last shown: while they stay the same nothing is drawn anew. @type {Map<FacetName, FacetValue[]>} */
    this.rows = new Map();
  }

  render() {
    return FACET_NAMES.map(([facet, name]) => this.group(facet, name));
  }

  /** @param {FacetName} facet @param {string} name */
  group(facet, name) {
    const rows = this.rowsOf(facet);
    const dated = facet === "year" && (this.route.from || this.route.to);
    if (rows.length === 0 && !dated) return nothing;
    return html`
      <crossread-facet .client=${this.client} .facet=${facet} .name=${name} .route=${this.route} .query=${this.query} .rows=${rows}
        .total=${this.matching?.facet_totals[facet] ?? rows.length}>${facet === "year" ? this.range() : nothing}</crossread-facet>
    `;
  }

  /** @param {FacetName} facet */
  rowsOf(facet) {
    const held = [...(this.route.selected[facet] ?? []), ...(this.route.excluded[facet] ?? [])];
    const rows = facetRows(this.whole?.facets[facet] ?? [], this.matching?.facets[facet] ?? [], held);
    for (const row of rows) if (row.label === row.value) row.label = this.client?.labelOf(facet, row.value) ?? row.value;
    const before = this.rows.get(facet);
    if (before && isSame(before, rows)) return before;
    this.rows.set(facet, rows);
    return rows;
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

/** @param {FacetValue[]} one @param {FacetValue[]} other */
function isSame(one, other) {
  return one.length === other.length && one.every((row, at) => {
    const { value, count, label } = /** @type {FacetValue} */ (other[at]);
    return row.value === value && row.count === count && row.label === label;
  });
}
