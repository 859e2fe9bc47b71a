// @ts-check
/**
 * What a page names: begins an engine for every element in the document, then fetches the elements themselves. The
 * engine's bytes so arrive and are compiled while the browser still reads the larger script.
 */
import { beginAll } from "./engine/start.js";

const begun = beginAll();
/** @type {typeof import("./elements.js")} */
const { register } = await import(new URL("elements.js", import.meta.url).href);
register(begun);
