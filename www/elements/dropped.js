// @ts-check
/** The files of a drop, those in dropped folders included. */
import { mayHoldArticles } from "../lib/files.js";

/** @typedef {{file: File, path: string}} Dropped */

/**
 * @param {DataTransfer} transfer
 * @returns {Promise<Dropped[]>}
 */
export async function droppedFiles(transfer) {
  // A transfer is emptied once the event is over: take everything out before the first wait.
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const taken = items.map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));
  const found = await Promise.all(
    taken.map(({ entry, file }) => (entry?.isDirectory ? readFolder(entry) : file ? [{ file, path: file.name }] : [])),
  );
  return found.flat();
}

/**
 * @param {FileSystemEntry} entry
 * @returns {Promise<Dropped[]>}
 */
async function readFolder(entry) {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    if (!mayHoldArticles(path)) return [];
    const file = await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject));
    return [{ file, path }];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {Dropped[]} */
  const files = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const inner of entries) files.push(...(await readFolder(inner)));
  }
}
