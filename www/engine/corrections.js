// @ts-check
/**
 * The corrections of the collection at hand: applied one after the other, kept in the browser, undone one by one, saved and
 * loaded as a file. What cannot be applied stays listed, with the reason. Curated names hold until the page is loaded again: the
 * articles are read anew with them.
 */
import { correctionsIn, fileOf, isSame, keyOf } from "../lib/corrections.js";
import { formatCount } from "../lib/format.js";

/** @import {Applied, Correction} from "../crossread.d.ts" */
/** @import {Client} from "./client.js" */

export class Corrections {
  /** @param {Client} client */
  constructor(client) {
    this.client = client;
    /** @type {Correction[]} */
    this.list = [];
    /** What came of each. @type {Applied[]} */
    this.report = [];
    this.key = "";
    /** The files of curated names that were added. @type {string[]} */
    this.names = [];
    /** One after the other: each is applied to what those before it have left. @type {Promise<unknown>} */
    this.queue = Promise.resolve();
  }

  /** Takes up what the browser keeps for the collection that has just been opened. */
  begin() {
    this.list = [];
    this.report = [];
    this.names = [];
    this.key = "";
    return this.next(async () => {
      const { client } = this;
      const title = client.info?.title ?? "";
      this.key = keyOf(title, location.href, client.own ? await client.ids() : null);
      const kept = correctionsIn(read(this.key)) ?? [];
      if (kept.length > 0) await this.resume(kept);
    });
  }

  /** Those that were kept hold again; where they cannot be applied now they are listed all the same. @param {Correction[]} kept */
  async resume(kept) {
    try {
      await this.apply(kept);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.list = kept;
      this.report = kept.map(() => ({ applied: false, message }));
      this.client.tell("corrected", this.report);
    }
  }

  /** What another window may have added meanwhile counts too. */
  reread() {
    this.list = correctionsIn(read(this.key)) ?? this.list;
    return this.list;
  }

  /**
   * Adds one. Rejects, with the reason, where it cannot be applied; it is then not kept.
   * @param {Correction} correction
   */
  add(correction) {
    return this.next(async () => {
      await this.apply([...this.reread(), correction]);
      const { applied, message } = this.report.at(-1) ?? { applied: false, message: "" };
      if (applied) return;
      await this.apply(this.list.slice(0, -1));
      throw new Error(message || "this could not be applied");
    });
  }

  /** @param {number} index */
  undo(index) {
    return this.next(() => this.apply(this.list.filter((_, at) => at !== index)));
  }

  clear() {
    return this.next(() => this.apply([]));
  }

  /**
   * Adds those of a file that are not there yet; gives what came of it, in words, or null where the file holds none.
   * @param {string} text
   * @returns {Promise<string | null>}
   */
  async load(text) {
    const loaded = correctionsIn(text);
    return loaded && this.addAll(loaded);
  }

  /** @param {Correction[]} corrections */
  addAll(corrections) {
    return this.next(() => this.include(corrections));
  }

  /** @param {Correction[]} corrections */
  async include(corrections) {
    const known = this.reread();
    const fresh = corrections.filter((one) => !known.some((other) => isSame(one, other)));
    await this.apply([...known, ...fresh]);
    const failed = this.report.slice(known.length).filter(({ applied }) => !applied).length;
    const double = corrections.length - fresh.length;
    return [`${formatCount(fresh.length - failed, "correction")} loaded`, failed > 0 ? `${failed} ${failed === 1 ? "does" : "do"} not apply here` : "", double > 0 ? `${double} there already` : ""].filter(Boolean).join(", ");
  }

  /**
   * Takes in files of curated names and corrections, as `entities.toml` is one, for the articles at hand.
   * @param {{file: File, path: string}[]} files @param {{onProgress?: (progress: import("./worker.js").Progress) => void, signal?: AbortSignal}} options
   * @returns {Promise<{said: string, problems: import("../crossread.d.ts").Problem[], undo: (() => Promise<void>) | null}>}
   */
  addNames(files, options) {
    return this.next(async () => {
      const before = this.reread();
      const { entities, corrections, problems, cancelled } = await this.client.read("addNames", [files], options);
      if (cancelled) return { said: "Stopped: no names were added.", problems, undo: null };
      const name = files.map(({ file }) => file.name).join(", ");
      if (entities + corrections.length === 0) return { said: `${name} holds nothing that is new here.`, problems, undo: null };
      const included = await this.include(corrections);
      if (entities > 0) this.names.push(name);
      const { mentions, articles } = await this.client.ask("renamed");
      const parts = [entities > 0 ? `${formatCount(entities, "name")} new or changed` : "", corrections.length > 0 ? included : ""];
      const changed = mentions > 0 ? `${formatCount(mentions, "mention")} in ${formatCount(articles, "article")} read otherwise than before` : "no mention read otherwise than before";
      return { said: `${name}: ${parts.filter(Boolean).join(", ")}; ${changed}.`, problems, undo: () => this.dropNames(before, entities > 0 ? 1 : 0) };
    });
  }

  /**
   * Without the names that were added last, or without any, and with these corrections alone.
   * @param {Correction[]} list @param {number} [files]  how many of the files of names
   */
  dropNames(list = this.list, files = this.names.length) {
    return this.next(async () => {
      if (files > 0) await this.client.ask("dropNames", files === this.names.length);
      this.names.splice(-files, files);
      await this.apply(list);
    });
  }

  /** @returns {Blob} */
  file() {
    return new Blob([fileOf(this.list, this.client.info?.title ?? "")], { type: "application/json" });
  }

  /** @returns {Promise<Blob>} */
  entitiesToml() {
    return this.next(async () => new Blob([await this.client.entitiesToml()], { type: "application/toml" }));
  }

  /** @param {Correction[]} list */
  async apply(list) {
    const { info, report } = await this.client.correct(list);
    this.list = list;
    this.report = report;
    keep(this.key, list.length > 0 ? fileOf(list, info.title) : "");
    this.client.tell("corrected", report);
  }

  /**
   * @template T
   * @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  next(act) {
    const turn = this.queue.then(act);
    this.queue = turn.catch(() => {});
    return turn;
  }
}

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** A page without storage of its own forgets them when it is closed; the file that travels is then the way. @param {string} key @param {string} text */
function keep(key, text) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
