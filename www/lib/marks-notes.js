// @ts-check
/**
 * What a careful editor would pencil beside a text: who speaks, which day "Tuesday" was, who "the minister" is; and in
 * words how a mention was read. Everything here comes from the reading; nothing is guessed.
 */

import { formatCount, formatDate } from "./format.js";

/** @import {Article, Block, Mention, Quote} from "../crossread.d.ts" */

/**
 * @typedef {object} Note
 * @property {"speaker" | "date" | "role"} kind
 * @property {number} start     where it belongs in the text
 * @property {string} subject
 * @property {string} text
 */

const KIND_WORDS = { person: "person", organization: "organization", place: "place", agreement: "agreement", event: "event" };

/** @param {Mention["kind"]} kind */
export function kindInWords(kind) {
  return KIND_WORDS[kind] ?? kind;
}

/**
 * The notes of each block, by the block's number.
 * @param {Article} article
 * @returns {Map<number, Note[]>}
 */
export function notesOf(article) {
  const notes = [...speakerNotes(article), ...dateNotes(article), ...roleNotes(article)];
  /** @type {Map<number, Note[]>} */
  const byBlock = new Map();
  for (const note of notes.sort((a, b) => a.start - b.start)) {
    const block = blockAt(article.blocks, note.start);
    if (block < 0) continue;
    const beside = byBlock.get(block) ?? [];
    if (!beside.some((other) => other.subject === note.subject && other.text === note.text)) beside.push(note);
    byBlock.set(block, beside);
  }
  return byBlock;
}

/**
 * The number of the block that holds an offset, or -1.
 * @param {Block[]} blocks @param {number} offset
 */
export function blockAt(blocks, offset) {
  return blocks.findIndex(({ start, end }) => start <= offset && offset < end);
}

/** @param {Article} article @returns {Note[]} */
function speakerNotes(article) {
  return article.quotes.flatMap((quote) => {
    const speaker = quote.speaker;
    if (!speaker?.label) return [];
    const words = article.text.slice(speaker.start, speaker.end);
    if (quote.style === "indirect" && words.includes(speaker.label)) return [];
    const text = speech(article, quote, words);
    return startsOf(article, quote).map((start) => ({ kind: /** @type {const} */ ("speaker"), start, subject: speaker.label ?? "", text }));
  });
}

/**
 * Where a quotation begins in each block that it runs through: a reader of its second paragraph looks there.
 * @param {Article} article @param {Quote} quote
 */
function startsOf({ blocks }, quote) {
  const starts = [quote.start, ...(quote.parts ?? []).map((part) => part.start).filter((start) => start > quote.start)];
  return starts.filter((start, at) => at === 0 || blockAt(blocks, start) !== blockAt(blocks, starts[at - 1] ?? 0));
}

/** @param {Article} article @param {Quote} quote @param {string} speaker the speaker's words in the text */
function speech(article, quote, speaker) {
  const verb = quote.style === "indirect" ? "is reported" : isInPart(article.text, quote) ? "is quoted in part" : "speaks";
  if (!quote.cue) return `${verb}, here “${speaker}”`;
  const cue = article.text.slice(quote.cue.start, quote.cue.end);
  return `${verb}, through “${joined(article.text, quote, speaker, cue)}”`;
}

/**
 * Whether the writer's own words tell some of what was said: `the talks were “frank”`.
 * @param {string} text @param {Quote} quote
 */
function isInPart(text, { start, end, parts = [] }) {
  const [first, last] = [parts[0], parts.at(-1)];
  const around = first && last ? text.slice(start, first.start) + text.slice(last.end, end) : "";
  return /[\p{L}\p{N}]/u.test(around);
}

/**
 * "he said" where speaker and cue stand side by side, otherwise the cue alone.
 * @param {string} text @param {Quote} quote @param {string} speaker @param {string} cue
 */
function joined(text, quote, speaker, cue) {
  const stretches = [quote.speaker, quote.cue].flatMap((found) => (found ? [found] : [])).sort((a, b) => a.start - b.start);
  const [first, second] = stretches;
  if (!first || !second || second.start < first.end || second.start - first.end > 1) return cue;
  return speaker.length > 40 ? cue : text.slice(first.start, second.end);
}

