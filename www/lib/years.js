// @ts-check
/** Articles a year as bars, years without any included. No DOM. */

/**
 * @typedef {import("../crossread.d.ts").FacetValue} FacetValue
 * @typedef {{year: number, whole: number, matching: number}} YearBar
 */

/** More years than this are drawn by the decade, or the bars are too thin to see. */
const MOST = 60;

/**
 * @param {FacetValue[]} whole @param {FacetValue[]} matching
 * @returns {YearBar[]}  by year, or by decade where the corpus spans many
 */
export function yearBars(whole, matching) {
  const years = whole.map((value) => Number(value.value)).filter((year) => Number.isInteger(year));
  if (years.length === 0) return [];
  const [first, last] = years.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [Infinity, -Infinity]);
  const step = last - first >= MOST ? 10 : 1;
  const start = Math.floor(first / step) * step;
  const bars = [];
  for (let year = start; year <= last; year += step) {
    bars.push({ year, whole: sum(whole, year, step), matching: sum(matching, year, step) });
  }
  return bars;
}

/** @param {FacetValue[]} values @param {number} from @param {number} step */
function sum(values, from, step) {
  return values.reduce((total, { value, count }) => {
    const year = Number(value);
    return year >= from && year < from + step ? total + count : total;
  }, 0);
}
