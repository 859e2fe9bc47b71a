// @ts-check
import { LitElement, html, nothing } from "lit";
import { shared, sheet } from "../styles/sheets.js";
import open from "../styles/open-dialog.css";
import styles from "../styles/correct-dialog.css";
import marks from "../styles/marks.css";
import { KINDS } from "../lib/marks.js";
import { inWords } from "../lib/corrections.js";
import { formatCount } from "../lib/format.js";
import { kindInWords } from "../lib/marks-notes.js";
import { tell } from "./telling.js";

/** @import {Correction, FacetValue, Kind} from "../crossread.d.ts" */
/** @import {EntityPart} from "../engine/parts.js" */

/** @typedef {FacetValue & {kind: Kind}} Candidate */

/** So many entities are offered to be the same. */
const OFFERED = 8;
/** So many spellings and articles can be split off by hand. */
const LISTED = 40;

/**
 * Correcting one entity, and the list of all corrections. Fires `crossread-corrected` (detail: Correction) when one was
 * applied, and `crossread-save` (detail: {blob, name}) for a file.
 */
export class CrossreadCorrectDialog extends LitElement {
  static styles = [...shared, sheet(open), sheet(marks), sheet(styles)];
  static properties = {
    client: { attribute: false },
    profile: { state: true },
    candidates: { state: true },
    outcome: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine/client.js").Client | null} */
    this.client = null;
    /** The entity that is corrected; null while the list is shown. @type {EntityPart | null} */
    this.profile = null;
    /** @type {Candidate[]} */
    this.candidates = [];
    /** What came of it, for a person. */
    this.outcome = "";
    this.busy = false;
    this.looked = 0;
    /** Where reading goes on, should what led here be gone. @type {(() => HTMLElement | null) | undefined} */
    this.back = undefined;
  }

