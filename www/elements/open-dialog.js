// @ts-check
import { LitElement, html, nothing } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import styles from "../styles/open-dialog.css";
import { ACCEPTED, collectionTitle, mayHoldArticles, mayHoldNames } from "../lib/files.js";
import { formatCount, formatNumber } from "../lib/format.js";
import { tell } from "./telling.js";

/**
 * @typedef {import("../crossread.d.ts").Problem} Problem
 * @typedef {import("../engine/worker.js").Progress} Progress
 * @typedef {import("./dropped.js").Dropped} Dropped
 */

/**
 * Choosing one's own files, how far their reading is, and what was wrong with them. Fires `crossread-opened`, and
 * `crossread-named` (detail: {said, undo}) when names were added to those at hand.
 */
export class CrossreadOpenDialog extends LitElement {
  static styles = [...shared, sheet(styles)];
  static properties = {
    client: { attribute: false },
    progress: { state: true },
    problems: { state: true },
    outcome: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine/client.js").Client | null} */
    this.client = null;
    /** @type {Progress | null} */
    this.progress = null;
    /** @type {Problem[]} */
    this.problems = [];
    /** What came of it, for a person. */
    this.outcome = "";
    /** @type {AbortController | null} */
    this.running = null;
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector("dialog"));
  }

  show() {
    this.problems = [];
    this.outcome = "";
    if (!this.dialog.open) this.dialog.showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="title" @cancel=${this.onCancel}>
        <h2 id="title">Open your own articles</h2>
        ${this.progress ? this.reading(this.progress) : this.choosing()}
        ${this.outcome ? html`<p class="outcome" role="alert">${this.outcome}</p>` : nothing}
        ${this.problems.length > 0 ? this.problemList() : nothing}
        <div class="foot">${this.foot()}</div>
      </dialog>
    `;
  }

  choosing() {
    return html`
      <p>Choose texts, Markdown, saved web pages, CSV, JSON, feeds or a zip of them, or drop files or a whole folder
        anywhere on this page. An <code>entities.toml</code> alone adds its names and corrections to the articles shown now.</p>
      <p class="quiet">Source and date stand at the top of an <code>.md</code> file, between two lines <code>---</code>:
        <code>source: Tehran Times</code>, <code>date: 2025-12-16</code>.</p>
      <p class="field"><label for="files">Files</label>
        <input id="files" type="file" multiple accept=${ACCEPTED} @change=${this.onFiles}></p>
      <p><button class="act" @click=${this.chooseFolder}>Choose a folder</button></p>
      <p class="quiet">They are read in this browser, in place of the articles shown now. Nothing leaves your machine.</p>
    `;
  }

  /** @param {Progress} progress */
  reading(progress) {
    const known = progress.total > 0;
    return html`
      <p id="doing">${doing(progress)}</p>
      <progress aria-labelledby="doing" max=${known ? progress.total : nothing} value=${known ? progress.done : nothing}></progress>
    `;
  }

  problemList() {
    return html`
      <ul class="problems" aria-label="Problems" tabindex="0">
        ${this.problems.map(
          ({ file, line, message, advice, dropped }) => html`
            <li>
              <p><b class="num">${file}${line ? `:${line}` : ""}</b>: ${quoted(message)}</p>
              <p class="quiet">${quoted(advice.replace(/\.$/, ""))}${dropped ? "; this one was left out" : ""}.</p>
            </li>`,
        )}
      </ul>
    `;
  }

  foot() {
    if (this.progress) return html`<button class="act" @click=${() => this.running?.abort()}>Cancel</button>`;
    const read = this.outcome && this.client?.own;
    return html`<button class=${read ? "go" : "act"} @click=${() => this.dialog.close()}>${read ? "Show the articles" : "Close"}</button>`;
  }

  /** @param {Event} event */
  onFiles(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(field.files ?? [])].map((file) => ({ file, path: file.name }));
    field.value = "";
    void this.read(files);
  }

  /** A field that takes a folder takes no files: a second one is made when it is needed. */
  chooseFolder() {
    const field = document.createElement("input");
    field.type = "file";
    field.webkitdirectory = true;
    field.addEventListener("change", () => {
      const files = [...(field.files ?? [])].map((file) => ({ file, path: file.webkitRelativePath }));
      void this.read(files.filter(({ path }) => mayHoldArticles(path)));
    });
    field.click();
  }

  /** Escape first stops the reading, then closes. @param {Event} event */
  onCancel(event) {
    if (!this.running) return;
    event.preventDefault();
    this.running.abort();
  }

  /** @param {Dropped[]} dropped */
  async read(dropped) {
    if (!this.client || this.running) return;
    this.show();
    if (dropped.length === 0) {
      this.outcome = "No file of articles is among these.";
      return;
    }
    this.running = new AbortController();
    this.progress = { stage: "files", done: 0, total: dropped.length, name: "" };
    try {
      const { signal } = this.running;
      const onProgress = (/** @type {Progress} */ progress) => (this.progress = this.running ? progress : null);
      const paths = dropped.map(({ path }) => path);
      if (this.client.info?.articles && paths.every(mayHoldNames)) this.finishNames(await this.client.corrections.addNames(dropped, { onProgress, signal }));
      else this.finish(await this.client.openFiles(dropped, { title: collectionTitle(paths), onProgress, signal }));
    } catch (error) {
      this.outcome = `The files could not be read: ${error instanceof Error ? error.message : error}`;
    } finally {
      this.running = null;
      this.progress = null;
    }
  }

  get stillOpen() {
    return this.client?.info?.articles ? " The articles shown before are still open." : "";
  }

  /** @param {Awaited<ReturnType<import("../engine/corrections.js").Corrections["addNames"]>>} outcome */
  finishNames({ said, problems, undo }) {
    this.problems = problems;
    this.outcome = said;
    if (problems.length === 0) this.dialog.close();
    tell(this, "crossread-named", { said, undo });
  }

  /** @param {Awaited<ReturnType<import("../engine/client.js").Client["openFiles"]>>} outcome */
  finish({ info, problems, cancelled }) {
    this.problems = problems;
    if (cancelled) {
      this.outcome = `Stopped.${this.stillOpen}`;
    } else if (!info) {
      this.outcome = `No article was found in these files.${this.stillOpen}`;
    } else {
      tell(this, "crossread-opened", info);
      if (problems.length === 0) this.dialog.close();
      else this.outcome = `${formatCount(info.articles, "article")} read; ${formatCount(problems.length, "problem")}:`;
    }
  }
}

/** @param {Progress} progress */
function doing({ stage, done, total, name }) {
  const far = `${formatNumber(done)} of ${formatNumber(total)}`;
  if (stage === "files") return `Opening files: ${far}${name ? ` (${name})` : ""}`;
  if (stage === "read") return `Reading articles: ${far}`;
  return "Making them searchable";
}

/** What a terminal shows between backticks, between quotation marks. @param {string} message */
function quoted(message) {
  return message.replace(/`([^`]*)`/g, "“$1”");
}
