/** Figures out of what was measured: medians over the rounds, and how they are written. */
import { median } from "../measure/latency.mjs";

export function medianOf(rounds, figure) {
  return median((rounds ?? []).map(figure));
}

/** The 95th percentile of a kind of query. */
export function p95(rounds, kind) {
  return medianOf(rounds, (round) => round.kinds[kind]?.p95 ?? NaN);
}

/** How many of a kind's queries were answered as brute force does, in the worst round. */
export function right(rounds, kind) {
  const known = (rounds ?? []).map((round) => round.kinds[kind]).filter(Boolean);
  return known.length === 0 ? null : known.reduce((worst, one) => (one.right < worst.right ? one : worst));
}

/** Three digits that count. */
export function written(value) {
  if (!Number.isFinite(value)) return "–";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value === 0 ? "0" : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}

export const megabytes = (bytes) => written(bytes / 1e6);