  get keeper() {
    return this.client?.corrections;
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector("dialog"));
  }

  /** @param {string} entity @param {() => HTMLElement | null} [back] */
  async correct(entity, back) {
    const profile = await this.client?.entity(entity, LISTED).catch(() => null);
    if (!profile) return;
    this.profile = profile;
    this.back = back;
    await this.open();
    await this.find("");
  }

  list() {
    this.profile = null;
    this.back = undefined;
    return this.open();
  }

  /** Opens once what is to be seen is written: what had the focus would be gone again. */
  async open() {
    this.outcome = "";
    this.candidates = [];
    this.requestUpdate();
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  onClose() {
    this.back?.()?.focus({ preventScroll: true });
  }

  /** Where the button that was pressed is gone, reading goes on at the heading. */
  updated() {
    const root = /** @type {ShadowRoot} */ (this.renderRoot);
    if (this.dialog.open && !root.activeElement) /** @type {HTMLElement} */ (root.querySelector("#title")).focus();
  }

  render() {
    const { profile } = this;
    return html`<dialog aria-labelledby="title" aria-busy=${this.busy ? "true" : nothing} @close=${this.onClose}>
      <h2 id="title" tabindex="-1">${profile ? html`Correct <bdi>${profile.label}</bdi>` : "Corrections"}</h2>
      ${profile ? this.renderWays(profile) : this.renderList()}
      <p class="outcome" role="status">${this.outcome}</p>
      <div class="foot">
        ${profile && this.keeper && this.keeper.list.length > 0 ? html`<button class="act all" @click=${() => this.list()}>All corrections</button>` : nothing}
        <button class="act" @click=${() => this.dialog.close()}>Close</button>
      </div>
    </dialog>`;
  }

  /** @param {EntityPart} profile */
  renderWays(profile) {
    return html`<p class="quiet">What you correct counts at once, everywhere in this collection. It is kept in this browser; the articles stay as they are.</p>
      ${way("It has another name", html`<form @submit=${this.onRename}>
        <label for="name">Name</label>
        <input id="name" name="name" required .value=${profile.label} dir="auto" autocomplete="off">
        <button class="go">Rename</button></form>`)}
      ${way("It is of another kind", html`<form @submit=${this.onRetype}>
        <label for="kind">Kind</label>${kinds("kind", profile.kind)}
        <button class="go">Change the kind</button></form>`)}
      ${way("It is the same as another", html`<form @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <label for="other">Name of the other</label>
        <input id="other" type="search" dir="auto" autocomplete="off" @input=${(/** @type {Event} */ event) => this.find(/** @type {HTMLInputElement} */ (event.target).value)}>
        <ul class="candidates" aria-label="The same as">${this.candidates.map(
          (candidate) => html`<li><button class="act" type="button" @click=${() => this.merge(candidate)}><i class="swatch" data-kind=${candidate.kind} aria-hidden="true"></i> <bdi>${candidate.label}</bdi> <span class="quiet num">${kindInWords(candidate.kind)}, ${formatCount(candidate.count, "article")}</span></button></li>`,
        )}</ul>
        <p class="quiet">The other one keeps its name; both are then one.</p></form>`)}
      ${way("Some of it is somebody or something else", this.renderSplit(profile))}
      ${way("It is no name", html`<form @submit=${this.onRemove}><p class="quiet">Its mentions are left unmarked.</p>
        <button class="go">Leave it unmarked</button></form>`)}`;
  }

  /** @param {EntityPart} profile */
  renderSplit({ names, articles, kind }) {
    const spelled = names.filter(({ form }) => form !== "pronoun");
    return html`<form @submit=${this.onSplit}>
      <fieldset><legend>Where it is written</legend>${spelled.slice(0, LISTED).map(
        ({ name, count }) => html`<label class="pick"><input type="checkbox" name="spelling" value=${name}><bdi class="serif">${name}</bdi> <span class="quiet num">${count}</span></label>`,
      )}</fieldset>
      <fieldset><legend>Only in these articles</legend>${articles.map(
        ({ id, title, count }) => html`<label class="pick"><input type="checkbox" name="article" value=${id}><bdi>${title}</bdi> <span class="quiet num">${count}</span></label>`,
      )}</fieldset>
      <p class="quiet">Without a spelling, every mention in the articles chosen; without an article, in all of them.</p>
      <label for="split-name">Name of the other</label>
      <input id="split-name" name="name" required dir="auto" autocomplete="off">
      <label for="split-kind">Kind</label>${kinds("split-kind", kind)}
      <button class="go">Split off</button></form>`;
  }

  renderList() {
    const { list, report, names } = this.keeper ?? { list: [], report: [], names: [] };
    return html`${names.length > 0 ? html`<ul class="corrections"><li><p>Names from <bdi>${names.join(", ")}</bdi> <span class="quiet">until the page is loaded again</span></p>
        <button class="act" aria-label="Undo: names from files" @click=${() => this.act(() => this.keeper?.dropNames(), "Undone.")}>Undo</button></li></ul>` : nothing}
      ${list.length + names.length === 0 ? html`<p class="quiet">Nothing is corrected in this collection. Open a name, then choose “Correct”.</p>` : html`<ol class="corrections">${list.map(
      (correction, at) => html`<li><p dir="auto">${inWords(correction)}${report[at]?.applied === false ? html` <span class="stale">not applied: ${report[at]?.message}</span>` : nothing}</p>
        <button class="act" aria-label=${`Undo: ${inWords(correction)}`} @click=${() => this.undo(at)}>Undo</button></li>`,
    )}</ol>`}
      <p class="ways">
        ${list.length > 0 ? html`<button class="act" @click=${this.download}>Download corrections</button>` : nothing}
        ${list.length + names.length > 0 ? html`<button class="act" @click=${this.saveToml}>Save as entities.toml</button>` : nothing}
        ${list.length > 0 ? html`<button class="act" @click=${() => this.act(() => this.keeper?.clear(), "All are undone.")}>Undo all</button>` : nothing}
      </p>
      <p class="field"><label for="file">Load corrections from a file</label>
        <input id="file" type="file" accept=".json,application/json" @change=${this.onFile}></p>`;
  }

  // --- what is done ---

  /** @param {SubmitEvent} event */
  onRename = (event) => {
    const name = fields(event).text("name");
    if (this.profile && name && name !== this.profile.label) this.apply({ change: "rename", name });
  };

  /** @param {SubmitEvent} event */
  onRetype = (event) => {
    const kind = /** @type {Kind} */ (fields(event).text("kind"));
    if (this.profile && kind !== this.profile.kind) this.apply({ change: "retype", kind });
  };

  /** @param {SubmitEvent} event */
  onSplit = (event) => {
    const { text, all } = fields(event);
    const [spellings, articles, name] = [all("spelling"), all("article"), text("name")];
    if (spellings.length === 0 && articles.length === 0) {
      this.outcome = "Choose a spelling or an article first.";
      return;
    }
    void this.known(name).then((into) => this.apply({ change: "split", spellings, articles, name, kind: /** @type {Kind} */ (text("split-kind")), ...(into ? { into } : {}) }));
  };

  /** @param {SubmitEvent} event */
  onRemove = (event) => {
    event.preventDefault();
    this.apply({ change: "remove" });
  };

  /** @param {Candidate} candidate */
  merge({ value, label }) {
    this.apply({ change: "merge", into: value, name: label });
  }

  /** @param {Partial<Correction>} change */
  apply(change) {
    const { profile } = this;
    if (!profile) return;
    const correction = /** @type {Correction} */ ({ entity: profile.entity, entity_name: profile.label, ...change });
    void this.act(async () => {
      await this.keeper?.add(correction);
      this.dialog.close();
      tell(this, "crossread-corrected", correction);
    }, "");
  }

  /** @param {number} at */
  undo(at) {
    void this.act(() => this.keeper?.undo(at), "Undone.");
  }

  /** @param {() => Promise<unknown> | undefined} what @param {string} done */
  async act(what, done) {
    if (this.busy) return;
    this.busy = true;
    this.outcome = "";
    try {
      await what();
      this.outcome = done;
    } catch (error) {
      this.outcome = `This could not be done: ${error instanceof Error ? error.message : error}.`;
    } finally {
      this.busy = false;
    }
  }

  /** The id of the entity that has this very name. @param {string} name */
  async known(name) {
    const found = await this.lookUp(name);
    return found.find(({ label }) => label === name)?.value;
  }

  /** Offers entities that hold these words, those of the same kind first. @param {string} text */
  async find(text) {
    const asked = (this.looked += 1);
    const words = text.trim() || (this.profile?.label.split(/\s+/).at(-1) ?? "");
    const found = await this.lookUp(words);
    if (asked === this.looked) this.candidates = found.slice(0, OFFERED);
  }

  /** @param {string} text @returns {Promise<Candidate[]>} */
  async lookUp(text) {
    const { client, profile } = this;
    if (!client || !profile) return [];
    const kinds = [profile.kind, ...KINDS.filter((kind) => kind !== profile.kind)];
    const found = await Promise.all(kinds.map(async (kind) => {
      const values = await client.values({}, kind, text, {}).catch(() => []);
      return (values ?? []).map((value) => ({ ...value, kind }));
    }));
    return found.flat().filter(({ value }) => value !== profile.entity);
  }

  // --- files ---

  download = () => {
    const { keeper } = this;
    if (keeper) tell(this, "crossread-save", { blob: keeper.file(), name: "corrections.json" });
  };

  saveToml = () => {
    void this.act(async () => tell(this, "crossread-save", { blob: await this.keeper?.entitiesToml(), name: "entities.toml" }),
      "Saved. Put it into the collection’s folder: crossread build then comes to the same.");
  };

  /** @param {Event} event */
  onFile = (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const [file] = field.files ?? [];
    if (file) void this.load(file).then(() => (field.value = ""));
  };

  /** @param {File} file */
  async load(file) {
    let came = "";
    await this.act(async () => {
      came = (await this.keeper?.load(await file.text())) ?? `${file.name} holds no corrections`;
    }, "");
    if (came) this.outcome = `${came}.`;
  }
}

/** @param {string} name @param {unknown} content */
function way(name, content) {
  return html`<details name="way"><summary>${name}</summary>${content}</details>`;
}

/** @param {string} id @param {string} chosen */
function kinds(id, chosen) {
  return html`<select id=${id} name=${id}>${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === chosen}>${kindInWords(kind)}</option>`)}</select>`;
}

/** The fields of a form that is submitted. @param {SubmitEvent} event */
function fields(event) {
  event.preventDefault();
  const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
  return {
    text: (/** @type {string} */ name) => String(data.get(name) ?? "").trim(),
    all: (/** @type {string} */ name) => data.getAll(name).map(String),
  };
}
