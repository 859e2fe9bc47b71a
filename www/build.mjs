// @ts-check
/**
 * Bundles the page:  node www/build.mjs OUT [--engine DIR]
 *
 * DIR holds `engine.js`, `assembly.js`, `comparison.js`, `correction.js` and `formats.js`, the glue that wasm-bindgen writes for the
 * target `web`; it becomes part of the worker. The wasm files of the latter four, which are fetched when somebody needs them, become part of
 * the single file.
 *
 *   OUT/index.html     the site's page: <link> to page.css, <script type=module> to crossread.js, nothing inline
 *   OUT/crossread.js   what a page names: starts worker.js and fetches elements.js, both from beside itself
 *   OUT/elements.js    every element with its sheets
 *   OUT/worker.js      the engine's glue and loader, a classic script
 *   OUT/page.css       what index.html itself needs
 *   OUT/single/template.html   the single file without its corpus
 *
 * `crossread.wasm` (the engine, with the corpus as its last section), `assembly.wasm`, `comparison.wasm`, `correction.wasm`, `formats.wasm`
 * and `names.crossread-model` are put beside these by whoever publishes.
 *
 * The single file is template.html with the one occurrence of `<!--crossread:wasm-->` replaced by the base64 of
 * crossread.wasm (standard alphabet, padded, no line ends). It holds, in this order:
 *
 *   <style id="crossread-style">                                        page.css
 *   <crossread-explorer src="#crossread-wasm">
 *   <script type="application/octet-stream;base64" id="crossread-wasm"> the placeholder
 *   <script type="application/octet-stream;base64" id="crossread-assembly">    assembly.wasm
 *   <script type="application/octet-stream;base64" id="crossread-comparison">  comparison.wasm
 *   <script type="application/octet-stream;base64" id="crossread-correction">  correction.wasm
 *   <script type="application/octet-stream;base64" id="crossread-formats">     formats.wasm
 *   <script type="application/octet-stream;base64" id="crossread-model">       names.crossread-model
 *   <script type="text/plain" id="crossread-worker">                    worker.js, started from a Blob
 *   <script id="crossread-page">                                        page.js, a classic script
 *
 * page.js knows the file's skeleton, with `<!--crossread:style-->`, `…:assembly-->`, `…:comparison-->`, `…:correction-->`, `…:formats-->`, `…:model-->`, `…:worker-->` and `…:page-->` for the parts that
 * it reads from the document again: so a published file can publish. Within scripts `</script` is written `<\/script`
 * and `<!--` as `<\x21--`: neither can end a script or change how it is read, and no script contains a placeholder.
 */
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build, transform } from "esbuild";
import { minify } from "terser";
import { ways } from "./ways.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
/** The page's own script and styles together, compressed, in bytes. */
const BUDGET = 70_000;
/** The wasm files that are fetched when somebody needs them. */
const LATER = ["assembly", "comparison", "correction", "formats"];
/** The trained model of names, fetched together with the assembly. */
const MODEL = join(HERE, "..", "model", "names.crossread-model");

/** @param {string[]} words */
function readArguments(words) {
  const at = words.indexOf("--engine");
  const engine = at >= 0 ? words[at + 1] : undefined;
  const out = words.find((word, index) => !word.startsWith("--") && index !== at + 1) ?? (at < 0 ? words[0] : undefined);
  if (!out) throw new Error("usage: node www/build.mjs OUT [--engine DIR]");
  return { out: resolve(out), engine: engine ? resolve(engine) : null };
}

/** Sheets reach the elements as text, made small. @type {import("esbuild").Plugin} */
const sheets = {
  name: "sheets",
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: (await smallCss(path)).trim(),
      loader: "text",
    }));
  },
};

/** Lit without its hooks for browsers that lack custom elements or shadow roots, and without the count of its copies. @type {import("esbuild").Plugin} */
const lit = {
  name: "lit",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/](?:lit-html|lit-element|reactive-element)\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/\w+\.\w+PolyfillSupport\b/g, "void 0").replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, "0"),
    }));
  },
};

