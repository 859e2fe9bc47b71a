// @ts-check
/** Runs one at a time and, of those that come meanwhile, only the last; what is overtaken gives undefined. */
export class Latest {
  constructor() {
    /** @type {(() => void) | null} */
    this.waiting = null;
    this.busy = false;
    this.newest = 0;
  }

  /**
   * @template T
   * @param {() => Promise<T>} ask
   * @returns {Promise<T | undefined>}
   */
  async run(ask) {
    const mine = ++this.newest;
    if (this.busy) {
      this.waiting?.();
      await new Promise((resolve) => (this.waiting = () => resolve(undefined)));
      if (mine !== this.newest) return undefined;
    }
    this.busy = true;
    try {
      const answer = await ask();
      return mine === this.newest ? answer : undefined;
    } finally {
      this.busy = false;
      this.waiting?.();
      this.waiting = null;
    }
  }
}
