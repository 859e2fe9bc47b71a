// @ts-check
/** The single file without its corpus, in the two parts around it: what Publish puts a corpus between. */

const PLACE = "<!--crossread:wasm-->";

/**
 * In the site it lies beside the script; in a single file it is put together again from the file's own parts.
 * @returns {Promise<{before: string, after: string}>}
 */
export async function singleFileTemplate() {
  const text = CROSSREAD_SKELETON ? ownParts(CROSSREAD_SKELETON) : await fetchTemplate();
  const at = text.indexOf(PLACE);
  if (at < 0) throw new Error("single/template.html has no place for the corpus; build the page again");
  return { before: text.slice(0, at), after: text.slice(at + PLACE.length) };
}

/** @param {string} skeleton */
function ownParts(skeleton) {
  return ["style", "assembly", "comparison", "correction", "formats", "model", "worker", "page"].reduce(
    (text, part) =>
      text.replace(`<!--crossread:${part}-->`, () => document.getElementById(`crossread-${part}`)?.textContent ?? ""),
    skeleton,
  );
}

async function fetchTemplate() {
  const response = await fetch(new URL("single/template.html", import.meta.url));
  if (!response.ok) {
    throw new Error(`single/template.html is not beside the page: ${response.status} ${response.statusText}`);
  }
  return response.text();
}
