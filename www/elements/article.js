// @ts-check
/**
 * `<crossread-article>`: one article to read, with its marks, its notes and its outline.
 *
 * In the explorer it gets `client` and `route`; on another page `src`, `article` and `highlight`. A long article is
 * written in parts, so that the page answers in between.
 */

import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { sheet } from "../styles/sheets.js";
import article from "../styles/article.css";
import marks from "../styles/marks.css";
import { direction } from "../lib/format.js";
import { FIRST_LAYERS, LAYERS, marksOf } from "../lib/marks.js";
import { notesOf } from "../lib/marks-notes.js";
import { blocksOf, sectionsOf, webAddress } from "../lib/outline.js";
import { MentionCard } from "./article-card.js";
import { inContext, renderContext, renderHitBar } from "./article-context.js";
import { Highlights, rangeOf, scrollToRange } from "./article-hits.js";
import { placeNotes, renderNotes } from "./article-margin.js";
import { renderClosest, renderSections, renderSwitches } from "./article-outline.js";
import { renderSection, words } from "./article-text.js";
import { renderOrigin } from "./origin.js";
import { Room } from "./room.js";

/** @import {Article, Header, Stretch} from "../crossread.d.ts" */
/** @import {Mark} from "../lib/marks.js" */
/** @import {Note} from "../lib/marks-notes.js" */
/** @import {Section} from "../lib/outline.js" */
/** @import {Client} from "./room.js" */

/**
 * @typedef {{article: Article, nearest: (Header & {similarity: number})[]}} Reading
 * @typedef {{sections: Section[], layers: ReadonlySet<string> | null, read: Article}} Part   `layers`: null while it is not written;
 *   `read`: as it was when it was written
 */

/** Sections written at one go: about 10 ms of work on a slow machine. */
const AT_ONCE = 16;
const REMEMBERED = "crossread-layers";

/** @extends {Room<Reading>} */
export class CrossreadArticle extends Room {
  static properties = {
    article: { type: String },
    highlight: { type: String },
    layers: { state: true },
    hits: { state: true },
    hit: { state: true },
    openNotes: { state: true },
    sideOpen: { state: true },
  };

  static styles = [...Room.styles, sheet(marks), sheet(article)];

  constructor() {
    super();
    /** @type {string | undefined} */
    this.article = undefined;
    /** @type {string | undefined} */
    this.highlight = undefined;
    /** @type {ReadonlySet<string>} */
    this.layers = rememberedLayers();
    /** @type {Stretch[]} */
    this.hits = [];
    this.hit = -1;
    this.card = new MentionCard(this);
    /** @type {ReadonlySet<number>} */
    this.openNotes = new Set();
    this.sideOpen = false;
    this.highlights = new Highlights();
    /** @type {Part[]} */
    this.parts = [];
    /** @type {Map<number, Note[]>} */
    this.notes = new Map();
    /** @type {Map<number, Mark[]>} */
    this.marks = new Map();
    /** @type {Stretch | null} what is still to be scrolled to */
    this.goal = null;
    this.askedHits = "";
    this.resize = new ResizeObserver(() => this.measure());
  }

  placeFromAttributes() {
    return { room: /** @type {const} */ ("article"), ids: this.article ? [this.article] : [] };
  }

  question() {
    return this.place.ids[0] ?? "";
  }

  waitingFor() {
    return "Opening the article";
  }

