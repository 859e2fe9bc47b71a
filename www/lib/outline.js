// @ts-check
/** The shape of an article: its title, its sections, and which blocks are set apart from its text. */

import { isolated } from "./format.js";

/** @import {Article, Block, Header} from "../crossread.d.ts" */

/** A longer title is cut where it stands for its article, in characters. */
const LONGEST_NAME = 36;

/**
 * Blocks that follow each other and are shown as one: the items of a list, the links of a publisher.
 * @typedef {object} Section
 * @property {"title" | "block" | "list" | "related" | "teaser"} form
 * @property {{index: number, block: Block}[]} blocks
 */

/** How blocks that are not the article's own text are named. */
export const APART = {
  related: "Related links of the publisher",
  teaser: "Beginning of another article",
};

/**
 * The blocks of an article; a text without any is one paragraph.
 * @param {Article} article
 * @returns {Block[]}
 */
export function blocksOf(article) {
  if (article.blocks.length > 0 || article.text === "") return article.blocks;
  return [{ start: 0, end: article.text.length, kind: "paragraph" }];
}

/**
 * @param {Article} article
 * @returns {Section[]}
 */
export function sectionsOf(article) {
  /** @type {Section[]} */
  const sections = [];
  blocksOf(article).forEach((block, index) => {
    const form = index === 0 && repeatsTitle(article, block) ? "title" : formOf(block);
    const last = sections.at(-1);
    if (last && last.form === form && (form !== "block" || runsIn(article, last, block))) last.blocks.push({ index, block });
    else sections.push({ form, blocks: [{ index, block }] });
  });
  return sections;
}

/**
 * Whether a paragraph goes on in the line of its dateline.
 * @param {Article} article @param {Section} section @param {Block} block
 */
function runsIn({ text }, section, block) {
  const dateline = section.blocks[0]?.block;
  if (dateline?.kind !== "dateline" || section.blocks.length > 1 || block.kind !== "paragraph") return false;
  return !text.slice(dateline.end, block.start).includes("\n");
}

/** @param {Block} block @returns {Section["form"]} */
function formOf(block) {
  if (block.kind === "related" || block.kind === "teaser") return block.kind;
  return block.kind === "list-item" ? "list" : "block";
}

/**
 * Whether a first block says what the title says, so that it is shown once.
 * @param {Article} article @param {Block} block
 */
function repeatsTitle(article, block) {
  return article.text.slice(block.start, block.end).trim() === article.title.trim();
}

/**
 * The headings of an article, to go to.
 * @param {Article} article
 * @returns {{text: string, block: Block}[]}
 */
export function headingsOf(article) {
  return sectionsOf(article)
    .filter(({ form }) => form === "block")
    .flatMap(({ blocks }) => blocks)
    .filter(({ block }) => block.kind === "heading")
    .map(({ block }) => ({ text: article.text.slice(block.start, block.end), block }));
}

/**
 * An address that may be followed: the web's, never a script's.
 * @param {string | undefined} url
 * @returns {string}
 */
export function webAddress(url) {
  try {
    const { protocol, href } = new URL(url ?? "");
    return protocol === "https:" || protocol === "http:" ? href : "";
  } catch {
    return "";
  }
}

/**
 * A short name for each of some articles, of which no two are alike: source, then date, then title.
 * @param {Header[]} headers
 * @param {(date: string) => string} formatDay
 * @returns {string[]}
 */
export function shortNames(headers, formatDay) {
  const sources = headers.map(({ source, title }) => isolated(source || shortened(title)));
  const dated = headers.map(({ date }, index) => (date ? `${sources[index]} (${formatDay(date)})` : /** @type {string} */ (sources[index])));
  const titled = headers.map(({ title }, index) => `${sources[index]}: ${isolated(title)}`);
  return sources.map((source, index) => {
    if (isAlone(sources, index)) return source;
    if (isAlone(dated, index)) return /** @type {string} */ (dated[index]);
    if (isAlone(titled, index)) return /** @type {string} */ (titled[index]);
    return `${source} (${headers[index]?.id})`;
  });
}

/** As much of a title as a column's head has room for. @param {string} title */
function shortened(title) {
  if (title.length <= LONGEST_NAME) return title;
  return `${title.slice(0, LONGEST_NAME).replace(/[\s\p{P}]*\s\S*$|[\s\p{P}]+$/u, "")}…`;
}

/** @param {string[]} names @param {number} index */
function isAlone(names, index) {
  return names.filter((name) => name === names[index]).length === 1;
}
