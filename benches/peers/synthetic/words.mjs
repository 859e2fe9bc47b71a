// @ts-check
/** The one way in which text becomes words here: for the brute force, and for every peer that lets us set it. */

const WORD = /[a-z0-9\u00c0-\u024f]+/g;

/** @param {string} text @returns {string[]} */
export function wordsOf(text) {
  return text.toLowerCase().match(WORD) ?? [];
}

/** A pattern for words side by side, in lower-cased text. @param {string[]} words */
export function sideBySide(words) {
  const letter = "[a-z0-9\\u00c0-\\u024f]";
  return new RegExp(`(?<!${letter})${words.join("[^a-z0-9\\u00c0-\\u024f]+")}(?!${letter})`);
}

/** A pattern for a word that begins so, in lower-cased text. @param {string} beginning */
export function beginningWith(beginning) {
  return new RegExp(`(?<![a-z0-9\\u00c0-\\u024f])${beginning}`);
}