  /** @param {Client} client @returns {Promise<Reading>} */
  async answer(client) {
    const id = this.question();
    const [read, nearest] = await Promise.all([client.article(id), client.nearest(id, 5).catch(() => [])]);
    return { article: read, nearest };
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.highlights.clear();
    this.resize.disconnect();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("highlight") && this.highlight !== undefined) this.layers = new Set(this.highlight.split(/[\s,]+/).filter(Boolean));
    if (changed.has("value")) this.begin(/** @type {Reading | undefined} */ (changed.get("value")));
    if (changed.has("value") || changed.has("layers")) this.markBlocks();
    if (changed.has("value") || changed.has("route")) this.go();
    if (this.value) this.writeMore();
  }

  /** Another article: nothing is written yet. The same with corrected names is written over, part by part. @param {Reading} [before] */
  begin(before) {
    this.card.drop();
    this.card.profile = null;
    if (this.value && this.value.article.id === before?.article.id && this.value.article.text === before.article.text) {
      this.notes = notesOf(this.value.article);
      return;
    }
    this.openNotes = new Set();
    this.parts = [];
    this.askedHits = "";
    this.hits = [];
    this.hit = -1;
    if (!this.value) return;
    const sections = sectionsOf(this.value.article);
    for (let at = 0; at < sections.length; at += AT_ONCE) {
      this.parts.push({ sections: sections.slice(at, at + AT_ONCE), layers: null, read: this.value.article });
    }
    this.notes = notesOf(this.value.article);
  }

  markBlocks() {
    this.marks = new Map();
    if (!this.value) return;
    const blocks = blocksOf(this.value.article);
    let block = 0;
    for (const mark of marksOf(this.value.article, this.layers)) {
      while (block < blocks.length && /** @type {Stretch} */ (blocks[block]).end <= mark.start) block += 1;
      for (let at = block; at < blocks.length && /** @type {Stretch} */ (blocks[at]).start < mark.end; at += 1) {
        this.marks.set(at, [...(this.marks.get(at) ?? []), mark]);
      }
    }
  }

  /** Takes the address's stretch and query. */
  go() {
    if (!this.value) return;
    const { at, query } = this.place;
    this.goal = at ? { start: at[0], end: at[1] } : null;
    if (query !== this.askedHits) void this.findHits(query);
  }

  /** @param {string} query */
  async findHits(query) {
    this.askedHits = query;
    this.hits = [];
    this.hit = -1;
    if (!query || !this.client) return;
    const hits = await this.client.matches(query, this.question()).catch(() => []);
    if (query !== this.askedHits) return;
    this.hits = [...hits].sort((a, b) => a.start - b.start);
    if (this.hits.length === 0) return;
    if (this.place.at || inContext(this)) this.hit = 0;
    else this.goToHit(0);
  }

  /** @param {number} index */
  goToHit(index) {
    this.hit = (index + this.hits.length) % this.hits.length;
    this.goal = this.hits[this.hit] ?? null;
    this.requestUpdate();
  }

  /** Writes one more part, and asks for the next when the page has had its turn. */
  writeMore() {
    const next = this.parts.find((part) => !this.isCurrent(part));
    if (!next || !this.value) return;
    next.layers = this.layers;
    next.read = this.value.article;
    if (!this.isWritten) setTimeout(() => this.requestUpdate());
  }

  get isWritten() {
    return this.parts.every((part) => this.isCurrent(part));
  }

  /** @param {Part} part */
  isCurrent({ layers, read }) {
    return layers === this.layers && read === this.value?.article;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("route") && inContext(this)) this.showContext(/** @type {import("../lib/address.js").Route | undefined} */ (changed.get("route")));
    const text = this.renderRoot.querySelector("article");
    if (!text) return;
    this.resize.observe(text);
    this.measure();
    this.paint();
  }

  /** Whoever has just asked for the context is led to it. @param {import("../lib/address.js").Route | undefined} before */
  showContext(before) {
    if (!before || before.show === "context") return;
    const section = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".all"));
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  }

  measure() {
    if (this.notes.size > 0) placeNotes(this.renderRoot);
    this.card.place();
  }

  /** Paints hits and the stretch asked for; goes to what is to be gone to, as soon as it is written. */
  paint() {
    if (!this.value) return;
    const blocks = blocksOf(this.value.article);
    const range = (/** @type {Stretch} */ stretch) => rangeOf(this.renderRoot, blocks, stretch);
    const { at } = this.place;
    const shown = this.layers.has("hit") ? this.hits : [];
    this.highlights.show("crossread-hit", shown.flatMap((hit) => range(hit) ?? []));
    this.highlights.show("crossread-now", shown.slice(this.hit, this.hit + 1).flatMap((hit) => (this.hit < 0 ? [] : (range(hit) ?? []))));
    this.highlights.show("crossread-at", at ? [range({ start: at[0], end: at[1] })].flatMap((found) => found ?? []) : []);
    const goal = this.goal && range(this.goal);
    if (goal) {
      this.goal = null;
      scrollToRange(goal);
    }
  }

  /** @param {string} layer */
  toggleLayer(layer) {
    const layers = new Set(this.layers);
    if (!layers.delete(layer)) layers.add(layer);
    this.layers = layers;
    this.card.drop();
    if (this.highlight === undefined) rememberLayers(layers);
  }

  /** @param {number} block */
  toggleNotes(block) {
    const open = new Set(this.openNotes);
    if (!open.delete(block)) open.add(block);
    this.openNotes = open;
    const part = this.parts.find(({ sections }) => sections.some(({ blocks }) => blocks.some(({ index }) => index === block)));
    if (part) part.sections = [...part.sections];
  }

  /** @param {Reading} reading */
  renderValue({ article: read, nearest }) {
    return html`<div class="reader">
      <div class=${this.sideOpen ? "side shown" : "side"}>
        <button class="side-button" aria-expanded=${this.sideOpen ? "true" : "false"} aria-controls="side" @click=${() => (this.sideOpen = !this.sideOpen)}>Highlights and outline</button>
        <div class="side-content" id="side">
          ${guard([read, this.layers, this.hits, this.place.query], () => renderSwitches(this, read, this.hits.length))}
          ${guard([read, this.place.query], () => renderSections(this, read))}
          ${guard([nearest, this.route === undefined], () => renderClosest(this, read, nearest))}
        </div>
      </div>
      ${inContext(this) ? renderContext(this) : nothing}
      <article aria-busy=${this.isWritten ? nothing : "true"} lang=${read.language || nothing} dir=${direction(read.language)} @click=${this.onClick} @keydown=${this.onKey}>
        ${this.renderHead(read)}
        ${this.parts.map((part) => guard([part.read, part.layers, part.sections], () => this.renderPart(part)))}
        ${this.renderFoot(read)}
      </article>
      ${this.place.query ? renderHitBar(this) : nothing}
      <div class="card" popover role="dialog" aria-labelledby="card-name" tabindex="-1" @toggle=${(/** @type {Event} */ event) => this.card.onToggle(event)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.card.onKey(event)}>
        ${this.card.render(read)}
      </div>
    </div>`;
  }

  /** @param {Article} read */
  renderHead(read) {
    const original = webAddress(read.url);
    const title = this.parts[0]?.sections[0];
    const block = title?.form === "title" ? title.blocks[0] : undefined;
    return html`<header lang="en">
        <p class="label">${renderOrigin(read)}${original
          ? html` · <a href=${original} rel="noreferrer noopener">original</a>` : nothing}</p>
      </header>
      ${block
        ? html`<h1 data-block=${block.index}>${words(block, { article: read, marks: this.marks, notes: () => nothing })}</h1>`
        : html`<h1>${read.title}</h1>`}
      ${read.authors?.length ? html`<p class="byline">${read.authors.join(", ")}</p>` : nothing}`;
  }

  /** @param {Part} part */
  renderPart({ sections, layers, read }) {
    if (!layers) return nothing;
    const notes = (/** @type {number} */ block) =>
      renderNotes(block, this.notes.get(block) ?? [], this.openNotes.has(block), (which) => this.toggleNotes(which));
    return sections.map((section) => renderSection(section, { article: read, marks: this.marks, notes }));
  }

  /** @param {Article} read */
  renderFoot(read) {
    if (!read.licence) return nothing;
    return html`<footer lang="en"><p class="label">Licence of this text: ${read.licence}</p></footer>`;
  }

  /** @param {Event} event */
  onClick(event) {
    const mark = event.target instanceof Element ? event.target.closest("mark[data-mention]") : null;
    if (mark && !hasSelection(this.renderRoot)) this.card.open(this.mentionOf(mark));
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const mark = event.target instanceof Element ? event.target.closest("mark[data-mention]") : null;
    if (mark) this.card.onMarkKey(event, this.mentionOf(mark));
  }

  /** @param {Element} mark */
  mentionOf(mark) {
    return this.value?.article.mentions[Number(mark.getAttribute("data-mention"))];
  }
}

/** Whether somebody has just selected text; then a click is not meant for a mark. @param {Node} root */
function hasSelection(root) {
  const selection = getSelection();
  return selection !== null && selection.type === "Range" && root.contains(selection.anchorNode);
}

/** @returns {ReadonlySet<string>} */
function rememberedLayers() {
  try {
    const words = sessionStorage.getItem(REMEMBERED);
    if (words !== null) return new Set(words.split(" ").filter((word) => LAYERS.some(({ layer }) => layer === word)));
  } catch {
    // A page without storage of its own starts anew each time.
  }
  return new Set(FIRST_LAYERS);
}

/** @param {ReadonlySet<string>} layers */
function rememberLayers(layers) {
  try {
    sessionStorage.setItem(REMEMBERED, [...layers].join(" "));
  } catch {
    // As above.
  }
}
