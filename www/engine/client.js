// @ts-check
/**
 * The one place where the page talks to the engine. `connect` gives a client; elements that name the same file share
 * one. Answers that a newer search has overtaken are dropped.
 */
import { caller } from "./calls.js";
import { Corrections } from "./corrections.js";
import { Foresight } from "./foresight.js";
import { Latest } from "./latest.js";
import { sourceOf, startWorker } from "./start.js";

/**
 * @typedef {import("../crossread.d.ts").Article} Article
 * @typedef {import("../crossread.d.ts").Comparison} Comparison
 * @typedef {import("../crossread.d.ts").Completions} Completions
 * @typedef {import("../crossread.d.ts").Concordance} Concordance
 * @typedef {import("../crossread.d.ts").CorpusInfo} CorpusInfo
 * @typedef {import("../crossread.d.ts").FacetName} FacetName
 * @typedef {import("../crossread.d.ts").FacetValue} FacetValue
 * @typedef {import("../crossread.d.ts").Header} Header
 * @typedef {import("../crossread.d.ts").Problem} Problem
 * @typedef {import("../crossread.d.ts").Request} Request
 * @typedef {import("../crossread.d.ts").Results} Results
 * @typedef {import("../crossread.d.ts").Stretch} Stretch
 * @typedef {import("./parts.js").EntityPart} EntityPart
 * @typedef {import("./parts.js").TimelinePart} TimelinePart
 * @typedef {import("./worker.js").Progress} Progress
 * @typedef {import("./worker.js").State} State
 * @typedef {{what: string, advice: string}} Trouble
 * @typedef {{call: (method: string, ...parameters: unknown[]) => Promise<any>, stopped: Promise<never>}} Running   `stopped`: rejects should the worker stop
 */

/** So many articles and comparisons stay at hand for going back and forth. */
const KEPT = 32;

/** @type {Map<string, Client>} */
const clients = new Map();
/** @type {import("./start.js").Begun} */
let begun = new Map();

/**
 * Takes over the engines that were begun before this script was there: each client finds its own.
 * @param {import("./start.js").Begun} engines
 */
export function adopt(engines) {
  begun = engines;
}

/**
 * The client of a file, shared by every element that names it.
 * @param {string} src   the address of crossread.wasm, or `#ID` of the script that holds it as base64
 * @returns {Client}
 */
export function connect(src) {
  const key = sourceOf(src);
  let client = clients.get(key);
  if (!client) {
    client = new Client(key);
    clients.set(key, client);
  }
  return client;
}

/**
 * Events: `progress` (detail: Progress) while loading; `corpus` (detail: CorpusInfo) when another corpus has taken
 * the place of the first: what was shown before is gone; `corrected` when entities of it were.
 */
export class Client extends EventTarget {
  /** @param {string} source */
  constructor(source) {
    super();
    this.source = source.startsWith("#") ? takeText(source.slice(1)) : source;
    /** @type {Promise<Running> | null} */
    this.worker = null;
    /** @type {CorpusInfo | null} */
    this.info = null;
    /** @type {Trouble | null} */
    this.trouble = null;
    /** Whether the engine runs, with or without a corpus. */
    this.running = false;
    /** Whether the corpus is the reader's own files. */
    this.own = false;
    /** Whether the page came with a corpus that `reload` goes back to. */
    this.published = false;
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
    this.foresight = new Foresight((method, ...parameters) => this.ask(method, ...parameters));
    /** What values of facets are called, as far as answers have said. @type {Map<string, string>} */
    this.labels = new Map();
    /** @type {WeakMap<object, Latest>} */
    this.owners = new WeakMap();
    this.corrections = new Corrections(this);
    /** Settles when the corpus is open or cannot be; it never rejects: see `info` and `trouble`. */
    this.ready = this.load();
  }

  /** @returns {Promise<CorpusInfo | null>} */
  async load() {
    try {
      const { call, stopped } = await (this.worker ??= this.start());
      const onProgress = (/** @type {Progress} */ progress) => this.tell("progress", progress);
      /** @type {State} */
      const state = await Promise.race([call("load", this.source, onProgress), stopped]);
      this.info = state.info;
      this.published = (state.info?.articles ?? 0) > 0;
      this.running = state.ready;
      this.trouble = state.failure;
      this.takeUp();
    } catch (error) {
      this.worker = null;
      this.trouble = { what: messageOf(error), advice: "Load the page again, or use a current browser." };
    }
    return this.info;
  }

  /** What the browser keeps of corrections to this corpus is applied once it is open. */
  takeUp() {
    if (this.info) void this.corrections.begin().catch(() => {});
  }

  /** The engine that was begun for this file, or a new one. @returns {Promise<Running>} */
  async start() {
    const name = typeof this.source === "string" ? this.source : "";
    const { worker, stopped } = await (takeBegun(name) ?? startWorker(name));
    /** @type {Promise<never>} */
    const failed = stopped.then((reason) => {
      worker.terminate();
      const trouble = { what: `The engine stopped: ${reason}.`, advice: "Load the page again." };
      this.fail(trouble);
      throw new Error(trouble.what);
    });
    failed.catch(() => {});
    return { call: caller(worker), stopped: failed };
  }

