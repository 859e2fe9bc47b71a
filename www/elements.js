// @ts-check
/** Every element, and the one place where they get their names. `crossread.js` fetches this and calls `register`. */
import { adopt } from "./engine/client.js";
import { CrossreadArticle } from "./elements/article.js";
import { CrossreadCompare } from "./elements/compare.js";
import { CrossreadContext } from "./elements/context.js";
import { CrossreadCorrectDialog } from "./elements/correct-dialog.js";
import { CrossreadEntity } from "./elements/entity.js";
import { CrossreadEvents } from "./elements/events.js";
import { CrossreadExplorer } from "./elements/explorer.js";
import { CrossreadFacet } from "./elements/facet.js";
import { CrossreadFacets } from "./elements/facets.js";
import { CrossreadHistogram } from "./elements/histogram.js";
import { CrossreadLibrary } from "./elements/library.js";
import { CrossreadOpenDialog } from "./elements/open-dialog.js";
import { CrossreadPreview } from "./elements/preview.js";
import { CrossreadSearchBox } from "./elements/search-box.js";
import { CrossreadTimeline } from "./elements/timeline.js";
import { CrossreadTray } from "./elements/tray.js";
import { CrossreadWords } from "./elements/words.js";

/** Inner elements first: the explorer asks for them as soon as it is on the page. */
const elements = {
  "crossread-search-box": CrossreadSearchBox,
  "crossread-histogram": CrossreadHistogram,
  "crossread-facet": CrossreadFacet,
  "crossread-facets": CrossreadFacets,
  "crossread-preview": CrossreadPreview,
  "crossread-context": CrossreadContext,
  "crossread-events": CrossreadEvents,
  "crossread-words": CrossreadWords,
  "crossread-library": CrossreadLibrary,
  "crossread-article": CrossreadArticle,
  "crossread-compare": CrossreadCompare,
  "crossread-entity": CrossreadEntity,
  "crossread-timeline": CrossreadTimeline,
  "crossread-tray": CrossreadTray,
  "crossread-open-dialog": CrossreadOpenDialog,
  "crossread-correct-dialog": CrossreadCorrectDialog,
  "crossread-explorer": CrossreadExplorer,
};

/**
 * Lets the document use the elements.
 * @param {import("./engine/start.js").Begun} [begun]   the engines that were begun for them before this script was there
 */
export function register(begun = new Map()) {
  adopt(begun);
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
