// @ts-check
/** `<crossread-timeline>`: the dates that the articles mean, in their order, each with the sentence that says so. */

import { html, nothing } from "lit";
import { sheet } from "../styles/sheets.js";
import timeline from "../styles/timeline.css";
import { formatAddress } from "../lib/address.js";
import { formatCount, formatNumber } from "../lib/format.js";
import { byYear, dayLabel, monthLabel, stepsOf } from "../lib/timeline.js";
import { renderMore } from "./compare-how.js";
import { Room } from "./room.js";

/** @import {TimelineEntry} from "../crossread.d.ts" */
/** @import {TimelinePart} from "../engine/parts.js" */
/** @import {Month, Year} from "../lib/timeline.js" */
/** @import {Client} from "./room.js" */

const ROWS = 80;
/** Years are offered to go to where there is more than a page or two. */
const LONG = 2 * ROWS;
/** Of so many articles at most the dates are held against each other. */
const MOST = 20;

/** @extends {Room<TimelinePart>} */
export class CrossreadTimeline extends Room {
  static properties = { rows: { state: true } };

  static styles = [...Room.styles, sheet(timeline)];

  constructor() {
    super();
    this.rows = ROWS;
  }

  question() {
    return `timeline ${this.rows} ${this.place.from}`;
  }

  waitingFor() {
    return "Putting dates in order";
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("route") && this.value) this.rows = ROWS;
    super.willUpdate(changed);
  }

  /** @param {Client} client */
  answer(client) {
    return client.timeline(this.place.from, this.rows);
  }

  /** @param {TimelinePart} part */
  renderValue({ total, years, first, entries }) {
    const left = total - first;
    const ids = this.route ? [...new Set(entries.map(({ article }) => article))].slice(0, MOST) : [];
    return html`<div class="timeline">
      <header><h1>Timeline</h1>
        <p class="quiet">${total > 0
          ? html`${formatCount(total, "date")} that the articles mean. A day such as “Tuesday” is counted from another date, mostly the article’s own; its line then says so.`
          : "No date was recognised in these articles."}</p>
        ${ids.length > 1 ? html`<p><a class="act" href=${formatAddress({ room: "compare", ids, view: "dates" })}>Find dates that cannot both be so</a></p>` : nothing}
        ${total > LONG ? this.renderYears(stepsOf(years, total)) : nothing}</header>
      ${byYear(entries).map((year) => this.renderYear(year))}
      ${renderMore(entries.length, left, () => (this.rows += ROWS))}
    </div>`;
  }

  /** @param {TimelinePart["years"]} years */
  renderYears(years) {
    return html`<nav aria-label="Years"><ul class="years num">${years.map(
      ({ key, label, count }, at) => html`<li><a href=${formatAddress({ room: "timeline", from: at > 0 ? key : "" })}
        aria-label="${label}, ${formatCount(count, "date")}" title=${formatNumber(count)}
        aria-current=${(at > 0 ? key : "") === this.place.from ? "true" : nothing}>${label}</a></li>`,
    )}</ul></nav>`;
  }

  /** @param {Year} year */
  renderYear(year) {
    return html`<section class="year"><h2>${year.label}</h2><div>${year.months.map((month) => this.renderMonth(month, year))}</div></section>`;
  }

  /** @param {Month} month @param {Year} year */
  renderMonth(month, year) {
    return html`${month.label ? html`<h3>${monthLabel(month, year)}</h3>` : nothing}
      <ol>${month.entries.map((entry) => this.renderEntry(entry, year, month))}</ol>`;
  }

  /** @param {TimelineEntry} entry @param {Year} year @param {Month} month */
  renderEntry(entry, year, month) {
    const { text, start } = entry.sentence;
    const from = Math.max(0, entry.start - start);
    const to = Math.min(text.length, entry.end - start);
    return html`<li><p class="day num">${dayLabel(entry, year, month)}</p>
      <div dir="auto"><p class="said">${text.slice(0, from)}<mark class="date">${text.slice(from, to)}</mark>${text.slice(to)}</p>
        <p class="source">${[entry.source, entry.basis === "resolved" ? `${/\d/.test(text.slice(from, to)) ? "completed" : "counted"} from another date` : ""].filter(Boolean).map((words) => `${words} · `)}${this.articleLink(entry.article, entry.title, { at: entry })}</p></div></li>`;
  }
}
