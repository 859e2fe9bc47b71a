// @ts-check
/**
 * What a reader corrected about entities: in words, as a file that travels, and under which key a browser keeps it. No DOM.
 */
import { kindInWords } from "./marks-notes.js";

/** @import {Correction} from "../crossread.d.ts" */

/** What the file says it is. */
const MARK = "corrections";

/** A correction, in words. @param {Correction} correction */
export function inWords({ change, entity, entity_name, into, name, kind, spellings = [], articles = [] }) {
  const what = `“${entity_name || entity}”`;
  if (change === "merge") return `${what} is the same as “${name || into}”`;
  if (change === "rename") return `${what} is called “${name}”`;
  if (change === "retype") return `${what} is ${article(kindInWords(kind ?? "person"))}`;
  if (change === "remove") return `${what} is left unmarked`;
  const part = [spellings.length > 0 ? `written ${spellings.map((spelling) => `“${spelling}”`).join(", ")}` : "", articles.length > 0 ? `in ${articles.join(", ")}` : ""];
  return `${what} ${part.filter(Boolean).join(" ")} is “${name || into}”`;
}

/** @param {string} noun */
function article(noun) {
  return `${/^[aeo]/.test(noun) ? "an" : "a"} ${noun}`;
}

/**
 * The file that travels.
 * @param {Correction[]} corrections @param {string} title  of the collection
 */
export function fileOf(corrections, title) {
  return `${JSON.stringify({ crossread: MARK, collection: title, corrections }, null, 2)}\n`;
}

/**
 * The corrections in such a file, or null where it is another one.
 * @param {string} text
 * @returns {Correction[] | null}
 */
export function correctionsIn(text) {
  try {
    const file = JSON.parse(text);
    if (file?.crossread !== MARK || !Array.isArray(file.corrections)) return null;
    return file.corrections.filter((/** @type {any} */ one) => typeof one?.change === "string" && typeof one?.entity === "string");
  } catch {
    return null;
  }
}

/**
 * Where a browser keeps the corrections of a collection: a published page by its address and title, which outlive a rebuild;
 * articles that a reader opened by their ids.
 * @param {string} title @param {string} address @param {string[] | null} ids
 */
export function keyOf(title, address, ids) {
  const place = ids ? `own ${fingerprint(ids)}` : address.replace(/[?#].*$/, "");
  return `crossread-corrections ${place} ${title}`;
}

/** FNV-1a over the sorted ids: for telling collections apart, not against forgery. @param {string[]} ids */
function fingerprint(ids) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode([...ids].sort().join("\n"))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** Whether two corrections say the same. @param {Correction} a @param {Correction} b */
export function isSame(a, b) {
  return inWords({ ...a, entity_name: a.entity }) === inWords({ ...b, entity_name: b.entity }) && a.into === b.into;
}
