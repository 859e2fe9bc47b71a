// @ts-check
/** The dates that articles mean, grouped by year and month, as they come. */

import { formatDate } from "./format.js";

/** @import {TimelineEntry} from "../crossread.d.ts" */

/**
 * @typedef {{key: string, label: string, entries: TimelineEntry[]}} Month    `label` is empty for a year as a whole
 * @typedef {{key: string, label: string, months: Month[]}} Year
 * @typedef {{key: string, label: string, count: number, first: number}} YearCount   `first`: how many entries stand before
 */

/**
 * @param {TimelineEntry[]} entries    by first day
 * @returns {Year[]}
 */
export function byYear(entries) {
  /** @type {Year[]} */
  const years = [];
  for (const entry of entries) {
    const { year, month } = firstMonth(entry.value);
    if (years.at(-1)?.key !== year) years.push({ key: year, label: formatDate(year) || "Without a year", months: [] });
    const { months } = /** @type {Year} */ (years.at(-1));
    const key = month ? `${year}-${month}` : year;
    let group = month ? months.at(-1) : months.find((other) => other.key === year);
    if (group?.key !== key) {
      group = { key, label: month ? formatDate(key) : "", entries: [] };
      // A year as a whole stands above its months, not under one of them.
      if (month) months.push(group);
      else months.unshift(group);
    }
    group.entries.push(entry);
  }
  return years;
}

/**
 * The years that the entries fall in, as they come.
 * @param {TimelineEntry[]} entries
 * @returns {YearCount[]}
 */
export function yearsOf(entries) {
  /** @type {YearCount[]} */
  const years = [];
  for (const [at, { value }] of entries.entries()) {
    const { year } = firstMonth(value);
    const last = years.at(-1);
    if (last?.key === year) last.count += 1;
    else years.push({ key: year, label: formatDate(year) || "Without a year", count: 1, first: at });
  }
  return years;
}

/**
 * The years to go to: those with few dates are drawn together with their neighbours.
 * @param {YearCount[]} years @param {number} total
 * @returns {YearCount[]}
 */
export function stepsOf(years, total) {
  /** @type {(YearCount & {small: boolean})[]} */
  const steps = [];
  for (const year of years) {
    const last = steps.at(-1);
    const small = year.count < total / 100;
    if (last?.small && small) {
      last.count += year.count;
      last.label = `${last.label.split("–")[0]}–${year.label}`;
    } else {
      steps.push({ ...year, small });
    }
  }
  return steps;
}

/** Year and month of the first day of a date; months past twelve are EDTF's seasons. @param {string} edtf */
function firstMonth(edtf) {
  const [first = "", last = ""] = edtf.split("/");
  const match = /^(-?[\dX]{4})(?:-(\d\d))?/.exec(/^-?\d/.test(first) ? first : last);
  return { year: match?.[1] ?? "", month: match?.[2] ?? "" };
}

/**
 * A date under the headings of its year and month: what they say already is left out.
 * @param {TimelineEntry} entry @param {Year} year @param {Month} month
 */
export function dayLabel({ value }, year, month) {
  if (value === month.key) return "";
  const label = formatDate(value);
  return value.includes("/") && !value.split("/").every((part) => part.startsWith(year.key)) ? label : label.replace(` ${year.label}`, "");
}

/** @param {Month} month @param {Year} year */
export function monthLabel(month, year) {
  return month.label.replace(` ${year.label}`, "");
}
