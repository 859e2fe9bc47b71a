// @ts-check
/** The whole page over invented articles, as many as the address's `articles` says. Never part of the page that ships. */
import { register } from "../../www/elements.js";
import { FakeClient } from "./library-fixture.js";

register();
const client = new FakeClient(Number(new URLSearchParams(location.search).get("articles") ?? 200));
const explorer = /** @type {any} */ (document.createElement("crossread-explorer"));
explorer.page = true;
document.body.append(explorer);
Object.assign(window, { client });
void explorer.start(client);