/** @param {Article} article @returns {Note[]} */
function dateNotes(article) {
  const seen = new Set();
  return article.dates.filter(({ basis }) => basis === "resolved").flatMap((date) => {
    const words = article.text.slice(date.start, date.end);
    const key = `${words.toLowerCase()} ${date.value}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind: /** @type {const} */ ("date"), start: date.start, subject: capital(words), text: `${formatDate(date.value)}, ${resolvedInWords(words, Boolean(article.date))}` }];
  });
}

/**
 * "18 April" lacks its year, "Tuesday" lacks everything: both come from the article's own date. "The following year" does not,
 * nor does anything where the article has none.
 * @param {string} words @param {boolean} [dated]  whether the article has a date
 */
export function resolvedInWords(words, dated = true) {
  const ownDate = dated && !/following|previous|same|later|earlier/i.test(words);
  return `${/\d/.test(words) ? "completed" : "counted"} from ${ownDate ? "the article’s own date" : "another date in the text"}`;
}

/** @param {Article} article @returns {Note[]} */
function roleNotes(article) {
  const seen = new Set();
  return article.mentions.flatMap((mention) => {
    if (mention.form !== "role" || !mention.entity || !mention.label) return [];
    const words = article.text.slice(mention.start, mention.end);
    const key = `${words.toLowerCase()} ${mention.entity}`;
    if (seen.has(key) || words.includes(mention.label)) return [];
    seen.add(key);
    return [{ kind: /** @type {const} */ ("role"), start: mention.start, subject: capital(words), text: `${mention.label}: ${basisInWords(article, mention)}` }];
  });
}

/**
 * The words for an office by which an article means the entity of a mention, each once.
 * @param {Article} article @param {Mention} mention
 */
export function rolesOf(article, mention) {
  /** @type {Map<string, string>} */
  const roles = new Map();
  for (const { form, entity, start, end } of article.mentions) {
    if (form !== "role" || entity !== mention.entity) continue;
    const words = article.text.slice(start, end).replace(/\s+/g, " ");
    if (!roles.has(words.toLowerCase())) roles.set(words.toLowerCase(), words);
  }
  return [...roles.values()];
}

/**
 * Several phrases for one time are one office: the first of them stands for it.
 * @param {import("../crossread.d.ts").EntityProfile["roles"]} roles
 */
export function eachOffice(roles) {
  return roles.filter(({ from, to }, at) => roles.findIndex((other) => other.from === from && other.to === to) === at);
}

/**
 * The offices held on the date of an article; none where the date is not known.
 * @param {import("../crossread.d.ts").EntityProfile["roles"]} roles @param {string} [date]  EDTF
 */
export function rolesAt(roles, date = "") {
  const day = /^\d{4}(-\d\d(-\d\d)?)?/.exec(date)?.[0];
  if (!day) return [];
  return eachOffice(roles.filter(({ from, to }) => isBefore(from, day) && isBefore(day, to)));
}

/** Whether one day, month or year does not come after another, as far as both are known. @param {string} [a] @param {string} [b] */
function isBefore(a = "", b = "") {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) <= b.slice(0, length);
}

const FORM_WORDS = {
  name: "by name",
  acronym: "by initials",
  demonym: "by the word for its people",
  role: "by office",
  pronoun: "by pronoun",
};

/** @param {Pick<Mention, "form">} mention */
export function formInWords(mention) {
  return FORM_WORDS[mention.form] ?? mention.form;
}

/**
 * Why the mention is read as it is.
 * @param {Article} article @param {Mention} mention
 * @returns {string}
 */
export function basisInWords(article, mention) {
  if (!mention.entity) return "the article leaves open who is meant";
  if (mention.form === "role") return roleBasis(article, mention);
  if (mention.basis === "curated") return mention.form === "demonym" ? "listed for this collection as a word for it" : "a name listed for this collection";
  if (mention.basis === "defined") return mention.form === "acronym" ? "spelled out in this article" : "introduced by this article itself";
  if (mention.basis === "model") return "recognised by the name model, which can be wrong";
  return fullerNameBefore(article, mention) ? "short for the name given earlier in the article" : "read from the words around it";
}

/**
 * Why a name is taken for an entity that others call otherwise.
 * @param {import("./portrait.js").Joined} joined @param {Mention["kind"]} kind
 */
export function joinInWords({ name, form, why, articles }, kind) {
  const part = form === "acronym" ? "its initials" : kind === "person" && !/\s/.test(name) ? "one name alone" : "a shorter form";
  const what = { within: part, shorter: part, fuller: "a fuller form", initials: "its initials", spelling: "the same words spelt otherwise", transcription: "spelt alike", nickname: "another form of the given name" }[why];
  const beside = why === "within" || why === "spelling" ? "" : ", with companions in common";
  return `${what}${beside}${articles > 0 ? `, in ${formatCount(articles, "article")}` : ""}${why === "within" ? ` that ${articles === 1 ? "gives" : "give"} the whole name` : ""}`;
}

/** @param {Article} article @param {Mention} mention */
function roleBasis(article, mention) {
  const away = paragraphsSinceNamed(article, mention);
  if (mention.basis === "curated") {
    return article.date ? `holds that office on ${formatDate(article.date.replace("?", ""))}, the article’s date` : "holds that office by the names listed for this collection";
  }
  if (away === null) return "the office’s holder, by the words around it";
  if (away === 0) return "named with that office in this paragraph";
  return `named ${away === 1 ? "one paragraph" : `${away} paragraphs`} up`;
}

/**
 * How many paragraphs up the same entity was last named, or null where it was not.
 * @param {Article} article @param {Mention} mention
 */
function paragraphsSinceNamed(article, mention) {
  const before = article.mentions.filter(
    (other) => other.entity === mention.entity && other.form === "name" && other.start < mention.start,
  );
  const last = before.at(-1);
  if (last === undefined) return null;
  const [from, to] = [blockAt(article.blocks, last.start), blockAt(article.blocks, mention.start)];
  return article.blocks.slice(from + 1, to + 1).filter(({ kind }) => kind !== "heading" && kind !== "dateline").length;
}

/** @param {Article} article @param {Mention} mention */
function fullerNameBefore(article, mention) {
  const length = mention.end - mention.start;
  return article.mentions.some(
    (other) => other.entity === mention.entity && other.start < mention.start && other.end - other.start > length,
  );
}

/** @param {string} words */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
