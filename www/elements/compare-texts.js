// @ts-check
/** Two whole articles side by side, each scrolled by itself; what both tell is joined by bands that follow. */

import { html, nothing, svg } from "lit";
import { direction } from "../lib/format.js";
import { cut } from "../lib/marks.js";
import { changedStretches, differingStretches } from "../lib/passages.js";
import { band, tiesOf } from "../lib/ties.js";
import { renderAlignment } from "./compare-how.js";
import { renderNodes } from "./compare-passages.js";

/** @import {Article, Block} from "../crossread.d.ts" */
/** @import {Mark, Node} from "../lib/marks.js" */
/** @import {Tie} from "../lib/ties.js" */
/** @import {CrossreadCompare, Weighing} from "./compare.js" */

/** @param {CrossreadCompare} room @param {Weighing} weighing */
export function renderTexts(room, weighing) {
  const [left, right] = weighing.articles;
  if (!left || !right) return nothing;
  const ties = tiesOf(weighing.comparison, left.id, right.id);
  return html`<div class="texts" @scroll=${{ handleEvent: () => room.bands.draw(), capture: true, passive: true }}>
      ${renderColumn(room, weighing, left, 0, ties)}
      <svg class="bands" aria-hidden="true">${ties.map((tie) => svg`<path data-band=${tie.number} class=${isOpen(room, tie) ? `${tie.verdict} asked` : tie.verdict}></path>`)}</svg>
      ${renderColumn(room, weighing, right, 1, ties)}
    </div>
    ${renderAlignment()}`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Article} article @param {0 | 1} side @param {Tie[]} ties */
function renderColumn(room, weighing, article, side, ties) {
  return html`<section class="text" tabindex="0" role="group" aria-label=${weighing.names[side]} lang=${article.language || nothing} dir=${direction(article.language)}>
    <h3>${room.articleLink(article.id, article.title)}</h3>
    ${article.blocks.map((block) => html`<p data-block=${block.kind}>${renderBlock(room, weighing, article, side, ties, block)}</p>`)}</section>`;
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {Article} article @param {0 | 1} side @param {Tie[]} ties @param {Block} block */
function renderBlock(room, weighing, article, side, ties, block) {
  const here = ties.filter(({ ends }) => ends[side].start < block.end && block.start < ends[side].end);
  /** @type {Mark[]} */
  const marks = here.flatMap((tie) => {
    const place = { article: article.id, ...tie.ends[side] };
    const stretches = room.has("diff") ? changedStretches(place, tie.passage, article.text) : [];
    return [
      { start: place.start, end: place.end, layer: /** @type {const} */ ("tie"), item: tie },
      ...differingStretches(place, [tie.passage]).map((stretch) => ({ ...stretch, layer: /** @type {const} */ ("differs") })),
      ...stretches.map((stretch) => ({ ...stretch, layer: /** @type {const} */ ("changed") })),
    ];
  });
  return renderTied(room, weighing, side, block, cut(article.text, block.start, block.end, marks));
}

/** @param {CrossreadCompare} room @param {Weighing} weighing @param {0 | 1} side @param {Block} block @param {Node[]} nodes @returns {unknown} */
function renderTied(room, weighing, side, block, nodes) {
  return nodes.map((node) => {
    if (node.mark?.layer !== "tie") return renderNodes([node]);
    const tie = /** @type {Tie} */ (node.mark.item);
    const isLast = node.end === Math.min(tie.ends[side].end, block.end);
    const other = weighing.names[1 - side];
    return html`<span class=${`tied ${tie.verdict}${isOpen(room, tie) ? " asked" : ""}`} data-tie=${tie.number} @click=${() => room.bands.follow(tie, side)}>${renderTied(room, weighing, side, block, node.nodes ?? [])}${isLast
      ? html`<button class="num" aria-label=${`Passage ${tie.number}, ${tie.verdict}: to where it stands in ${other}`}>${tie.number}</button>`
      : nothing}</span>`;
  });
}

/** @param {CrossreadCompare} room @param {Tie} tie */
function isOpen(room, { ends: [first] }) {
  const { at } = room.place;
  return at !== null && first.start < at[1] && at[0] < first.end;
}

/** Keeps the bands where the passages are, and leads from one end of a band to the other. */
export class Bands {
  /** @param {CrossreadCompare} host */
  constructor(host) {
    this.host = host;
    this.frame = 0;
    host.addController(this);
    this.onResize = new ResizeObserver(() => this.draw());
    /** @type {Element | null} */
    this.watched = null;
  }

  hostUpdated() {
    const texts = this.host.renderRoot.querySelector(".texts");
    if (texts !== this.watched) {
      this.onResize.disconnect();
      this.watched = texts;
      if (texts) this.onResize.observe(texts);
    }
    this.draw();
  }

  hostDisconnected() {
    this.onResize.disconnect();
    this.watched = null;
  }

  /** With the next frame, once. */
  draw() {
    if (!this.watched || this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawNow();
    });
  }

  drawNow() {
    const { watched } = this;
    const canvas = watched?.querySelector("svg");
    if (!watched || !canvas) return;
    const { top, width, height } = canvas.getBoundingClientRect();
    const bands = [...canvas.querySelectorAll("path")];
    const shapes = bands.map((path) => {
      const [from, to] = this.ends(Number(path.dataset.band)).sort((a, b) => (a?.left ?? 0) - (b?.left ?? 0));
      if (!from || !to || width === 0) return "";
      const extent = (/** @type {typeof from} */ end) => ({ top: end.top - top, bottom: end.bottom - top });
      return band(extent(from), extent(to), width, height);
    });
    bands.forEach((path, index) => path.setAttribute("d", shapes[index] ?? ""));
  }

  /** Where the passage stands in either column. @param {number} number */
  ends(number) {
    return [...(this.watched?.querySelectorAll(".text") ?? [])].map((column) => {
      const boxes = [...column.querySelectorAll(`[data-tie="${number}"]`)].map((part) => part.getBoundingClientRect());
      if (boxes.length === 0) return undefined;
      return {
        left: column.getBoundingClientRect().left,
        top: Math.min(...boxes.map(({ top }) => top)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      };
    });
  }

  /** Brings the other end beside this one, and goes there. @param {Tie} tie @param {0 | 1} side */
  follow(tie, side) {
    const other = this.bring(tie.number, side);
    const button = [...(other?.querySelectorAll(`[data-tie="${tie.number}"] > button`) ?? [])].at(-1);
    /** @type {HTMLElement | undefined} */ (button)?.focus({ preventScroll: true });
    this.host.openPassage(tie.ends[0]);
  }

  /** Scrolls the other column until both ends stand side by side. @param {number} number @param {number} side */
  bring(number, side) {
    const other = this.watched?.querySelectorAll(".text")[1 - side];
    const ends = this.ends(number);
    const [here, there] = [ends[side], ends[1 - side]];
    if (!other || !here || !there) return undefined;
    const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
    other.scrollBy({ top: there.top - here.top, behavior: smooth ? "smooth" : "auto" });
    return other;
  }
}
