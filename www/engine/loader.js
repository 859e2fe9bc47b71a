// @ts-check
/**
 * Reads `crossread.wasm` as it arrives: the engine's bytes are compiled as soon as they are there, the corpus that
 * follows them as the last section goes straight into the engine's memory. Runs in the worker.
 *
 * The file: eight bytes of header, then sections of `id, length (LEB128), payload`. The corpus is a custom section
 * (id 0) whose payload opens with its name, `crossread.corpus`.
 */
import { Engine, initSync } from "crossread:engine";

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const CORPUS = "crossread.corpus";
/** A name longer than this is not ours; sections of debugging names may be large and their head is enough. */
const HEAD = 64;

/**
 * @typedef {import("../crossread.d.ts").Engine} EngineType
 * @typedef {import("../crossread.d.ts").CorpusInfo} CorpusInfo
 * @typedef {(received: number, total: number) => void} OnBytes
 * @typedef {object} Loaded
 * @property {EngineType} engine
 * @property {WebAssembly.Memory} memory
 * @property {Uint8Array} bytes         the engine's own, without a corpus: Publish puts another behind them
 * @property {CorpusInfo | null} info   null: the file holds no corpus
 * @property {Failure | null} failure   the engine runs, but its corpus could not be opened
 */

/** What went wrong, and what to do: two sentences, for a person. */
export class Failure extends Error {
  /** @param {string} what @param {string} advice */
  constructor(what, advice) {
    super(what);
    this.name = "Failure";
    this.advice = advice;
  }
}

/**
 * Loads engine and corpus from a reply of the network.
 * @param {string} address
 * @param {OnBytes} onBytes
 * @returns {Promise<Loaded>}
 */
export async function loadAddress(address, onBytes) {
  const name = new URL(address).pathname.split("/").pop() || address;
  const response = await fetch(address).catch((error) => {
    throw new Failure(
      `${name} could not be fetched (${error.message}).`,
      "Check the connection, then try again. A page opened by double click needs the single file that Publish saves.",
    );
  });
  if (!response.ok || !response.body) {
    throw new Failure(
      `The server has no ${name}: it answered ${response.status} ${response.statusText}`.trim() + ".",
      "It belongs beside the page; build the page again or put the file there.",
    );
  }
  return load(response.body, name, onBytes);
}

/**
 * Loads engine and corpus from a stream of bytes.
 * @param {ReadableStream<Uint8Array>} stream
 * @param {string} name    how messages call the file
 * @param {OnBytes} onBytes
 * @returns {Promise<Loaded>}
 */
export async function load(stream, name, onBytes) {
  const source = new Bytes(stream, name);
  await readMagic(source);
  const section = await findCorpus(source);
  const bytes = source.taken();
  const { engine, memory } = await start(bytes, name);
  if (!section) return { engine, memory, bytes, info: null, failure: null };
  try {
    const address = engine.reserve(section.length);
    await source.copyInto(memory, address, section.length, onBytes);
    return { engine, memory, bytes, info: engine.open(), failure: null };
  } catch (error) {
    return { engine, memory, bytes, info: null, failure: describe(error, name) };
  }
}

/** @param {Bytes} source */
async function readMagic(source) {
  const head = await source.peek(MAGIC.length);
  if (head.length === MAGIC.length && MAGIC.every((byte, index) => byte === head[index])) {
    source.take(MAGIC.length);
    return;
  }
  if (head.length < MAGIC.length && head.every((byte, index) => byte === MAGIC[index])) throw source.truncated();
  const begins = new TextDecoder().decode(await source.peek(HEAD)).trimStart().toLowerCase();
  const page = begins.startsWith("<");
  throw new Failure(
    page ? `The server sent a page instead of ${source.name}.` : `${source.name} is not a WebAssembly file.`,
    "Check that the file lies beside the page and is complete, or build the page again.",
  );
}

/**
 * Takes the engine's sections; stops at the first byte of the corpus.
 * @param {Bytes} source
 * @returns {Promise<{length: number} | null>}
 */
async function findCorpus(source) {
  for (;;) {
    const head = await source.peek(HEAD);
    if (head.length === 0) return null;
    const size = readLeb(head, 1);
    if (!size) throw source.truncated();
    const payload = size.end;
    if (head[0] === 0) {
      const length = corpusLength(head, payload, size.value);
      if (length) {
        source.drop(length.at);
        return { length: length.value };
      }
    }
    await source.takeAll(payload + size.value);
  }
}

/**
 * How long the corpus in this custom section is, and where it begins.
 * @param {Uint8Array} head @param {number} payload @param {number} size
 */
