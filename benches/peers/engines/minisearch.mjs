import MiniSearch from "minisearch";
import { wordsOf } from "../synthetic/words.mjs";
import { fromJson, isWithin, toJson, withPhrase } from "./engine.mjs";

const OPTIONS = { fields: ["text"], storeFields: ["source", "date"], tokenize: wordsOf, processTerm: (word) => word };

/** @type {import("./engine.mjs").Engine<MiniSearch>} */
export const minisearch = {
  name: "MiniSearch",
  how: { common: "", rare: "", and: "", prefix: "", phrase: "texts looked through", fuzzy: "", facet: "" },
  async build(documents) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(documents);
    return index;
  },
  save: async (index) => toJson(index),
  load: async (bytes) => MiniSearch.loadJS(fromJson(bytes), OPTIONS),
  count(index, query, { texts }) {
    const found = index.search(query.words.join(" "), {
      combineWith: "AND",
      prefix: query.kind === "prefix",
      fuzzy: query.kind === "fuzzy" ? 1 : false,
      ...(query.kind === "facet" ? { filter: (article) => isWithin(query, article) } : {}),
    });
    return query.kind === "phrase" ? withPhrase(query, found.map(({ id }) => id), texts) : found.length;
  },
};
