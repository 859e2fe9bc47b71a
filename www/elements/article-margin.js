// @ts-check
/**
 * Notes beside the text. On a wide screen they stand in the margin, each beside its paragraph and never over another;
 * on a narrow one a button under the paragraph opens them in place.
 */

import { html, nothing } from "lit";
import { formatCount } from "../lib/format.js";

/** @import {Note} from "../lib/marks-notes.js" */

const GAP = 8;

/**
 * @param {number} block
 * @param {Note[]} notes
 * @param {boolean} open
 * @param {(block: number) => void} toggle
 */
export function renderNotes(block, notes, open, toggle) {
  if (notes.length === 0) return nothing;
  const id = `notes-${block}`;
  return html`<button class="notes-button" aria-expanded=${open ? "true" : "false"} aria-controls=${id}
      @click=${() => toggle(block)}>${formatCount(notes.length, "note")}</button>
    <div class=${open ? "notes shown" : "notes"} id=${id} role="note" aria-label="Notes">${notes.map(
      ({ subject, text }) => html`<p><b>${subject}</b> ${text}</p>`,
    )}</div>`;
}

/**
 * Moves notes down where those above them reach too far. Reads all heights first, then writes.
 * @param {ParentNode} root
 */
export function placeNotes(root) {
  const notes = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".notes")]);
  const measured = notes.map((note) => ({
    note,
    top: /** @type {HTMLElement} */ (note.parentElement).getBoundingClientRect().top,
    height: note.offsetHeight,
  }));
  let free = -Infinity;
  for (const { note, top, height } of measured) {
    const shift = Math.max(0, free - top);
    note.style.setProperty("--shift", `${shift}px`);
    free = top + shift + height + GAP;
  }
}
