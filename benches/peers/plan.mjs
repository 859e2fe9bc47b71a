/** What one run measures. */

/** The names in engines/index.mjs, best known first. */
export const ENGINE_NAMES = ["crossread", "minisearch", "flexsearch-words", "flexsearch-beginnings", "orama", "lunr", "scan"];

/** Whose building in the browser is timed: the fastest two, and ours. */
export const IN_CHROMIUM_BUILT = ["crossread", "minisearch", "flexsearch-words"];

/** `large`: how many articles show how times grow. `realArticles`: 0 for all. */
export const USUAL = { size: 10_000, large: 50_000, rounds: 3, realArticles: 0, realQueries: 200 };
export const QUICK = { size: 1000, large: 0, rounds: 1, realArticles: 1000, realQueries: 200 };
