// @ts-check
/** What a reader is led to in a room that has just been opened: its heading, or the link by which it was left. */

/** @import {CrossreadExplorer} from "./explorer.js" */

/** How long a room may take to show its heading before its focus is given up. */
const HEADING_MS = 3000;

/** How long the link by which a room was left may take to be there again. */
const LINK_MS = 600;

export class ExplorerHeading {
  /** @param {CrossreadExplorer} host */
  constructor(host) {
    this.host = host;
    /** Whether a first room has been shown: before that the focus is the reader's own. */
    this.settled = false;
  }

  /**
   * Once the room shows its heading, the page is called after it. Where the reader has come from another room and is not
   * typing, the focus goes to the heading; on the way back, to the link by which the room was left.
   * @param {boolean} focus
   */
  async settle(focus) {
    if (focus) this.host.entitle("");
    await this.host.updateComplete;
    const { route } = this.host.address;
    const heading = await this.find("h1", HEADING_MS);
    if (!heading || route !== this.host.address.route) return;
    this.settled = true;
    const { room, query } = route;
    this.host.entitle(room === "library" ? query && `“${query}”` : (heading.textContent ?? "").replace(/\s+/g, " ").trim());
    if (!focus || this.host.renderRoot.querySelector("crossread-search-box")?.matches(":focus-within")) return;
    const { leftBy } = this.host.address;
    const link = leftBy ? await this.find(`a[href="${CSS.escape(leftBy)}"]`, LINK_MS) : null;
    if (route === this.host.address.route) focusOn(link ?? heading);
  }

  /**
   * What the room shows, once it shows it.
   * @param {string} selector @param {number} patience  in milliseconds
   * @returns {Promise<HTMLElement | null>}
   */
  async find(selector, patience) {
    const { route } = this.host.address;
    const until = performance.now() + patience;
    for (;;) {
      const room = this.host.renderRoot.querySelector("main > *");
      const within = room?.shadowRoot?.querySelector("crossread-context")?.shadowRoot;
      /** @type {HTMLElement | null | undefined} */
      const found = (room?.shadowRoot ?? room)?.querySelector(selector) ?? within?.querySelector(selector);
      if (found || route !== this.host.address.route || performance.now() > until) return found ?? null;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
}

/** @param {HTMLElement} element */
function focusOn(element) {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
