// @ts-check
/** Where an article comes from: outlet and date, each in its own direction of writing. */
import { html, nothing } from "lit";
import { formatDate } from "../lib/format.js";

/** @param {import("../crossread.d.ts").Header} header @param {boolean} [short] */
export function renderOrigin({ source, date, date_basis: basis }, short = false) {
  const when = formatDate(date, basis, short);
  return html`${source ? html`<bdi>${source}</bdi>` : nothing}${source && when ? " · " : ""}${when ? html`<bdi>${when}</bdi>` : nothing}`;
}
