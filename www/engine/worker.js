// @ts-check
/** Answers what `client.js` asks: holds the engine, reads the files, and writes the single file. */
import { answer } from "./calls.js";
import { beginAssembly, compareDossier, correctCorpus, entitiesToml, unpack, wordsOfSets } from "./later.js";
import { Failure, load, loadAddress } from "./loader.js";
import { isOtherFormat } from "../lib/files.js";
import { addCorpus, changes, meant } from "./anew.js";
import { Parts } from "./parts.js";
import { base64Parts, decodeBase64 } from "./base64.js";

/** How long one slice of reading may take, so that a cancel is heard soon. */
const SLICE_MS = 20;

/**
 * @typedef {import("../crossread.d.ts").Engine} EngineType
 * @typedef {import("../crossread.d.ts").Assembly} AssemblyType
 * @typedef {import("../crossread.d.ts").CorpusInfo} CorpusInfo
 * @typedef {import("../crossread.d.ts").Correction} Correction
 * @typedef {import("../crossread.d.ts").Problem} Problem
 * @typedef {import("./loader.js").Loaded} Loaded
 * @typedef {import("./loader.js").OnBytes} OnBytes
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
/** The corpus as it was before anything was corrected, once something is. @type {Uint8Array | null} */
let original = null;
/** The originals before curated names were added, the first one first. @type {Uint8Array[]} */
let unnamed = [];
/** What was meant where before that. @type {import("./anew.js").Meant} */
let meantBefore = new Map();
/** Long answers, of which the page gets a part at a time. */
const parts = new Parts();

/**
 * The file that this worker is named after, fetched before anybody asks for it.
 * @type {{source: string, loaded: Promise<Loaded>, onBytes: OnBytes} | null}
 */
let begun = null;

/** @param {string} source */
function begin(source) {
  const beginning = { source, onBytes: /** @type {OnBytes} */ (() => {}) };
  const loaded = loadAddress(source, (done, total) => beginning.onBytes(done, total));
  // Whoever asks for the file sees why it could not be loaded.
  loaded.catch(() => {});
  begun = Object.assign(beginning, { loaded });
}

/** Settles when what is being loaded is open or cannot be. @type {Promise<unknown>} */
let loading = Promise.resolve();

/** The engine, once its corpus is open: the page may ask before that. */
async function opened() {
  await loading;
  return held();
}

/** @returns {EngineType} */
function held() {
  if (!engine) throw new Failure("The engine is not running.", "Load the page again.");
  return engine;
}

