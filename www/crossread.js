// @ts-check
/** Registers the elements; the one place where they get their names. */
import { CrossreadExplorer } from "./elements/explorer.js";

const elements = {
  "crossread-explorer": CrossreadExplorer,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
