// @ts-check
import { LitElement, html } from "lit";
import { shared } from "../styles/sheets.js";

export class CrossreadExplorer extends LitElement {
  static styles = shared;

  render() {
    return html`<main></main>`;
  }
}
