// @ts-check
/**
 * What the rooms have in common: a client to ask, a question that follows from the address, and the three states of an
 * answer. A bar is shown after 200 ms, not before; until then what was there stays.
 */

import { LitElement, html, nothing } from "lit";
import { connect } from "../engine/client.js";
import { emptyRoute, formatAddress } from "../lib/address.js";
import { shared, sheet } from "../styles/sheets.js";
import room from "../styles/room.css";
import { tell } from "./telling.js";

/** @import {Article, Comparison, Header, Stretch} from "../crossread.d.ts" */
/** @import {EntityPart, TimelinePart} from "../engine/parts.js" */
/** @import {Route} from "../lib/address.js" */

/**
 * What a room asks of the engine's client.
 * @typedef {object} Client
 * @property {(id: string) => Promise<Article>} article
 * @property {(query: string, id: string) => Promise<Stretch[]>} matches
 * @property {import("../engine/client.js").Client["concordance"]} concordance
 * @property {(ids: string[], own?: boolean) => Promise<Comparison>} compare
 * @property {(id: string, limit?: number) => Promise<EntityPart>} entity
 * @property {(from: string, limit: number) => Promise<TimelinePart>} timeline
 * @property {(id: string, limit?: number) => Promise<(Header & {similarity: number})[]>} nearest
 * @property {import("../engine/client.js").Client["events"]} events
 * @property {import("../engine/client.js").Client["wordsOfSets"]} wordsOfSets
 * @property {EventTarget["addEventListener"]} [addEventListener]        says `corpus` when another corpus has come, `corrected` when its entities were
 * @property {EventTarget["removeEventListener"]} [removeEventListener]
 */

const LATE = 200;

/** @template Answer */
export class Room extends LitElement {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    client: { attribute: false },
    route: { attribute: false },
    src: { type: String },
    late: { state: true },
    value: { state: true },
    failure: { state: true },
  };

  static styles = [...shared, sheet(room)];

  constructor() {
    super();
    /** @type {Client | undefined} */
    this.client = undefined;
    /** @type {Route | undefined} */
    this.route = undefined;
    /** @type {string | undefined} */
    this.src = undefined;
    this.late = false;
    /** @type {Answer | undefined} */
    this.value = undefined;
    /** @type {string} */
    this.failure = "";
    /** @type {{client: Client | undefined, question: string}} */
    this.asked = { client: undefined, question: "" };
    /** @type {Client | undefined} */
    this.followed = undefined;
    this.onCorpus = () => this.refresh();
    this.onCorrected = () => this.askAgain();
  }

  /** The address, or what the attributes of an element that stands alone amount to. @returns {Route} */
  get place() {
    return this.route ?? { ...emptyRoute(), ...this.placeFromAttributes() };
  }

  /** @returns {Partial<Route>} */
  placeFromAttributes() {
    return {};
  }

  /** What is asked, as a key; empty for nothing. @returns {string} */
  question() {
    return "";
  }

  /** @param {Client} _client @returns {Promise<Answer>} */
  answer(_client) {
    throw new Error("a room says what it asks");
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("src") && this.src) this.client = connect(this.src);
    if (changed.has("client") || changed.has("src")) this.listen();
    const question = this.question();
    if (!question || !this.client) return;
    if (this.asked.client === this.client && this.asked.question === question) return;
    this.asked = { client: this.client, question };
    void this.ask(this.client);
  }

  /** Follows the client in hand, and no other. */
  listen() {
    if (this.followed === this.client) return;
    this.unfollow();
    this.followed = this.client;
    this.followed?.addEventListener?.("corpus", this.onCorpus);
    this.followed?.addEventListener?.("corrected", this.onCorrected);
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unfollow();
  }

  unfollow() {
    this.followed?.removeEventListener?.("corpus", this.onCorpus);
    this.followed?.removeEventListener?.("corrected", this.onCorrected);
    this.followed = undefined;
  }

  /** For another collection: what was there is gone. */
  refresh() {
    this.value = undefined;
    this.askAgain();
  }

  /** For a collection whose entities were corrected: what was there stays until the answer comes. */
  askAgain() {
    this.asked = { client: undefined, question: "" };
    this.requestUpdate();
  }

  /** @param {Client} client */
  async ask(client) {
    const asked = this.asked;
    this.failure = "";
    const timer = setTimeout(() => (this.late = asked === this.asked), LATE);
    try {
      const value = await this.answer(client);
      if (asked === this.asked) this.value = value;
    } catch (error) {
      if (asked === this.asked) this.fail(error);
    } finally {
      clearTimeout(timer);
      if (asked === this.asked) this.late = false;
    }
  }

  /** @param {unknown} error */
  fail(error) {
    this.value = undefined;
    this.failure = error instanceof Error ? error.message : String(error);
    tell(this, "crossread-error", { message: this.failure });
  }

  render() {
    if (this.failure) return this.renderFailure();
    if (this.late || this.value === undefined) return this.renderWaiting();
    return this.renderValue(this.value);
  }

  /** @param {Answer} _value @returns {unknown} */
  renderValue(_value) {
    return nothing;
  }

  /** What is being done, in words. @returns {string} */
  waitingFor() {
    return "Reading";
  }

  renderWaiting() {
    if (!this.late) return nothing;
    return html`<div class="state" role="status"><p>${this.waitingFor()}…</p><progress aria-label=${this.waitingFor()}></progress></div>`;
  }

  renderFailure() {
    return html`<div class="state" role="alert">
      <h1>This could not be shown</h1>
      <p>${this.failure}</p>
      ${this.route ? html`<p>The rest of the collection is still there: <a href=${formatAddress({ room: "library" })}>all articles</a>.</p>` : nothing}
    </div>`;
  }

  /**
   * Says what was chosen. A host that handles it itself prevents the default, and the link is not followed.
   * @param {Event} event
   * @param {{kind: "article" | "entity" | "passage" | "date", id: string, [field: string]: unknown}} detail
   */
  select(event, detail) {
    if (!tell(this, "crossread-select", detail)) event.preventDefault();
  }

  /**
   * A link to an article, at a stretch of it where one is given.
   * @param {string} id @param {unknown} content @param {{at?: Stretch, label?: string, title?: string, class?: string, query?: string}} [options]
   *   `label` takes the content's place for whoever listens; `title` adds to it
   */
  articleLink(id, content, options = {}) {
    const at = options.at ? /** @type {[number, number]} */ ([options.at.start, options.at.end]) : null;
    const detail = at ? { kind: /** @type {const} */ ("passage"), id, start: at[0], end: at[1] } : { kind: /** @type {const} */ ("article"), id };
    return html`<a class=${options.class ?? ""} dir="auto" href=${formatAddress({ room: "article", ids: [id], at, query: options.query ?? "" })}
      aria-label=${options.label || nothing} title=${options.label || options.title || nothing} @click=${(/** @type {Event} */ event) => this.select(event, detail)}>${content}</a>`;
  }

  /**
   * In the explorer, the way to correct an entity.
   * @param {string} entity @param {() => HTMLElement | null} [back]  where reading goes on afterwards, should the button be gone
   */
  correctButton(entity, back) {
    if (!this.route) return nothing;
    const ask = () => tell(this, "crossread-correct", { entity, back });
    return html`<button class="act" @click=${ask}>Correct</button>`;
  }

  /** @param {string} id @param {unknown} content */
  entityLink(id, content) {
    return html`<a href=${formatAddress({ room: "entity", ids: [id] })}
      @click=${(/** @type {Event} */ event) => this.select(event, { kind: "entity", id })}>${content}</a>`;
  }
}