function corpusLength(head, payload, size) {
  const named = readLeb(head, payload);
  if (!named || named.value !== CORPUS.length) return null;
  const at = named.end + named.value;
  const name = new TextDecoder().decode(head.subarray(named.end, at));
  return name === CORPUS ? { at, value: size - (at - payload) } : null;
}

/**
 * A LEB128 number of at most 32 bits, or null where the bytes end before it does.
 * @param {Uint8Array} bytes @param {number} at
 */
function readLeb(bytes, at) {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at };
  }
  return null;
}

/**
 * @param {Uint8Array} bytes @param {string} name
 */
async function start(bytes, name) {
  try {
    const module = await WebAssembly.compile(/** @type {BufferSource} */ (bytes));
    const { memory } = initSync({ module });
    return { engine: new Engine(), memory };
  } catch (error) {
    throw new Failure(
      `The engine in ${name} does not run here (${error instanceof Error ? error.message : error}).`,
      "Use a current browser, and check that page and file come from the same build.",
    );
  }
}

/**
 * @param {unknown} error @param {string} name
 */
function describe(error, name) {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Failure(`The corpus in ${name} could not be opened: ${message}`, "Build or fetch the file again.");
}

/** Large enough for what arrives while a piece is copied, small enough for a processor's cache. */
const PIECE = 1 << 20;

/**
 * A stream read piece by piece; what was taken is kept, for it is the engine. Where the browser can, every piece is
 * read into the same room.
 */
class Bytes {
  /** @param {ReadableStream<Uint8Array>} stream @param {string} name */
  constructor(stream, name) {
    this.name = name;
    this.read = readerOf(stream);
    /** @type {Uint8Array} */
    this.ahead = new Uint8Array(0);
    /** @type {Uint8Array[]} */
    this.kept = [];
    this.received = 0;
  }

  /**
   * The next bytes without taking them; fewer at the end.
   * @param {number} count
   * @returns {Promise<Uint8Array>}
   */
  async peek(count) {
    while (this.ahead.length < count && (await this.more()));
    return this.ahead.subarray(0, count);
  }

  async more() {
    // What is ahead stands in the room that the next piece is read into.
    this.ahead = this.ahead.slice();
    const piece = await this.next();
    if (!piece) return false;
    const joined = new Uint8Array(this.ahead.length + piece.length);
    joined.set(this.ahead);
    joined.set(piece, this.ahead.length);
    this.ahead = joined;
    return true;
  }

  async next() {
    const value = await this.read().catch(() => undefined);
    if (!value) return null;
    this.received += value.length;
    return value;
  }

  /** @param {number} count  at most what was peeked */
  take(count) {
    this.kept.push(this.ahead.slice(0, count));
    this.drop(count);
  }

  /** @param {number} count */
  drop(count) {
    this.ahead = this.ahead.subarray(count);
  }

  /** @param {number} count */
  async takeAll(count) {
    let missing = count;
    for (;;) {
      const length = Math.min(missing, this.ahead.length);
      this.take(length);
      missing -= length;
      if (missing === 0) return;
      const piece = await this.next();
      if (!piece) throw this.truncated();
      this.ahead = piece;
    }
  }

  taken() {
    const bytes = new Uint8Array(this.kept.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.kept) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.kept = [];
    return bytes;
  }

  /**
   * @param {WebAssembly.Memory} memory @param {number} address @param {number} length @param {OnBytes} onBytes
   */
  async copyInto(memory, address, length, onBytes) {
    let written = 0;
    while (written < length) {
      const piece = this.ahead.length > 0 ? this.ahead : await this.next();
      if (!piece) throw this.truncated();
      const part = piece.subarray(0, length - written);
      new Uint8Array(memory.buffer, address + written, part.length).set(part);
      written += part.length;
      this.ahead = new Uint8Array(0);
      onBytes(written, length);
    }
  }

  truncated() {
    return new Failure(
      `${this.name} is cut short after ${this.received} bytes.`,
      "Load the page again; if that does not help, put the whole file beside it once more.",
    );
  }
}

/**
 * Gives the next bytes of a stream, nothing at its end; they stand until the next are asked for.
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {() => Promise<Uint8Array | undefined>}
 */
function readerOf(stream) {
  /** @type {ReadableStreamBYOBReader} */
  let reader;
  try {
    reader = stream.getReader({ mode: "byob" });
  } catch {
    const plain = stream.getReader();
    return async () => (await plain.read()).value;
  }
  let room = new Uint8Array(PIECE);
  return async () => {
    const { done, value } = await reader.read(room);
    if (value) room = new Uint8Array(value.buffer);
    return done ? undefined : room.subarray(0, value.byteLength);
  };
}
