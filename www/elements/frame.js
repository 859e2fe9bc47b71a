// @ts-check
/**
 * The page inside an iframe, at `?embed`: tells its parent how tall it is and what was chosen, and goes where the parent
 * says. Every message is `{crossread: 1, type, …}`.
 *
 *   to the parent:    {type: "size", height}   {type: "select", kind, id}   {type: "query", query, total}
 *   from the parent:  {type: "open", address}  an address of the page, from `#` on
 */

export const isFramed = () => new URLSearchParams(location.search).has("embed");

/**
 * @param {HTMLElement} element   the explorer
 * @param {(address: string) => void} open
 * @returns {() => void} ends it
 */
export function talkToParent(element, open) {
  if (parent === window) return () => {};
  // What is told is what the parent shows anyway, so any parent may hear it.
  const tell = (/** @type {object} */ message) => parent.postMessage({ crossread: 1, ...message }, "*");
  const sizes = new ResizeObserver(() => tell({ type: "size", height: Math.ceil(element.getBoundingClientRect().height) }));
  const onSelect = (/** @type {Event} */ event) => tell({ ...detailOf(event), type: "select" });
  const onQuery = (/** @type {Event} */ event) => {
    const { query, total } = detailOf(event);
    tell({ type: "query", query, total });
  };
  const onMessage = (/** @type {MessageEvent} */ { source, data }) => {
    if (source !== parent || data?.crossread !== 1 || data.type !== "open") return;
    if (typeof data.address === "string") open(data.address);
  };
  sizes.observe(element);
  element.addEventListener("crossread-select", onSelect);
  element.addEventListener("crossread-query", onQuery);
  addEventListener("message", onMessage);
  return () => {
    sizes.disconnect();
    element.removeEventListener("crossread-select", onSelect);
    element.removeEventListener("crossread-query", onQuery);
    removeEventListener("message", onMessage);
  };
}

/** @param {Event} event */
function detailOf(event) {
  return /** @type {CustomEvent} */ (event).detail ?? {};
}
