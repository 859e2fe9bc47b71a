import library from "lunr";
import { countWithin, fromJson, toJson } from "./engine.mjs";

const { presence, wildcard } = library.Query;

/** @type {import("./engine.mjs").Engine<any>} */
export const lunr = {
  name: "lunr",
  how: { common: "", rare: "", and: "", prefix: "", fuzzy: "", facet: "filtered afterwards" },
  async build(documents) {
    const usual = library.tokenizer.separator;
    library.tokenizer.separator = /[^a-z0-9\u00c0-\u024f]+/;
    const builder = new library.Builder();
    builder.ref("id");
    builder.field("text");
    for (const document of documents) builder.add(document);
    library.tokenizer.separator = usual;
    return builder.build();
  },
  save: async (index) => toJson(index),
  load: async (bytes) => library.Index.load(fromJson(bytes)),
  count(index, query, beside) {
    const found = index.query((asked) => {
      for (const word of query.words) {
        asked.term(word, {
          usePipeline: false,
          presence: presence.REQUIRED,
          ...(query.kind === "prefix" ? { wildcard: wildcard.TRAILING } : {}),
          ...(query.kind === "fuzzy" ? { editDistance: 1 } : {}),
        });
      }
    });
    return query.kind === "facet" ? countWithin(query, found.map(({ ref }) => Number(ref)), beside) : found.length;
  },
};
