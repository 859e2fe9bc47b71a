// @ts-check
/** The articles that a route describes, grouped by the event that they tell of. */
import { html, nothing } from "lit";
import { sheet } from "../styles/sheets.js";
import styles from "../styles/sets.css";
import { formatAddress } from "../lib/address.js";
import { requestOf } from "../lib/filters.js";
import { direction, formatCount } from "../lib/format.js";
import { renderHow, renderMore } from "./compare-how.js";
import { renderOrigin } from "./origin.js";
import { Room } from "./room.js";

/** So many events at a time. */
const ROWS = 40;
/** So many articles can be compared at once. */
const COMPARED = 20;

/** @import {EventsPart} from "../crossread.d.ts" */
/** @import {Client} from "./room.js" */

/** @extends {Room<EventsPart>} */
export class CrossreadEvents extends Room {
  static properties = { query: { attribute: false }, limit: { state: true } };
  static styles = [...Room.styles, sheet(styles)];

  constructor() {
    super();
    /** The query that is answered. */
    this.query = "";
    this.limit = ROWS;
  }

  request() {
    return requestOf({ ...this.place, query: this.query }, this.limit);
  }

  question() {
    return JSON.stringify(this.request());
  }

  waitingFor() {
    return "Looking for events";
  }

  /** @param {Client} client */
  answer(client) {
    return client.events(this.request());
  }

  /** @param {EventsPart} part */
  renderValue({ total, events }) {
    if (total === 0) return html`<p class="none">No two of these articles tell of the same event.</p>`;
    return html`<p class="quiet head">${formatCount(total, "event")} that two or more of these articles tell of</p>
      <ol role="list" aria-label="Events">${events.map((event) => this.renderEvent(event))}</ol>
      ${renderMore(events.length, total, () => (this.limit += ROWS))}
      ${renderHow(html`<p>Articles tell of one event while they are, on average, closer to each other in rare words and dates than each is to the six
        nearest to it. An event bears the title of the article closest to its others.</p>`, "How events are found")}`;
  }

  /** @param {EventsPart["events"][number]} event */
  renderEvent({ label, articles }) {
    const ids = articles.slice(0, COMPARED).map(({ id }) => id);
    return html`<li><h2 dir="auto">${label}</h2>
      <ul>${articles.map((article) => html`<li dir=${direction(article.language)}><span class="label num">${renderOrigin(article, true)}</span>
        <a href=${formatAddress({ room: "article", ids: [article.id], query: this.query })} lang=${article.language || nothing} dir=${direction(article.language)}>${article.title}</a></li>`)}</ul>
      <a class="act" href=${formatAddress({ room: "compare", ids })} aria-label="Compare ${ids.length}: ${label}">Compare ${ids.length === articles.length ? `these ${ids.length}` : `the first ${ids.length}`}</a></li>`;
  }
}
