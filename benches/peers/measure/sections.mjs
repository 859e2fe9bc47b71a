/**
 * What Crossread's corpus weighs, section by section, read from the file that `crossread build` writes. The table of
 * sections is described in src/index/section.rs.
 */
import { brotliCompressSync, constants } from "node:zlib";

/**
 * What is no part of searching for words, by source and by date: the articles themselves, what was read in them, what is
 * known of entities (their offices and what is curated of them, too), and what tells which articles are close to each
 * other or tell of the same. No search of the seven kinds reads any of it.
 */
const BESIDE = [
  "info", "headers", "articles", "text", "text-words", "readings", "id-order", "authors", "author-articles", "emphasis", "vector-lengths", "surroundings",
  "events",
  "entities", "entity-ids", "entity-order", "entity-facts", "appearances", "casts", "spellings", "spelled", "name-words",
  "name-word-uses", "roles", "role-uses", "offices", "lexicon",
];
const NAME = "crossread.corpus";
/** A wasm file opens with eight bytes; then come sections of `id, length (LEB128), payload`. */
const FIRST_SECTION = 8;
const TABLE_START = 16;
const ENTRY = { name: 16, offset: 16, length: 24, size: 40 };

/** As most hosts compress: fast enough for tens of megabytes. @param {Uint8Array} bytes */
export function brotliBytes(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

/**
 * @param {Buffer} module   crossread.wasm; the corpus is its last section
 * @returns {{name: string, bytes: number, brotli: number, isIndex: boolean}[]}
 */
export function sectionsOf(module) {
  const corpus = corpusOf(module);
  const count = corpus.readUInt32LE(12);
  return Array.from({ length: count }, (_, place) => {
    const entry = corpus.subarray(TABLE_START + place * ENTRY.size);
    const name = entry.subarray(0, ENTRY.name).toString().replace(/\0+$/, "");
    const start = Number(entry.readBigUInt64LE(ENTRY.offset));
    const bytes = corpus.subarray(start, start + Number(entry.readBigUInt64LE(ENTRY.length)));
    return { name, bytes: bytes.length, brotli: brotliBytes(bytes), isIndex: !BESIDE.includes(name) };
  });
}

/** @param {Buffer} module */
function corpusOf(module) {
  for (let at = FIRST_SECTION; at < module.length; ) {
    const size = number(module, at + 1);
    const name = number(module, size.end);
    const start = name.end + name.value;
    const end = size.end + size.value;
    if (module[at] === 0 && module.toString("latin1", name.end, start) === NAME) return module.subarray(start, end);
    at = end;
  }
  throw new Error("crossread.wasm holds no corpus");
}

/** A LEB128 number. @param {Buffer} bytes @param {number} at */
function number(bytes, at) {
  let value = 0;
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * shift;
    if (byte < 0x80) return { value, end: at };
  }
}