/** @param {EngineType} engine @param {Request} request */
function idsOf(engine, request) {
  return engine.search({ ...request, detail: "ids", limit: 0xffffffff }).hits.map(({ id }) => id);
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
  load(source, onProgress) {
    const state = open(source, (done, total) => onProgress({ stage: "load", done, total, name: "" }));
    loading = state;
    return state;
  },

  /**
   * @param {Request} request
   * @param {string} [otherwise]  the query that is asked where the first finds nothing; the answer then names it
   */
  async search(request, otherwise) {
    const engine = await opened();
    const results = engine.search(request);
    const others = otherwise && results.total === 0 ? engine.search({ ...request, query: otherwise }) : null;
    return others?.total ? { ...others, diagnostics: results.diagnostics, otherwise } : results;
  },
  /** @param {string} query @param {number} caret */
  complete: async (query, caret) => (await opened()).complete(query, caret),
  /** @param {string} query */
  letters: async (query) => (await opened()).letters(query),
  /** @param {Request} request @param {import("../crossread.d.ts").FacetName} facet @param {string} text */
  values: async (request, facet, text) => (await opened()).values(request, facet, text),
  /** @param {Parameters<EngineType["concordance"]>[0]} request */
  concordance: async (request) => (await opened()).concordance(request),
  /** @param {string} id */
  article: async (id) => (await opened()).article(id),
  /** @param {string} query @param {string} id */
  matches: async (query, id) => (await opened()).matches(query, id),
  /** @param {string[]} ids @param {boolean} own @param {string | Blob} source  where comparison.wasm is */
  compare: async (ids, own, source) => compareDossier(source, (await opened()).dossier(ids), own),
  /** @param {Request} request */
  events: async (request) => (await opened()).events(request),
  /**
   * @param {Request} request @param {string} against  a query; empty for all others
   * @param {string | Blob} source  where comparison.wasm is @param {(done: number) => Promise<boolean>} onBatch  says whether to stop
   */
  async wordsOfSets(request, against, source, onBatch) {
    const engine = await opened();
    const first = idsOf(engine, request);
    const taken = new Set(first);
    const second = against ? idsOf(engine, { query: against }) : engine.ids().filter((id) => !taken.has(id));
    return wordsOfSets(source, [first, second], (ids) => engine.prose(ids), onBatch);
  },
  /** @param {string} id @param {number} limit */
  entity: async (id, limit) => parts.entity(await opened(), id, limit),
  /** @param {string} from @param {number} limit */
  timeline: async (from, limit) => parts.timeline(await opened(), from, limit),
  /** @param {string} id @param {number} limit */
  nearest: async (id, limit) => (await opened()).nearest(id, limit),

  /**
   * Reads the files and puts them in the corpus's place; without any article in them the old corpus stays.
   * @param {{file: File, path: string}[]} files @param {string} title
   * @param {{assembly: string | Blob, model: string | Blob, formats: string | Blob}} sources   where assembly.wasm, names.crossread-model and formats.wasm are:
   *   their addresses, or their bytes as base64 text
   * @param {OnProgress} onProgress
   * @returns {Promise<{info: CorpusInfo | null, corrections: Correction[], problems: Problem[], cancelled: boolean}>}
   */
  async openFiles(files, title, sources, onProgress) {
    cancelled = false;
    await opened();
    const { assembly, problems } = await beginAssembly(sources.assembly, sources.model, title);
    const { articles, corrections } = await addFiles(assembly, files, sources.formats, problems, onProgress);
    const corpus = await finish(assembly, articles > 0, onProgress);
    if (!corpus) return { info: null, corrections, problems, cancelled };
    original = null;
    unnamed = [];
    return { info: openCorpus(corpus), corrections, problems, cancelled: false };
  },

  /**
   * Curated names for the corpus at hand, which is read anew where some of them are new; `correct` then opens it.
   * @param {{file: File, path: string}[]} files
   * @param {{assembly: string | Blob, model: string | Blob, correction: string | Blob}} sources @param {OnProgress} onProgress
   * @returns {Promise<{entities: number, corrections: Correction[], problems: Problem[], cancelled: boolean}>}
   */
  async addNames(files, sources, onProgress) {
    cancelled = false;
    const engine = await opened();
    original ??= engine.corpus_bytes();
    const { assembly, problems } = await beginAssembly(sources.assembly, sources.model, "");
    const known = assembly.add("entities.toml", new TextEncoder().encode(await entitiesToml(sources.correction, original)));
    const { entities, corrections } = await addFiles(assembly, files, "", problems, onProgress);
    meantBefore = await meant(engine);
    if (entities > 0) addCorpus(assembly, engine);
    const corpus = await finish(assembly, entities > 0, onProgress);
    if (corpus) {
      unnamed.push(original);
      original = known.corrections.length > 0 ? (await correctCorpus(sources.correction, corpus, known.corrections)).finish() : corpus;
    }
    return { entities, corrections, problems, cancelled };
  },

  /** How many mentions, in how many articles, mean something else than before names were added. */
  renamed: async () => changes(meantBefore, await meant(held())),

  /** The original without the names that were added last, or without any; `correct` then opens it. @param {boolean} all */
  dropNames(all) {
    original = (all ? unnamed[0] : unnamed.at(-1)) ?? original;
    unnamed = all ? [] : unnamed.slice(0, -1);
  },

  /**
   * The corpus with these corrections and no others; with none, as it was.
   * @param {import("../crossread.d.ts").Correction[]} corrections @param {string | Blob} source  where correction.wasm is
   * @returns {Promise<{info: CorpusInfo, report: import("../crossread.d.ts").Applied[]}>}
   */
  async correct(corrections, source) {
    original ??= (await opened()).corpus_bytes();
    if (corrections.length === 0) return { info: openCorpus(original), report: [] };
    const correcting = await correctCorpus(source, original, corrections);
    const report = correcting.report();
    return { info: openCorpus(correcting.finish()), report };
  },

  /** @param {string | Blob} source  where correction.wasm is */
  entitiesToml: async (source) => entitiesToml(source, (await opened()).corpus_bytes()),

  /** The ids of all articles. */
  ids: async () => (await opened()).ids(),

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

/**
 * @param {string | Blob} source @param {OnBytes} onBytes
 * @returns {Promise<State>}
 */
async function open(source, onBytes) {
  try {
    const loaded = await loadSource(source, onBytes);
    engine = loaded.engine;
    original = null;
    unnamed = [];
    parts.forget();
    memory = loaded.memory;
    engineBytes = loaded.bytes;
    return { info: loaded.info, failure: plain(loaded.failure), ready: true };
  } catch (error) {
    return { info: null, failure: plain(error), ready: engine !== null };
  }
}

/**
 * What was begun is taken once; asked again, the file is fetched again.
 * @param {string | Blob} source @param {OnBytes} onBytes
 * @returns {Promise<Loaded>}
 */
function loadSource(source, onBytes) {
  if (typeof source !== "string") return load(decodeBase64(source), "the corpus inside this page", onBytes);
  if (begun?.source !== source) return loadAddress(source, onBytes);
  const { loaded } = begun;
  begun.onBytes = onBytes;
  begun = null;
  return loaded;
}

/** @param {Uint8Array} corpus */
function openCorpus(corpus) {
  parts.forget();
  const at = held().reserve(corpus.length);
  if (memory) new Uint8Array(memory.buffer, at, corpus.length).set(corpus);
  return held().open();
}

/**
 * @param {AssemblyType} assembly @param {{file: File, path: string}[]} files @param {string | Blob} formats  where formats.wasm is
 * @param {Problem[]} problems @param {OnProgress} onProgress
 */
async function addFiles(assembly, files, formats, problems, onProgress) {
  const found = { articles: 0, entities: 0, corrections: /** @type {Correction[]} */ ([]) };
  for (const [index, { file, path }] of files.entries()) {
    if (cancelled) break;
    onProgress({ stage: "files", done: index, total: files.length, name: file.name });
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isOtherFormat(path)) problems.push(...(await unpack(formats, path, bytes, take)));
    else take(path, bytes, false);
  }
  return found;

  /** @param {string} name @param {Uint8Array} bytes @param {boolean} isRecords */
  function take(name, bytes, isRecords) {
    const added = assembly.add(name, bytes, isRecords);
    found.articles += added.articles;
    found.entities += added.entities;
    found.corrections.push(...added.corrections);
    problems.push(...added.problems);
  }
}

/**
 * Reads what was added and makes a corpus of it; null where nothing is to be read, or it was cancelled.
 * @param {AssemblyType} assembly @param {boolean} worthwhile @param {OnProgress} onProgress
 */
async function finish(assembly, worthwhile, onProgress) {
  if (!cancelled && worthwhile) await readAll(assembly, onProgress);
  if (cancelled || !worthwhile) {
    assembly.free();
    return null;
  }
  onProgress({ stage: "index", done: 0, total: 0, name: "" });
  return assembly.finish();
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

answer(answers);
if (self.name) begin(self.name);
