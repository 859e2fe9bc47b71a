// @ts-check
/**
 * Keeps a route and the page's address the same thing, and remembers where each view was scrolled to. A lit controller:
 * it lives as long as its element is on the page.
 */
import { formatAddress, parseAddress } from "../lib/address.js";

/** @typedef {import("../lib/address.js").Route} Route */

/** How long a view may take to become as tall as it was before its scroll position is given up. */
const SETTLE_MS = 1500;
/** The scroll position is noted once scrolling has rested so long: browsers limit how often the history may be written. */
const REST_MS = 150;
/** So long after a key its list is on the screen, and the address may follow it. */
const LISTED_MS = 60;

export class AddressKeeper {
  /**
   * @param {import("lit").ReactiveControllerHost & HTMLElement & {page: boolean}} host
   *   `page`: it is the whole page, so the window's scroll position is its own
   * @param {(route: Route, before: Route) => void} onChange
   */
  constructor(host, onChange) {
    this.host = host;
    this.onChange = onChange;
    this.route = parseAddress(location.hash);
    /** How many steps of this page lie behind. */
    this.depth = Number(history.state?.crossread ?? 0);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    this.write = this.write.bind(this);
    /** An address that takes the present one's place once the list that it leads to is painted. @type {string | null} */
    this.pending = null;
    this.onAddress = () => this.read();
    this.onScroll = () => {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.noteScroll(), REST_MS);
    };
    this.onClick = (/** @type {MouseEvent} */ event) => this.follow(event);
    host.addController(this);
  }

  hostConnected() {
    addEventListener("popstate", this.onAddress);
    addEventListener("pagehide", this.write);
    if (this.host.page) addEventListener("scroll", this.onScroll, { passive: true });
    this.host.addEventListener("click", this.onClick);
  }

  hostDisconnected() {
    removeEventListener("popstate", this.onAddress);
    removeEventListener("pagehide", this.write);
    removeEventListener("scroll", this.onScroll);
    clearTimeout(this.resting);
    this.host.removeEventListener("click", this.onClick);
  }

  /** The address has changed: by back, forward, typing, or a link of the host. A fragment's change fires popstate too. */
  read() {
    clearTimeout(this.resting);
    this.pending = null;
    this.depth = Number(history.state?.crossread ?? 0);
    this.change(parseAddress(location.hash));
    this.restoreScroll();
  }

  noteScroll() {
    this.write();
    if (this.host.page && history.state?.top !== scrollY) history.replaceState({ ...history.state, crossread: this.depth, top: scrollY }, "");
  }

  /** To where this view was left, if it was. */
  restoreScroll() {
    const top = history.state?.top;
    if (typeof top === "number") this.scrollTo(top);
  }

  /**
   * @param {Route} route
   * @param {boolean} [replace]
   */
  go(route, replace = false) {
    const address = formatAddress(route);
    clearTimeout(this.resting);
    if (replace) {
      this.replaceSoon(address);
    } else if (address !== formatAddress(this.route)) {
      this.noteScroll();
      this.depth += 1;
      history.pushState({ crossread: this.depth }, "", address);
    }
    const elsewhere = route.room !== this.route.room || route.ids.join() !== this.route.ids.join();
    this.change(route);
    const isAbove = () => this.host.getBoundingClientRect().top < 0;
    if (elsewhere && !route.at && isAbove()) this.host.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** Writing the history takes milliseconds, and whoever types waits for the list. @param {string} address */
  replaceSoon(address) {
    if (this.pending === null) setTimeout(this.write, LISTED_MS);
    this.pending = address;
  }

  write() {
    if (this.pending !== null) history.replaceState({ ...history.state, crossread: this.depth }, "", this.pending);
    this.pending = null;
  }

  /** The address of the link by which the reader left this view before, if it was left by one. */
  get leftBy() {
    const link = history.state?.link;
    return typeof link === "string" ? link : "";
  }

  /** One step back inside the page, or to the library. @returns {boolean} whether there was anywhere to go */
  back() {
    if (this.depth > 0) {
      this.write();
      history.back();
      return true;
    }
    if (this.route.room === "library") return false;
    this.go(parseAddress(""));
    return true;
  }

  /** @param {Route} route */
  change(route) {
    const before = this.route;
    this.route = route;
    this.host.requestUpdate();
    this.onChange(route, before);
  }

  /** Links inside the element are followed here, so that the scroll position is kept. @param {MouseEvent} event */
  follow(event) {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const address = link instanceof HTMLAnchorElement ? link.getAttribute("href") : null;
    if (!address?.startsWith("#/")) return;
    event.preventDefault();
    this.write();
    history.replaceState({ ...history.state, link: address }, "");
    this.go(parseAddress(address));
  }

  /** Views fill late: waits until there is enough to scroll. @param {number} top */
  scrollTo(top) {
    const until = performance.now() + SETTLE_MS;
    const route = this.route;
    const attempt = () => {
      if (this.route !== route) return;
      scrollTo({ top, behavior: "instant" });
      if (Math.abs(scrollY - top) > 2 && performance.now() < until) requestAnimationFrame(attempt);
    };
    requestAnimationFrame(attempt);
  }
}
