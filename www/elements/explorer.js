// @ts-check
import { LitElement, html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/explorer.css";
import { connect } from "../engine/client.js";
import { emptyRoute, parseAddress } from "../lib/address.js";
import { inWords } from "../lib/corrections.js";
import { formatBytes } from "../lib/format.js";
import { AddressKeeper } from "./address-keeper.js";
import { ExplorerFiles, save } from "./explorer-files.js";
import { ExplorerHeading } from "./explorer-heading.js";
import { isFramed, talkToParent } from "./frame.js";
import { failed, vacant } from "./states.js";
import { tell } from "./telling.js";

/** A search begun so long after the last stroke is a step of its own in the history. */
const PAUSE_MS = 1000;
/** What takes less than this needs no bar. */
const PATIENCE_MS = 200;

/**
 * @typedef {import("../lib/address.js").Route} Route
 * @typedef {import("../crossread.d.ts").Header} Header
 * @typedef {import("../engine/client.js").Client} Client
 * @typedef {import("../crossread.d.ts").Correction} Correction
 * @typedef {import("./open-dialog.js").CrossreadOpenDialog} OpenDialog
 * @typedef {import("./correct-dialog.js").CrossreadCorrectDialog} CorrectDialog
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
    undoing: { state: true },
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
    /** Undoes what was just done, where that can be. @type {(() => Promise<unknown>) | null} */
    this.undoing = null;
    this.dragging = false;
    this.lastTyped = -Infinity;
    /** Grows with every corpus: rooms over another one are made anew. */
    this.edition = 0;
    this.address = new AddressKeeper(this, (route, before) => this.onRoute(route, before));
    this.files = new ExplorerFiles(this);
    this.heading = new ExplorerHeading(this);
    this.endTalk = () => {};
    this.onKey = this.onKey.bind(this);
    this.onCorpus = this.onCorpus.bind(this);
    this.onRecount = () => this.requestUpdate();
    this.onProgress = this.onProgress.bind(this);
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
    if (this.src) void this.start(connect(this.src));
  }

  /** What the tray lies over is not shown there: bars stand above it, and the focus is scrolled clear of it. */
  firstUpdated() {
    const tray = /** @type {Element} */ (this.renderRoot.querySelector("crossread-tray"));
    new ResizeObserver(() => {
      const height = `${tray.clientHeight}px`;
      this.style.setProperty("--tray", height);
      if (this.page) document.documentElement.style.scrollPaddingBottom = height;
    }).observe(tray);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endTalk();
    document.removeEventListener("keydown", this.onKey);
    this.client?.removeEventListener("corpus", this.onCorpus);
    this.client?.removeEventListener("corrected", this.onRecount);
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
    client.addEventListener("corrected", this.onRecount);
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
    if (client.trouble) tell(this, "crossread-error", { message: client.trouble.what, advice: client.trouble.advice });
    this.requestUpdate();
  }

  render() {
    const { route } = this.address;
    return html`
      ${this.bar(route)}
      ${this.loading ? this.progress(this.loading) : nothing}
      <main tabindex="-1" @crossread-go=${this.onGo} @crossread-choose=${this.onChoose} @crossread-query=${this.onQuery}
        @crossread-correct=${this.onCorrect}>
        ${keyed(this.edition, this.room(route))}
      </main>
      <crossread-tray .chosen=${this.trayed(route)} .current=${this.choosable(route)} @crossread-choose=${this.onChoose}
        @crossread-clear=${() => (this.chosen = [])} @crossread-compare=${this.onCompare}></crossread-tray>
      <crossread-open-dialog .client=${this.client} @crossread-opened=${this.onOpened}
        @crossread-named=${this.onNamed}></crossread-open-dialog>
      <crossread-correct-dialog .client=${this.client} @crossread-corrected=${this.onCorrected}
        @crossread-save=${this.onSave}></crossread-correct-dialog>
      ${this.dragging ? html`<div class="drop"><p>Drop to read these articles here, in this browser</p></div>` : nothing}
    `;
  }

  /** @param {Route} route */
  bar(route) {
    const title = this.client?.info?.title;
    const { list = [], names = [] } = this.client?.corrections ?? {};
    const corrected = list.length + names.length;
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
          <button class="act" ?disabled=${!publishable} @click=${() => this.files.publish()}>Publish</button>
          ${corrected > 0
            ? html`<button class="act num" @click=${() => this.correctDialog?.list()}>Corrections (${corrected})</button>`
            : nothing}
        </div>
        <p class="notice" aria-live="polite">${this.notice}${this.undoing
          ? html` <button class="act" @click=${this.undo}>Undo</button>` : nothing}</p>
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

  /** @returns {CorrectDialog | null} */
  get correctDialog() {
    return this.renderRoot.querySelector("crossread-correct-dialog");
  }

  // --- the address ---

  /** @param {Route} route @param {Route} before */
  onRoute(route, before) {
    if (route.room === "compare") void this.chooseAll(route.ids);
    void this.openArticle(route);
    if (route.query !== before.query && !route.query) this.diagnostics = [];
    this.say("");
    const elsewhere = route.room !== before.room || route.ids.join() !== before.ids.join();
    void this.heading.settle(elsewhere && this.heading.settled);
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
    void this.heading.settle(false);
  }

  /** @param {Client} client */
  async again(client) {
    void client.reload();
    this.requestUpdate();
    await this.waitFor(client);
    this.onRoute(this.address.route, this.address.route);
  }

  // --- correcting ---

  /** @param {CustomEvent<{entity: string, back?: () => HTMLElement | null}>} event */
  onCorrect({ detail }) {
    void this.correctDialog?.correct(detail.entity, detail.back);
  }

  /** What is gone cannot be looked at: the reader is led to where it went. @param {CustomEvent<Correction>} event */
  onCorrected({ detail }) {
    const { room, ids } = this.address.route;
    const isGone = room === "entity" && ids[0] === detail.entity;
    if (isGone && detail.change === "merge") this.address.go({ ...emptyRoute(), room: "entity", ids: [detail.into ?? ""] }, true);
    if (isGone && detail.change === "remove") this.address.go(emptyRoute(), true);
    const { corrections } = this.client ?? {};
    this.say(`${inWords(detail)}.`, () => Promise.resolve(corrections?.undo(corrections.list.length - 1)));
  }

  /** @param {CustomEvent<{said: string, undo: (() => Promise<void>) | null}>} event */
  onNamed({ detail: { said, undo } }) {
    this.say(said, undo);
  }

  async undo() {
    await this.undoing?.();
    this.say("Undone.");
  }

  /** @param {CustomEvent<{blob: Blob, name: string}>} event */
  onSave({ detail }) {
    save(detail.blob, detail.name);
  }

  /** @param {string} notice @param {(() => Promise<unknown>) | null} [undo] */
  say(notice, undo = null) {
    this.notice = notice;
    this.undoing = undo;
  }
}

/** @param {KeyboardEvent} event */
function isInDialog(event) {
  return event.composedPath().some((node) => node instanceof HTMLDialogElement && node.open);
}
