// @ts-check
/**
 * `<crossread-entity>`: everything the collection says of one person, organization, place, agreement or event. In the
 * explorer it gets `client` and `route`; on another page `src` and `entity`.
 */

import { html, nothing, svg } from "lit";
import { sheet } from "../styles/sheets.js";
import entity from "../styles/entity.css";
import marks from "../styles/marks.css";
import { formatAddress } from "../lib/address.js";
import { direction, formatCount, formatDate, formatRange } from "../lib/format.js";
import { eachOffice, formInWords, joinInWords, kindInWords } from "../lib/marks-notes.js";
import { byArticle, bySource } from "../lib/portrait.js";
import { renderHow, renderMore } from "./compare-how.js";
import { renderOrigin } from "./origin.js";
import { Room } from "./room.js";

/** @import {EntityProfile, Stretch} from "../crossread.d.ts" */
/** @import {EntityPart} from "../engine/parts.js" */
/** @import {Client} from "./room.js" */

const ROWS = 40;
/** So many sentences of one article before the rest is folded away. */
const SENTENCES = 6;

/** What is quoted in part stands with its own marks. */
const MARKS = /[“”"„«»]|(?:^|\s)['‘]/;

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
    const { label, kind, totals } = profile;
    return html`<div class="profile">
      <header>
        <p class="label"><i class="swatch" data-kind=${kind} aria-hidden="true"></i> ${kindInWords(kind)}${profile.corrected ? ", corrected by hand" : ""}</p>
        <h1><bdi>${label}</bdi></h1>
        ${profile.roles.length > 0 ? html`<ul class="roles">${eachOffice(profile.roles).map(({ phrase, from, to }) => html`<li><bdi>${phrase}</bdi>${from || to ? html` <span class="quiet">${formatRange(from ?? "", to ?? "")}</span>` : nothing}</li>`)}</ul>` : nothing}
        <p class="quiet">${formatCount(totals.mentions, "mention")} in ${formatCount(totals.articles, "article")}${this.renderActs(profile)}</p>
      </header>
      ${profile.times.bins.length > 1 ? html`<section><h2>When</h2>${this.renderTimes(profile)}</section>` : nothing}
      <div class="sides">
        ${this.renderNames(profile)}
        ${profile.beside.length > 0 ? html`<section><h2>Stands beside</h2>${this.renderBeside(profile)}</section>` : nothing}
      </div>
      ${profile.joins.length > 0 ? html`<section><h2>Why these names are one</h2>${this.renderJoins(profile)}</section>` : nothing}
      ${profile.quotes.length > 0 ? html`<section><h2>What <bdi>${label}</bdi> says</h2>${this.renderQuotes(profile)}</section>` : nothing}
      <section><h2>Mentions, by date</h2>${this.renderArticles(profile)}</section>
    </div>`;
  }

  /** @param {EntityPart} profile */
  renderActs({ entity: id, kind, articles, totals }) {
    if (!this.route) return nothing;
    const ids = articles.slice(0, 20).map((article) => article.id);
    return html`<span class="links"> · <a class="act" href=${formatAddress({ room: "library", selected: { [kind]: [id] } })}>show in the list</a>${ids.length > 1
      ? html` · <a class="act" href=${formatAddress({ room: "compare", ids, view: "names" })}>compare ${totals.articles > ids.length ? `the first ${ids.length}` : "them"}</a>` : nothing} · ${this.correctButton(id)}</span>`;
  }

  /** Bars by the date of the articles; each leads to the articles behind it. @param {EntityPart} profile */
  renderTimes({ entity, kind, times: { bins, undated, unit } }) {
    const highest = Math.max(1, ...bins.map(({ mentions }) => mentions));
    const bar = (/** @type {import("../lib/portrait.js").Bin} */ { start, mentions, articles }) => {
      const what = `${formatDate(start)}: ${formatCount(mentions, "mention")} in ${formatCount(articles, "article")}`;
      const drawn = html`<svg viewBox="0 0 10 40" preserveAspectRatio="none" data-kind=${kind} aria-hidden="true">${svg`<rect x="1" width="8" y=${40 - (mentions / highest) * 38} height=${(mentions / highest) * 38}></rect>`}</svg>`;
      if (articles === 0) return html`<li aria-hidden="true">${drawn}</li>`;
      if (!this.route) return html`<li title=${what}><span class="unseen">${what}</span>${drawn}</li>`;
      return html`<li><a href=${formatAddress({ room: "library", selected: { [kind]: [entity] }, from: start, to: start })} aria-label=${what} title=${what}>${drawn}</a></li>`;
    };
    return html`<ol class="times" dir="ltr">${bins.map(bar)}</ol>
      <p class="ends num" dir="ltr" aria-hidden="true"><span>${formatDate(bins[0]?.start, undefined, true)}</span><span>${formatDate(bins.at(-1)?.start, undefined, true)}</span></p>
      ${renderHow(html`<p>Each bar counts the mentions in the articles of one ${unit}, by the date of the article${undated > 0 ? `; ${formatCount(undated, "article")} without a date ${undated === 1 ? "is" : "are"} not among them` : ""}.</p>`)}`;
  }

  /** @param {EntityPart} profile */
  renderNames({ names, articles }) {
    const isSourced = names.some((name) => name.sources.length > 0);
    const [what, sources] = isSourced ? ["source", bySource(names)] : ["article", byArticle(names, articles)];
    const shown = (/** @type {import("../lib/portrait.js").Naming} */ { name, form, count }) => html`<li><bdi class="serif">${name}</bdi> <span class="num quiet" aria-label=${formatCount(count, "time")}>${count}</span>${form === "name" ? nothing : html` <span class="source">${formInWords({ form })}</span>`}</li>`;
    return html`<section><h2>How each ${what} names it</h2><dl class="naming">${sources.slice(0, this.rows).map(
      ({ source, count, names: own }) => html`<div><dt><bdi>${source || "No source stated"}</bdi> <span class="num quiet" aria-label=${formatCount(count, "time")}>${count}</span></dt>
        <dd><ul class="lines">${own.slice(0, this.rows).map(shown)}</ul></dd></div>`,
    )}</dl>${renderHow(html`<p>Each figure counts how often it is called so, pronouns left out.</p>`)}</section>`;
  }

  /** Each with the first sentence that has it. @param {EntityPart} profile */
  renderJoins({ joins, kind }) {
    return html`<ul class="joins">${joins.slice(0, this.rows).map((joined) => html`<li><bdi class="serif">${joined.name}</bdi>: ${joinInWords(joined, kind)}${joined.first ? html` <span class="source">${renderOrigin(joined.first)}</span>` : nothing}
      ${joined.first ? this.renderSentences(joined.first, joined.first.mentions, kind) : nothing}</li>`)}</ul>
      ${renderHow(html`<p>Companions are others named in the same articles. A name is taken for a fuller one only where it can mean no other, and the articles share companions: one or two for a whole name or initials, three for a single name, at least one of them no place.</p>`)}`;
  }

  /** @param {EntityPart} profile */
  renderBeside({ beside }) {
    return html`<ul class="lines beside">${beside.slice(0, 24).map(
      (other) => html`<li><i class="swatch" data-kind=${other.kind} aria-hidden="true"></i> <bdi>${this.entityLink(other.entity, other.label)}</bdi> <span class="num quiet" aria-label=${formatCount(other.count, "sentence")}>${other.count}</span></li>`,
    )}</ul>${renderHow(html`<p>Each figure counts the sentences that name both.</p>`)}`;
  }

  /** The sayings, article by article. @param {EntityPart} profile */
  renderQuotes({ quotes, totals }) {
    /** @type {EntityPart["quotes"][]} */
    const groups = [];
    for (const quote of quotes) {
      if (groups.at(-1)?.[0]?.article === quote.article) groups.at(-1)?.push(quote);
      else groups.push([quote]);
    }
    return html`${groups.map((group) => {
      const header = group[0]?.header;
      return html`<div class="quotes"><p class="label">${header ? renderOrigin(header) : nothing} ${this.articleLink(group[0]?.article ?? "", header?.title ?? group[0]?.article)}</p>
        <ul lang=${header?.language || nothing} dir=${direction(header?.language)}>${group.map((quote) => {
          const label = `${quote.style === "direct" ? "Quotation" : "Reported speech"} in ${header?.title ?? quote.article}`;
          return html`<li>${this.articleLink(quote.article, quote.style === "direct" && !MARKS.test(quote.text) ? html`“${quote.text}”` : html`${quote.cue ? html`<span class="source">${quote.cue}</span> ` : nothing}${quote.text}`, { at: quote, class: "said", title: label })}</li>`;
        })}</ul></div>`;
    })}${renderMore(quotes.length, totals.quotes, () => (this.rows += ROWS))}`;
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
