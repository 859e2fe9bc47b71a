// @ts-check
/**
 * The card of a mention: who or what is meant, why it is read so, how else it is spelled and where else it stands. What
 * the article itself says is there at once; what the collection says follows.
 */

import { html, nothing } from "lit";
import { formatAddress } from "../lib/address.js";
import { formatCount, formatDate, formatRange } from "../lib/format.js";
import { basisInWords, formInWords, joinInWords, kindInWords, rolesAt, rolesOf } from "../lib/marks-notes.js";
import { longest } from "../lib/portrait.js";
import { tell } from "./telling.js";

/** @import {Article, Mention} from "../crossread.d.ts" */
/** @import {EntityPart} from "../engine/parts.js" */
/** @import {CrossreadArticle} from "./article.js" */

const EDGE = 8;
/** So many other articles are listed; the entity's page has all. */
const ELSEWHERE = 4;
/** So many spellings. */
const SPELLINGS = 24;
/** A profile of so many articles is asked for, as the entity's page does: the answer is then at hand for both. */
const ASKED = 40;

/** The open card of a room that shows an article. */
export class MentionCard {
  /** @param {CrossreadArticle} room */
  constructor(room) {
    this.room = room;
    /** @type {Mention | undefined} */
    this.mention = undefined;
    /** What the collection says of the entity, once it is known. @type {EntityPart | null} */
    this.profile = null;
  }

  /** @returns {HTMLElement | null} */
  get element() {
    return this.room.renderRoot.querySelector(".card");
  }

  /** The mark that the card belongs to. @returns {HTMLElement | null} */
  get mark() {
    return this.markOf(this.mention);
  }

  /** @param {Mention | undefined} mention */
  markOf(mention) {
    return this.markAt((mention && this.room.value?.article.mentions.indexOf(mention)) ?? -1);
  }

  /** @param {number} index @returns {HTMLElement | null} */
  markAt(index) {
    return this.room.renderRoot.querySelector(`mark[data-mention="${index}"]`);
  }

  /** @param {Mention | undefined} mention */
  open(mention) {
    const article = this.room.value?.article;
    if (!mention || !article) return;
    this.mention = mention;
    if (this.profile?.entity !== mention.entity) this.profile = null;
    tell(this.room, "crossread-select", { kind: "entity", id: mention.entity ?? "", article: article.id, start: mention.start, end: mention.end });
    this.room.requestUpdate();
    void this.room.updateComplete.then(() => this.show());
    if (mention.entity && !this.profile) void this.ask(mention.entity);
  }

  /** @param {string} entity */
  async ask(entity) {
    const profile = await this.room.client?.entity(entity, ASKED).catch(() => null);
    if (!profile || this.mention?.entity !== entity) return;
    this.profile = profile;
    this.room.requestUpdate();
    await this.room.updateComplete;
    this.place();
  }

  show() {
    const { element, mark } = this;
    if (!element || !mark) return;
    if (!isVisible(mark)) mark.scrollIntoView({ block: "center" });
    if (!element.matches(":popover-open")) {
      element.showPopover();
      element.focus({ preventScroll: true });
    }
    this.place();
    for (const other of this.room.renderRoot.querySelectorAll("mark.held")) other.classList.remove("held");
    mark.classList.add("held");
  }

  place() {
    const { element, mark } = this;
    if (!element || !mark || !element.matches(":popover-open")) return;
    placeCard(element, mark);
    // On a narrow screen the card lies at the foot of the window: what it speaks of shall stay in sight.
    const hidden = getComputedStyle(element).position === "fixed" ? mark.getBoundingClientRect().bottom + EDGE - element.getBoundingClientRect().top : 0;
    if (hidden > 0) scrollBy({ top: hidden });
  }

  close() {
    this.element?.hidePopover();
  }

  /** Another article, or other layers: there is nothing left to speak of. */
  drop() {
    if (!this.mention) return;
    this.close();
    this.mention = undefined;
  }