/** What wasm-bindgen's glue brings for browsers that the wasm does not run in, and for callers that we are not. */
const ELSEWHERE = [
  /^if \(Symbol\.dispose\).*$/gm,
  /\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{[^\n]*\}\s*:/g,
  /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?^\}/gm,
  / else \{\s*console\.warn\('using deprecated parameters[^\n]*\s*\}/g,
  /if \((?:module !== undefined|Object\.getPrototypeOf\(module\) === Object\.prototype)\) (?=\{)/g,
  /if \(!\(module instanceof WebAssembly\.Module\)\) \{\s*module = [^\n]*\s*\}/g,
  /cachedDataViewMemory0\.buffer\.detached === \w+ (?:\|\||&&) /g,
  // What was passed in is given back where there is no room for the rest of it: by then nothing works any more.
  /try \{\n((?: +(?:ptr|len)\d = [^\n]*\n)+) *\} catch \(e\) \{[^]*?throw e;\s*\}/g,
  /if \(realloc === undefined\) \{[^]*?^    \}/gm,
];

/** The glue without that, but with what a pattern takes into a group. @type {import("esbuild").Plugin} */
const glueOnly = {
  name: "glue",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/](?:engine|assembly|comparison|correction|formats)\.js$/ }, async ({ path }) => ({
      contents: ELSEWHERE.reduce((text, pattern) => text.replace(pattern, (_, kept) => (typeof kept === "string" ? kept : "")), await readFile(path, "utf8")),
    }));
  },
};

/** Methods that lit or the browser calls. */
const CALLED_ELSEWHERE = /Callback$|Update$|Updated$|^host[A-Z]|^(?:createRenderRoot|scrollTo)$/;

/**
 * The methods of our elements that nothing outside names: of two words, declared in a class of `elements`, and neither a method of
 * the client, which others may stand in for, nor anywhere in quotation marks or bound in a template.
 */
async function ownMethods() {
  const folder = join(HERE, "elements");
  const sources = (await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")))).join("\n");
  const client = await readFile(join(HERE, "engine", "client.js"), "utf8");
  const declared = new Set([...sources.matchAll(/^  (?:async )?([a-z]+[A-Z]\w*)\(.*\) \{$/gm)].map(([, name = ""]) => name));
  const isSaid = (/** @type {string} */ name) => new RegExp(`["'\`]${name}["'\`]| [.]${name}=`).test(sources) || new RegExp(`\\b${name}\\b`).test(client);
  return [...declared].filter((name) => !CALLED_ELSEWHERE.test(name) && !isSaid(name));
}

/** @param {string} path */
async function smallCss(path) {
  return (await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: "es2022" })).code;
}

/**
 * @param {string} entry @param {import("esbuild").BuildOptions} options
 * @returns {Promise<string>}
 */
async function bundle(entry, options) {
  const result = await build({
    entryPoints: [join(HERE, entry)],
    bundle: true,
    write: false,
    minify: true,
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    // Names that no other program says: what lit keeps to itself, and methods that draw or answer.
    mangleProps: new RegExp(`^_\\$|^(?:render|on)[A-Z]|^(?:${own.join("|")})$`),
    plugins: [sheets, ways, lit, glueOnly],
    logOverride: { "empty-import-meta": "silent" },
    ...options,
  });
  const bundled = result.outputFiles?.[0]?.text ?? "";
  // A second pass: it knows more ways to say the same, about 3 % once compressed.
  const { code = "" } = await minify(bundled, { module: options.format === "esm", compress: { passes: 3, ecma: 2020, keep_fargs: false, hoist_funs: options.format === "esm", unsafe_arrows: true, unsafe_methods: options.format === "esm" }, format: { ecma: 2020 } });
  return smallTemplates(code.replaceAll("<!--", "<\\x21--"));
}

/** Tags of boxes: white space beside them is not seen. */
const BOXES = "p|ul|ol|li|dl|dt|dd|div|section|article|aside|header|footer|nav|h\\d|table|thead|tbody|tfoot|tr|th|td|figure|fieldset|form|dialog|details|summary";

/**
 * Says a template's HTML in fewer words: how far its lines are indented nobody sees, nor a line's end before a box; and an element
 * ends where its parent does, or where the next item begins, so that the tags which say so can go. Only templates hold tags.
 * @param {string} code
 */
function smallTemplates(code) {
  const shorter = code
    .replace(new RegExp(`\\n +(?=</?(?:${BOXES})\\b)`, "g"), "")
    .replace(/\n +/g, " ")
    .replace(/<\/li>(?=<li\b|<\/[uo]l>)/g, "")
    .replace(/<\/d[td]>(?=<d[td]\b|<\/(?:dl|div)>)/g, "")
    .replace(/<\/t[hd]>(?=<t[hd]\b|<\/tr>)|<\/tr>(?=<\/(?:thead|tbody|tfoot|table)>)|<\/(?:thead|tbody|tfoot)>(?=<\/table>|<t(?:body|foot)\b)/g, "")
    .replace(/<\/p>(?=<(?:p|ul|ol|dl|div|section|table|h\d|header|footer|form|fieldset|details)\b|<\/(?:div|section|aside|header|footer|form|details|li|dialog)>)/g, "");
  const last = new RegExp(`(?:</[a-z][a-z\\d-]*>)*</(?:${BOXES})> \`|(?:</[a-z][a-z\\d-]*>)+\``, "g");
  return shorter.replace(last, "`");
}

