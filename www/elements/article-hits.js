// @ts-check
/**
 * Stretches of an article as ranges of the page, and the page's CSS highlights. Where the browser has no CSS highlights
 * nothing is painted; the ranges still serve to scroll to.
 */

/** @import {Block, Stretch} from "../crossread.d.ts" */

const NAMES = /** @type {const} */ (["crossread-hit", "crossread-now", "crossread-at"]);

/** One element's share of the page's highlights, which all elements on a page have in common. */
export class Highlights {
  constructor() {
    /** @type {Map<string, AbstractRange[]>} */
    this.own = new Map();
  }

  /**
   * @param {(typeof NAMES)[number]} name
   * @param {AbstractRange[]} ranges
   */
  show(name, ranges) {
    const highlight = registered(name);
    if (!highlight) return;
    for (const range of this.own.get(name) ?? []) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    this.own.set(name, ranges);
  }

  clear() {
    for (const name of NAMES) this.show(name, []);
  }
}

/** @param {string} name */
function registered(name) {
  if (typeof Highlight !== "function" || !CSS.highlights) return null;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  // The hit in hand lies above all hits, and hits above the passage asked for.
  highlight.priority = NAMES.length - ["crossread-now", "crossread-hit", "crossread-at"].indexOf(name);
  CSS.highlights.set(name, highlight);
  return highlight;
}

/**
 * A stretch of the article as a range; null where its block is not on the page (yet).
 * @param {ParentNode} root       holds elements with `data-block`
 * @param {Block[]} blocks
 * @param {Stretch} stretch
 * @returns {StaticRange | null}
 */
export function rangeOf(root, blocks, stretch) {
  const first = blocks.findIndex(({ end }) => end > stretch.start);
  const last = blocks.findLastIndex(({ start }) => start < stretch.end);
  if (first < 0 || last < first) return null;
  const start = pointAt(root, blocks, first, stretch.start);
  const end = pointAt(root, blocks, last, stretch.end);
  if (!start || !end) return null;
  return new StaticRange({ startContainer: start.node, startOffset: start.offset, endContainer: end.node, endOffset: end.offset });
}

/**
 * @param {ParentNode} root @param {Block[]} blocks @param {number} index @param {number} offset
 */
function pointAt(root, blocks, index, offset) {
  const element = root.querySelector(`[data-block="${index}"]`);
  const block = blocks[index];
  if (!element || !block) return null;
  let left = Math.min(Math.max(offset, block.start), block.end) - block.start;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text | null} */
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    last = /** @type {Text} */ (node);
    if (left <= last.length) return { node: last, offset: left };
    left -= last.length;
  }
  return last && { node: last, offset: last.length };
}

/**
 * Brings a range into view, in the middle.
 * @param {AbstractRange} range
 */
export function scrollToRange(range) {
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: "center", inline: "nearest" });
}
