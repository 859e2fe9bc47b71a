// @ts-check
import { LitElement, html, nothing } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/preview.css";
import { direction } from "../lib/format.js";
import { stretches } from "../lib/snippet.js";

/** So many paragraphs of an article are shown. */
const PARAGRAPHS = 4;
/** The pointer, or whoever types, has to rest so long before a preview is fetched. */
const REST_MS = 150;

/** The beginning of the article that is looked at, with the words searched for marked. */
export class CrossreadPreview extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    client: { attribute: false },
    article: { attribute: false },
    query: { attribute: false },
    shown: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine/client.js").Client | null} */
    this.client = null;
    this.article = "";
    this.query = "";
    /** @type {{article: import("../crossread.d.ts").Article, matches: import("../crossread.d.ts").Stretch[]} | null} */
    this.shown = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {import("lit").PropertyValues} changed */
  updated(changed) {
    if (!changed.has("article") && !changed.has("query") && !changed.has("client")) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fetch(this.article, this.query), REST_MS);
  }

  /** @param {string} id @param {string} query */
  async fetch(id, query) {
    if (!this.client || !id) return;
    try {
      const [article, matches] = await Promise.all([
        this.client.article(id),
        query.trim() ? this.client.matches(query, id) : [],
      ]);
      if (id === this.article && query === this.query) this.shown = { article, matches };
    } catch {
      this.shown = null;
    }
  }

  render() {
    if (!this.shown) return nothing;
    const { article, matches } = this.shown;
    const paragraphs = article.blocks.filter(({ kind }) => kind === "paragraph" || kind === "dateline" || kind === "heading");
    return html`
      <aside aria-label="Preview" lang=${article.language || nothing} dir=${direction(article.language)}>
        <p class="label" lang="en">Preview</p>
        ${paragraphs.slice(0, PARAGRAPHS).map((block) => html`<p>${this.block(article.text, block, matches)}</p>`)}
        ${paragraphs.length > PARAGRAPHS ? html`<p class="quiet">…</p>` : nothing}
      </aside>
    `;
  }

  /**
   * @param {string} text
   * @param {import("../crossread.d.ts").Stretch} block
   * @param {import("../crossread.d.ts").Stretch[]} matches
   */
  block(text, { start, end }, matches) {
    /** @type {[number, number][]} */
    const marks = matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => [match.start - start, match.end - start]);
    return stretches({ start, text: text.slice(start, end), marks }).map(({ text, hit }) =>
      hit ? html`<mark class="hit">${text}</mark>` : text,
    );
  }
}
