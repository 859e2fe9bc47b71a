// @ts-check
/** Lines of a concordance: so much of what stands around a match as a line shows, and articles told apart. No DOM. */

/** @typedef {import("../crossread.d.ts").Concordance["lines"][number]} Line */

/**
 * So many characters on either side, cut between words where there are any: a line of the widest page holds no more.
 */
const REACH = 110;
/** A word is looked for so far back; scripts without spaces are cut anywhere. */
const WORD = 24;

/** The end of what stands before. @param {string} text @param {number} [reach] */
export function tail(text, reach = REACH) {
  if (text.length <= reach) return text.trimStart();
  const cut = text.slice(-reach - 1);
  const space = cut.slice(0, WORD).search(/\s/u);
  return wholeCharacters(cut.slice(space < 0 ? 1 : space)).trimStart();
}

/** The beginning of what stands after. @param {string} text @param {number} [reach] */
export function head(text, reach = REACH) {
  if (text.length <= reach) return text.trimEnd();
  const cut = text.slice(0, reach + 1);
  const space = /\s\S*$/u.exec(cut.slice(-WORD));
  return wholeCharacters(cut.slice(0, space ? -space[0].length : reach)).trimEnd();
}

/** Without half a character at either end. @param {string} text */
function wholeCharacters(text) {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
}

/** Whether a line begins an article, among lines in the order of the articles. @param {Line} line @param {Line | undefined} before */
export function isFirst(line, before) {
  return before?.id !== line.id;
}
