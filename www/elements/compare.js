// @ts-check
/**
 * `<crossread-compare>`: articles held against each other, in six views. Everything shown is counted or quoted, and
 * leads to the place in the article that it comes from.
 *
 * In the explorer it gets `client` and `route`; on another page `src`, `articles` and `view`.
 */

import { html, nothing } from "lit";
import { sheet } from "../styles/sheets.js";
import compare from "../styles/compare.css";
import marks from "../styles/marks.css";
import { VIEWS, formatAddress } from "../lib/address.js";
import { factDifferences, namings } from "../lib/comparison.js";
import { direction, formatDate } from "../lib/format.js";
import { shortNames } from "../lib/outline.js";
import { joinAlone } from "../lib/passages.js";
import { summaryOf } from "../lib/summary.js";
import { renderDates } from "./compare-dates.js";
import { renderEntities, renderNames } from "./compare-entities.js";
import { renderPassages } from "./compare-passages.js";
import { Bands } from "./compare-texts.js";
import { renderQuotes } from "./compare-quotes.js";
import { renderWords } from "./compare-words.js";
import { renderOrigin } from "./origin.js";
import { Room } from "./room.js";

/** @import {Article, Comparison, Stretch} from "../crossread.d.ts" */
/** @import {Option, View} from "../lib/address.js" */
/** @import {Order} from "../lib/comparison.js" */
/** @import {Client} from "./room.js" */

/**
 * @typedef {object} Weighing
 * @property {Comparison} comparison
 * @property {Comparison} joined         the same, what stands alone taken together by paragraph
 * @property {Article[]} articles        in the order of the comparison
 * @property {string[]} names            of the articles, no two alike
 * @property {string[]} missing          ids that the collection does not have
 */

/** @type {Record<View, string>} */
const TABS = {
  passages: "Passages", entities: "Entities", names: "Names", quotes: "Quotes", dates: "Dates and numbers", words: "Words",
};

const NARROW = matchMedia("(max-width: 48rem)");
/** So many rows of a list, and so many more each time they are asked for. */
const ROWS = 200;
/** So many of them are written at one go, so that the page answers in between. */
const AT_ONCE = 40;

/** @extends {Room<Weighing>} */
export class CrossreadCompare extends Room {
  static properties = {
    articles: { type: String },
    view: { type: String, reflect: true },
    centre: { state: true },
    rows: { state: true },
    printing: { state: true },
    entityOrder: { state: true },
    wordOrder: { state: true },
    copied: { state: true },
    options: { state: true },
    shown: { state: true },
  };

  static styles = [...Room.styles, sheet(marks), sheet(compare)];

