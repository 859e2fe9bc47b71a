// @ts-check
/**
 * How an element says what happened, to whoever holds it, in this page or a host's.
 * @param {EventTarget} element
 * @param {string} type
 * @param {unknown} [detail]
 * @returns {boolean} whether nobody prevented what follows
 */
export function tell(element, type, detail = {}) {
  return element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
}
