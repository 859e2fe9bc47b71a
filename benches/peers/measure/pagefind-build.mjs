/** Pagefind's index of the articles:  node pagefind-build.mjs ARTICLES FOLDER   prints one line of JSON. */
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import * as pagefind from "pagefind";
import { documentOf } from "../engines/engine.mjs";

/** So many articles are on their way to its program at a time. */
const AT_ONCE = 64;

const [articles, folder] = process.argv.slice(2);
const documents = readFileSync(articles, "utf8").trimEnd().split("\n").map((line, id) => documentOf(JSON.parse(line), id));
rmSync(folder, { recursive: true, force: true });

const started = performance.now();
const { index } = await pagefind.createIndex({});
for (let at = 0; at < documents.length; at += AT_ONCE) {
  await Promise.all(documents.slice(at, at + AT_ONCE).map((document) => index.addCustomRecord(recordOf(document))));
}
await index.writeFiles({ outputPath: folder });
const buildMs = performance.now() - started;
await pagefind.close();

const textBytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
console.log(JSON.stringify({ buildMs, mbPerS: textBytes / 1e3 / buildMs, textBytes, indexBytes: bytesIn(folder) }));

function recordOf({ id, text, source, date }) {
  return { url: `/${id}`, content: text, language: "en", filters: { source: [source], month: [date.slice(0, 7)] } };
}

/** Its index and filters; what it keeps of the texts is not counted. They are compressed already. */
function bytesIn(folder) {
  const files = ["index", "filter"].flatMap((part) => readdirSync(join(folder, part)).map((name) => join(folder, part, name)));
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
