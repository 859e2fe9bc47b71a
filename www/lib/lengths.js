// @ts-check
/**
 * How tall the items of a long list are: measured where they have been shown, else taken to be as the others. From that,
 * where an item lies and which lie between two heights. No DOM; each question costs one pass over the list.
 */

/** Taken for an item's height before any has been measured. */
const GUESS = 120;
/** The mean of so many stands for all others from then on: were it to follow every item, the list would slip away below the eye. */
const ENOUGH = 20;

export class Lengths {
  /** @param {number} total */
  constructor(total) {
    this.total = total;
    this.measured = new Float32Array(total);
    this.sum = 0;
    this.known = 0;
    this.settled = 0;
  }

  /** What an item that was never shown is taken for. */
  get mean() {
    return this.settled || (this.known > 0 ? this.sum / this.known : GUESS);
  }

  /** @param {number} index @param {number} height */
  note(index, height) {
    const before = this.measured[index];
    if (before === undefined || height <= 0) return;
    this.measured[index] = height;
    if (this.settled) return;
    this.sum += height - before;
    if (before === 0) this.known += 1;
    if (this.known === ENOUGH) this.settled = this.sum / this.known;
  }

  /** The height of the items in [first, last). @param {number} first @param {number} last */
  between(first, last) {
    const { mean } = this;
    let sum = 0;
    for (let index = Math.max(0, first); index < Math.min(last, this.total); index += 1) sum += this.measured[index] || mean;
    return sum;
  }

  /** The item at so many pixels from the list's beginning. @param {number} pixels */
  itemAt(pixels) {
    const { mean } = this;
    let sum = 0;
    for (let index = 0; index < this.total; index += 1) {
      sum += this.measured[index] || mean;
      if (sum > pixels) return index;
    }
    return Math.max(0, this.total - 1);
  }

  /**
   * The items that lie between two heights, at least one.
   * @param {number} top @param {number} bottom
   * @returns {[number, number]}  half open
   */
  window(top, bottom) {
    const first = this.itemAt(top);
    return [first, Math.min(this.total, Math.max(first, this.itemAt(bottom)) + 1)];
  }

  /** Widths have changed, so no height holds any longer. */
  forget() {
    this.measured.fill(0);
    this.sum = 0;
    this.known = 0;
    this.settled = 0;
  }
}

/**
 * The stretch of [first, last) that is not there yet, from the first missing item to the last.
 * @param {readonly unknown[]} items  sparse
 * @param {number} first @param {number} last
 * @returns {[number, number] | null}
 */
export function missing(items, first, last) {
  let [from, to] = [-1, -1];
  for (let index = first; index < last; index += 1) {
    if (items[index] !== undefined) continue;
    if (from < 0) from = index;
    to = index + 1;
  }
  return from < 0 ? null : [from, to];
}
