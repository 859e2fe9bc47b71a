// @ts-check
/**
 * How dates, numbers and counts read to a person. No DOM; English, as the page's own words are.
 *
 *   formatDate("2025-12-16")                  "16 December 2025"
 *   formatDate("2025-12-16?", "inferred")     "16 December 2025, inferred"
 *   formatDate("2025-04~")                    "about April 2025"
 *   formatDate("2025-12-16/2025-12-18")       "16–18 December 2025"
 */

const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];
/** EDTF level 1 numbers the seasons after the months. */
const SEASONS = ["spring", "summer", "autumn", "winter"];
const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]);

/**
 * A date in EDTF as a person writes it; text that is no such date comes back unchanged.
 * @param {string | undefined} edtf
 * @param {string} [basis]   `inferred` is said; anything else is not
 * @param {boolean} [short]  months by three letters, and nothing said of how sure the date is
 * @returns {string}
 */
export function formatDate(edtf, basis, short = false) {
  if (!edtf) return "";
  const [first = "", last] = edtf.split("/");
  const text = last === undefined ? formatPoint(first, short) : formatInterval(first, last, short);
  if (short) return text;
  if (basis === "inferred") return `${text}, inferred`;
  return /[?%]/.test(edtf) ? `${text}, uncertain` : text;
}

/**
 * A range of dates, open on a side that is empty.
 * @param {string} from @param {string} to @param {boolean} [short]
 */
export function formatRange(from, to, short = false) {
  return formatDate(from === to ? from : `${from || ".."}/${to || ".."}`, undefined, short);
}

/** @param {string} edtf @param {boolean} short */
function formatPoint(edtf, short) {
  const parts = readPoint(edtf);
  if (!parts) return edtf;
  const text = [parts.day, monthName(parts.month, short), formatYear(parts.year)].filter(Boolean).join(" ");
  return parts.approximate ? `about ${text}` : text;
}

/**
 * @param {string} first @param {string} last @param {boolean} short
 */
function formatInterval(first, last, short) {
  if (first === ".." || first === "") return `until ${formatPoint(last, short)}`;
  if (last === ".." || last === "") return `from ${formatPoint(first, short)}`;
  const [a, b] = [readPoint(first), readPoint(last)];
  if (!a || !b || a.approximate || b.approximate || a.year !== b.year) {
    return `${formatPoint(first, short)} – ${formatPoint(last, short)}`;
  }
  const end = formatPoint(last, short);
  if (a.day && b.day && a.month === b.month) return `${a.day}–${end}`;
  if (a.month && b.month) return `${[a.day, monthName(a.month, short)].filter(Boolean).join(" ")} – ${end}`;
  return `${formatPoint(first, short)} – ${end}`;
}

/**
 * @param {string} edtf
 * @returns {{year: string, month: number, day: string, approximate: boolean} | null}
 */
function readPoint(edtf) {
  const match = /^(-?[\dX]{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*?)?([?~%])?$/.exec(edtf);
  if (!match) return null;
  const day = match[3] && match[3] !== "XX" ? String(Number(match[3])) : "";
  const month = match[2] && match[2] !== "XX" ? Number(match[2]) : 0;
  return { year: match[1] ?? "", month, day, approximate: match[4] === "~" || match[4] === "%" };
}

/** @param {string} year */
function formatYear(year) {
  if (/^\d{3}X$/.test(year)) return `${year.slice(0, 3)}0s`;
  if (/^\d\dXX$/.test(year)) return `${year.slice(0, 2)}00s`;
  return year.startsWith("-") ? `${Number(year.slice(1)) + 1} BC` : year.replace(/^0+(?=\d)/, "");
}

/** @param {number} month @param {boolean} short */
function monthName(month, short) {
  if (month > 20) return SEASONS[month - 21] ?? "";
  const name = MONTHS[month - 1] ?? "";
  return short ? name.slice(0, 3) : name;
}

/**
 * Thousands apart, two decimals at most. `Intl.NumberFormat` would keep the page waiting for its tables when it is first used.
 * @param {number} value
 */
export function formatNumber(value) {
  const [whole = "", decimals] = String(Math.round(value * 100) / 100).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/**
 * A count with its noun: `formatCount(1, "article")` is "1 article".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function formatCount(count, one, many = `${one}s`) {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** @param {number} bytes */
export function formatBytes(bytes) {
  if (bytes < 1e6) return `${formatNumber(Math.ceil(bytes / 1e3))} kB`;
  return `${formatNumber(Math.round(bytes / 1e5) / 10)} MB`;
}

/**
 * A name for a line of another direction: written from right to left it takes the figures and commas beside it along, unless it
 * stands by itself (Unicode's first strong isolate).
 * @param {string} name
 */
export function isolated(name) {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
}

/**
 * The direction in which a language is written, for the `dir` attribute.
 * @param {string | undefined} language  BCP 47
 * @returns {"ltr" | "rtl" | "auto"}
 */
export function direction(language) {
  if (!language) return "auto";
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  if (rest.includes("latn") || rest.includes("cyrl")) return "ltr";
  return RIGHT_TO_LEFT.has(primary) || rest.includes("arab") || rest.includes("hebr") ? "rtl" : "ltr";
}
