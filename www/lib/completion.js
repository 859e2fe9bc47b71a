// @ts-check
/** What accepting a completion makes of a query, and how one goes through the list by keys. No DOM. */

/**
 * @typedef {import("../crossread.d.ts").Completions} Completions
 * @typedef {Completions["items"][number]} Item
 */

/**
 * @param {string} query @param {Completions} offered @param {Item} item
 * @returns {{text: string, caret: number}}
 */
export function accepted(query, { start, end }, item) {
  const head = query.slice(0, start) + item.text;
  return { text: head + query.slice(end), caret: head.length };
}

/**
 * Those that would change something.
 * @param {string} query @param {Completions} offered
 */
export function useful(query, { start, end, items }) {
  const now = query.slice(start, end);
  return items.filter(({ text }) => text !== now);
}

/**
 * The line that an arrow key leads to; -1 is the field itself, which lies between the last line and the first.
 * @param {number} active @param {number} count @param {string} key
 */
export function moved(active, count, key) {
  const step = key === "ArrowDown" ? 1 : -1;
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}

/** @param {Item} item */
export function kindOf({ kind, entity_kind }) {
  return kind === "entity" ? (entity_kind ?? "") : kind;
}
