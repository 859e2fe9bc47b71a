// @ts-check
/**
 * What every browser test starts from: a page that may neither warn nor err in its console, nor ask another origin for
 * anything.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

/** @typedef {import("@playwright/test").Page} Page */

export { expect };

/** @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions & {allowed: RegExp[]}, import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions>} */
export const test = base.extend(/** @type {any} */ ({
  /** What the console may say in this test, where trouble is what is tested. */
  allowed: [[], { option: true }],
  page: async (/** @type {any} */ { page, baseURL, allowed }, /** @type {any} */ use) => {
    /** @type {string[]} */
    const complaints = [];
    page.on("console", (/** @type {import("@playwright/test").ConsoleMessage} */ message) => {
      if (message.type() === "warning" || message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (/** @type {Error} */ error) => complaints.push(error.message));
    page.on("request", (/** @type {import("@playwright/test").Request} */ request) => {
      const url = new URL(request.url());
      const near = ["blob:", "data:", "file:"].includes(url.protocol) || url.origin === new URL(baseURL ?? "").origin;
      if (!near) complaints.push(`asked for ${url}`);
    });
    await use(page);
    expect(complaints.filter((text) => !allowed.some((/** @type {RegExp} */ pattern) => pattern.test(text)))).toEqual([]);
  },
}));

/** The list of articles, once it is there. @param {Page} page */
export async function articles(page) {
  const list = page.getByRole("list", { name: "Articles", exact: true }).getByRole("article");
  await expect(list.first()).toBeVisible();
  return list;
}

/** How many articles match, as the status line says. @param {Page} page */
export async function matching(page) {
  const text = (await page.getByRole("status").textContent()) ?? "";
  return Number(/\d+/.exec(text)?.[0]);
}

/** @param {Page} page */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** Three short invented reports, as files. */
export const OWN = [
  {
    name: "ferry.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(
      "Ferry to Brenholm runs again\n\nBRENHOLM – The ferry between Brenholm and Sund will run again from Monday, harbour master Ilse Varga said on 4 March 2024.\n\n“The repairs took three weeks longer than we planned,” Varga said.\n",
    ),
  },
  {
    name: "ferry-delay.md",
    mimeType: "text/markdown",
    buffer: Buffer.from(
      "---\ntitle: Brenholm ferry delayed once more\nsource: Sund Herald\ndate: 2024-03-02\nlanguage: en\n---\n\nThe ferry between Brenholm and Sund stays in dock for another week, the harbour office said.\n\nNobody named a cause. <script>document.title = 'broken'</script> <img src=x onerror=\"document.title = 'broken'\">\n",
    ),
  },
  {
    name: "more.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(
      '{"id":"quota","title":"Fishers ask for a new quota","source":"Coast Wire","date":"2023-11-20","body":"The union of fishers in Sund asked for a new quota on Friday."}\n',
    ),
  },
];
