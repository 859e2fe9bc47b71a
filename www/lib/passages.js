// @ts-check
/**
 * The rows of a comparison: what one article says, in its order, and what the others say of the same; what only another
 * has stands where that other article has it.
 */

/** @import {Article, Comparison, Passage, Place, Stretch} from "../crossread.d.ts" */

/**
 * @typedef {object} Counterpart
 * @property {Place} here        the stretch of the article in the centre
 * @property {Place} place       the stretch of the other article
 * @property {Passage} passage
 *
 * @typedef {object} Row
 * @property {Place | null} here         null where only another article has something
 * @property {Counterpart[]} others      empty where no other article has it
 * @property {Place | null} only         what another article alone has
 */

/**
 * The rows with one article in the centre.
 * @param {Comparison} comparison
 * @param {string} centre
 * @returns {Row[]}
 */
export function rowsAround(comparison, centre) {
  const rows = [...pairRows(comparison.passages, centre), ...aloneRows(comparison.alone, centre)];
  return rows.sort((a, b) => startOf(a) - startOf(b));
}

/** @param {Row} row */
function startOf(row) {
  return row.here?.start ?? 0;
}

/** @param {Passage[]} passages @param {string} centre @returns {Row[]} */
function pairRows(passages, centre) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const { here, place, passage } of counterparts(passages, centre)) {
    const key = `${here.start}-${here.end}`;
    const row = rows.get(key) ?? { here, others: [], only: null };
    row.others.push({ here, place, passage });
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** @param {Passage[]} passages @param {string} centre @returns {Counterpart[]} */
function counterparts(passages, centre) {
  return passages.flatMap((passage) => {
    const here = passage.spans.find(({ article }) => article === centre);
    if (!here) return [];
    return passage.spans.filter((place) => place !== here && place.article !== centre).map((place) => ({ here, place, passage }));
  });
}

/** @param {Place[]} alone @param {string} centre @returns {Row[]} */
function aloneRows(alone, centre) {
  return alone.filter(({ article }) => article === centre).map((here) => ({ here, others: [], only: null }));
}

/**
 * The rows of two articles: those of the first, and what only the second has, after the passage that it follows there.
 * @param {Comparison} comparison
 * @param {string} left @param {string} right
 * @returns {Row[]}
 */
export function rowsOfTwo(comparison, left, right) {
  const rows = rowsAround(comparison, left);
  const alone = comparison.alone.filter(({ article }) => article === right).sort((a, b) => a.start - b.start);
  /** @type {Map<number, Row[]>} */
  const behind = new Map();
  for (const only of alone) {
    const after = rowBefore(rows, right, only.start);
    behind.set(after, [...(behind.get(after) ?? []), { here: null, others: [], only }]);
  }
  return [...(behind.get(-1) ?? []), ...rows.flatMap((row, index) => [row, ...(behind.get(index) ?? [])])];
}

/**
 * The number of the row whose counterpart stands last before an offset of the other article, or -1.
 * @param {Row[]} rows @param {string} article @param {number} offset
 */
function rowBefore(rows, article, offset) {
  let found = -1;
  let furthest = -1;
  rows.forEach(({ others }, index) => {
    for (const { place } of others) {
      if (place.article === article && place.start <= offset && place.start > furthest) {
        furthest = place.start;
        found = index;
      }
    }
  });
  return found;
}

/**
 * What stands alone, with sentences that follow each other in one paragraph taken together.
 * @param {Comparison} comparison @param {Article[]} articles
 * @returns {Comparison}
 */
export function joinAlone(comparison, articles) {
  /** @type {Place[]} */
  const joined = [];
  for (const place of [...comparison.alone].sort(byPlace)) {
    const last = joined.at(-1);
    const text = articles.find(({ id }) => id === place.article)?.text ?? "";
    if (last && last.article === place.article && /^[^\S\n]*$/.test(text.slice(last.end, place.start))) last.end = place.end;
    else joined.push({ ...place });
  }
  return { ...comparison, alone: joined };
}

/** @param {Place} a @param {Place} b */
function byPlace(a, b) {
  return a.article === b.article ? a.start - b.start : a.article < b.article ? -1 : 1;
}

/**
 * How a passage is called: `differs` before how alike the wording is.
 * @param {Passage} passage
 * @returns {"differs" | Passage["relation"]}
 */
export function verdictOf(passage) {
  return passage.differs.length > 0 ? "differs" : passage.relation;
}

/**
 * What differs between two stretches of a passage: kinds, and the values in the order of the two.
 * @param {Counterpart} pair
 * @returns {{kind: string, values: string[]}[]}
 */
export function differencesOf({ here, place, passage }) {
  return passage.differs.flatMap(({ kind, values, spans }) => {
    const mine = valuesWithin(here, values, spans);
    const theirs = valuesWithin(place, values, spans);
    if (mine.length + theirs.length === 0) return [];
    return [{ kind, values: [mine.join(", ") || "—", theirs.join(", ") || "—"] }];
  });
}

/** @param {Place} place @param {string[]} values @param {Place[]} spans */
function valuesWithin(place, values, spans) {
  return values.filter((_value, index) => {
    const span = spans[index];
    return span !== undefined && span.article === place.article && span.start >= place.start && span.end <= place.end;
  });
}

/**
 * The stretches inside of a place that differ from the other articles.
 * @param {Place} place @param {Passage[]} passages
 * @returns {Stretch[]}
 */
export function differingStretches(place, passages) {
  return passages
    .flatMap(({ differs }) => differs)
    .flatMap(({ spans }) => spans)
    .filter(({ article, start, end }) => article === place.article && start >= place.start && end <= place.end && !(start === place.start && end === place.end))
    .map(({ start, end }) => ({ start, end }));
}

/**
 * The words of a place that its counterpart does not have in the same order; none where it is told anew altogether.
 * @param {Place} place @param {Passage} passage @param {string} text  of the article
 * @returns {Stretch[]}
 */
export function changedStretches(place, { spans, kept = [], rewritten }, text) {
  const side = spans.findIndex(({ article, start, end }) => article === place.article && start === place.start && end === place.end);
  if (side < 0 || rewritten || kept.length === 0) return [];
  /** @type {Stretch[]} */
  const changed = [];
  let at = place.start;
  for (const pair of [...kept, null]) {
    const { start, end } = pair?.[side === 0 ? 0 : 1] ?? { start: place.end, end: place.end };
    const words = /[\p{L}\p{N}](.*[\p{L}\p{N}\p{M}])?/su.exec(text.slice(at, start));
    if (words) changed.push({ start: at + words.index, end: at + words.index + words[0].length });
    at = Math.max(at, end);
  }
  return changed;
}

/**
 * How many passages each pair of articles shares.
 * @param {Comparison} comparison
 * @returns {number[][]}
 */
export function sharedCounts({ articles, passages }) {
  return articles.map((a) => articles.map((b) => (a === b ? 0 : passages.filter((passage) => spans(passage, a) && spans(passage, b)).length)));
}

/** @param {Passage} passage @param {string} id */
function spans(passage, id) {
  return passage.spans.some(({ article }) => article === id);
}

/**
 * The sentence around a stretch, inside its block, without the white space at its ends.
 * @param {Article} article @param {Stretch} stretch
 * @returns {Stretch}
 */
export function sentenceAround(article, stretch) {
  const block = article.blocks.find(({ start, end }) => start <= stretch.start && stretch.start < end) ?? { start: 0, end: article.text.length };
  const text = article.text.slice(block.start, block.end);
  let start = block.start;
  let end = block.end;
  for (const sentence of sentencesOf(text, article.language)) {
    const from = block.start + sentence.start;
    const to = block.start + sentence.end;
    if (from <= stretch.start) start = from;
    if (to >= stretch.end) {
      end = to;
      break;
    }
  }
  return trim(article.text, { start, end: Math.max(end, Math.min(stretch.end, article.text.length)) });
}

/** @param {string} text @param {string | undefined} language @returns {Stretch[]} */
function sentencesOf(text, language) {
  if (typeof Intl.Segmenter !== "function") return [{ start: 0, end: text.length }];
  return [...segmenter(language).segment(text)].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** @param {string | undefined} language */
function segmenter(language) {
  try {
    return new Intl.Segmenter(language || "en", { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}

/** @param {string} text @param {Stretch} stretch */
function trim(text, { start, end }) {
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
