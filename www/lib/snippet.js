// @ts-check
/** A snippet cut into stretches with and without a hit. No DOM. */

/**
 * @typedef {import("../crossread.d.ts").Snippet} Snippet
 * @param {Snippet} snippet
 * @returns {{text: string, hit: boolean}[]}  joined they are the snippet's text
 */
export function stretches({ text, marks }) {
  const cut = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) cut.push({ text: text.slice(at, start), hit: false });
    cut.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), hit: false });
  return cut;
}

/** Whether more of the article follows: a snippet that ends a sentence reads as whole. @param {Snippet} snippet */
export function isCutOff({ text }) {
  return !/[.!?。！？؟…]["”’»)\]]*\s*$/u.test(text);
}

/**
 * What follows a title that is the snippet's own beginning, cut ("The ferry runs…"), so that nothing is read twice; the
 * snippet itself where the title is another, or a hit stands in it.
 *
 * @param {Snippet} snippet @param {string} title
 * @returns {Snippet}
 */
export function behindTitle(snippet, title) {
  const { start, text, marks } = snippet;
  const cut = title.length - 1;
  const isOwn = title.endsWith("…") && text.startsWith(title.slice(0, cut)) && (marks[0]?.[0] ?? cut) >= cut;
  return isOwn ? { start: start + cut, text: text.slice(cut), marks: marks.map(([from, to]) => [from - cut, to - cut]) } : snippet;
}
