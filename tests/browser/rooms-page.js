// @ts-check
/** A page that shows one room at a time over the invented articles, by its address. Never part of the page that ships. */
import { CrossreadArticle } from "../../www/elements/article.js";
import { CrossreadCompare } from "../../www/elements/compare.js";
import { CrossreadContext } from "../../www/elements/context.js";
import { CrossreadEntity } from "../../www/elements/entity.js";
import { CrossreadTimeline } from "../../www/elements/timeline.js";
import { parseAddress } from "../../www/lib/address.js";
import { client } from "./rooms-fixture.js";

customElements.define("crossread-article", CrossreadArticle);
customElements.define("crossread-compare", CrossreadCompare);
customElements.define("crossread-context", CrossreadContext);
customElements.define("crossread-entity", CrossreadEntity);
customElements.define("crossread-timeline", CrossreadTimeline);

const main = document.createElement("main");
document.body.append(main);

function show() {
  const route = parseAddress(location.hash);
  const name = `crossread-${route.room}`;
  if (!customElements.get(name)) return;
  let room = /** @type {any} */ (main.firstElementChild);
  if (room?.localName !== name) main.replaceChildren((room = document.createElement(name)));
  Object.assign(room, { client, route });
}

addEventListener("hashchange", show);
show();
