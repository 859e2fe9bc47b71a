// @ts-check
/**
 * Starts workers. A worker is named after the file it is for, and fetches that file as soon as it runs: whoever starts
 * it need not have anything to say to it yet.
 */

/**
 * @typedef {object} Started
 * @property {Worker} worker
 * @property {Promise<string>} stopped   settles with the reason should the worker stop; it never rejects
 */

/** The engines that have been begun, by the address of their file. @typedef {Map<string, Promise<Started>>} Begun */

/** The elements that name a file. */
const NAMING = ["crossread-explorer", "crossread-article", "crossread-compare"].map((name) => `${name}[src]`).join();

/**
 * What an element's `src` means.
 * @param {string} src   the address of crossread.wasm, or `#ID` of the script that holds it as base64
 */
export function sourceOf(src) {
  return src.startsWith("#") ? src : new URL(src, document.baseURI).href;
}

/** Begins an engine for every file that the document names. @returns {Begun} */
export function beginAll() {
  /** @type {Begun} */
  const begun = new Map();
  for (const element of document.querySelectorAll(NAMING)) {
    const source = sourceOf(element.getAttribute("src") ?? "");
    if (source.startsWith("#") || begun.has(source)) continue;
    const started = startWorker(source);
    // Whoever takes the engine over sees why it did not start.
    started.catch(() => {});
    begun.set(source, started);
  }
  return begun;
}

/**
 * The worker beside this script; in the single file, from the text that the document holds; where the script comes
 * from another host, from a copy, for a worker has to be of the page's own origin.
 * @param {string} name   the address of the file to fetch at once, or empty
 * @returns {Promise<Started>}
 */
export async function startWorker(name) {
  const worker = await newWorker(name);
  /** @type {Promise<string>} */
  const stopped = new Promise((resolve) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      resolve(event.message || "its script could not be loaded");
    });
  });
  return { worker, stopped };
}

/** @param {string} name */
async function newWorker(name) {
  const inline = document.getElementById("crossread-worker")?.textContent;
  if (inline) return workerFromText(inline, name);
  const address = new URL("worker.js", import.meta.url);
  try {
    return new Worker(address, { name });
  } catch {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`worker.js could not be fetched: ${response.status} ${response.statusText}`);
    return workerFromText(await response.text(), name);
  }
}

/** @param {string} text @param {string} name */
function workerFromText(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = new Worker(address, { name });
  // The worker has its own copy of the address's content once it has been asked for.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return worker;
}
