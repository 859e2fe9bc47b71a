// @ts-check
import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/library.css";
import { emptyRoute, formatAddress } from "../lib/address.js";
import { countFilters, isFiltered, matchCount, requestOf, sortOf, withoutFilters } from "../lib/filters.js";
import { direction, formatCount, formatDate } from "../lib/format.js";
import { isCutOff, stretches } from "../lib/snippet.js";
import { go } from "./going.js";

/** So many articles are listed before "Show more". */
const PAGE = 50;
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
    limit: { state: true },
    looked: { state: true },
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
    /** @type {Results | null} */
    this.results = null;
    this.trouble = "";
    this.limit = PAGE;
    /** The article under the pointer or the focus, for the preview. */
    this.looked = "";
    this.asked = "";
    this.rearrange = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    NARROW.addEventListener("change", this.rearrange);
    WIDE.addEventListener("change", this.rearrange);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    NARROW.removeEventListener("change", this.rearrange);
    WIDE.removeEventListener("change", this.rearrange);
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has("route") && changed.get("route")?.query !== this.route.query) this.limit = PAGE;
  }

  updated() {
    const request = requestOf(this.route, this.limit);
    const asked = JSON.stringify(request);
    if (!this.client || asked === this.asked) return;
    this.asked = asked;
    void this.search(request);
  }

  /** @param {import("../crossread.d.ts").Request} request */
  async search(request) {
    const client = this.client;
    if (!client) return;
    try {
      const [whole, results] = await Promise.all([client.whole(), client.search(request, this)]);
      this.whole = whole;
      if (!results) return;
      this.results = results;
      this.trouble = "";
      const { total, diagnostics } = results;
      this.tell("crossread-query", { query: request.query, total, diagnostics });
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
      this.tell("crossread-error", { message: this.trouble });
    }
  }

  render() {
    return html`
      <h1 class="unseen" tabindex="-1">Articles</h1>
      ${NARROW.matches ? this.sheet() : html`<aside class="filters" aria-label="Filters">${this.facets()}</aside>`}
      <div class="found">
        <crossread-histogram .whole=${this.whole?.facets.year ?? []} .matching=${this.results?.facets.year ?? []}>
        </crossread-histogram>
        <div class="status">
          <p role="status" class="num"><bdi>${this.counted()}</bdi></p>
          ${NARROW.matches ? this.filterButton() : nothing}
          ${this.results && this.results.total > 1 ? this.sorts() : nothing}
        </div>
        ${this.asking() ? nothing : this.about()}
        ${this.list()}
        ${this.asking() ? this.about() : nothing}
      </div>
      ${WIDE.matches && this.results && this.results.total > 0 ? this.preview() : nothing}
    `;
  }

  asking() {
    return this.route.query.trim() !== "" || isFiltered(this.route);
  }

  counted() {
    if (!this.results) return "";
    return matchCount(this.results.total, this.whole?.total ?? this.results.total, this.asking());
  }

  facets() {
    return html`
      <crossread-facets .route=${this.route} .whole=${this.whole?.facets} .matching=${this.results?.facets}>
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
    const { hits, total } = this.results;
    return html`
      <ol role="list" class="articles" aria-label="Articles">
        ${repeat(hits, (hit) => hit.id, (hit) => html`<li>${this.hit(hit)}</li>`)}
      </ol>
      ${hits.length < total
        ? html`<button class="act more" @click=${() => (this.limit += PAGE)}>
            Show more <span class="quiet num">${hits.length} of ${total}</span></button>`
        : nothing}
    `;
  }

  /** @param {Hit} hit */
  hit(hit) {
    const look = () => (this.looked = hit.id);
    const address = formatAddress({ room: "article", ids: [hit.id], query: this.route.query });
    return html`
      <article @pointerenter=${look} @focusin=${look}>
        <p class="label num" dir="auto">${[hit.source, formatDate(hit.date, hit.date_basis)].filter(Boolean).join(" · ")}</p>
        <h2 lang=${hit.language || nothing} dir=${direction(hit.language)}>
          <a href=${address} @click=${this.select("article", hit.id)}>${hit.title}</a>
        </h2>
        ${this.snippet(hit)} ${this.names(hit)}
        <label class="pick">
          <input type="checkbox" aria-label="Compare ${hit.title}" .checked=${this.chosen.includes(hit.id)}
            @change=${(/** @type {Event} */ event) => this.choose(hit, event)}>
          <span aria-hidden="true">compare</span>
        </label>
      </article>
    `;
  }

  /** @param {Hit} hit */
  snippet(hit) {
    const [snippet] = hit.snippets;
    if (!snippet) return nothing;
    return html`
      <p class="snippet" lang=${hit.language || nothing} dir=${direction(hit.language)}>${snippet.start > 0 ? "… " : ""}${stretches(
        snippet,
      ).map(({ text, hit }) => (hit ? html`<mark class="hit">${text}</mark>` : text))}${isCutOff(snippet) ? " …" : ""}</p>
    `;
  }

  /** @param {Hit} hit */
  names(hit) {
    if (!hit.entities?.length) return nothing;
    return html`
      <ul class="names quiet" aria-label="Named here">
        ${hit.entities.map(
          ({ entity, label }) =>
            html`<li><a href=${formatAddress({ room: "entity", ids: [entity] })} dir="auto"
              @click=${this.select("entity", entity)}>${label}</a></li>`,
        )}
        ${hit.more_entities > 0 ? html`<li class="num"><bdi>+ ${hit.more_entities}</bdi></li>` : nothing}
      </ul>
    `;
  }

  preview() {
    const hits = this.results?.hits ?? [];
    const hit = hits.find(({ id }) => id === this.looked) ?? hits[0];
    return html`
      <crossread-preview .client=${this.client} .query=${this.route.query} .article=${hit?.id ?? ""}></crossread-preview>
    `;
  }

  nothingFound() {
    const { query } = this.route;
    return html`
      <div class="empty">
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
    this.tell("crossread-choose", { article: { id, title, source, date, date_basis, language }, chosen: checked });
  }

  /**
   * Says what is chosen; a host that handles it itself prevents the default, and the link is not followed.
   * @param {string} kind @param {string} id
   */
  select(kind, id) {
    return (/** @type {Event} */ event) => {
      if (!this.tell("crossread-select", { kind, id })) event.preventDefault();
    };
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

  /** @param {string} type @param {object} detail */
  tell(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}
