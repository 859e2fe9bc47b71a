// @ts-check
/**
 * Calls across the border of a worker: `caller` on the page's side, `answer` on the worker's. The last parameter of a call may
 * be a listener, which the worker may call until it has answered, and whose answers it may wait for.
 */

/** @typedef {{call: number, method?: string, parameters?: unknown[], listens?: boolean, heard?: unknown}} Asked */
/** @typedef {{call: number, told?: unknown[], answer?: unknown, failure?: string}} Answered */

/**
 * @param {Worker} worker
 * @returns {(method: string, ...parameters: unknown[]) => Promise<any>}
 */
export function caller(worker) {
  /** @type {Map<number, {resolve: (answer: unknown) => void, reject: (error: Error) => void, listener: Function | null}>} */
  const open = new Map();
  let last = 0;
  worker.addEventListener("message", (/** @type {MessageEvent<Answered>} */ { data: { call, told, answer, failure } }) => {
    const asked = open.get(call);
    if (told) {
      let heard;
      try {
        heard = asked?.listener?.(...told);
      } catch (error) {
        asked?.reject(/** @type {Error} */ (error));
      }
      return worker.postMessage({ call, heard });
    }
    open.delete(call);
    if (failure === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(failure));
  });
  return (method, ...parameters) => new Promise((resolve, reject) => {
    const listener = typeof parameters.at(-1) === "function" ? /** @type {Function} */ (parameters.pop()) : null;
    open.set(++last, { resolve, reject, listener });
    worker.postMessage({ call: last, method, parameters, listens: listener !== null });
  });
}

/** Answers what is asked of this worker from now on. @param {Record<string, (...parameters: any[]) => unknown>} answers */
export function answer(answers) {
  /** What waits for a listener's answer, call by call: they come in the order in which the listener was told. @type {Map<number, ((heard: unknown) => void)[]>} */
  const waiting = new Map();
  addEventListener("message", async (/** @type {MessageEvent<Asked>} */ { data: { call, method, parameters = [], listens, heard } }) => {
    if (!method) return waiting.get(call)?.shift()?.(heard);
    const listener = (/** @type {unknown[]} */ ...told) => new Promise((resolve) => {
      waiting.get(call)?.push(resolve);
      postMessage({ call, told });
    });
    if (listens) waiting.set(call, []);
    try {
      postMessage({ call, answer: await answers[method]?.(...parameters, ...(listens ? [listener] : [])) });
    } catch (error) {
      postMessage({ call, failure: error instanceof Error ? error.message : String(error) });
    }
    waiting.delete(call);
  });
}