  constructor() {
    super();
    /** @type {string | undefined} */
    this.articles = undefined;
    /** @type {string | undefined} */
    this.view = undefined;
    this.centre = "";
    /** How many rows are shown, or soon will be. */
    this.limit = ROWS;
    /** How many are written by now. */
    this.rows = AT_ONCE;
    /** On paper every view is shown, with every row. */
    this.printing = false;
    /** Unless one view was asked for. */
    this.alone = false;
    this.onPrint = (/** @type {{type: string}} */ { type }) => {
      this.printing = type === "beforeprint";
      this.limit = this.rows = this.printing ? Infinity : ROWS;
      if (!this.printing) this.alone = false;
    };
    /** @type {Order} */
    this.entityOrder = { by: "total", descending: true };
    /** @type {Order} */
    this.wordOrder = { by: "log_ratio", descending: true };
    /** Which link was copied, and what came of it. */
    this.copied = ["", ""];
    this.wentTo = "";
    /** How the articles are compared, where no address says so. @type {Option[]} */
    this.options = [];
    /** The figure whose places are shown. */
    this.shown = "";
    /** Where it is counted. @type {Stretch[]} */
    this.places = [];
    this.bands = new Bands(this);
    this.rearrange = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeprint", this.onPrint);
    addEventListener("afterprint", this.onPrint);
    NARROW.addEventListener("change", this.rearrange);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.onPrint);
    removeEventListener("afterprint", this.onPrint);
    NARROW.removeEventListener("change", this.rearrange);
  }

  placeFromAttributes() {
    const view = VIEWS.includes(this.view ?? "") ? /** @type {View} */ (this.view) : "passages";
    return { room: /** @type {const} */ ("compare"), ids: (this.articles ?? "").split(/[\s,]+/).filter(Boolean), view, open: this.centre, options: this.options };
  }

  /** @param {Option} option */
  has(option) {
    return this.place.options.includes(option);
  }

  /** Whether there is room for one column only. */
  get narrow() {
    return NARROW.matches && !this.printing;
  }

  question() {
    const ids = [...new Set(this.place.ids)].join(" ");
    return ids && this.has("own") ? `${ids} own` : ids;
  }

  waitingFor() {
    return "Comparing the articles";
  }

  /** @param {Client} client @returns {Promise<Weighing>} */
  async answer(client) {
    const ids = [...new Set(this.place.ids)];
    const found = await Promise.allSettled(ids.map((id) => client.article(id)));
    const articles = found.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    const missing = ids.filter((_id, index) => found[index]?.status === "rejected");
    const failure = found.find((answer) => answer.status === "rejected");
    if (articles.length === 0 && failure) throw failure.reason;
    const comparison = await client.compare(articles.map(({ id }) => id), this.has("own"));
    return { comparison, joined: joinAlone(comparison, articles), articles, missing, names: shortNames(articles, (date) => formatDate(date, undefined, true)) };
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("value") || changed.has("route") || changed.has("view")) {
      this.limit = ROWS;
      this.rows = AT_ONCE;
      this.copied = ["", ""];
      this.shown = "";
    }
  }

  updated() {
    if (this.value && this.rows < this.limit) setTimeout(() => (this.rows = Math.min(this.limit, this.rows + AT_ONCE)));
    const { at } = this.place;
    const goal = at ? `${this.question()} ${at.join("-")}` : "";
    const row = goal && goal !== this.wentTo ? this.renderRoot.querySelector(".asked") : null;
    if (!row) return;
    this.wentTo = goal;
    row.scrollIntoView({ block: "center" });
    const { tie } = /** @type {HTMLElement} */ (row).dataset;
    if (tie) this.bands.bring(Number(tie), 0);
  }

  render() {
    if (this.question()) return super.render();
    return html`<section class="compare" aria-label="Compare">${this.renderTooFew([])}</section>`;
  }

  /** @param {Weighing} weighing */
  renderValue(weighing) {
    const { articles, missing, names, comparison } = weighing;
    if (articles.length < 2) return this.renderSingle(weighing);
    return html`<section class="compare" aria-label="Compare">
      <header>
        <h1>${heading(names).map((name, index, all) => html`${separator(index, all.length)}${name}`)}</h1>
        ${missing.length > 0 ? this.renderMissing(missing) : nothing}
        <ul class="compared">${articles.map(
          (article) => html`<li dir=${direction(article.language)}><span class="label">${renderOrigin(article)}</span>
            ${this.articleLink(article.id, article.title)}</li>`,
        )}</ul>
        <p class="summary">${summaryOf(comparison, names, articles.map(({ text }) => text), new Set(articles.map(({ language }) => (language || "en").slice(0, 2))).size > 1).join(" ")}</p>
        ${this.renderCopy("all")}
      </header>
      ${this.printing ? this.renderDossier(weighing) : html`${this.renderTabs(weighing)}
      <div role="tabpanel" id="panel" tabindex="0" aria-labelledby=${`tab-${this.place.view}`}><h2 class="unseen">${TABS[this.place.view]}</h2>${this.renderView(weighing, this.place.view)}</div>`}
    </section>`;
  }

  /** @param {Weighing} weighing */
  renderSingle(weighing) {
    const { articles, missing, comparison } = weighing;
    return html`<section class="compare" aria-label="Compare">
      ${this.renderTooFew(missing, articles[0])}
      ${comparison.dates.length > 0 ? html`<h2>${TABS.dates}</h2>${renderDates(this, weighing)}` : nothing}
    </section>`;
  }

  /** @param {string[]} missing @param {Article} [one] */
  renderTooFew(missing, one) {
    return html`<h1>Compare needs two articles</h1>
      ${missing.length > 0 ? this.renderMissing(missing) : nothing}
      <p class="empty">${one ? html`One is chosen: ${this.articleLink(one.id, one.title)}. ` : nothing}Tick “Compare” beside two or more
        articles in the list, then press it at the foot of the page.</p>
      ${this.route ? html`<p><a class="act" href=${formatAddress({ room: "library" })}>Choose articles</a></p>` : nothing}`;
  }

  /** @param {string[]} missing */
  renderMissing(missing) {
    return html`<p class="missing">Not in this collection: ${missing.join(", ")}.</p>`;
  }

  /**
   * The address to hand on.
   * @param {string} key  no two alike @param {Stretch} [here]  of the article in the centre, that it leads to
   */
  renderCopy(key, here) {
    if (!this.route) return nothing;
    const address = here ? formatAddress({ ...this.place, at: [here.start, here.end] }) : "";
    return html`<p class="copy"><button class="act" @click=${() => this.copyLink(key, address)}>Copy link${here ? " to this pair" : ""}</button>
      ${key === "all" ? html`<button class="act" @click=${this.printView}>Print this view</button>` : nothing}
      <span role="status">${this.copied[0] === key ? this.copied[1] : ""}</span></p>`;
  }

  /** The open view alone; the browser's own command prints all of them. */
  async printView() {
    this.alone = true;
    this.onPrint({ type: "beforeprint" });
    await this.updateComplete;
    print();
  }

  /** @param {string} key @param {string} address */
  async copyLink(key, address) {
    try {
      await navigator.clipboard.writeText(new URL(address || location.href, location.href).href);
      this.copied = [key, "Copied."];
    } catch {
      this.copied = [key, "Copy the address line instead."];
    }
  }

  /** @param {Weighing} weighing */
  renderTabs({ comparison }) {
    const chosen = this.place.view;
    /** @type {Record<string, number>} */
    const counts = {
      passages: comparison.passages.length, entities: comparison.entities.length, names: namings(comparison.entities).differ.length,
      quotes: comparison.quotes.length, dates: comparison.dates.length + factDifferences(comparison).length,
    };
    return html`<div role="tablist" aria-label="Views" @keydown=${this.onTabKey}>${VIEWS.map(
      (view) => html`<button role="tab" id=${`tab-${view}`} aria-selected=${view === chosen ? "true" : "false"} tabindex=${view === chosen ? 0 : -1}
        aria-controls=${view === chosen ? "panel" : nothing} @click=${() => this.choose(/** @type {View} */ (view))}>${TABS[/** @type {View} */ (view)]}${counts[view]
          ? html`<span class="num count" aria-hidden="true">${counts[view]}</span>` : nothing}</button>`,
    )}</div>`;
  }

  /** All views, one after the other, or the one that was asked for. @param {Weighing} weighing */
  renderDossier(weighing) {
    return VIEWS.filter((view) => !this.alone || view === this.place.view).map((view) => html`<section class="dossier"><h2>${TABS[/** @type {View} */ (view)]}</h2>${this.renderView(weighing, /** @type {View} */ (view))}</section>`);
  }

  /** @param {Weighing} weighing @param {View} view */
  renderView(weighing, view) {
    switch (view) {
      case "entities": return renderEntities(this, weighing);
      case "names": return renderNames(this, weighing);
      case "quotes": return renderQuotes(this, weighing);
      case "dates": return renderDates(this, weighing);
      case "words": return renderWords(this, weighing);
      default: return renderPassages(this, weighing);
    }
  }

  /** @param {KeyboardEvent} event */
  onTabKey(event) {
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const at = VIEWS.indexOf(this.place.view);
    const next = { [forward]: at + 1, [back]: at - 1, Home: 0, End: VIEWS.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const view = /** @type {View} */ (VIEWS[(next + VIEWS.length) % VIEWS.length]);
    this.choose(view, true);
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`#tab-${view}`))?.focus();
  }

  /**
   * @param {View} view
   * @param {boolean} [passing]   on the way along the tabs: no step to go back to
   */
  choose(view, passing = false) {
    if (this.route) this.goTo({ view, at: null }, passing);
    else this.view = view;
  }

  /** Puts an article in the centre of more than two. @param {string} id */
  chooseCentre(id) {
    this.centre = id;
    if (this.route) this.goTo({ open: id, at: null }, true);
  }

  /** @param {Option} option @param {boolean} on */
  chooseOption(option, on) {
    const options = [...this.place.options.filter((other) => other !== option), ...(on ? [option] : [])];
    if (this.route) this.goTo({ options }, true);
    else this.options = options;
  }

  /** The address then leads to it: a stretch of the article in the centre. @param {Stretch} stretch */
  openPassage({ start, end }) {
    this.wentTo = `${this.question()} ${start}-${end}`;
    if (this.route) this.goTo({ at: [start, end] }, true);
  }

  /**
   * Shows the places that a figure counts, or no longer.
   * @param {string} key @param {() => Stretch[] | Promise<Stretch[]>} find
   */
  async show(key, find) {
    const asked = this.shown === key ? "" : key;
    const places = asked ? await find() : [];
    this.places = places;
    this.shown = asked;
  }

  /** @param {Partial<import("../lib/address.js").Route>} change @param {boolean} replacing */
  goTo(change, replacing) {
    const address = formatAddress({ ...this.place, ...change });
    if (replacing) location.replace(address);
    else location.hash = address;
  }

  showMore() {
    this.limit += ROWS;
    this.requestUpdate();
  }
}

/** Of many, the first: all of them stand below. @param {string[]} names */
function heading(names) {
  return names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
}

/** @param {number} index @param {number} count */
function separator(index, count) {
  if (index === 0) return nothing;
  return html`<span class="quiet">${index === count - 1 ? " and " : ", "}</span>`;
}