  /** Tries again, or goes back from one's own articles to the corpus of the page. */
  async reload() {
    this.trouble = null;
    this.own = false;
    this.ready = this.load();
    const info = await this.ready;
    this.forget();
    this.tell("corpus", info);
    return info;
  }

  /** @param {Trouble} trouble */
  fail(trouble) {
    this.worker = null;
    this.trouble = trouble;
    this.running = false;
    this.tell("corpus", null);
  }

  /**
   * @param {Request} request
   * @param {object} [owner]   who asks: each owner's newer search overtakes its older one
   * @param {string} [otherwise]   the query that is asked where the first finds nothing; the answer then names it
   * @returns {Promise<(Results & {otherwise?: string}) | undefined>} undefined: overtaken
   */
  async search(request, owner = this, otherwise = "") {
    const results = await this.newest(owner, () => this.foresight.search(request, otherwise));
    for (const [facet, values] of Object.entries(results?.facets ?? {})) this.learn(facet, values);
    return results;
  }

  /**
   * Asks beforehand what the next letter may lead to.
   * @param {string} query  as it stands @param {(query: string) => [Request, string]} asking  what `search` would be asked
   */
  foresee(query, asking) {
    return this.foresight.foresee(query, asking).catch(() => {});
  }

  /**
   * What the word that ends at the caret may go on to.
   * @param {string} query @param {number} caret @param {object} [owner]
   * @returns {Promise<Completions | undefined>} undefined: overtaken
   */
  complete(query, caret, owner = this) {
    return this.newest(owner, () => this.ask("complete", query, caret));
  }

  /**
   * The values of a facet whose label holds `text`, counted as `search` counts them.
   * @param {Request} request @param {FacetName} facet @param {string} text @param {object} [owner]
   * @returns {Promise<FacetValue[] | undefined>} undefined: overtaken
   */
  async values(request, facet, text, owner = this) {
    const values = await this.newest(owner, () => this.ask("values", request, facet, text));
    this.learn(facet, values ?? []);
    return values;
  }

  /** @param {string} facet @param {FacetValue[]} values */
  learn(facet, values) {
    for (const { value, label } of values) this.labels.set(`${facet} ${value}`, label);
  }

  /** What a value is called, where that is known by now. @param {string} facet @param {string} value */
  labelOf(facet, value) {
    return this.labels.get(`${facet} ${value}`);
  }

  /**
   * Every match in its context; in one article where `article` names it.
   * @param {Parameters<import("../crossread.d.ts").Engine["concordance"]>[0]} request @param {object} [owner]
   * @returns {Promise<Concordance | undefined>} undefined: overtaken
   */
  concordance(request, owner = this) {
    return this.newest(owner, () => this.ask("concordance", request));
  }

  /** The facets of the whole corpus, and its first article. @returns {Promise<Results>} */
  whole() {
    return this.keep("whole", () => this.ask("search", { limit: 1 }));
  }

  /** @param {string} id @returns {Promise<Article>} */
  article(id) {
    return this.keep(`article ${id}`, () => this.ask("article", id));
  }

  /** @param {string} query @param {string} id @returns {Promise<Stretch[]>} */
  matches(query, id) {
    return this.ask("matches", query, id);
  }

  /**
   * @param {string[]} ids @param {boolean} [own]  what one copied from another counts nowhere else
   * @returns {Promise<Comparison>}
   */
  compare(ids, own = false) {
    return this.keep(`compare ${own} ${ids.join(" ")}`, () => this.ask("compare", ids, own, laterSource("comparison")));
  }

  /**
   * @param {string} id @param {number} [limit]  so many articles and quotes of it
   * @returns {Promise<EntityPart>}
   */
  entity(id, limit = 200) {
    return this.keep(`entity ${limit} ${id}`, () => this.ask("entity", id, limit));
  }

  /**
   * The dates that articles mean, so many from one year on.
   * @param {string} from  a year; empty for the first date
   * @param {number} limit
   * @returns {Promise<TimelinePart>}
   */
  timeline(from, limit) {
    return this.keep(`timeline ${limit} ${from}`, () => this.ask("timeline", from, limit));
  }

  /**
   * The events that the articles asked for tell of: of two or more articles each, `limit` of them at most.
   * @param {Request} request @returns {Promise<import("../crossread.d.ts").EventsPart>}
   */
  events(request) {
    return this.keep(`events ${JSON.stringify(request)}`, () => this.ask("events", request));
  }

  /**
   * The words that set some articles apart from others.
   * @param {Request} request @param {string} against  a query; empty for all others
   * @param {{onProgress: (done: number) => void, signal: AbortSignal}} options  `done`: from 0 to 1
   * @returns {Promise<import("../crossread.d.ts").WordsOfSets | null>}  null: cancelled
   */
  wordsOfSets(request, against, { onProgress, signal }) {
    const onBatch = (/** @type {number} */ done) => {
      if (!signal.aborted) onProgress(done);
      return signal.aborted;
    };
    return this.ask("wordsOfSets", request, against, laterSource("comparison"), onBatch);
  }

