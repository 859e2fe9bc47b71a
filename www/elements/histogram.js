// @ts-check
import { LitElement, html, nothing, svg } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/histogram.css";
import { yearBars } from "../lib/years.js";

/** A bar takes at most so many pixels: few years are no wall. */
const WIDEST = 40;

/**
 * How many articles a year: the whole corpus faint, what matches strong. A picture for the eye; the same counts stand in
 * the facet "Dates", where they can be read and chosen.
 */
export class CrossreadHistogram extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    whole: { attribute: false },
    matching: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import("../crossread.d.ts").FacetValue[]} */
    this.whole = [];
    /** @type {import("../crossread.d.ts").FacetValue[]} */
    this.matching = [];
  }

  render() {
    const bars = yearBars(this.whole, this.matching);
    if (bars.length < 2) return nothing;
    const tallest = Math.max(...bars.map((bar) => bar.whole));
    const width = bars.length * 10;
    return html`
      <figure aria-hidden="true">
        <svg viewBox="0 0 ${width} 40" width=${bars.length * WIDEST} preserveAspectRatio="none">
          ${bars.map((bar, at) => this.bar(bar, at, tallest))}
        </svg>
        <figcaption class="label num">
          <span>${bars[0]?.year}</span><span>${bars[bars.length - 1]?.year}</span>
        </figcaption>
      </figure>
    `;
  }

  /** @param {import("../lib/years.js").YearBar} bar @param {number} at @param {number} tallest */
  bar(bar, at, tallest) {
    const [whole, matching] = [(bar.whole / tallest) * 40, (bar.matching / tallest) * 40];
    return svg`
      <rect class="whole" x=${at * 10 + 0.5} width="9" y=${40 - whole} height=${whole}></rect>
      <rect class="matching" x=${at * 10 + 0.5} width="9" y=${40 - matching} height=${matching}></rect>
      <title>${bar.year}: ${bar.matching}</title>
    `;
  }
}
