// @ts-check
/** A comparison in a few plain sentences, each of them counted: nothing is judged, nothing is guessed. */

import { inAll, isSilent, onlyIn, sum } from "./comparison.js";
import { formatCount, isolated } from "./format.js";

/** @import {Comparison, Passage} from "../crossread.d.ts" */

const MIXED = "They are in different languages: what two of them tell alike is hardly found, and who is named by one alone is not certain.";

/**
 * @param {Comparison} comparison
 * @param {string[]} names      one an article, no two alike
 * @param {string[]} [texts]    of the articles
 * @param {boolean} [mixed]     whether they are in more than one language
 * @returns {string[]}
 */
export function summaryOf(comparison, names, texts, mixed) {
  names = names.map((name) => (name.includes("…") ? `“${name}”` : name));
  return [
    findingsInWords(comparison),
    mixed ? MIXED : "",
    mixed && !comparison.passages.length ? "" : passagesInWords(comparison, names),
    leftOutInWords(comparison, names),
    copiesInWords(comparison),
    sharedNames(comparison, names),
    ...(mixed ? [] : [missedNames(comparison, names, texts), aloneNames(comparison, names, texts)]),
  ].filter(Boolean);
}

/** @param {Comparison} comparison @param {string[]} names */
function passagesInWords({ passages, alone, articles }, names) {
  const own = aloneInWords(alone, articles, names);
  if (passages.length === 0) return `No passage was found that ${articles.length === 2 ? "both" : "two of them"} have. ${own}`.trim();
  const differing = passages.filter(({ differs }) => differs.length > 0).length;
  const difference = differing > 0 ? `; ${passages.length === 1 ? "it differs" : `${differing} of them ${differing === 1 ? "differs" : "differ"}`} in ${kinds(passages)}` : "";
  return `${formatCount(passages.length, articles.length === 2 ? "pair" : "group")} of passages ${passages.length === 1 ? "belongs" : "belong"} together: ${relations(passages)}${difference}. ${own}`.trim();
}

const RELATIONS = /** @type {const} */ ([["same", "in the same words"], ["reworded", "reworded"], ["related", "related"]]);

/** @param {Passage[]} passages */
function relations(passages) {
  return list(RELATIONS.flatMap(([relation, words]) => {
    const count = passages.filter((passage) => passage.relation === relation).length;
    return count === 0 ? [] : [count === passages.length ? words : `${count} ${words}`];
  }));
}

const DIFFERENCES = { date: "a date", number: "a number", name: "a name", negation: "whether it is so", modality: "how certain it is", speaker: "who speaks" };

/** @param {Passage[]} passages */
function kinds(passages) {
  const found = new Set(passages.flatMap(({ differs }) => differs.map(({ kind }) => kind)));
  const words = Object.entries(DIFFERENCES).filter(([kind]) => found.has(/** @type {keyof typeof DIFFERENCES} */ (kind)));
  return list(words.map(([, said]) => said), "or");
}

/** @param {Comparison["alone"]} alone @param {string[]} articles @param {string[]} names */
function aloneInWords(alone, articles, names) {
  return counted("Told by one alone", alone, "sentence", articles, names.map((name) => `by ${name}`));
}

/** @param {Comparison} comparison @param {string[]} names */
function leftOutInWords({ left_out: leftOut = [], articles }, names) {
  return counted("Told by all but one", leftOut, "passage", articles, names.map((name) => `not by ${name}`));
}

/**
 * @param {string} title @param {{article: string}[]} places @param {string} noun @param {string[]} articles @param {string[]} who
 */
function counted(title, places, noun, articles, who) {
  const parts = articles.flatMap((id, index) => {
    const count = places.filter(({ article }) => article === id).length;
    return count > 0 ? [{ count, by: who[index] }] : [];
  });
  return parts.length > 0 ? `${title}: ${list(parts.map(({ count, by }, at) => `${at === 0 ? formatCount(count, noun) : count} ${by}`))}.` : "";
}

/** @param {Comparison} comparison @param {string[]} names */
function sharedNames({ entities }, names) {
  const shared = inAll(entities);
  if (shared.length === 0 || names.length < 2) return "";
  const who = names.length === 2 ? "Both" : `All ${names.length}`;
  return `${who} name ${some(shared.map(({ label }) => label))}.`;
}

/** Of three or more: who is named by all but one of them, those named most first. @param {Comparison} comparison @param {string[]} names @param {string[]} [texts] */
function missedNames({ entities }, names, texts) {
  if (names.length < 3) return "";
  const missed = entities.filter((row) => row.counts.filter((count) => count === 0).length === 1 && isSilent(entities, row, row.counts.indexOf(0), texts)).sort((a, b) => sum(b.counts) - sum(a.counts));
  const first = missed[0]?.counts.indexOf(0) ?? -1;
  const labels = missed.filter(({ counts }) => counts.indexOf(0) === first).map(({ label }) => label);
  return labels.length > 0 ? `All but ${names[first]} name ${some(labels)}.` : "";
}

/** @param {Comparison} comparison */
function copiesInWords({ copies = [], utterances = [] }) {
  const words = sum(copies.filter(({ spans }) => spans.some(({ article }) => article !== spans[0]?.article)).map(({ words }) => words));
  const another = utterances.filter((utterance) => utterance.given_to_another).length;
  const parts = [];
  if (words > 0) parts.push(`${formatCount(words, "word")} stand word for word in two of them`);
  if (another > 0) parts.push(`${formatCount(another, "quotation")} ${another === 1 ? "has" : "have"} two speakers`);
  return parts.length > 0 ? `${list(parts)}.` : "";
}

/** Of more than three, the table of entities says it better. @param {Comparison} comparison @param {string[]} names @param {string[]} [texts] */
function aloneNames({ entities }, names, texts) {
  if (names.length > 3) return "";
  const parts = names.flatMap((name, index) => {
    const own = onlyIn(entities, index, texts);
    return own.length > 0 ? [`only ${name} names ${some(own.map(({ label }) => label))}`] : [];
  });
  return parts.length > 0 ? `${capital(parts.join("; "))}.` : "";
}

/** @param {Comparison} comparison */
function findingsInWords({ dates }) {
  const order = dates.filter(({ kind }) => kind === "order").length;
  const disagree = dates.length - order;
  const parts = [];
  if (order > 0) parts.push(`${formatCount(order, "pair")} of dates cannot both be so`);
  if (disagree > 0) parts.push(`${formatCount(disagree, "event")} ${disagree === 1 ? "has" : "have"} two dates`);
  return parts.length > 0 ? `${list(parts)}.` : "";
}

/** At most three names, and how many more. @param {string[]} labels */
function some(labels) {
  const more = labels.length - 3;
  const names = labels.map(isolated);
  return list(more <= 1 ? names : [...names.slice(0, 3), `${more} more`]);
}

/**
 * @param {string[]} parts @param {string} [word]
 */
export function list(parts, word = "and") {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
