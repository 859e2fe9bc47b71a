/** What the bundler provides: a sheet as text, and the glue of the engine that it was pointed at. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The ways to search, as the table in the documentation has them. */
declare module "*/query.md" {
  const ways: import("./lib/ways.js").Way[];
  export default ways;
}

declare module "crossread:engine" {
  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  export const Engine: { new (): import("./crossread.d.ts").Engine };
}

declare module "crossread:assembly" {
  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  export const Assembly: { new (title: string): import("./crossread.d.ts").Assembly };
}

declare module "crossread:comparison" {
  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  export function compare_dossier(dossier: Uint8Array, without_copies?: boolean): import("./crossread.d.ts").Comparison;
  export const WordsOfSets: {
    new (): { add(proses: Uint8Array, to_second: boolean): void; rows(): import("./crossread.d.ts").KeyWord[]; free(): void };
  };
}

declare module "crossread:correction" {
  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  export const Correction: { new (corpus: Uint8Array, json: string): import("./crossread.d.ts").Correcting };
  export function entities_toml(corpus: Uint8Array): string;
}

declare module "crossread:formats" {
  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  export const plain: import("./engine/later.js").Plain;
}

/** The text of index.html as the single file has it, parts left open; empty in the site's own script. */
declare const CROSSREAD_SKELETON: string;
