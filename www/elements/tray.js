// @ts-check
import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/tray.css";
import { formatDate, isolated } from "../lib/format.js";
import { tell } from "./telling.js";

/** @typedef {import("../crossread.d.ts").Header} Header */

/**
 * The articles chosen for comparison, at the foot of every room, and what would be compared. Fires `crossread-choose`
 * when one is taken out or `current` is put in, `crossread-clear`, and `crossread-compare`.
 */
export class CrossreadTray extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    chosen: { attribute: false },
    current: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Header[]} */
    this.chosen = [];
    /** The article that is open and not chosen. @type {Header | null} */
    this.current = null;
  }

  render() {
    if (this.chosen.length === 0 && !this.current) return nothing;
    return html`
      <section aria-label="To compare">
        ${this.chosen.length > 0 ? this.items() : nothing}
        <div class="ways">
          ${this.current
            ? html`<button class="act" @click=${() => this.choose(this.current, true)}>Add this article to compare</button>`
            : nothing}
          ${this.chosen.length > 1 ? html`<button class="act" @click=${() => tell(this, "crossread-clear")}>Clear</button>` : nothing}
          ${this.chosen.length > 1
            ? html`<button class="go num" @click=${() => tell(this, "crossread-compare")}>Compare ${this.chosen.length}</button>`
            : nothing}
          ${this.chosen.length === 1 && !this.current ? html`<span class="quiet">choose one more</span>` : nothing}
        </div>
      </section>
    `;
  }

  items() {
    return html`
      <span class="label" aria-hidden="true">To compare</span>
      <ul aria-label="Chosen articles">
        ${repeat(this.chosen, ({ id }) => id, (article) => this.item(article))}
      </ul>
    `;
  }

  /** @param {Header} article */
  item(article) {
    const date = formatDate(article.date, undefined, true);
    return html`
      <li>
        <span title=${article.title}>${[isolated(article.source || article.title), date].filter(Boolean).join(", ")}</span>
        <button aria-label="Take out ${article.title}" @click=${() => this.choose(article, false)}>×</button>
      </li>
    `;
  }

  /** @param {Header | null} article @param {boolean} chosen */
  choose(article, chosen) {
    tell(this, "crossread-choose", { article, chosen });
  }
}
