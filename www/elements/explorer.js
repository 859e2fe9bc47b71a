// @ts-check
import { LitElement, html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/explorer.css";
import { connect } from "../engine/client.js";
import { singleFileTemplate } from "../engine/template.js";
import { emptyRoute, parseAddress } from "../lib/address.js";
import { fileName } from "../lib/files.js";
import { formatBytes } from "../lib/format.js";
import { AddressKeeper } from "./address-keeper.js";
import { droppedFiles } from "./dropped.js";
import { isFramed, talkToParent } from "./frame.js";
import { failed, vacant } from "./states.js";

/** A search begun so long after the last stroke is a step of its own in the history. */
const PAUSE_MS = 1000;
/** What takes less than this needs no bar. */
const PATIENCE_MS = 200;
/** How long a room may take to show its heading before its focus is given up. */
const HEADING_MS = 3000;

/** How long the link by which a room was left may take to be there again. */
const LINK_MS = 600;

/**
 * @typedef {import("../lib/address.js").Route} Route
 * @typedef {import("../crossread.d.ts").Header} Header
 * @typedef {import("../engine/client.js").Client} Client
 * @typedef {import("./open-dialog.js").CrossreadOpenDialog} OpenDialog
 */

/**
 * The whole page as an element: search, rooms, the tray, one's own articles, Publish.
 *
 *   src     the address of crossread.wasm
 *   page    present where the element is the page: it then sets the title and takes files dropped anywhere
 *   embed   present inside an iframe at `?embed`: less around the articles
 */
export class CrossreadExplorer extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    src: {},
    page: { type: Boolean },
    embed: { type: Boolean, reflect: true },
    client: { state: true },
    loading: { state: true },
    chosen: { state: true },
    current: { state: true },
    diagnostics: { state: true },
    notice: { state: true },
    dragging: { type: Boolean, reflect: true },
  };

  constructor() {
    super();
    this.src = "";
    this.page = false;
    this.embed = false;
    /** @type {Client | null} */
    this.client = null;
    /** How far loading is, once it has taken a while. @type {{done: number, total: number} | null} */
    this.loading = null;
    /** The articles chosen for comparison. @type {Header[]} */
    this.chosen = [];
    /** The open article. @type {Header | null} */
    this.current = null;
    /** @type {import("../crossread.d.ts").Diagnostic[]} */
    this.diagnostics = [];
    /** What was just done or failed, beside the buttons. */
    this.notice = "";
    this.dragging = false;
    /** Whether a first room has been shown: before that the focus is the reader's own. */
    this.settled = false;
    this.lastTyped = -Infinity;
    /** Grows with every corpus: rooms over another one are made anew. */
    this.edition = 0;
    this.address = new AddressKeeper(this, (route, before) => this.onRoute(route, before));
    this.endTalk = () => {};
    this.onKey = this.onKey.bind(this);
    this.onDrag = this.onDrag.bind(this);
    this.onDrop = this.onDrop.bind(this);
    this.onCorpus = this.onCorpus.bind(this);
    this.onProgress = this.onProgress.bind(this);
  }

  /** @returns {Window | HTMLElement} */
  get dropTarget() {
    return this.page ? window : this;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.page && isFramed()) {
      this.embed = true;
      this.endTalk = talkToParent(this, (address) => this.address.go(parseAddress(address)));
    }
    if (this.page) {
      history.scrollRestoration = "manual";
      this.address.restoreScroll();
    }
    document.addEventListener("keydown", this.onKey);
    this.dropTarget.addEventListener("dragover", this.onDrag);
    this.dropTarget.addEventListener("dragleave", this.onDrag);
    this.dropTarget.addEventListener("drop", this.onDrop);
    if (this.src) void this.start(connect(this.src));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endTalk();
    document.removeEventListener("keydown", this.onKey);
    this.dropTarget.removeEventListener("dragover", this.onDrag);
    this.dropTarget.removeEventListener("dragleave", this.onDrag);
    this.dropTarget.removeEventListener("drop", this.onDrop);
    this.client?.removeEventListener("corpus", this.onCorpus);
    this.client?.removeEventListener("progress", this.onProgress);
  }

  /** The first rendering is a task of its own: by then the script has already held the page's thread for a while. */
  async scheduleUpdate() {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve));
    super.scheduleUpdate();
  }

  /** @param {Client} client */
  async start(client) {
    this.client = client;
    client.addEventListener("corpus", this.onCorpus);
    client.addEventListener("progress", this.onProgress);
    // What the library shows first is asked for before the corpus is there.
    if (this.address.route.room === "library") client.whole().catch(() => {});
    await this.waitFor(client);
    this.onRoute(this.address.route, emptyRoute());
  }

  /** Shows a bar once loading has taken a while. @param {Client} client */
  async waitFor(client) {
    const timer = setTimeout(() => (this.loading ??= { done: 0, total: 0 }), PATIENCE_MS);
    await client.ready;
    clearTimeout(timer);
    this.loading = null;
    if (client.trouble) this.tell("crossread-error", { message: client.trouble.what, advice: client.trouble.advice });
    this.requestUpdate();
  }

  render() {
    const { route } = this.address;
    return html`
      ${this.bar(route)}
      ${this.loading ? this.progress(this.loading) : nothing}
      <main tabindex="-1" @crossread-go=${this.onGo} @crossread-choose=${this.onChoose} @crossread-query=${this.onQuery}>
        ${keyed(this.edition, this.room(route))}
      </main>
      <crossread-tray .chosen=${this.trayed(route)} .current=${this.choosable(route)} @crossread-choose=${this.onChoose}
        @crossread-clear=${() => (this.chosen = [])} @crossread-compare=${this.onCompare}></crossread-tray>
      <crossread-open-dialog .client=${this.client} @crossread-opened=${this.onOpened}></crossread-open-dialog>
      ${this.dragging ? html`<div class="drop"><p>Drop to read these articles here, in this browser</p></div>` : nothing}
    `;
  }

  /** @param {Route} route */
  bar(route) {
    const title = this.client?.info?.title;
    const publishable = Boolean(this.client?.info && this.client.info.articles > 0);
    return html`
      <header>
        <a class="skip go" href="#/" @click=${this.skip}>Skip to the articles</a>
        <p class="mark"><a href="#/">Crossread</a>${title ? html` <i dir="auto">${title}</i>` : nothing}</p>
        <crossread-search-box .client=${this.client} .value=${route.query} .diagnostics=${this.diagnostics} @crossread-type=${this.onType}>
        </crossread-search-box>
        <nav aria-label="Rooms">
          <a href="#/" aria-current=${route.room === "library" ? "page" : nothing}>Articles</a>
          <a href="#/timeline" aria-current=${route.room === "timeline" ? "page" : nothing}>Timeline</a>
        </nav>
        <div class="acts">
          <button class="act" aria-label="Open your own articles" @click=${() => this.dialog?.show()}>Open your own<span
            class="long"> articles</span></button>
          <button class="act" ?disabled=${!publishable} @click=${this.publish}>Publish</button>
        </div>
        <p class="notice" aria-live="polite">${this.notice}</p>
      </header>
    `;
  }

  /** @param {{done: number, total: number}} loading */
  progress({ done, total }) {
    return html`
      <div class="loading">
        <progress aria-label="Loading the articles" max=${total || nothing} value=${total ? done : nothing}></progress>
        <p class="label num">Loading the articles${total ? `: ${formatBytes(done)} of ${formatBytes(total)}` : ""}</p>
      </div>
    `;
  }

  /** @param {Route} route */
  room(route) {
    const { client } = this;
    const open = () => this.dialog?.show();
    if (client?.trouble && !client.info) return failed(client.trouble, () => this.again(client), client.running ? open : null);
    if (client?.running && !client.info?.articles) return vacant(open);
    if (!client?.info) return nothing;
    const [id = ""] = route.ids;
    switch (route.room) {
      case "article":
        return keyed(id, html`<crossread-article .client=${client} .route=${route} article=${id}></crossread-article>`);
      case "compare":
        return keyed(
          route.ids.join(" "),
          html`<crossread-compare .client=${client} .route=${route} articles=${route.ids.join(" ")} view=${route.view}>
          </crossread-compare>`,
        );
      case "entity":
        return keyed(id, html`<crossread-entity .client=${client} .route=${route}></crossread-entity>`);
      case "timeline":
        return html`<crossread-timeline .client=${client} .route=${route}></crossread-timeline>`;
      default:
        return html`<crossread-library .client=${client} .route=${route} .chosen=${this.chosen.map((article) => article.id)}>
        </crossread-library>`;
    }
  }

  /** @returns {OpenDialog | null} */
  get dialog() {
    return this.renderRoot.querySelector("crossread-open-dialog");
  }

  // --- the address ---

  /** @param {Route} route @param {Route} before */
  onRoute(route, before) {
    if (route.room === "compare") void this.chooseAll(route.ids);
    void this.openArticle(route);
    if (route.query !== before.query && !route.query) this.diagnostics = [];
    this.notice = "";
    const elsewhere = route.room !== before.room || route.ids.join() !== before.ids.join();
    void this.settle(elsewhere && this.settled);
  }

  /** @param {CustomEvent<import("./going.js").Going>} event */
  onGo({ detail }) {
    this.address.go(detail.route, detail.replace);
  }

  /** A stroke in the search field: a new step after a pause, else the same step. @param {CustomEvent<string>} event */
  onType({ detail }) {
    const { route } = this.address;
    const now = performance.now();
    const fresh = now - this.lastTyped > PAUSE_MS;
    this.lastTyped = now;
    const from = route.room === "library" ? route : emptyRoute();
    this.address.go({ ...from, query: detail }, route.room === "library" && !fresh);
  }

  /**
   * Once the room shows its heading, the page is called after it. Where the reader has come from another room and is not
   * typing, the focus goes to the heading; on the way back, to the link by which the room was left.
   * @param {boolean} focus
   */
  async settle(focus) {
    if (focus) this.entitle("");
    await this.updateComplete;
    const { route } = this.address;
    const heading = await this.find("h1", HEADING_MS);
    if (!heading || route !== this.address.route) return;
    this.settled = true;
    const { room, query } = route;
    this.entitle(room === "library" ? query && `“${query}”` : (heading.textContent ?? "").replace(/\s+/g, " ").trim());
    if (!focus || this.renderRoot.querySelector("crossread-search-box")?.matches(":focus-within")) return;
    const { leftBy } = this.address;
    const link = leftBy ? await this.find(`a[href="${CSS.escape(leftBy)}"]`, LINK_MS) : null;
    if (route === this.address.route) focusOn(link ?? heading);
  }

  /**
   * What the room shows, once it shows it.
   * @param {string} selector @param {number} patience  in milliseconds
   * @returns {Promise<HTMLElement | null>}
   */
  async find(selector, patience) {
    const { route } = this.address;
    const until = performance.now() + patience;
    for (;;) {
      const room = this.renderRoot.querySelector("main > *");
      const within = room?.shadowRoot?.querySelector("crossread-context")?.shadowRoot;
      /** @type {HTMLElement | null | undefined} */
      const found = (room?.shadowRoot ?? room)?.querySelector(selector) ?? within?.querySelector(selector);
      if (found || route !== this.address.route || performance.now() > until) return found ?? null;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  /** @param {Event} event */
  skip(event) {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("main"))?.focus();
  }

  /** @param {string} what */
  entitle(what) {
    if (!this.page) return;
    const title = [what, this.client?.info?.title || "Crossread"].filter(Boolean).join(" – ");
    if (document.title !== title) document.title = title;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    const field = target instanceof Element && target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "/" && !field) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("crossread-search-box"))?.focus();
    } else if (event.key === "Escape" && !isInDialog(event) && (this.page || event.composedPath().includes(this))) {
      if (this.address.route.room !== "library") this.address.back();
    }
  }

  // --- comparing ---

  /** @param {CustomEvent<{article: Header, chosen: boolean}>} event */
  onChoose({ detail: { article, chosen } }) {
    const others = this.chosen.filter(({ id }) => id !== article.id);
    this.chosen = chosen ? [...others, article] : others;
  }

  onCompare() {
    this.address.go({ ...emptyRoute(), room: "compare", ids: this.chosen.map(({ id }) => id) });
  }

  /** What is compared is what is chosen. @param {string[]} ids */
  async chooseAll(ids) {
    const { client } = this;
    if (!client?.info || ids.join() === this.chosen.map(({ id }) => id).join()) return;
    const articles = await Promise.all(ids.map((id) => client.article(id).catch(() => null)));
    if (this.address.route.ids.join() === ids.join()) this.chosen = articles.filter((article) => article !== null);
  }

  /** While they are compared the tray has nothing to add. @param {Route} route */
  trayed(route) {
    return route.room === "compare" ? [] : this.chosen;
  }

  /** @param {Route} route */
  choosable(route) {
    const { current } = this;
    const open = route.room === "article" && current !== null && current.id === route.ids[0];
    return open && !this.chosen.some(({ id }) => id === current.id) ? current : null;
  }

  /** @param {Route} route */
  async openArticle(route) {
    const [id] = route.ids;
    if (route.room !== "article" || !this.client?.info || !id) return;
    const article = await this.client.article(id).catch(() => null);
    if (this.address.route.ids[0] === id) this.current = article;
  }

  // --- the corpus ---

  /** @param {Event} event */
  onQuery(event) {
    this.diagnostics = /** @type {CustomEvent} */ (event).detail.diagnostics ?? [];
  }

  /** @param {Event} event */
  onProgress(event) {
    const { done, total } = /** @type {CustomEvent} */ (event).detail;
    if (this.loading) this.loading = { done, total };
  }

  onCorpus() {
    this.edition += 1;
    this.chosen = [];
    this.current = null;
    this.diagnostics = [];
    this.requestUpdate();
  }

  onOpened() {
    this.address.go(emptyRoute());
    void this.settle(false);
  }

  /** @param {Client} client */
  async again(client) {
    void client.reload();
    this.requestUpdate();
    await this.waitFor(client);
    this.onRoute(this.address.route, this.address.route);
  }

  async publish() {
    const { client } = this;
    if (!client?.info) return;
    this.notice = "Writing one file …";
    try {
      const name = fileName(client.info.title);
      save(await client.publish(await singleFileTemplate()), name);
      this.notice = `Saved as ${name}: it opens by double click.`;
    } catch (error) {
      this.notice = `It could not be saved: ${error instanceof Error ? error.message : error}`;
      this.tell("crossread-error", { message: this.notice });
    }
  }

  /** @param {Event} event */
  onDrag(event) {
    const { dataTransfer, type, relatedTarget } = /** @type {DragEvent} */ (event);
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (type === "dragover") this.dragging = true;
    else if (!relatedTarget) this.dragging = false;
  }

  /** @param {Event} event */
  async onDrop(event) {
    const { dataTransfer } = /** @type {DragEvent} */ (event);
    this.dragging = false;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    await this.dialog?.read(await droppedFiles(dataTransfer));
  }

  /** @param {string} type @param {object} detail */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** @param {KeyboardEvent} event */
function isInDialog(event) {
  return event.composedPath().some((node) => node instanceof HTMLDialogElement && node.open);
}

/** @param {HTMLElement} element */
function focusOn(element) {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
