// @ts-check
/** How an element asks for another route: an event, so that whoever holds the address decides. */

import { tell } from "./telling.js";

/**
 * @typedef {{route: import("../lib/address.js").Route, replace: boolean}} Going
 * @param {EventTarget} element
 * @param {import("../lib/address.js").Route} route
 * @param {boolean} [replace]   the new route takes the old one's place in the history
 */
export function go(element, route, replace = false) {
  tell(element, "crossread-go", { route, replace });
}
