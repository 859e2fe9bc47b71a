// @ts-check
/** Loads assembly.wasm, which makes a corpus of articles, when somebody brings some. Runs in the worker. */
import { Assembly, initSync } from "crossread:assembly";
import { decodeBase64 } from "./base64.js";
import { Failure } from "./loader.js";

/** @type {Promise<unknown> | null} */
let started = null;

/**
 * @param {string | Blob} source   the address of assembly.wasm, or its bytes as base64 text
 * @param {string} title           of the new corpus
 * @returns {Promise<import("../crossread.d.ts").Assembly>}
 */
export async function beginAssembly(source, title) {
  started ??= start(source);
  try {
    await started;
  } catch (error) {
    started = null;
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The part of the page that reads articles could not be loaded (${message}).`,
      "assembly.wasm belongs beside the page's script; check the connection, then try again.",
    );
  }
  return new Assembly(title);
}

/** @param {string | Blob} source */
async function start(source) {
  const response = typeof source === "string" ? await fetch(source) : new Response(decodeBase64(source));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  initSync({ module: await WebAssembly.compile(await response.arrayBuffer()) });
}
