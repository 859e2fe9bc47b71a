import { beginningWith, sideBySide } from "../synthetic/words.mjs";
import { fromJson, isWithin, toJson } from "./engine.mjs";

/** No index at all: every text is looked through. @type {import("./engine.mjs").Engine<string[]>} */
export const scan = {
  name: "plain scan",
  how: { common: "", rare: "", and: "", prefix: "", phrase: "", facet: "" },
  build: async (documents) => documents.map(({ text }) => text.toLowerCase()),
  save: async (texts) => toJson(texts),
  load: async (bytes) => fromJson(bytes),
  count(texts, query, { sources, dates }) {
    const holds = test(query);
    let count = 0;
    for (const [id, text] of texts.entries()) {
      if (query.kind === "facet" && !isWithin(query, { source: sources[id], date: dates[id] })) continue;
      if (holds(text)) count++;
    }
    return count;
  },
};

/** A cheap look for the letters comes first, for the pattern behind it is slower. @returns {(text: string) => boolean} */
function test({ kind, words }) {
  const patterns = patternsOf(kind, words);
  return (text) => words.every((word) => text.includes(word)) && patterns.every((pattern) => pattern.test(text));
}

function patternsOf(kind, words) {
  if (kind === "prefix") return words.map(beginningWith);
  return kind === "phrase" ? [sideBySide(words)] : words.map((word) => sideBySide([word]));
}
