// @ts-check
/** A corpus read anew: what it is made of, and what is meant otherwise afterwards. Runs in the worker. */

/** @import {Assembly, Engine} from "../crossread.d.ts" */

/** What every mention means, by where it begins, article by article. @typedef {Map<string, Map<number, string>>} Meant */

/** So many articles are looked into between two looks at what else is asked. */
const BATCH = 100;

/** The articles of a corpus, and what it says of itself, as the files that it could be built of. @param {Assembly} assembly @param {Engine} engine */
export function addCorpus(assembly, engine) {
  const encoder = new TextEncoder();
  const info = Object.entries(engine.info()).filter(([key]) => key !== "articles");
  assembly.add("corpus.toml", encoder.encode(info.map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`).join("")));
  for (const id of engine.ids()) {
    const article = engine.article(id);
    const related = article.blocks.filter(({ kind }) => kind === "related").map(({ start, end }) => article.text.slice(start, end));
    assembly.add("articles.ndjson", encoder.encode(JSON.stringify({ ...article, blocks: [], mentions: [], related })));
  }
}

/** @param {Engine} engine */
export async function meant(engine) {
  /** @type {Meant} */
  const all = new Map();
  for (const id of engine.ids()) {
    if (all.size % BATCH === BATCH - 1) await new Promise((resolve) => setTimeout(resolve));
    all.set(id, new Map(engine.article(id).mentions.map(({ start, end, entity, kind }) => [start, `${end} ${kind} ${entity}`])));
  }
  return all;
}

/** How many mentions, in how many articles, are new, gone, or mean something else. @param {Meant} before @param {Meant} after */
export function changes(before, after) {
  const counts = [...after].map(([id, now]) => {
    const old = before.get(id) ?? new Map();
    return [...new Set([...old.keys(), ...now.keys()])].filter((start) => old.get(start) !== now.get(start)).length;
  });
  return { mentions: counts.reduce((sum, count) => sum + count, 0), articles: counts.filter(Boolean).length };
}
