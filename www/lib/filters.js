// @ts-check
/** What the library asks for, and how a route changes as filters are set. No DOM. */
import { emptyRoute } from "./address.js";
import { formatCount, formatNumber } from "./format.js";

/**
 * @typedef {import("./address.js").Route} Route
 * @typedef {import("../crossread.d.ts").FacetName} FacetName
 * @typedef {import("../crossread.d.ts").FacetValue} FacetValue
 * @typedef {import("../crossread.d.ts").Request} Request
 */

/** The facets in the order in which they stand, under the names that people see. @type {[FacetName, string][]} */
export const FACET_NAMES = [
  ["source", "Sources"],
  ["person", "People"],
  ["organization", "Organizations"],
  ["place", "Places"],
  ["agreement", "Agreements"],
  ["event", "Events"],
  ["year", "Dates"],
];

/** A day, a month or a year, as the date fields take it. */
export const DATE_PATTERN = "\\d{4}(-\\d\\d(-\\d\\d)?)?";

/** One thing chosen: a value that articles have, or must not have, or the range of their dates. */
/** @typedef {{facet: string, value: string, kept: boolean}} Choice */

/**
 * @param {Route} route @param {number} limit
 * @returns {Request}
 */
export function requestOf(route, limit) {
  return {
    query: route.query,
    selected: route.selected,
    excluded: route.excluded,
    from: route.from,
    to: route.to,
    sort: sortOf(route),
    limit,
  };
}

/** A last word of three characters or more, outside of quotes, that nothing follows: it may be the beginning of one. */
const UNFINISHED = /(?:^|[\s(:-])[\p{L}\p{M}\p{N}]{3,}$/u;

/**
 * The query with its last word taken for the beginning of one; empty where that word is finished or no plain one.
 * @param {string} query
 */
export function asBeginning(query) {
  const quotes = query.split('"').length - 1;
  return quotes % 2 === 0 && UNFINISHED.test(query) ? `${query}*` : "";
}

/** Without a query there is nothing to be relevant to. @param {Route} route */
export function sortOf(route) {
  return route.sort === "relevance" && !route.query.trim() ? "date" : route.sort;
}

/** @param {Route} route */
export function isFiltered(route) {
  return countFilters(route) > 0;
}

/** How many values are chosen or kept out, a range of dates counted as one. @param {Route} route */
export function countFilters(route) {
  return choicesOf(route).length + (route.from || route.to ? 1 : 0);
}

/** What is chosen and what is kept out, facet by facet. @param {Route} route @returns {Choice[]} */
export function choicesOf(route) {
  return FACET_NAMES.flatMap(([facet]) => [
    ...(route.selected[facet] ?? []).map((value) => ({ facet, value, kept: true })),
    ...(route.excluded[facet] ?? []).map((value) => ({ facet, value, kept: false })),
  ]);
}

/**
 * The route with one value of a facet switched; a value that was kept out is no longer.
 * @param {Route} route @param {string} facet @param {string} value
 * @returns {Route}
 */
export function toggled(route, facet, value) {
  return { ...route, selected: flipped(route.selected, facet, value), excluded: without(route.excluded, facet, value) };
}

/**
 * The route with one value of a facet kept out, or no longer; a value that was chosen is no longer.
 * @param {Route} route @param {string} facet @param {string} value
 * @returns {Route}
 */
export function barred(route, facet, value) {
  return { ...route, excluded: flipped(route.excluded, facet, value), selected: without(route.selected, facet, value) };
}

/** @param {Route} route @param {Choice} choice @returns {Route} */
export function dropped(route, { facet, value }) {
  return { ...route, selected: without(route.selected, facet, value), excluded: without(route.excluded, facet, value) };
}

/** @param {Record<string, string[]>} values @param {string} facet @param {string} value */
function flipped(values, facet, value) {
  const held = values[facet] ?? [];
  return held.includes(value) ? without(values, facet, value) : { ...values, [facet]: [...held, value] };
}

/** @param {Record<string, string[]>} values @param {string} facet @param {string} value */
function without(values, facet, value) {
  const { [facet]: held = [], ...others } = values;
  const left = held.filter((other) => other !== value);
  return left.length > 0 ? { ...others, [facet]: left } : others;
}

/** The route with its query but without any filter. @param {Route} route @returns {Route} */
export function withoutFilters(route) {
  const { query, sort, show, against, order } = route;
  return { ...emptyRoute(), query, sort, show, against, order };
}

/**
 * "3 of 5 articles match", or "5 articles" where nothing is asked.
 * @param {number} total @param {number} all @param {boolean} asked
 */
export function matchCount(total, all, asked) {
  if (!asked && total === all) return formatCount(all, "article");
  return `${formatNumber(total)} of ${formatCount(all, "article")} ${total === 1 ? "matches" : "match"}`;
}

/**
 * The values of a facet as they are shown: in the order of the whole corpus, so that nothing jumps, with the counts of
 * what matches; chosen ones always, others only where something matches.
 * @param {FacetValue[]} whole @param {FacetValue[]} matching @param {string[]} chosen
 * @returns {FacetValue[]}
 */
export function facetRows(whole, matching, chosen) {
  const counts = new Map(matching.map((value) => [value.value, value]));
  const known = new Set(whole.map((value) => value.value));
  const rows = [...whole, ...matching.filter((value) => !known.has(value.value))];
  for (const value of chosen) {
    if (!rows.some((row) => row.value === value)) rows.push({ value, label: value, count: 0 });
  }
  return rows
    .map((row) => ({ ...row, count: counts.get(row.value)?.count ?? 0 }))
    .filter((row) => row.count > 0 || chosen.includes(row.value));
}
