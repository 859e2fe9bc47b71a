// @ts-check
/** Which of the files that are dropped can hold articles, and what a collection of them is called. No DOM. */

/** What the assembly reads as it is, and what formats.wasm turns into that. */
const PLAIN = /\.(txt|text|md|markdown|ndjson|jsonl)$/i;
const OTHERS = /\.(x?html|htm|[ct]sv|tab|json|rss|atom|rdf|xml|zip)$/i;
/** The two that describe a corpus folder. */
const DESCRIPTIONS = ["corpus.toml", "entities.toml"];

/** What the file field offers. */
export const ACCEPTED = ".txt,.md,.ndjson,.html,.htm,.csv,.tsv,.json,.rss,.atom,.xml,.zip,.toml,text/plain";

/** Whether a file needs formats.wasm to be read. @param {string} path */
export function isOtherFormat(path) {
  return OTHERS.test(path);
}

/**
 * Whether a file found inside a folder is worth reading; a file that was chosen by itself always is.
 * @param {string} path
 */
export function mayHoldArticles(path) {
  const parts = path.split("/");
  const name = (parts.pop() ?? "").toLowerCase();
  if (name.startsWith(".") || parts.some((part) => part.startsWith("."))) return false;
  return DESCRIPTIONS.includes(name) || ((PLAIN.test(name) || OTHERS.test(name)) && !/^(readme|licen[cs]e)\b/.test(name));
}

/** Whether a file by itself holds curated names for the articles at hand. @param {string} path */
export function mayHoldNames(path) {
  return /\.toml$/i.test(path) && !/corpus\.toml$/i.test(path);
}

/**
 * The folder's name where all files come from one, else a plain description.
 * @param {string[]} paths
 */
export function collectionTitle(paths) {
  const folders = new Set(paths.map((path) => (path.includes("/") ? path.split("/")[0] : "")));
  const [folder] = folders;
  return folders.size === 1 && folder ? folder : "Your own articles";
}

/**
 * The name of the file that Publish saves.
 * @param {string} title
 */
export function fileName(title) {
  const slug = title.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${slug.slice(0, 60) || "crossread"}.html`;
}
