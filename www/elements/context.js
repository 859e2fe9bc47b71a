// @ts-check
import { LitElement, html, nothing } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/context.css";
import { emptyRoute, formatAddress } from "../lib/address.js";
import { head, isFirst, tail } from "../lib/context.js";
import { requestOf } from "../lib/filters.js";
import { direction, formatCount, formatNumber } from "../lib/format.js";
import { renderOrigin } from "./origin.js";
import { LongList } from "./long-list.js";

/** So many lines come with an answer: more than a screen shows. */
const FIRST = 40;

/** @type {["article" | "left" | "right", string][]} */
const ORDERS = [["article", "article"], ["left", "word before"], ["right", "word after"]];

/** @typedef {import("../lib/context.js").Line} Line */

/**
 * Every match in its context, one below the other, ordered by article or by the word before or after; of the articles
 * that the route describes, or of one.
 */
export class CrossreadContext extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    client: { attribute: false },
    route: { attribute: false },
    query: { attribute: false },
    article: { attribute: false },
    total: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    /** @type {Pick<import("../engine/client.js").Client, "concordance"> | null} */
    this.client = null;
    /** @type {import("../lib/address.js").Route} */
    this.route = emptyRoute();
    /** The query that is answered; the route's where it is empty. */
    this.query = "";
    /** The one article whose matches are shown; empty for all. */
    this.article = "";
    this.total = -1;
    /** So many lines, from the first, are in the order asked for. */
    this.ordered = 0;
    this.trouble = "";
    this.asked = "";
    /** @type {LongList<Line>} */
    this.lines = new LongList(this, (offset, limit) => this.more(offset, limit));
  }

  /** @param {number} offset @param {number} limit */
  request(offset, limit) {
    const { route, article } = this;
    const query = this.query || route.query;
    if (!article) return { ...requestOf({ ...route, query }, limit), offset, order: route.order };
    return { query, article, offset, limit, order: route.order };
  }

  updated() {
    const asked = JSON.stringify(this.request(0, FIRST));
    if (!this.client || asked === this.asked) return;
    this.asked = asked;
    void this.ask(this.client, asked);
  }

  /** @param {NonNullable<CrossreadContext["client"]>} client @param {string} asked */
  async ask(client, asked) {
    try {
      const answer = await client.concordance(this.request(0, FIRST), this);
      if (!answer || asked !== this.asked) return;
      this.trouble = "";
      this.total = answer.total;
      this.ordered = answer.ordered;
      this.lines.reset(`context ${asked}`, answer.total, answer.lines);
      this.requestUpdate();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  /** @param {number} offset @param {number} limit */
  async more(offset, limit) {
    const answer = await this.client?.concordance(this.request(offset, limit), this.lines).catch(() => undefined);
    return answer?.lines;
  }

  render() {
    if (this.trouble) return html`<p class="none" role="alert">The matches could not be shown: ${this.trouble}</p>`;
    if (this.total < 0) return nothing;
    if (this.total === 0) return html`<p class="none quiet">No word of the query stands in these texts.</p>`;
    const shown = this.lines.shown;
    return html`
      <p class="head quiet"><span class="num">${formatCount(this.total, "match", "matches")}</span>${this.total > 1 ? this.orders() : nothing}</p>
      <div class="before"></div>
      <ol role="list" aria-label="Matches in context" tabindex="-1">
        ${shown.map(({ item, index }, at) => this.line(item, index, shown[at - 1]?.item))}
      </ol>
      <div class="after"></div>
    `;
  }

  orders() {
    return html`<span class="orders">by ${ORDERS.map(
      ([order, name], at) => html`${at > 0 ? " · " : ""}<a href=${formatAddress({ ...this.route, show: "context", order })}
        aria-current=${order === this.route.order ? "true" : nothing}>${name}</a>`,
    )}${this.ordered < this.total ? html` <span class="num">(the first ${formatNumber(this.ordered)})</span>` : nothing}</span>`;
  }

  /** @param {Line} line @param {number} index @param {Line | undefined} before */
  line(line, index, before) {
    const address = formatAddress({ room: "article", ids: [line.id], query: this.query || this.route.query, at: [line.start, line.end] });
    return html`
      <li aria-setsize=${this.total} aria-posinset=${index + 1}>
        ${this.article ? nothing : this.origin(line, this.route.order === "article" && !isFirst(line, before))}
        <a class="line" href=${address} lang=${line.language || nothing} dir=${direction(line.language)}
          ><span class="left"><span>${tail(line.left)}</span></span><mark class="hit">${line.match}</mark><span class="right">${head(line.right)}</span></a>
      </li>
    `;
  }

  /** Where a line stands; among lines of one article it is said once. @param {Line} line @param {boolean} again */
  origin(line, again) {
    if (again) return nothing;
    return html`<div class="origin"><span class="label num">${renderOrigin(line, true)}</span>
      <a class="title" href=${formatAddress({ room: "article", ids: [line.id], query: this.query || this.route.query })} lang=${line.language || nothing}
        dir=${direction(line.language)}>${line.title}</a></div>`;
  }
}
