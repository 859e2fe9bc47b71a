// @ts-check
import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/library.css";
import { emptyRoute, formatAddress } from "../lib/address.js";
import { asBeginning, countFilters, isFiltered, matchCount, requestOf, sortOf, withoutFilters } from "../lib/filters.js";
import { formatCount } from "../lib/format.js";
import { go } from "./going.js";
import { renderChosen } from "./library-chosen.js";
import { renderHit } from "./library-item.js";
import { LEAST, LongList } from "./long-list.js";
import { tell } from "./telling.js";

/** So many articles come with an answer, about what a screen shows: each passage costs time. The rest follows. */
const FIRST = 6;
/** A corpus of no more is listed at once: there is nothing to be gained from doing it by steps. */
const SMALL = 1000;
const NARROW = matchMedia("(max-width: 44rem)");
const WIDE = matchMedia("(min-width: 84rem)");

/**
 * @typedef {import("../lib/address.js").Route} Route
 * @typedef {import("../crossread.d.ts").Hit} Hit
 * @typedef {import("../crossread.d.ts").Results} Results
 */

/**
 * The room for finding: filters, and the list of what matches. Fires `crossread-query` with every answer and
 * `crossread-choose` when an article is chosen for comparison or no longer.
 */
export class CrossreadLibrary extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    client: { attribute: false },
    route: { attribute: false },
    chosen: { attribute: false },
    whole: { state: true },
    results: { state: true },
    trouble: { state: true },
    counted: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine/client.js").Client | null} */
    this.client = null;
    /** @type {Route} */
    this.route = emptyRoute();
    /** The ids chosen for comparison. @type {string[]} */
    this.chosen = [];
    /** What the whole corpus holds. @type {Results | null} */
    this.whole = null;
    /** The newest answer, whose articles are listed. @type {Results | null} */
    this.results = null;
    /** The newest answer whose counts are shown: they follow the list once that is painted. @type {Results | null} */
    this.counted = null;
    this.trouble = "";
    /** The article under the pointer or the focus, for the preview. */
    this.looked = "";
    this.asked = "";
    /** The query that was answered: the route's, or with its last word taken for a beginning. */
    this.query = "";
    /** Whether its last word was. */
    this.unfinished = false;
    /** @type {LongList<Hit>} */
    this.hits = new LongList(this, (offset, limit) => this.more(offset, limit));
    this.rearrange = () => this.requestUpdate();
    this.recount = () => {
      this.asked = "";
      this.requestUpdate();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    NARROW.addEventListener("change", this.rearrange);
    WIDE.addEventListener("change", this.rearrange);
    this.client?.addEventListener("corrected", this.recount);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    NARROW.removeEventListener("change", this.rearrange);
    WIDE.removeEventListener("change", this.rearrange);
    this.client?.removeEventListener("corrected", this.recount);
  }

  /**
   * Asks before it draws: the answer is then there sooner. While a query is typed, nothing is drawn until then: all that
   * changes comes with the answer.
   * @param {import("lit").PropertyValues<this>} changed
   */
  shouldUpdate(changed) {
    const asks = this.ask();
    const before = changed.size === 1 ? changed.get("route") : undefined;
    const types = before && before.query !== this.route.query && before.show === this.route.show;
    return !(asks && types && this.results && !this.trouble);
  }

  /** Whether there was something new to ask. */
  ask() {
    const [request, otherwise] = this.question(this.route.query);
    const asked = JSON.stringify(request);
    if (!this.client || asked === this.asked) return false;
    this.asked = asked;
    void this.search(request, otherwise, asked);
    return true;
  }

  /**
   * What is asked for a query: in a large corpus the list alone, and what is counted once that is painted.
   * @param {string} query
   * @returns {[import("../crossread.d.ts").Request, string]}
   */
  question(query) {
    const request = requestOf({ ...this.route, query }, this.way === "list" ? this.firsts : 1);
    return [{ ...request, detail: this.firsts === LEAST ? "full" : "list" }, asBeginning(query)];
  }

  get firsts() {
    return (this.client?.info?.articles ?? 0) > SMALL ? FIRST : LEAST;
  }

  /** What is shown of the articles: there is no context without a query. */
  get way() {
    const { show, query } = this.route;
    return show === "context" && query.trim() === "" ? "list" : show;
  }

  /** @param {import("../crossread.d.ts").Request} request @param {string} otherwise @param {string} asked */
  async search(request, otherwise, asked) {
    const client = this.client;
    if (!client) return;
    try {
      const found = client.search(request, this, otherwise);
      const [whole, results] = await Promise.all([client.whole(), found]);
      this.whole = whole;
      if (!results) return;
      this.unfinished = results.otherwise !== undefined;
      this.query = results.otherwise ?? this.route.query;
      this.results = results;
      this.trouble = "";
      this.hits.reset(asked, results.total, results.hits);
      const { total, diagnostics } = results;
      tell(this, "crossread-query", { query: request.query, total, diagnostics });
      // What comes first takes its room at once, so that nothing moves when it is there.
      if (this.counted) await this.painted();
      if (this.results !== results) return;
      const counted = request.detail === "full" ? results : await client.search({ ...request, query: this.query, limit: 0, detail: "full" }, this);
      if (!counted || this.results !== results) return;
      this.counted = counted;
      if (counted.suggestion) this.results = { ...results, suggestion: counted.suggestion };
      void client.foresee(this.route.query, (query) => this.question(query));
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
      tell(this, "crossread-error", { message: this.trouble });
    }
  }

  /** Once the list is on the screen; in a page that is not looked at, soon. */
  painted() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, 100);
    });
  }

  /** @param {number} offset @param {number} limit */
  async more(offset, limit) {
    const answer = await this.client?.search({ ...requestOf({ ...this.route, query: this.query }, limit), offset }, this.hits).catch(() => undefined);
    return answer?.hits;
  }

  render() {
    return html`
      <h1 class="unseen" tabindex="-1">Articles</h1>
      ${NARROW.matches ? this.sheet() : html`<aside class="filters" aria-label="Filters">${this.facets()}</aside>`}
      <div class=${this.way === "list" ? "found" : "found wide"}>
        <crossread-histogram .whole=${this.whole?.dates ?? null} .matching=${this.counted?.dates ?? null} .route=${this.route}>
        </crossread-histogram>
        ${renderChosen(this)}
        ${this.route.query.trim() ? html`<p class="paper">Search: <q>${this.query}</q></p>` : nothing}
        <div class="status">
          <p role="status" class="num"><bdi>${this.count()}</bdi></p>
          ${NARROW.matches ? this.filterButton() : nothing}
          ${this.results && this.results.total > 0 ? this.ways() : nothing}
          ${this.way === "list" && this.results && this.results.total > 1 ? this.sorts() : nothing}
        </div>
        ${this.isAsking() ? nothing : this.about()}
        ${this.begun()}
        ${this.list()}
        ${this.isAsking() ? this.about() : nothing}
      </div>
      ${WIDE.matches && this.way === "list" && this.results && this.results.total > 0 ? this.preview() : nothing}
    `;
  }

  isAsking() {
    return this.route.query.trim() !== "" || isFiltered(this.route);
  }

  count() {
    if (!this.results) return "";
    return matchCount(this.results.total, this.whole?.total ?? this.results.total, this.isAsking());
  }

  facets() {
    return html`
      <crossread-facets .client=${this.client} .route=${this.route} .query=${this.query} .whole=${this.whole} .matching=${this.counted}>
      </crossread-facets>
    `;
  }

  sheet() {
    return html`
      <dialog aria-label="Filters" @click=${this.onBackdrop}>
        ${this.facets()}
        <div class="foot"><button class="go" @click=${this.closeSheet}>${this.showing()}</button></div>
      </dialog>
    `;
  }

  showing() {
    return this.results ? `Show ${formatCount(this.results.total, "article")}` : "Close";
  }

  filterButton() {
    const count = countFilters(this.route);
    return html`<button class="act" @click=${this.openSheet}>Filter${count > 0 ? ` (${count})` : ""}</button>`;
  }

  /** Whoever is still typing a word sees where it leads. */
  begun() {
    if (!this.results?.total || !this.unfinished) return nothing;
    return html`<p class="begun quiet">No article has the last word as it stands; these have words that begin so.</p>`;
  }

  /** The articles, every match in its context, what they tell of, the words that set them apart. */
  ways() {
    /** @type {[Route["show"], string, boolean][]} */
    const ways = [["list", "Articles", true], ["context", "In context", this.route.query.trim() !== ""], ["events", "By event", true], ["words", "Words", this.isAsking()]];
    const offered = ways.filter(([show, , makesSense]) => makesSense || show === this.way);
    return html`
      <nav class="views" aria-label="View">${offered.map(
        ([show, name]) => html`<a href=${formatAddress({ ...this.route, show, against: "" })} aria-current=${show === this.way ? "true" : nothing}>${name}</a>`,
      )}</nav>
    `;
  }

  sorts() {
    const now = sortOf(this.route);
    /** @type {("relevance" | "date" | "source")[]} */
    const offered = this.route.query.trim() ? ["relevance", "date", "source"] : ["date", "source"];
    return html`
      <p class="sorts quiet">by ${offered.map(
        (sort, at) => html`${at > 0 ? " · " : ""}<a href=${formatAddress({ ...this.route, sort })}
            aria-current=${sort === now ? "true" : nothing}>${sort}</a>`,
      )}</p>
    `;
  }

  about() {
    if (this.client?.own) return this.ownership(this.client);
    const { description } = this.client?.info ?? { description: "" };
    return description ? html`<p class="about" dir="auto">${description}</p>` : nothing;
  }

  /** @param {import("../engine/client.js").Client} client */
  ownership(client) {
    return html`
      <p class="about">These are your own articles. They are only here, in this browser, until the page is closed; Publish saves them
        as one file.${client.published
          ? html` <button class="act" @click=${() => client.reload()}>Back to the articles of this page</button>`
          : nothing}</p>
    `;
  }

  list() {
    if (this.trouble) return this.failed();
    if (!this.results) return nothing;
    if (this.results.total === 0) return this.nothingFound();
    const { client, route, query } = this;
    if (this.way === "context") return html`<crossread-context .client=${client} .route=${route} .query=${query}></crossread-context>`;
    if (this.way === "events") return html`<crossread-events .client=${client} .route=${route} .query=${query}></crossread-events>`;
    if (this.way === "words") return html`<crossread-words .client=${client} .route=${route} .query=${query}></crossread-words>`;
    const { total } = this.hits;
    return html`
      <div class="before"></div>
      <ol role="list" class="articles" aria-label="Articles" tabindex="-1">
        ${repeat(this.hits.shown, ({ item }) => item.id, ({ item, index }) => html`
          <li aria-setsize=${total} aria-posinset=${index + 1}>${renderHit(this, item)}</li>`)}
      </ol>
      <div class="after"></div>
    `;
  }

  /** The preview alone follows the pointer; the list stays as it is. @param {string} id */
  look(id) {
    this.looked = id;
    const preview = /** @type {import("./preview.js").CrossreadPreview | null} */ (this.renderRoot.querySelector("crossread-preview"));
    if (preview) preview.article = id;
  }

  preview() {
    const hits = this.hits.shown;
    const hit = (hits.find(({ item }) => item.id === this.looked) ?? hits[0])?.item;
    return html`
      <crossread-preview .client=${this.client} .query=${this.query} .article=${hit?.id ?? ""}></crossread-preview>
    `;
  }

  nothingFound() {
    const { query } = this.route;
    return html`
      <div class="empty">
        ${this.suggestion()}
        <h2>No article matches${query ? html` <q>${query}</q>` : nothing}${isFiltered(this.route) ? " with these filters" : ""}.</h2>
        <p class="quiet">Every word has to stand in the article. Fewer words find more; <code>OR</code> between words takes either,
          <code>word*</code> any ending, <code>word~</code> a slip of the keyboard.</p>
        <p class="ways">
          ${query && isFiltered(this.route)
            ? html`<button class="act" @click=${() => go(this, withoutFilters(this.route))}>Search without filters</button>`
            : nothing}
          <a class="act" href="#/">Show all articles</a>
        </p>
      </div>
    `;
  }

  /** Said first: whoever mistyped has nothing else to do here. */
  suggestion() {
    const { suggestion } = this.results ?? {};
    if (!suggestion) return nothing;
    return html`<p class="meant">Did you mean <a href=${formatAddress({ ...this.route, query: suggestion.query })}>${suggestion.query}</a>?
      <span class="quiet num">${formatCount(suggestion.total, "article")}</span></p>`;
  }

  failed() {
    return html`
      <div class="empty" role="alert">
        <h2>This search could not be answered.</h2>
        <p class="quiet">${this.trouble}</p>
        <p class="ways"><a class="act" href="#/">Show all articles</a></p>
      </div>
    `;
  }

  /** @param {Hit} hit @param {Event} event */
  choose(hit, event) {
    const { checked } = /** @type {HTMLInputElement} */ (event.target);
    const { id, title, source, date, date_basis, language } = hit;
    tell(this, "crossread-choose", { article: { id, title, source, date, date_basis, language }, chosen: checked });
  }

  /**
   * Says what is chosen; a host that handles it itself prevents the default, and the link is not followed.
   * @param {Event} event @param {string} kind @param {string} id
   */
  select(event, kind, id) {
    if (!tell(this, "crossread-select", { kind, id })) event.preventDefault();
  }

  openSheet() {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  closeSheet() {
    this.renderRoot.querySelector("dialog")?.close();
  }

  /** @param {MouseEvent} event */
  onBackdrop(event) {
    if (event.target === event.currentTarget) this.closeSheet();
  }
}