/** @param {string} page  index.html @param {Record<string, string>} parts */
function singleFile(page, parts) {
  const skeleton = page
    .replace(/<link rel="stylesheet"[^>]*>/, () => '<style id="crossread-style"><!--crossread:style--></style>')
    .replace(/\s*<link rel="modulepreload"[^>]*>/, "")
    .replace(/\s*<script type="module"[^>]*><\/script>/, "")
    .replace('src="crossread.wasm"', 'src="#crossread-wasm"')
    .replace("</body>", () =>
      [
        '<script type="application/octet-stream;base64" id="crossread-wasm"><!--crossread:wasm--></script>',
        ...[...LATER, "model"].map(
          (part) =>
            `<script type="application/octet-stream;base64" id="crossread-${part}"><!--crossread:${part}--></script>`,
        ),
        '<script type="text/plain" id="crossread-worker"><!--crossread:worker--></script>',
        '<script id="crossread-page"><!--crossread:page--></script>',
        "</body>",
      ].join("\n"),
    );
  return { skeleton, fill: () => Object.entries(parts).reduce(fillPart, skeleton) };
}

/** @param {string} text @param {[string, string]} part */
function fillPart(text, [name, content]) {
  return text.replace(`<!--crossread:${name}-->`, () => content);
}

/** @param {string} name @param {string} script */
function checkInline(name, script) {
  if (/<\/script|<!--/i.test(script)) throw new Error(`${name} holds </script or <!-- and cannot stand inside a page`);
}

const { out, engine } = readArguments(process.argv.slice(2));
const index = await readFile(join(HERE, "index.html"), "utf8");
const style = (await smallCss(join(HERE, "styles", "page.css"))).trim();
/** @param {string} part */
const glue = (part) => (engine ? join(engine, `${part}.js`) : join(HERE, "engine", "missing.js"));
const alias = Object.fromEntries(["engine", ...LATER].map((part) => [`crossread:${part}`, glue(part)]));
const own = await ownMethods();
const worker = await bundle("engine/worker.js", { format: "iife", alias });
/** @param {string} part */
const base64 = async (part) => (engine ? (await readFile(join(engine, `${part}_bg.wasm`))).toString("base64") : "");
const [assembly = "", comparison = "", correction = "", formats = ""] = await Promise.all(LATER.map(base64));
const model = (await readFile(MODEL)).toString("base64");
const start = await bundle("crossread.js", { format: "esm" });
const elements = await bundle("elements.js", { format: "esm", define: { CROSSREAD_SKELETON: '""' } });
const { skeleton } = singleFile(index, {});
const inline = await bundle("single.js", { format: "iife", define: { CROSSREAD_SKELETON: JSON.stringify(skeleton) } });
checkInline("worker.js", worker);
checkInline("page.js", inline);
const template = singleFile(index, { style, assembly, comparison, correction, formats, model, worker, page: inline }).fill();
if (template.split("<!--crossread:").length !== 2) throw new Error("the template needs exactly one placeholder");

await mkdir(join(out, "single"), { recursive: true });
await writeFile(join(out, "index.html"), index);
await writeFile(join(out, "page.css"), style);
await writeFile(join(out, "crossread.js"), start);
await writeFile(join(out, "elements.js"), elements);
await writeFile(join(out, "worker.js"), worker);
await writeFile(join(out, "single", "template.html"), template);

let total = 0;
const scripts = { "crossread.js": start, "elements.js": elements, "worker.js": worker, "page.css": style };
for (const [name, text] of Object.entries(scripts)) {
  const size = brotliCompressSync(text).length;
  total += size;
  console.log(`${name.padEnd(14)} ${String(text.length).padStart(8)} bytes ${String(size).padStart(7)} brotli`);
}
console.log(`${"script, styles".padEnd(14)} ${" ".repeat(14)} ${String(total).padStart(7)} brotli, ${BUDGET} at most`);
if (total > BUDGET) {
  console.error(`the page's script and styles are ${total - BUDGET} bytes over their budget`);
  process.exitCode = 1;
}
