// @ts-check
/** What the list is narrowed to, each with a button that takes it back. */
import { html, nothing } from "lit";
import { formatAddress } from "../lib/address.js";
import { KINDS } from "../lib/marks.js";
import { FACET_NAMES, choicesOf, dropped, isFiltered, withoutFilters } from "../lib/filters.js";
import { formatRange } from "../lib/format.js";
import { go } from "./going.js";

/** @param {import("./library.js").CrossreadLibrary} library */
export function renderChosen(library) {
  const { route } = library;
  if (!isFiltered(route)) return nothing;
  const { from, to } = route;
  return html`
    <ul class="chosen" aria-label="Chosen">
      ${choicesOf(route).map((choice) => {
        const label = library.client?.labelOf(choice.facet, choice.value) ?? choice.value;
        return html`${chip(choice.kept ? "" : "not ", label, nameOf(choice.facet), () => go(library, dropped(route, choice)))}${choice.kept && KINDS.some((kind) => kind === choice.facet)
          ? html`<li><a class="act" href=${formatAddress({ room: "entity", ids: [choice.value] })}>about <bdi>${label}</bdi></a></li>` : nothing}`;
      })}
      ${from || to ? chip("", formatRange(from, to), "Dates", () => go(library, { ...route, from: "", to: "" })) : nothing}
      <li><button class="act" @click=${() => go(library, withoutFilters(route))}>Clear filters</button></li>
    </ul>
  `;
}

/** @param {string} facet */
function nameOf(facet) {
  return FACET_NAMES.find(([name]) => name === facet)?.[1] ?? "";
}

/** @param {string} not @param {string} label @param {string} facet @param {() => void} drop */
function chip(not, label, facet, drop) {
  return html`<li><button class="chip" aria-label="Remove ${not}${label} (${facet})" @click=${drop}>
    ${not ? html`<b>${not}</b>` : nothing}<bdi>${label}</bdi> <span class="quiet" aria-hidden="true">×</span></button></li>`;
}
