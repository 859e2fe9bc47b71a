// @ts-check
/**
 * The files that are fetched when somebody needs them: assembly.wasm makes a corpus of articles that a reader brings, with
 * names.crossread-model; comparison.wasm holds articles against each other; correction.wasm makes a corpus anew with entities
 * that a reader corrected; formats.wasm turns files of other formats into what the assembly reads. Runs in the worker.
 */
import * as assemblyGlue from "crossread:assembly";
import * as comparisonGlue from "crossread:comparison";
import * as correctionGlue from "crossread:correction";
import * as formatsGlue from "crossread:formats";
import { decodeBase64 } from "./base64.js";
import { Failure } from "./loader.js";

/** @typedef {string | Blob} Source   the address of a wasm file, or its bytes as base64 text */

/**
 * Takes a file that others come to; its bytes stand until then.
 * @typedef {(name: string, bytes: Uint8Array, is_records: boolean) => void} Take
 */

/**
 * Calls `take` for each file that a file comes to; gives what was wrong, as JSON.
 * @typedef {(name: string, bytes: Uint8Array, asking: {decode: (label: string, bytes: Uint8Array) => string | undefined, take: Take}) => string} Plain
 */

/** @type {Map<string, Promise<unknown>>} */
const started = new Map();

/**
 * @param {Source} source @param {Source} model  of names; where it cannot be had the rules alone read, and a problem says so
 * @param {string} title  of the new corpus
 * @returns {Promise<{assembly: import("../crossread.d.ts").Assembly, problems: import("../crossread.d.ts").Problem[]}>}
 */
export async function beginAssembly(source, model, title) {
  const fetching = modelBytes(model);
  // Where the assembly fails first, nobody waits for the model.
  fetching.catch(() => {});
  await begin("assembly", assemblyGlue.initSync, source, "reads articles");
  const assembly = new assemblyGlue.Assembly(title);
  try {
    assembly.use_model(await fetching);
    return { assembly, problems: [] };
  } catch (error) {
    // Bytes that came damaged are fetched anew the next time.
    models.delete(modelKey(model));
    const reason = error instanceof Error ? error.message : String(error);
    const message = `names are read by rules alone, and fewer are found: the model of names could not be loaded (${reason})`;
    const advice = "It belongs beside the page's script; check the connection, then open the files again.";
    return { assembly, problems: [{ file: "names.crossread-model", message, advice, dropped: false }] };
  }
}

/** Kept once it has been fetched. @type {Map<Source | string, Promise<Uint8Array>>} */
const models = new Map();

/** @param {Source} source */
function modelKey(source) {
  return typeof source === "string" ? source : "inline";
}

/** @param {Source} source */
function modelBytes(source) {
  const key = modelKey(source);
  const fetching = models.get(key) ?? bytesOf(source).then((bytes) => new Uint8Array(bytes));
  models.set(key, fetching);
  fetching.catch(() => models.delete(key));
  return fetching;
}

/** @param {Source} source */
async function bytesOf(source) {
  const response = typeof source === "string" ? await fetch(source) : new Response(decodeBase64(source));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response.arrayBuffer();
}

/**
 * The files that a file of another format comes to.
 * @param {Source} source @param {string} path @param {Uint8Array} bytes @param {Take} take
 * @returns {Promise<import("../crossread.d.ts").Problem[]>}
 */
export async function unpack(source, path, bytes, take) {
  try {
    await begin("formats", formatsGlue.initSync, source, "reads such files");
    return JSON.parse(formatsGlue.plain(path, bytes, { decode, take }));
  } catch (error) {
    const { message, advice } = /** @type {Failure} */ (error);
    return [{ file: path, message, advice: advice ?? "Save it again.", dropped: true }];
  }
}

/** Text of a charset that a page names; nothing where there is none of this name. @param {string} label @param {Uint8Array} bytes */
function decode(label, bytes) {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A corpus with corrected entities.
 * @param {Source} source @param {Uint8Array} corpus @param {import("../crossread.d.ts").Correction[]} corrections
 * @returns {Promise<import("../crossread.d.ts").Correcting>}
 */
export async function correctCorpus(source, corpus, corrections) {
  await begin("correction", correctionGlue.initSync, source, "corrects names");
  return new correctionGlue.Correction(corpus, JSON.stringify(corrections));
}

/**
 * The `entities.toml` of a corpus.
 * @param {Source} source @param {Uint8Array} corpus
 * @returns {Promise<string>}
 */
export async function entitiesToml(source, corpus) {
  await begin("correction", correctionGlue.initSync, source, "writes entities.toml");
  return correctionGlue.entities_toml(corpus);
}

/**
 * @param {Source} source @param {Uint8Array} dossier  of the articles, from the engine @param {boolean} own  without what is copied
 * @returns {Promise<import("../crossread.d.ts").Comparison>}
 */
export async function compareDossier(source, dossier, own) {
  await begin("comparison", comparisonGlue.initSync, source, "compares articles");
  return comparisonGlue.compare_dossier(dossier, own);
}

/** So many articles are counted between two looks at whether that is still wanted. */
const BATCH = 20;

/**
 * @param {Source} source @param {[string[], string[]]} sets  ids @param {(ids: string[]) => Uint8Array} proseOf
 * @param {(done: number) => Promise<boolean>} onBatch  hears how far it is, from 0 to 1, and says whether to stop
 * @returns {Promise<import("../crossread.d.ts").WordsOfSets | null>}  null: stopped
 */
export async function wordsOfSets(source, sets, proseOf, onBatch) {
  await begin("comparison", comparisonGlue.initSync, source, "compares articles");
  const words = new comparisonGlue.WordsOfSets();
  try {
    const total = sets[0].length + sets[1].length;
    let done = 0;
    for (const [set, ids] of sets.entries()) {
      for (let at = 0; at < ids.length; at += BATCH) {
        const batch = ids.slice(at, at + BATCH);
        words.add(proseOf(batch), set === 1);
        done += batch.length;
        if (await onBatch(done / total)) return null;
      }
    }
    return { rows: words.rows(), articles: [sets[0].length, sets[1].length] };
  } finally {
    words.free();
  }
}

/**
 * @param {string} name @param {(options: {module: WebAssembly.Module}) => unknown} initSync @param {Source} source
 * @param {string} does  what does not work without it
 */
async function begin(name, initSync, source, does) {
  const starting = started.get(name) ?? start(initSync, source);
  started.set(name, starting);
  try {
    await starting;
  } catch (error) {
    started.delete(name);
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The part of the page that ${does} could not be loaded (${message}).`,
      `${name}.wasm belongs beside the page's script; check the connection, then try again.`,
    );
  }
}

/** @param {(options: {module: WebAssembly.Module}) => unknown} initSync @param {Source} source */
async function start(initSync, source) {
  initSync({ module: await WebAssembly.compile(await bytesOf(source)) });
}
