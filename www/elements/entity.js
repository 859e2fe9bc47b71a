// @ts-check
/**
 * `<crossread-entity>`: everything the collection says of one person, organization, place, agreement or event. In the
 * explorer it gets `client` and `route`; on another page `src` and `entity`.
 */

import { html, nothing } from "lit";
import { sheet } from "../styles/sheets.js";
import entity from "../styles/entity.css";
import marks from "../styles/marks.css";
import { formatAddress } from "../lib/address.js";
import { direction, formatCount, formatDate } from "../lib/format.js";
import { formInWords, kindInWords } from "../lib/marks-notes.js";
import { renderHow, renderMore } from "./compare-how.js";
import { renderOrigin } from "./origin.js";
import { Room } from "./room.js";

/** @import {EntityProfile, Stretch} from "../crossread.d.ts" */
/** @import {EntityPart} from "../engine/parts.js" */
/** @import {Client} from "./room.js" */

const ROWS = 40;
/** So many sentences of one article before the rest is folded away. */
const SENTENCES = 6;

/** @extends {Room<EntityPart>} */
export class CrossreadEntity extends Room {
  static properties = { entity: { type: String }, rows: { state: true } };

  static styles = [...Room.styles, sheet(marks), sheet(entity)];

  constructor() {
    super();
    /** @type {string | undefined} */
    this.entity = undefined;
    this.rows = ROWS;
  }

  placeFromAttributes() {
    return { room: /** @type {const} */ ("entity"), ids: this.entity ? [this.entity] : [] };
  }

  question() {
    const [id] = this.place.ids;
    return id ? `${this.rows} ${id}` : "";
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("entity")) this.rows = ROWS;
    super.willUpdate(changed);
  }

  waitingFor() {
    return "Gathering mentions";
  }

  /** @param {Client} client */
  answer(client) {
    return client.entity(this.place.ids[0] ?? "", this.rows);
  }

  /** @param {EntityPart} profile */
  renderValue(profile) {
    const { label, kind, names, totals } = profile;
    return html`<div class="profile">
      <header>
        <p class="label"><i class="swatch" data-kind=${kind} aria-hidden="true"></i> ${kindInWords(kind)}</p>
        <h1>${label}</h1>
        <p class="quiet">${formatCount(totals.mentions, "mention")} in ${formatCount(totals.articles, "article")}${this.renderActs(profile)}</p>
      </header>
      <div class="sides">
        <section><h2>Names</h2>${this.renderNames(names)}</section>
        ${profile.beside.length > 0 ? html`<section><h2>Stands beside</h2>${this.renderBeside(profile)}</section>` : nothing}
      </div>
      ${profile.quotes.length > 0 ? html`<section><h2>What ${label} says</h2>${this.renderQuotes(profile)}</section>` : nothing}
      <section><h2>In the articles</h2>${this.renderArticles(profile)}</section>
    </div>`;
  }

  /** @param {EntityPart} profile */
  renderActs({ entity: id, kind, articles, totals }) {
    if (!this.route) return nothing;
    const ids = articles.slice(0, 20).map((article) => article.id);
    return html` · <a class="act" href=${formatAddress({ room: "library", selected: { [kind]: [id] } })}>show in the list</a>${ids.length > 1
      ? html` · <a class="act" href=${formatAddress({ room: "compare", ids, view: "names" })}>compare ${totals.articles > ids.length ? `the first ${ids.length}` : "them"}</a>` : nothing}`;
  }

  /** @param {EntityProfile["names"]} names */
  renderNames(names) {
    return html`<ul class="lines">${names.slice(0, this.rows).map(
      ({ name, form, count, sources }) => html`<li><span class="serif">${name}</span> <span class="num quiet">${count}</span>
        <span class="source">${form === "name" ? nothing : `${formInWords({ form })} · `}${sources.join(", ")}</span></li>`,
    )}</ul>${renderHow(html`<p>Each figure counts how often the collection uses this name for ${names.length > 1 ? "one and the same" : "it"}; the sources that do so stand behind it.</p>`)}`;
  }

  /** @param {EntityProfile} profile */
  renderBeside({ beside }) {
    return html`<ul class="lines">${beside.slice(0, 24).map(
      (other) => html`<li><i class="swatch" data-kind=${other.kind} aria-hidden="true"></i> ${this.entityLink(other.entity, other.label)} <span class="num quiet">${other.count}</span></li>`,
    )}</ul>${renderHow(html`<p>Each figure counts the sentences that name both.</p>`)}`;
  }

  /** @param {EntityPart} profile */
  renderQuotes({ quotes, totals }) {
    return html`<ul class="quotes">${quotes.map((quote) => {
      const { header } = quote;
      return html`<li><p class="said" lang=${header?.language || nothing} dir=${direction(header?.language)}>${quote.text}</p>
        <p class="source">${[header?.source, formatDate(header?.date), quote.style === "indirect" ? "reported speech" : ""].filter(Boolean).join(" · ")} ·
          ${this.articleLink(quote.article, "in the article", { at: quote, label: `This quotation in ${header?.title ?? quote.article}` })}</p></li>`;
    })}</ul>${renderMore(quotes.length, totals.quotes, () => (this.rows += ROWS))}`;
  }

  /** @param {EntityPart} profile */
  renderArticles({ articles, kind, totals }) {
    return html`<ol class="articles">${articles.map((article) => {
      const [first, rest] = [article.mentions.slice(0, SENTENCES), article.mentions.slice(SENTENCES)];
      return html`<li><p class="label">${renderOrigin(article)}</p>
        <h3>${this.articleLink(article.id, article.title)} <span class="num quiet" aria-label=${formatCount(article.count, "mention")}>${article.count}</span></h3>
        ${this.renderSentences(article, first, kind)}
        ${rest.length > 0 ? html`<details><summary>${formatCount(rest.length, "more mention")}</summary>${this.renderSentences(article, rest, kind)}</details>` : nothing}</li>`;
    })}</ol>${renderMore(articles.length, totals.articles, () => (this.rows += ROWS))}`;
  }

  /**
   * @param {EntityProfile["articles"][number]} article @param {EntityProfile["articles"][number]["mentions"]} mentions @param {string} kind
   */
  renderSentences(article, mentions, kind) {
    return html`<ul class="sentences" lang=${article.language || nothing} dir=${direction(article.language)}>${mentions.map(
      (mention) => html`<li>${this.articleLink(article.id, renderMarked(mention.sentence, mention, kind), { at: mention, class: "said" })}</li>`,
    )}</ul>`;
  }
}

/**
 * A sentence with one stretch of it marked.
 * @param {Stretch & {text: string}} sentence @param {Stretch} stretch @param {string} kind
 */
function renderMarked({ text, start }, stretch, kind) {
  const from = Math.max(0, stretch.start - start);
  const to = Math.min(text.length, stretch.end - start);
  if (from >= to) return text;
  return html`${text.slice(0, from)}<mark data-kind=${kind}>${text.slice(from, to)}</mark>${text.slice(to)}`;
}
