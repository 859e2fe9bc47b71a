/** Pagefind: an index in many files, made by its own program and fetched piece by piece. In the browser only. */

/** The kinds of query it answers; words are stemmed, which cannot be switched off. */
export const KINDS = ["common", "rare", "and", "prefix", "phrase", "facet"];

/** @param {string} address   of the folder that the index lies in */
export async function open(address) {
  const pagefind = await import(`${address}/pagefind.js`);
  await pagefind.init();
  return pagefind;
}

/** How many articles match. */
export async function count(pagefind, query) {
  const words = query.words.join(" ");
  const filters = query.kind === "facet" ? { filters: { source: query.source, month: { any: monthsOf(query) } } } : {};
  const { results } = await pagefind.search(query.kind === "phrase" ? `"${words}"` : words, filters);
  return results.length;
}

/** It filters by values, not by ranges: months are the nearest to days. */
function monthsOf({ from, to }) {
  const months = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = after(month)) months.push(month);
  return months;
}

function after(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}
