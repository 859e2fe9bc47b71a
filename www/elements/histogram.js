// @ts-check
import { LitElement, html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/histogram.css";
import { emptyRoute } from "../lib/address.js";
import { barLabel, barsOf, edgesOf, rangeBetween } from "../lib/bins.js";
import { formatCount, formatRange } from "../lib/format.js";
import { go } from "./going.js";

/** More bars than this would be too thin to hit. */
const MOST = 100;
/** A bar takes at most so many pixels: few dates are no wall. */
const WIDEST = 40;
const HEIGHT = 40;

/**
 * @typedef {import("../lib/bins.js").Bar} Bar
 * @typedef {import("../lib/bins.js").Dates} Dates
 */

/**
 * How many articles when: the whole corpus faint, what matches strong. Dragging over the bars, or two sliders by key,
 * narrow the list to a range of dates.
 */
export class CrossreadHistogram extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    whole: { attribute: false },
    matching: { attribute: false },
    route: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Dates | null} */
    this.whole = null;
    /** @type {Dates | null} */
    this.matching = null;
    /** @type {import("../lib/address.js").Route} */
    this.route = emptyRoute();
    /** @type {Bar[]} */
    this.bars = [];
    /** The bar where a drag began; null while there is none. @type {number | null} */
    this.held = null;
    /** Whether this drag has already made a step in the history. */
    this.stepped = false;
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (!changed.has("whole") && !changed.has("matching")) return;
    this.bars = this.whole && this.matching ? barsOf(this.whole, this.matching, MOST) : [];
  }

  render() {
    const { bars, route } = this;
    const [first, last] = bars[0] ? [bars[0], /** @type {Bar} */ (bars.at(-1))] : [];
    if (!first || !last || bars.length < 2) return nothing;
    const range = edgesOf(bars, route.from, route.to);
    return html`
      <figure aria-label="Articles by date">
        <div class="plot" @pointerdown=${this.onDown} @pointermove=${this.onMove} @pointerup=${this.onUp} @pointercancel=${this.onUp}>
          <svg viewBox="0 0 ${bars.length * 10} ${HEIGHT}" width=${bars.length * WIDEST} preserveAspectRatio="none" aria-hidden="true">
            ${guard([bars], () => this.drawn(bars))}
            ${this.shades(range)}
          </svg>
          ${this.slider("first", range)} ${this.slider("last", range)}
        </div>
        <figcaption class="label num">
          <span>${formatRange(first.start, first.end, true)}</span>
          <span>${formatRange(last.start, last.end, true)}</span>
        </figcaption>
      </figure>
    `;
  }

  /** @param {Bar[]} bars */
  drawn(bars) {
    const tallest = Math.max(1, ...bars.map((bar) => bar.whole));
    const area = (/** @type {(bar: Bar) => number} */ count) => bars.map((bar, at) => {
      const height = (count(bar) / tallest) * HEIGHT;
      return height > 0 ? `M${at * 10 + 0.5} ${HEIGHT}v${-Math.max(height, 1)}h9V${HEIGHT}z` : "";
    }).join("");
    return svg`<path class="whole" d=${area((bar) => bar.whole)}></path><path class="matching" d=${area((bar) => bar.matching)}></path>`;
  }

  /** What lies outside the range, veiled. @param {[number, number]} range */
  shades([first, last]) {
    const end = this.bars.length;
    if (first === 0 && last === end) return nothing;
    return svg`<rect class="veil" x="0" y="0" width=${first * 10} height=${HEIGHT}></rect>
      <rect class="veil" x=${last * 10} y="0" width=${(end - last) * 10} height=${HEIGHT}></rect>`;
  }

  /**
   * A slider over the edges between bars; a native one, so that keys, touch and screen readers work as everywhere.
   * @param {"first" | "last"} side @param {[number, number]} range
   */
  slider(side, range) {
    const edge = range[side === "first" ? 0 : 1];
    const bar = this.bars[side === "first" ? edge : edge - 1];
    return html`<input type="range" class=${side} min="0" max=${this.bars.length} step="1" .value=${String(edge)}
      aria-label=${side === "first" ? "Earliest date" : "Latest date"} aria-valuetext=${bar ? `${barLabel(bar)}, ${formatCount(bar.matching, "match", "matches")}` : "none"}
      @input=${(/** @type {Event} */ event) => this.onSlide(side, event)} @change=${() => (this.stepped = false)}>`;
  }

  /** @param {"first" | "last"} side @param {Event} event */
  onSlide(side, event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const [first, last] = edgesOf(this.bars, this.route.from, this.route.to);
    const edge = Number(field.value);
    const next = side === "first" ? Math.min(edge, last - 1) : Math.max(edge, first + 1);
    field.value = String(next);
    this.narrow(side === "first" ? next : first, side === "first" ? last : next);
  }

  /** @param {PointerEvent} event */
  onDown(event) {
    if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
    this.held = this.barAt(event);
    this.stepped = false;
    /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
    this.narrow(this.held, this.held + 1);
  }

  /** @param {PointerEvent} event */
  onMove(event) {
    if (this.held === null) return;
    const at = this.barAt(event);
    this.narrow(Math.min(at, this.held), Math.max(at, this.held) + 1);
  }

  onUp() {
    this.held = null;
    this.stepped = false;
  }

  /** @param {PointerEvent} event */
  barAt(event) {
    const plot = /** @type {HTMLElement} */ (event.currentTarget);
    const { left, right, width } = plot.getBoundingClientRect();
    const way = getComputedStyle(plot).direction === "rtl" ? right - event.clientX : event.clientX - left;
    const at = Math.floor((way / width) * this.bars.length);
    return Math.max(0, Math.min(at, this.bars.length - 1));
  }

  /** One drag is one step in the history. @param {number} first @param {number} last */
  narrow(first, last) {
    const { from, to } = rangeBetween(this.bars, first, last);
    if (from === this.route.from && to === this.route.to) return;
    go(this, { ...this.route, from, to }, this.stepped);
    this.stepped = true;
  }
}
