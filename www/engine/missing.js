// @ts-check
/** Stands in for the glue of the wasm files where the page is built without `--engine`. */

/** @returns {never} */
export function initSync() {
  throw new Error("this page was built without an engine");
}

export class Engine {}

export class Assembly {}

export function compare_dossier() {}
export function key_words_of() {}

export function plain() {}

export class Correction {}

export function entities_toml() {}
