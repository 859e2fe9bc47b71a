import { create, insert, load, save, search } from "@orama/orama";
import { wordsOf } from "../synthetic/words.mjs";
import { fromJson, toJson } from "./engine.mjs";

/** Orama counts a word twice that its tokenizer gives twice. */
const tokenize = (text) => (typeof text === "string" ? [...new Set(wordsOf(text))] : [String(text)]);
const empty = () =>
  create({
    schema: { id: "string", text: "string", source: "enum", day: "number" },
    components: { tokenizer: { language: "english", normalizationCache: new Map(), tokenize } },
  });
const dayOf = (date) => Date.parse(date) / 86_400_000;

/** @type {import("./engine.mjs").Engine<any>} */
export const orama = {
  name: "Orama",
  how: { common: "", rare: "", and: "", prefix: "", fuzzy: "", facet: "" },
  async build(documents) {
    const index = await empty();
    for (const { id, text, source, day } of documents) {
      await insert(index, { id: String(id), text: text.toLowerCase(), source, day });
    }
    return index;
  },
  save: async (index) => toJson(await save(index)),
  async load(bytes) {
    const index = await empty();
    await load(index, fromJson(bytes));
    return index;
  },
  async count(index, { kind, words, source, from, to }) {
    const { count } = await search(index, {
      term: words.join(" "),
      properties: ["text"],
      limit: 20,
      threshold: 0,
      ...(kind === "fuzzy" ? { tolerance: 1 } : {}),
      ...(kind === "fuzzy" || kind === "prefix" ? {} : { exact: true }),
      ...(kind === "facet" ? { where: { source: { eq: source }, day: { between: [dayOf(from), dayOf(to)] } } } : {}),
    });
    return count;
  },
};
