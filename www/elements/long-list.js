// @ts-check
/**
 * A list of any length of which only what is near the eye is on the page. A lit controller: its host renders `shown`
 * between two empty blocks, which are as tall as what is left out; where one of these comes near the view, the list
 * moves on. What has been measured stays known, so that going back finds the list where it was left.
 */
import { Lengths, missing } from "../lib/lengths.js";

/** Beyond the view, so much is on the page, in pixels; and so near may an empty block come before the list moves on. */
const AHEAD = 3000;
const NEAR = 1500;
/** So many items are on the page at least: a list no longer than that is whole. */
export const LEAST = 50;
/** Items beyond so many from the shown ones are let go. */
const KEPT = 400;
/** The list that a new answer brings is filled up once the keys rest. */
const REST_MS = 200;
/** The measures of so many lists are remembered. */
const REMEMBERED = 8;

/** What was measured of a list, and what was on the page of it. @type {Map<string, {lengths: Lengths, shown: [number, number]}>} */
const remembered = new Map();

/**
 * @template Item
 */
export class LongList {
  /**
   * @param {import("lit").ReactiveControllerHost & HTMLElement & {renderRoot: ParentNode}} host
   *   renders an `ol` with an `li` for each of `shown`, between `.before` and `.after`
   * @param {(offset: number, limit: number) => Promise<Item[] | undefined>} load
   */
  constructor(host, load) {
    this.host = host;
    this.load = load;
    this.key = "";
    this.lengths = new Lengths(0);
    /** @type {(Item | undefined)[]} sparse */
    this.items = [];
    this.first = 0;
    this.last = 0;
    /** The stretch that is being fetched. @type {[number, number] | null} */
    this.wanted = null;
    this.width = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    this.edges = new IntersectionObserver((entries) => this.onEdges(entries), { rootMargin: `${NEAR}px 0px` });
    this.sizes = new ResizeObserver(() => this.measure());
    host.addController(this);
  }

  get total() {
    return this.lengths.total;
  }

  /** @returns {{item: Item, index: number}[]} */
  get shown() {
    const shown = [];
    for (let index = this.first; index < this.last; index += 1) {
      const item = this.items[index];
      if (item !== undefined) shown.push({ item, index });
    }
    return shown;
  }

  /**
   * Another answer: its beginning is at hand, the rest comes when it is looked for.
   * @param {string} key  what was asked @param {number} total @param {Item[]} items
   */
  reset(key, total, items) {
    clearTimeout(this.resting);
    const known = remembered.get(key);
    const left = known?.lengths.total === total ? known : { lengths: new Lengths(total), shown: /** @type {[number, number]} */ ([0, 0]) };
    remembered.delete(key);
    remembered.set(key, left);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    this.key = key;
    this.lengths = left.lengths;
    this.items = [...items];
    this.items.length = Math.max(items.length, total);
    [this.first, this.last, this.wanted] = [0, items.length, null];
    const [first, last] = left.shown;
    if (first > 0) void this.show(first, last);
    else this.resting = setTimeout(() => this.first === 0 && this.show(0, LEAST), REST_MS);
  }

  hostDisconnected() {
    clearTimeout(this.resting);
    this.edges.disconnect();
    this.sizes.disconnect();
  }

  hostUpdate() {
    this.focused = Boolean(this.list?.contains(/** @type {ShadowRoot} */ (this.host.renderRoot).activeElement));
  }

  hostUpdated() {
    const [before, list, after] = [this.block("before"), this.list, this.block("after")];
    if (!before || !list || !after) return;
    this.space();
    this.sizes.observe(list);
    // Observing anew asks anew: a block that is still near is told again.
    this.edges.disconnect();
    this.edges.observe(before);
    this.edges.observe(after);
    const active = /** @type {ShadowRoot} */ (this.host.renderRoot).activeElement;
    if (this.focused && !active) list.focus({ preventScroll: true });
  }

  /** @returns {HTMLElement | null} */
  get list() {
    return this.host.renderRoot.querySelector("ol");
  }

  /** @param {"before" | "after"} which @returns {HTMLElement | null} */
  block(which) {
    return this.host.renderRoot.querySelector(`.${which}`);
  }

  /** Gives the empty blocks the height of what they stand for. */
  space() {
    const { lengths } = this;
    this.block("before")?.style.setProperty("block-size", `${lengths.between(0, this.first)}px`);
    this.block("after")?.style.setProperty("block-size", `${lengths.between(this.last, lengths.total)}px`);
  }

  measure() {
    const { list, lengths } = this;
    if (!list) return;
    const { width } = list.getBoundingClientRect();
    if (this.width > 0 && width !== this.width) lengths.forget();
    this.width = width;
    const rows = list.children;
    for (let at = 0; at < rows.length; at += 1) {
      lengths.note(this.first + at, /** @type {Element} */ (rows[at]).getBoundingClientRect().height);
    }
    this.space();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  onEdges(entries) {
    const seen = entries.filter(({ isIntersecting, boundingClientRect }) => isIntersecting && boundingClientRect.height > 0);
    const [entry] = seen;
    if (!entry) return;
    const before = entry.target === this.block("before");
    const start = before ? 0 : this.lengths.between(0, this.last);
    const top = start + entry.intersectionRect.top - entry.boundingClientRect.top;
    const bottom = start + entry.intersectionRect.bottom - entry.boundingClientRect.top;
    const reach = NEAR + AHEAD;
    const [first, last] = before ? this.lengths.window(top - NEAR, bottom + reach) : this.lengths.window(top - reach, bottom + NEAR);
    // A new answer is filled up once the keys rest, unless it is scrolled through before.
    if (this.first === 0 && this.last < LEAST && first < LEAST && scrollY < NEAR) return;
    const [from, to] = this.wanted ?? [0, 0];
    const [low, high] = this.lengths.window(top, bottom);
    if (low >= from && high <= to) return;
    clearTimeout(this.resting);
    void this.show(first, last);
  }

  /** Shows a stretch of the list as soon as it is there. @param {number} first @param {number} last */
  async show(first, last) {
    const to = Math.min(this.total, Math.max(last, first + LEAST));
    const from = Math.max(0, Math.min(first, to - LEAST));
    const wanted = (this.wanted = /** @type {[number, number]} */ ([from, to]));
    // What was there may have been let go meanwhile, so the gap is looked at anew.
    for (let gap = missing(this.items, from, to); gap; gap = missing(this.items, from, to)) {
      const fetched = await this.fetch(gap);
      if (this.wanted !== wanted) return;
      if (fetched) continue;
      this.wanted = null;
      return;
    }
    this.wanted = null;
    if (from === this.first && to === this.last) return;
    [this.first, this.last] = [from, to];
    const left = remembered.get(this.key);
    if (left) left.shown = [from, to];
    this.letGo();
    this.host.requestUpdate();
  }

  /** @param {[number, number]} gap @returns {Promise<boolean>} whether it is there now */
  async fetch([from, to]) {
    const { key } = this;
    const found = await this.load(from, to - from);
    if (!found || key !== this.key) return false;
    found.forEach((item, at) => (this.items[from + at] = item));
    return found.length >= to - from;
  }

  letGo() {
    const [low, high] = [this.first - KEPT, this.last + KEPT];
    this.items.forEach((_, index) => {
      if (index < low || index >= high) delete this.items[index];
    });
  }
}
