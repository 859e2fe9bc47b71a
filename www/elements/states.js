// @ts-check
/** What stands where the articles would: that they could not be opened, or that there are none yet, each with the way out. */
import { html, nothing } from "lit";

/**
 * @param {{what: string, advice: string}} trouble
 * @param {() => void} again
 * @param {(() => void) | null} open   null: the engine does not run, so nothing else can be read either
 */
export function failed({ what, advice }, again, open) {
  return html`
    <section class="state" role="alert">
      <h1 tabindex="-1">The articles could not be opened</h1>
      <p>${what}</p>
      <p class="quiet">${advice}${open ? " Reading your own articles still works." : ""}</p>
      <p class="ways">
        <button class="go" @click=${again}>Try again</button>
        ${open ? html`<button class="act" @click=${open}>Read your own instead</button>` : nothing}
      </p>
    </section>
  `;
}

/** @param {() => void} open */
export function vacant(open) {
  return html`
    <section class="state">
      <h1 tabindex="-1">No articles here yet</h1>
      <p>Drop text or Markdown files on this page, or choose them: they can then be searched, marked and compared here, and
        saved as one file. Nothing leaves your machine.</p>
      <p class="ways"><button class="go" @click=${open}>Choose files</button></p>
    </section>
  `;
}
