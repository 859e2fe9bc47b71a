// @ts-check
/** Files in and out of the page: dropped on it, or saved from it. */
import { singleFileTemplate } from "../engine/template.js";
import { correctionsIn } from "../lib/corrections.js";
import { fileName } from "../lib/files.js";
import { droppedFiles } from "./dropped.js";
import { tell } from "./telling.js";

/** @import {CrossreadExplorer} from "./explorer.js" */
/** @import {Dropped} from "./dropped.js" */

export class ExplorerFiles {
  /** @param {CrossreadExplorer} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
    this.onDrag = this.onDrag.bind(this);
    this.onDrop = this.onDrop.bind(this);
  }

  /** Where the element is the page, files may be dropped anywhere. @returns {Window | HTMLElement} */
  get target() {
    return this.host.page ? window : this.host;
  }

  hostConnected() {
    this.target.addEventListener("dragover", this.onDrag);
    this.target.addEventListener("dragleave", this.onDrag);
    this.target.addEventListener("drop", this.onDrop);
  }

  hostDisconnected() {
    this.target.removeEventListener("dragover", this.onDrag);
    this.target.removeEventListener("dragleave", this.onDrag);
    this.target.removeEventListener("drop", this.onDrop);
  }

  /** @param {Event} event */
  onDrag(event) {
    const { dataTransfer, type, relatedTarget } = /** @type {DragEvent} */ (event);
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (type === "dragover") this.host.dragging = true;
    else if (!relatedTarget) this.host.dragging = false;
  }

  /** @param {Event} event */
  async onDrop(event) {
    const { dataTransfer } = /** @type {DragEvent} */ (event);
    this.host.dragging = false;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const dropped = await droppedFiles(dataTransfer);
    const { articles, corrections } = await sorted(dropped);
    if (articles.length > 0 || corrections.length === 0) await this.host.dialog?.read(articles);
    for (const text of corrections) await this.load(text);
  }

  /** @param {string} text  of a file of corrections */
  async load(text) {
    try {
      this.host.say(`${await this.host.client?.corrections.load(text)}.`);
    } catch (error) {
      this.host.say(`The corrections could not be loaded: ${error instanceof Error ? error.message : error}`);
    }
  }

  async publish() {
    const { client } = this.host;
    if (!client?.info) return;
    this.host.say("Writing one file …");
    try {
      const name = fileName(client.info.title);
      save(await client.publish(await singleFileTemplate()), name);
      this.host.say(`Saved as ${name}: it opens by double click.`);
    } catch (error) {
      this.host.say(`It could not be saved: ${error instanceof Error ? error.message : error}`);
      tell(this.host, "crossread-error", { message: this.host.notice });
    }
  }
}

/**
 * Articles apart from corrections.
 * @param {Dropped[]} dropped
 * @returns {Promise<{articles: Dropped[], corrections: string[]}>}
 */
async function sorted(dropped) {
  const articles = [];
  const corrections = [];
  for (const one of dropped) {
    const text = /\.json$/i.test(one.path) ? await one.file.text() : "";
    if (correctionsIn(text)) corrections.push(text);
    else articles.push(one);
  }
  return { articles, corrections };
}

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
