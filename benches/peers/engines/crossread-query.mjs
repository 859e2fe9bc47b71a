// @ts-check
/** A query in Crossread's own language. Quotes ask for words as they are: the brute force knows no inflection. */

/**
 * @param {import("../synthetic/queries.mjs").Query} query
 * @returns {import("../../../www/crossread.d.ts").Request}
 */
export function queryText({ kind, words, source, from, to }) {
  const [first = ""] = words;
  switch (kind) {
    case "prefix":
      return { query: `${first}*` };
    case "fuzzy":
      return { query: `${first}~1` };
    case "phrase":
      return { query: `"${words.join(" ")}"` };
    case "facet":
      return { query: `"${first}"`, selected: { source: [source ?? ""] }, ...(from && to ? { from, to } : {}) };
    default:
      return { query: words.map((word) => `"${word}"`).join(" ") };
  }
}
