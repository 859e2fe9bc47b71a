// @ts-check
/**
 * The text of an article: blocks by kind, marks as nested elements. Text is put as text; no white space is added
 * inside of a block, so that offsets into the article can be counted on the page.
 */

import { html, nothing } from "lit";
import { cut, isMention } from "../lib/marks.js";
import { APART } from "../lib/outline.js";

/** @import {Article, Block, DateMention, Mention, NumberMention} from "../crossread.d.ts" */
/** @import {Mark, Node} from "../lib/marks.js" */
/** @import {Section} from "../lib/outline.js" */

/**
 * @typedef {object} Writing
 * @property {Article} article
 * @property {Map<number, Mark[]>} marks                  by the block's number
 * @property {(block: number) => unknown} notes           what stands beside a block
 */

/** @param {Section} section @param {Writing} writing */
export function renderSection(section, writing) {
  if (section.form === "title") return nothing;
  if (section.form === "list") {
    return html`<div class="row"><ul class="items">${section.blocks.map((part) => html`<li class=${hasMarker(part.block, writing) ? "marked" : ""} data-block=${part.index}>${words(part, writing)}</li>`)}</ul>${notesOfAll(section, writing)}</div>`;
  }
  if (section.form === "related" || section.form === "teaser") return renderApart(section, writing);
  return renderBlock(section, writing);
}

/** Whether an item brings its own dash or number. @param {Block} block @param {Writing} writing */
function hasMarker({ start }, { article }) {
  return /^([-*•–—·]|\d+[.)])\s/.test(article.text.slice(start, start + 8));
}

/** @param {Section} section @param {Writing} writing */
function renderApart(section, writing) {
  const name = APART[/** @type {"related" | "teaser"} */ (section.form)];
  const lines = section.form === "related"
    ? html`<ul>${section.blocks.map((part) => html`<li data-block=${part.index}>${words(part, writing)}</li>`)}</ul>`
    : section.blocks.map((part) => html`<p data-block=${part.index}>${words(part, writing)}</p>`);
  return html`<section class="apart" aria-label=${name}><p class="label">${name}</p>${lines}</section>`;
}

/** @param {Section} section @param {Writing} writing */
function renderBlock(section, writing) {
  return html`<div class="row">${element(section, writing)}${notesOfAll(section, writing)}</div>`;
}

/** @param {Section} section @param {Writing} writing */
function notesOfAll({ blocks }, { notes }) {
  return blocks.map(({ index }) => notes(index));
}

/** @param {Section} section @param {Writing} writing */
function element({ blocks }, writing) {
  const [part, next] = blocks;
  if (!part) return nothing;
  if (next) return renderRunIn(part, next, writing);
  const content = words(part, writing);
  switch (part.block.kind) {
    case "heading": return html`<h2 data-block=${part.index}>${content}</h2>`;
    case "quotation": return html`<blockquote data-block=${part.index}>${content}</blockquote>`;
    case "dateline": return html`<p class="dateline" data-block=${part.index}>${content}</p>`;
    case "byline": return html`<p class="byline" data-block=${part.index}>${content}</p>`;
    default: return html`<p data-block=${part.index}>${content}</p>`;
  }
}

/**
 * A dateline that stands on the line of the first paragraph.
 * @param {Section["blocks"][number]} dateline @param {Section["blocks"][number]} paragraph @param {Writing} writing
 */
function renderRunIn(dateline, paragraph, writing) {
  const between = writing.article.text.slice(dateline.block.end, paragraph.block.start);
  return html`<p><span class="dateline" data-block=${dateline.index}>${words(dateline, writing)}</span>${between}<span data-block=${paragraph.index}>${words(paragraph, writing)}</span></p>`;
}

/** @param {{index: number, block: Block}} part @param {Writing} writing */
export function words({ index, block }, { article, marks }) {
  return renderNodes(cut(article.text, block.start, block.end, marks.get(index) ?? []));
}

/** @param {Node[]} nodes @returns {unknown} */
function renderNodes(nodes) {
  return nodes.map((node) => (node.mark ? renderMark(node, node.mark) : node.text));
}

/** @param {Node} node @param {Mark} mark */
function renderMark(node, mark) {
  const inner = renderNodes(node.nodes ?? []);
  if (isMention(mark)) return renderMention(node, mark, inner);
  if (mark.layer === "quote") return html`<span class="speech">${inner}</span>`;
  if (mark.layer === "date") {
    const { value } = /** @type {DateMention} */ (mark.item);
    return html`<time class="date" datetime=${machineDate(value) || nothing}>${inner}</time>`;
  }
  const { value, unit } = /** @type {NumberMention} */ (mark.item);
  return html`<data class="number" value=${`${value} ${unit}`.trim()}>${inner}</data>`;
}

/** HTML knows fewer dates than EDTF. @param {string} value */
function machineDate(value) {
  return /^\d{4}(-\d\d(-\d\d)?)?$/.test(value) ? value : "";
}

/**
 * One button, unless it holds another mention: a button inside of a button cannot be reached by everybody.
 * @param {Node} node @param {Mark} mark @param {unknown} inner
 */
function renderMention(node, mark, inner) {
  const mention = /** @type {Mention} */ (mark.item);
  const holds = (node.nodes ?? []).some(hasMention);
  return html`<mark data-entity=${mention.entity ?? ""} data-kind=${mention.kind} data-mention=${mark.index} tabindex="0"
    class=${mention.entity ? "" : "open"} role=${holds ? nothing : "button"} aria-haspopup=${holds ? nothing : "dialog"}>${inner}</mark>`;
}

/** @param {Node} node @returns {boolean} */
function hasMention(node) {
  return (node.mark !== undefined && isMention(node.mark)) || (node.nodes ?? []).some(hasMention);
}