  /** @param {Event} event */
  onToggle(event) {
    if (/** @type {ToggleEvent} */ (event).newState !== "closed") return;
    const { mark } = this;
    mark?.classList.remove("held");
    const active = /** @type {ShadowRoot} */ (this.room.renderRoot).activeElement;
    if (!active || active.closest(".card")) mark?.focus({ preventScroll: true });
    this.mention = undefined;
    this.room.requestUpdate();
  }

  /** Escape closes the card and nothing behind it; `n` and `p` lead on, and so do the arrows. @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.close();
      return;
    }
    const step = stepOf(event, this.isRightToLeft);
    if (step === 0 || !this.mention) return;
    event.preventDefault();
    this.open(this.neighbour(this.mention, step));
  }

  /** On a mark: Enter opens the card, `n` and `p` go to the neighbours. @param {KeyboardEvent} event @param {Mention | undefined} mention */
  onMarkKey(event, mention) {
    if (!mention) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.open(mention);
    } else if (!event.key.startsWith("Arrow") && stepOf(event, false) !== 0) {
      event.preventDefault();
      const mark = this.markOf(this.neighbour(mention, stepOf(event, false)));
      mark?.focus({ preventScroll: true });
      if (mark && !isVisible(mark)) mark.scrollIntoView({ block: "center" });
    }
  }

  get isRightToLeft() {
    const text = this.room.renderRoot.querySelector("article");
    return text !== null && getComputedStyle(text).direction === "rtl";
  }

  /** The next or the previous mention of the same entity. @param {Mention} mention @param {number} step */
  neighbour(mention, step) {
    const same = this.room.value ? sameEntity(this.room.value.article, mention) : [];
    return same[same.indexOf(mention) + step];
  }

  /** @param {Article} article */
  render(article) {
    const { mention, room } = this;
    if (!mention) return nothing;
    const words = article.text.slice(mention.start, mention.end);
    const label = mention.label ?? words;
    const index = article.mentions.indexOf(mention);
    return html`<p class="label">${kindInWords(mention.kind)}</p>
      <p class="name" id="card-name"><bdi>${mention.entity ? room.entityLink(mention.entity, label) : label}</bdi></p>
      <p>${mention.entity ? html`Here “<bdi>${words}</bdi>”, ${formInWords(mention)}: ` : nothing}${basisInWords(article, mention)}.${this.renderJoins(article, mention, label)}${this.profile?.corrected ? " Corrected by hand." : ""}</p>
      ${mention.entity ? html`${this.renderFacts(article, mention)}${this.renderWay(article, mention)}` : nothing}
      <p class="closing">${mention.entity ? room.correctButton(mention.entity, () => this.markAt(index)) : nothing}<button class="act" @click=${() => this.close()}>Close</button></p>`;
  }

  /** Why what this article calls so is what others call by the label. @param {Article} article @param {Mention} mention @param {string} label */
  renderJoins(article, mention, label) {
    const names = sameEntity(article, mention).filter(({ form }) => form === "name" || form === "acronym").map(({ start, end }) => article.text.slice(start, end).replace(/\s+/g, " "));
    const here = this.profile?.joins.filter(({ name, why }) => why !== "within" && name === longest(names)) ?? [];
    return here.map((joined) => html` “<bdi>${joined.name}</bdi>” is taken for <bdi>${label}</bdi>: ${joinInWords(joined, mention.kind)}.`);
  }

  /** @param {Article} article @param {Mention} mention */
  renderFacts(article, mention) {
    const roles = rolesOf(article, mention);
    const then = this.profile ? rolesAt(this.profile.roles, article.date) : [];
    const when = article.date ? ` of ${formatDate(article.date, article.date_basis)}` : "";
    return html`<dl class="facts">
      ${roles.length > 0 ? html`<dt>Role</dt><dd>${list(roles.map((role) => html`“<bdi>${role}</bdi>”`))} <span class="quiet">in this article${when}</span></dd>` : nothing}
      ${then.length > 0 ? html`<dt>At that date</dt><dd>${list(then.map(({ phrase, from, to }) => html`<bdi>${phrase}</bdi> <span class="quiet">${formatRange(from ?? "", to ?? "")}</span>`))}</dd>` : nothing}
      ${this.profile ? html`${renderSpellings(this.profile)}${this.renderElsewhere(article, this.profile)}` : nothing}
    </dl>`;
  }

  /** @param {Article} article @param {EntityPart} profile */
  renderElsewhere(article, { entity, articles, totals }) {
    const others = articles.filter(({ id }) => id !== article.id);
    const rest = totals.articles - 1 - Math.min(others.length, ELSEWHERE);
    if (others.length === 0) return html`<dt>Elsewhere</dt><dd class="quiet">in no other article</dd>`;
    return html`<dt>Elsewhere</dt><dd><ul>${others.slice(0, ELSEWHERE).map((other) => {
      const at = other.mentions[0];
      return html`<li><bdi>${this.room.articleLink(other.id, other.title, at ? { at } : {})}</bdi> <span class="num quiet" aria-label=${formatCount(other.count, "mention")}>${other.count}</span></li>`;
    })}${rest > 0 ? html`<li>${this.room.route ? html`<a href=${formatAddress({ room: "entity", ids: [entity] })}>and ${formatCount(rest, "more article")}</a>` : `and ${formatCount(rest, "more article")}`}</li>` : nothing}</ul></dd>`;
  }

  /** @param {Article} article @param {Mention} mention */
  renderWay(article, mention) {
    const same = sameEntity(article, mention);
    const at = same.indexOf(mention);
    if (same.length < 2) return html`<p class="way"><span>The only mention in this article</span></p>`;
    const go = (/** @type {number} */ step) => this.open(same[at + step]);
    return html`<p class="way"><span class="num" role="status">${at + 1} of ${same.length} in this article</span>
      <button class="act" ?disabled=${at <= 0} @click=${() => go(-1)} aria-label="Previous mention" aria-keyshortcuts="p" title="Previous mention (p)">Previous</button>
      <button class="act" ?disabled=${at >= same.length - 1} @click=${() => go(1)} aria-label="Next mention" aria-keyshortcuts="n" title="Next mention (n)">Next</button></p>`;
  }
}

