// @ts-check
/** The ways to search, read from the table in docs/query.md: the one place where they are written down. No DOM. */

/** @typedef {[written: string, meant: string]} Way   code stands between backticks; what is written of it can be tried as it stands */

/**
 * @param {string} markdown   holds one table of two columns
 * @returns {Way[]}
 */
export function readWays(markdown) {
  const lines = markdown.split("\n");
  const rule = lines.findIndex((line) => /^\|[-:| ]+\|$/.test(line.trim()));
  const end = lines.findIndex((line, at) => at > rule && !line.startsWith("|"));
  if (rule < 1) throw new Error("no table of the ways to search");
  return lines.slice(rule + 1, end < 0 ? undefined : end).map((line) => {
    const [written, meant, ...more] = cells(line);
    if (!written || !meant || more.length > 0) throw new Error(`not two cells: ${line}`);
    return [written, meant];
  });
}

/** A bar inside code is written `\|`. @param {string} line */
function cells(line) {
  return line.trim().slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
