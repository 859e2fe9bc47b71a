/** Crossread as the page has it: the engine in wasm, loaded by the page's own loader from the file that `crossread build` writes. */
import { Assembly, initSync } from "crossread:assembly";
import { load, loadAddress } from "../../../www/engine/loader.js";
import { queryText } from "./crossread-query.mjs";

const ignore = () => {};

/** @param {Promise<import("../../../www/engine/loader.js").Loaded>} loading */
async function opened(loading) {
  const { engine, memory, failure } = await loading;
  if (failure) throw failure;
  return { engine, memory };
}

/**
 * `build` gives the bytes of a corpus, without the reading of names, quotes and dates, which no other engine does;
 * `prepare` is what comes before the clock starts: the assembly's code, and the articles as its ingest leaves them.
 */
export const crossread = {
  name: "Crossread",
  how: { common: "", rare: "", and: "", prefix: "", phrase: "", fuzzy: "", facet: "" },
  /** @param {BufferSource} module @param {Uint8Array} file   of articles, as NDJSON */
  prepare(module, file) {
    initSync({ module: new WebAssembly.Module(module) });
    const assembly = new Assembly("Synthetic news");
    assembly.add("articles.ndjson", file);
    assembly.skip();
    return assembly;
  },
  build: async (assembly) => assembly.finish(),
  load: (bytes) => opened(load(new Blob([bytes]).stream(), "crossread.wasm", ignore)),
  loadFrom: (address) => opened(loadAddress(address, ignore)),
  count({ engine }, query) {
    return engine.search({ ...queryText(query), limit: 20, detail: "ids" }).total;
  },
};
