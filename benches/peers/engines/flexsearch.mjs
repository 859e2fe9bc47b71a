import * as library from "flexsearch";
import { wordsOf } from "../synthetic/words.mjs";
import { countWithin, fromJson, toJson, withPhrase } from "./engine.mjs";

const Document = library.Document ?? library.default.Document;
/** FlexSearch finds no more than it is asked for. */
const ALL = 10_000_000;

/** Whole words, or words by their beginning: FlexSearch decides this when it builds. */
function flexsearch(name, tokenize, how) {
  const empty = () =>
    new Document({ document: { id: "id", index: [{ field: "text", tokenize, encode: wordsOf }], tag: [{ field: "source" }] } });
  return {
    name,
    how,
    async build(documents) {
      const index = empty();
      for (const document of documents) index.add(document);
      return index;
    },
    async save(index) {
      const parts = {};
      await index.export((key, part) => void (parts[key] = part ?? null));
      return toJson(parts);
    },
    async load(bytes) {
      const index = empty();
      for (const [key, part] of Object.entries(fromJson(bytes))) await index.import(key, part);
      return index;
    },
    count(index, query, beside) {
      const [found] = index.search(query.words.join(" "), { limit: ALL });
      const ids = found?.result ?? [];
      // Its own filter by tag looks at the first hundred hits only.
      if (query.kind === "facet") return countWithin(query, ids, beside);
      return query.kind === "phrase" ? withPhrase(query, ids, beside.texts) : ids.length;
    },
  };
}

export const flexsearchWords = flexsearch("FlexSearch", "strict", {
  common: "", rare: "", and: "", phrase: "texts looked through", facet: "filtered afterwards",
});
export const flexsearchBeginnings = flexsearch("FlexSearch, by beginnings", "forward", { prefix: "" });
