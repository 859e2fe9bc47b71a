// @ts-check
/** Answers what `client.js` asks: holds the engine, reads the files, and writes the single file. */
import { expose } from "comlink";
import { beginAssembly } from "./assembly.js";
import { Failure, load, loadAddress } from "./loader.js";
import { Parts } from "./parts.js";
import { base64Parts, decodeBase64 } from "./base64.js";

/** How long one slice of reading may take, so that a cancel is heard soon. */
const SLICE_MS = 20;

/**
 * @typedef {import("../crossread.d.ts").Engine} EngineType
 * @typedef {import("../crossread.d.ts").Assembly} AssemblyType
 * @typedef {import("../crossread.d.ts").CorpusInfo} CorpusInfo
 * @typedef {import("../crossread.d.ts").Problem} Problem
 * @typedef {import("../crossread.d.ts").Request} Request
 * @typedef {{stage: "load" | "files" | "read" | "index", done: number, total: number, name: string}} Progress
 * @typedef {(progress: Progress) => void} OnProgress
 * @typedef {{info: CorpusInfo | null, failure: {what: string, advice: string} | null, ready: boolean}} State
 *   `ready`: whether the engine runs, with or without a corpus
 */

/** @type {EngineType | null} */
let engine = null;
/** @type {WebAssembly.Memory | null} */
let memory = null;
/** @type {Uint8Array} */
let engineBytes = new Uint8Array(0);
let cancelled = false;
/** Long answers, of which the page gets a part at a time. */
const parts = new Parts();

/** @returns {EngineType} */
function held() {
  if (!engine) throw new Failure("The engine is not running.", "Load the page again.");
  return engine;
}

/** Lets a waiting message, such as a cancel, be heard. */
function pause() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

const answers = {
  /**
   * @param {string | Blob} source   the address of the file, or its bytes as base64 text
   * @param {OnProgress} onProgress
   * @returns {Promise<State>}
   */
  async load(source, onProgress) {
    /** @type {(done: number, total: number) => void} */
    const onBytes = (done, total) => onProgress({ stage: "load", done, total, name: "" });
    try {
      const loaded =
        typeof source === "string"
          ? await loadAddress(source, onBytes)
          : await load(decodeBase64(source), "the corpus inside this page", onBytes);
      engine = loaded.engine;
      parts.forget();
      memory = loaded.memory;
      engineBytes = loaded.bytes;
      return { info: loaded.info, failure: plain(loaded.failure), ready: true };
    } catch (error) {
      return { info: null, failure: plain(error), ready: engine !== null };
    }
  },

  /** @param {Request} request */
  search: (request) => held().search(request),
  /** @param {string} query @param {number} caret */
  complete: (query, caret) => held().complete(query, caret),
  /** @param {Request} request @param {import("../crossread.d.ts").FacetName} facet @param {string} text */
  values: (request, facet, text) => held().values(request, facet, text),
  /** @param {Parameters<EngineType["concordance"]>[0]} request */
  concordance: (request) => held().concordance(request),
  /** @param {string} id */
  article: (id) => held().article(id),
  /** @param {string} query @param {string} id */
  matches: (query, id) => held().matches(query, id),
  /** @param {string[]} ids */
  compare: (ids) => held().compare(ids),
  /** @param {string} id @param {number} limit */
  entity: (id, limit) => parts.entity(held(), id, limit),
  /** @param {string} from @param {number} limit */
  timeline: (from, limit) => parts.timeline(held(), from, limit),
  /** @param {string} id @param {number} limit */
  nearest: (id, limit) => held().nearest(id, limit),

  /**
   * Reads the files and puts them in the corpus's place; without any article in them the old corpus stays.
   * @param {{file: File, path: string}[]} files @param {string} title
   * @param {string | Blob} source   where assembly.wasm is: its address, or its bytes as base64 text
   * @param {OnProgress} onProgress
   * @returns {Promise<{info: CorpusInfo | null, problems: Problem[], cancelled: boolean}>}
   */
  async openFiles(files, title, source, onProgress) {
    cancelled = false;
    held();
    const assembly = await beginAssembly(source, title);
    /** @type {Problem[]} */
    const problems = [];
    const articles = await addFiles(assembly, files, problems, onProgress);
    if (!cancelled && articles > 0) await readAll(assembly, onProgress);
    if (cancelled || articles === 0) {
      assembly.free();
      return { info: null, problems, cancelled };
    }
    onProgress({ stage: "index", done: 0, total: 0, name: "" });
    return { info: openCorpus(assembly.finish()), problems, cancelled: false };
  },

  cancel() {
    cancelled = true;
  },

  /**
   * The corpus at hand as one HTML file.
   * @param {string} before @param {string} after   the file around the base64
   * @returns {Blob}
   */
  publish(before, after) {
    const section = held().section();
    return new Blob([before, ...base64Parts([engineBytes, section]), after], { type: "text/html" });
  },
};

/** @param {Uint8Array} corpus */
function openCorpus(corpus) {
  parts.forget();
  const at = held().reserve(corpus.length);
  if (memory) new Uint8Array(memory.buffer, at, corpus.length).set(corpus);
  return held().open();
}

/**
 * @param {AssemblyType} assembly @param {{file: File, path: string}[]} files @param {Problem[]} problems @param {OnProgress} onProgress
 * @returns {Promise<number>} how many articles were found
 */
async function addFiles(assembly, files, problems, onProgress) {
  let articles = 0;
  for (const [index, { file, path }] of files.entries()) {
    if (cancelled) break;
    onProgress({ stage: "files", done: index, total: files.length, name: file.name });
    const added = assembly.add(path, new Uint8Array(await file.arrayBuffer()));
    articles += added.articles;
    problems.push(...added.problems);
  }
  return articles;
}

/**
 * @param {AssemblyType} assembly @param {OnProgress} onProgress
 */
async function readAll(assembly, onProgress) {
  let count = 1;
  for (;;) {
    const began = performance.now();
    const { done, total } = assembly.read(count);
    onProgress({ stage: "read", done, total, name: "" });
    if (done >= total || cancelled) return;
    const took = Math.max(performance.now() - began, 1);
    count = Math.max(1, Math.min(count * 2, Math.round((count * SLICE_MS) / took)));
    await pause();
  }
}

/** @param {unknown} error */
function plain(error) {
  if (!error) return null;
  if (error instanceof Failure) return { what: error.message, advice: error.advice };
  return { what: error instanceof Error ? error.message : String(error), advice: "Load the page again." };
}

expose(answers);
