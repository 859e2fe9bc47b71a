// @ts-check
/** Numbers that look random and are the same in every run: sfc32, and what is drawn from it. */

export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = new Int32Array([0x9e3779b9 ^ seed, 0x243f6a88, 0xb7e15162, 1]);
    // The first numbers of neighbouring seeds are alike.
    for (let round = 0; round < 20; round++) this.number();
  }

  /** At least 0, below 1. */
  number() {
    const state = this.state;
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const sum = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    state[3] = (counter + 1) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** A whole number of at least 0, below `limit`. @param {number} limit */
  below(limit) {
    return Math.floor(this.number() * limit);
  }

  /** @template T @param {readonly T[]} items @returns {T} */
  pick(items) {
    return /** @type {T} */ (items[this.below(items.length)]);
  }

  /** From the standard normal distribution (Box and Muller). */
  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.number())) * Math.cos(2 * Math.PI * this.number());
  }
}

/** Draws a place in a list, each as often as its weight says, in constant time (Vose's alias method). */
export class Weighted {
  /** @param {readonly number[]} weights */
  constructor(weights) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    /** @type {Float64Array} */
    this.share = Float64Array.from(weights, (weight) => (weight * weights.length) / total);
    /** @type {Int32Array} */
    this.other = Int32Array.from(weights, (_, place) => place);
    const shareAt = (/** @type {number} */ place) => this.share[place] ?? 0;
    /** @type {number[]} */
    const places = [...this.share.keys()];
    const below = places.filter((place) => shareAt(place) < 1);
    const above = places.filter((place) => shareAt(place) >= 1);
    while (below.length > 0 && above.length > 0) {
      const small = below.pop() ?? 0;
      const large = above.at(-1) ?? 0;
      this.other[small] = large;
      this.share[large] = shareAt(large) + shareAt(small) - 1;
      if (shareAt(large) < 1) {
        above.pop();
        below.push(large);
      }
    }
    for (const place of [...below, ...above]) this.share[place] = 1;
  }

  /** @param {Random} random @returns {number} */
  place(random) {
    const place = random.below(this.share.length);
    return random.number() < (this.share[place] ?? 0) ? place : (this.other[place] ?? 0);
  }
}
