/** Every engine that answers in one call over one index, by the name its files get. Pagefind stands apart: see pagefind.mjs. */
import { crossread } from "./crossread.mjs";
import { flexsearchBeginnings, flexsearchWords } from "./flexsearch.mjs";
import { lunr } from "./lunr.mjs";
import { minisearch } from "./minisearch.mjs";
import { orama } from "./orama.mjs";
import { scan } from "./scan.mjs";

export const ENGINES = {
  crossread,
  minisearch,
  "flexsearch-words": flexsearchWords,
  "flexsearch-beginnings": flexsearchBeginnings,
  orama,
  lunr,
  scan,
};
