// @ts-check
/**
 * Answers that are at hand before they are asked for. Chromium holds what a worker answers back until the letter that was
 * typed is painted, so the list can be on the screen together with that letter only where its answer came before: that of
 * each likely next letter is asked for while the keys rest. An answer that was given lately is not asked for again.
 */

/**
 * @typedef {import("../crossread.d.ts").Request} Request
 * @typedef {import("../crossread.d.ts").Results} Results
 * @typedef {Results & {otherwise?: string}} Answer
 * @typedef {(method: "search" | "letters", ...parameters: unknown[]) => Promise<any>} Ask
 */

/** Answers of so many queries are kept, a few kilobytes each: those of the last dozen keys with all that was foreseen. */
const KEPT = 256;

export class Foresight {
  /** @param {Ask} ask */
  constructor(ask) {
    this.ask = ask;
    /** What was asked, and its answer; what was used last stands last. @type {Map<string, Promise<Answer>>} */
    this.answers = new Map();
    /** Counts what was asked in earnest: whatever is asked beforehand gives way to it. */
    this.turn = 0;
  }

  /**
   * @param {Request} request
   * @param {string} otherwise  the query that is asked where the first finds nothing
   * @returns {Promise<Answer>}
   */
  search(request, otherwise) {
    this.turn += 1;
    return this.answer(request, otherwise);
  }

  /**
   * Asks for what each of the likeliest next letters would find.
   * @param {string} query  as it stands
   * @param {(query: string) => [Request, string]} asking  what `search` would be asked
   */
  async foresee(query, asking) {
    const turn = this.turn;
    /** @type {string} */
    const letters = await this.ask("letters", query);
    for (const letter of letters) {
      if (turn !== this.turn) return;
      await this.answer(...asking(query + letter));
    }
  }

  /** @param {Request} request @param {string} otherwise */
  answer(request, otherwise) {
    const asked = JSON.stringify([request, otherwise]);
    const kept = this.answers.get(asked);
    this.answers.delete(asked);
    const answer = kept ?? this.ask("search", request, otherwise);
    if (!kept) answer.catch(() => this.answers.delete(asked));
    this.answers.set(asked, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > KEPT && oldest !== undefined) this.answers.delete(oldest);
    return answer;
  }

  forget() {
    this.turn += 1;
    this.answers.clear();
  }
}