  /** @param {string} id @param {number} [limit] @returns {Promise<(Header & {similarity: number})[]>} */
  nearest(id, limit = 5) {
    return this.keep(`nearest ${limit} ${id}`, () => this.ask("nearest", id, limit));
  }

  /**
   * Reads the reader's own files; they take the corpus's place. Nothing leaves the machine.
   * @param {{file: File, path: string}[]} files
   * @param {{title?: string, onProgress?: (progress: Progress) => void, signal?: AbortSignal}} [options]
   * @returns {Promise<{info: CorpusInfo | null, problems: Problem[], cancelled: boolean}>}
   */
  async openFiles(files, { title = "Your own articles", ...options } = {}) {
    const outcome = await this.read("openFiles", [files, title], options);
    if (outcome.info) {
      this.info = outcome.info;
      this.own = true;
      this.trouble = null;
      this.forget();
      this.tell("corpus", outcome.info);
      this.takeUp();
      if (outcome.corrections.length > 0) await this.corrections.addAll(outcome.corrections).catch((error) => outcome.problems.push({
        file: "entities.toml", message: `its corrections could not be applied: ${messageOf(error)}`, advice: "Open the files again.", dropped: true,
      }));
    }
    return outcome;
  }

  /**
   * Asks for what reads files, shows how far it is, and stops where that is wanted.
   * @param {"openFiles" | "addNames"} method @param {unknown[]} parameters
   * @param {{onProgress?: (progress: Progress) => void, signal?: AbortSignal}} options
   */
  async read(method, parameters, { onProgress = () => {}, signal }) {
    const cancel = () => void this.ask("cancel");
    signal?.addEventListener("abort", cancel);
    try {
      const sources = { assembly: laterSource("assembly"), model: laterSource("model"), correction: laterSource("correction"), formats: laterSource("formats") };
      return await this.ask(method, ...parameters, sources, onProgress);
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  /**
   * These corrections hold from now on, and no others: what `corrections` asks, one change at a time.
   * @param {import("../crossread.d.ts").Correction[]} corrections
   * @returns {Promise<{info: CorpusInfo, report: import("../crossread.d.ts").Applied[]}>}  what came of each
   */
  async correct(corrections) {
    const outcome = await this.ask("correct", corrections, laterSource("correction"));
    this.info = outcome.info;
    this.forget();
    return outcome;
  }

  /** The collection's `entities.toml` with all that was corrected. @returns {Promise<string>} */
  entitiesToml() {
    return this.ask("entitiesToml", laterSource("correction"));
  }

  /** The ids of all articles. @returns {Promise<string[]>} */
  ids() {
    return this.ask("ids");
  }

  /**
   * The corpus at hand as one HTML file that opens by double click.
   * @param {{before: string, after: string}} template   the file around the base64
   * @returns {Promise<Blob>}
   */
  publish({ before, after }) {
    return this.ask("publish", before, after);
  }

  /**
   * Asks at once: the worker answers as soon as the corpus is open.
   * @param {string} method
   * @param {unknown[]} parameters
   * @returns {Promise<any>}
   */
  async ask(method, ...parameters) {
    if (!this.worker || (this.trouble && !this.running)) throw new Error(this.trouble?.what ?? "the engine is not running");
    const { call, stopped } = await this.worker;
    return Promise.race([call(method, ...parameters), stopped]);
  }

  /**
   * Asks, unless the same owner has asked something newer by then.
   * @param {object} owner @param {() => Promise<any>} ask
   */
  newest(owner, ask) {
    let latest = this.owners.get(owner);
    if (!latest) this.owners.set(owner, (latest = new Latest()));
    return latest.run(ask);
  }

  /**
   * @param {string} key @param {() => Promise<any>} ask
   */
  keep(key, ask) {
    let answer = this.kept.get(key);
    if (answer) {
      this.kept.delete(key);
    } else {
      answer = ask();
      answer.catch(() => this.kept.delete(key));
    }
    this.kept.set(key, answer);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return answer;
  }

  forget() {
    this.kept.clear();
    this.foresight.forget();
    this.labels.clear();
    this.owners = new WeakMap();
  }

  /** @param {string} type @param {unknown} detail */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @param {string} name */
function takeBegun(name) {
  const started = begun.get(name);
  begun.delete(name);
  return started;
}

/**
 * Takes the base64 out of the document, so that it is not held twice.
 * @param {string} id
 */
function takeText(id) {
  const holder = document.getElementById(id);
  const blob = new Blob([holder?.textContent?.trim() ?? ""]);
  if (holder) holder.textContent = "";
  return blob;
}

/**
 * Where a file is that is not needed at first: beside this script; in the single file, as base64 in the document.
 * @param {"assembly" | "comparison" | "correction" | "formats" | "model"} name
 * @returns {string | Blob}
 */
function laterSource(name) {
  const inline = document.getElementById(`crossread-${name}`)?.textContent;
  return inline ? new Blob([inline.trim()]) : new URL(name === "model" ? "names.crossread-model" : `${name}.wasm`, import.meta.url).href;
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
