/** Chromium over files on loopback: each measurement in a context of its own. */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const TYPES = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
/** A page that is apart from all others gets finer clocks. */
const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cache-control": "no-store",
};
const PAGE = `<!doctype html><meta charset=utf-8><title>Peers</title><link rel=icon href=data:,>
<script type=module src=/bundle/in-page.mjs></script>`;
/** Building at the largest size takes minutes in some engines. */
const PATIENCE_MS = 600_000;

export class Chromium {
  /** @param {string} folder   what is served */
  static async open(folder) {
    const server = createServer((request, response) => answer(folder, request, response));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await chromium.launch({
      executablePath: process.env.CROSSREAD_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--js-flags=--max-old-space-size=8000",
      ],
    });
    return new Chromium(server, browser);
  }

  constructor(server, browser) {
    this.server = server;
    this.browser = browser;
    this.version = browser.version();
  }

  async close() {
    await this.browser.close();
    this.server.close();
  }

  /** Cold start, memory and latencies of one engine. */
  answers(name, { articles, queries, index }) {
    return this.inPage(async (call, heap) => {
      await call("prepare", name, articles, queries);
      const before = await heap();
      const cold = await call("coldStart", index);
      const wasmBytes = await call("wasmBytes");
      const memoryBytes = (await heap()) - before + wasmBytes;
      return { cold, memoryBytes, wasmBytes, kinds: await call("answerAll", articles) };
    });
  }

  /** How long an engine takes to build its index. */
  build(name, { articles, assembly }) {
    return this.inPage((call) => call("buildAll", name, articles, assembly));
  }

  /** Its memory is not told: it works in a worker, whose heap is out of reach here. */
  pagefind({ folder, queries }) {
    return this.inPage(async (call) => {
      const cold = await call("pagefindColdStart", folder, queries);
      return { cold, memoryBytes: NaN, kinds: await call("pagefindAnswerAll") };
    });
  }

  async inPage(measure) {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => console.error(`in the page: ${error.message}`));
    try {
      await page.goto(`http://127.0.0.1:${this.server.address().port}/`);
      await page.waitForFunction(() => globalThis.pagefindAnswerAll);
      const call = (name, ...parameters) => page.evaluate(([method, given]) => globalThis[method](...given), [name, parameters]);
      const debugging = await context.newCDPSession(page);
      return await measure(call, () => heapBytes(debugging));
    } finally {
      await context.close();
    }
  }
}

/** JavaScript objects and what their buffers hold; wasm memory is counted apart. */
async function heapBytes(debugging) {
  // What finalizers let go of is found by the next round.
  for (let round = 0; round < 3; round++) await debugging.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await debugging.send("Runtime.getHeapUsage");
  return usedSize + backingStorageSize;
}

function answer(folder, request, response) {
  const path = decodeURIComponent(request.url.split("?")[0]);
  if (path === "/") return response.writeHead(200, { ...HEADERS, "content-type": "text/html" }).end(PAGE);
  const file = join(folder, normalize(path));
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return response.writeHead(404, HEADERS).end();
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { ...HEADERS, "content-type": type, "content-length": found.size });
  createReadStream(file).pipe(response);
}