/** @param {EntityPart} profile */
function renderSpellings({ names }) {
  if (names.length === 0) return nothing;
  const rest = names.length - SPELLINGS;
  return html`<dt>Written</dt><dd>${list(names.slice(0, SPELLINGS).map(
    ({ name, count, form }) => html`<bdi class=${form === "name" ? "serif" : "serif quiet"}>${name}</bdi> <span class="num quiet" aria-label=${formatCount(count, "time")}>${count}</span>`,
  ))}${rest > 0 ? ` and ${formatCount(rest, "other")}` : nothing}</dd>`;
}

/** @param {unknown[]} items */
function list(items) {
  return items.map((item, at) => html`${at > 0 ? ", " : nothing}${item}`);
}

/** @param {KeyboardEvent} event @param {boolean} rightToLeft */
function stepOf({ key, ctrlKey, metaKey, altKey }, rightToLeft) {
  if (ctrlKey || metaKey || altKey) return 0;
  if (key === "n" || key === "N") return 1;
  if (key === "p" || key === "P") return -1;
  if (key === "ArrowRight") return rightToLeft ? -1 : 1;
  return key === "ArrowLeft" ? (rightToLeft ? 1 : -1) : 0;
}

/** @param {Article} article @param {Mention} mention */
function sameEntity(article, mention) {
  return article.mentions.filter(({ entity }) => entity === mention.entity).sort((a, b) => a.start - b.start);
}

/** @param {Element} element */
function isVisible(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/**
 * Puts the card under its mark, above it where there is no room, and never past the window's edge.
 * @param {HTMLElement} card @param {Element} mark
 */
function placeCard(card, mark) {
  const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = at.bottom + EDGE + height <= innerHeight || at.top < height + EDGE;
  const top = below ? at.bottom + EDGE / 2 : at.top - height - EDGE / 2;
  const left = Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - width - EDGE));
  card.style.setProperty("--top", `${top + scrollY}px`);
  card.style.setProperty("--left", `${left + scrollX}px`);
}
