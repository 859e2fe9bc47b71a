// @ts-check
/** Bytes as text inside an HTML file, piece by piece, so that no second whole copy is ever held. */

/** A multiple of three bytes is a multiple of four letters: pieces join without padding. */
const BYTES = 3 * 8192;
const LETTERS = 4 * 65536;

/**
 * @param {Uint8Array[]} arrays   one after the other
 * @returns {string[]}
 */
export function base64Parts(arrays) {
  /** @type {string[]} */
  const parts = [];
  let rest = new Uint8Array(0);
  for (const [index, bytes] of arrays.entries()) {
    const joined = rest.length > 0 ? join(rest, bytes) : bytes;
    const whole = index === arrays.length - 1 ? joined.length : joined.length - (joined.length % 3);
    for (let at = 0; at < whole; at += BYTES) {
      parts.push(btoa(String.fromCharCode(...joined.subarray(at, Math.min(at + BYTES, whole)))));
    }
    rest = joined.slice(whole);
  }
  return parts;
}

/** @param {Uint8Array} a @param {Uint8Array} b */
function join(a, b) {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/**
 * @param {Blob} text   base64 without line ends
 * @returns {ReadableStream<Uint8Array>}
 */
export function decodeBase64(text) {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at >= text.size) return controller.close();
      const letters = atob(await text.slice(at, at + LETTERS).text());
      at += LETTERS;
      controller.enqueue(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
    },
  });
}
