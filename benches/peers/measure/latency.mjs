/** How long each kind of query takes, and whether its count is right. The same code in Node and in Chromium. */
import { CLASSES } from "../synthetic/queries.mjs";

const SAMPLES = 5;
/** What takes less is timed together with others, for clocks are coarse. */
const SHORTEST_MS = 1;
/** What takes longer is timed once. */
const LONG_MS = 400;
/** So long a kind of query may keep an engine busy. */
const PATIENCE_MS = 60_000;

/**
 * @param {import("../synthetic/queries.mjs").Query[]} queries
 * @param {string[]} kinds   those that the engine answers
 * @param {(query: import("../synthetic/queries.mjs").Query) => number | Promise<number>} count
 */
export async function latencies(queries, kinds, count) {
  const said = {};
  const asked = new Set(queries.map(({ kind }) => kind));
  for (const kind of [...CLASSES, "word"].filter((known) => kinds.includes(known) && asked.has(known))) {
    const began = performance.now();
    const times = [];
    let right = 0;
    for (const query of queries.filter((one) => one.kind === kind)) {
      if (performance.now() - began > PATIENCE_MS) break;
      const started = performance.now();
      if ((await count(query)) === query.total) right += 1;
      const first = performance.now() - started;
      times.push(first > LONG_MS ? first : await warmed(() => count(query)));
    }
    said[kind] = { p50: percentile(times, 50), p95: percentile(times, 95), right, of: times.length };
  }
  return said;
}

/** The median time of a call in milliseconds. */
async function warmed(call) {
  const once = await timed(call, 1);
  const times = once < SHORTEST_MS ? Math.min(500, Math.ceil(SHORTEST_MS / Math.max(once, 0.002))) : 1;
  const samples = [];
  for (let sample = 0; sample < SAMPLES; sample++) samples.push(await timed(call, times));
  return percentile(samples, 50);
}

async function timed(call, times) {
  const started = performance.now();
  for (let time = 0; time < times; time++) {
    const answer = call();
    if (answer instanceof Promise) await answer;
  }
  return (performance.now() - started) / times;
}

/** The smallest value that `percent` of all values do not exceed. */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

export function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
