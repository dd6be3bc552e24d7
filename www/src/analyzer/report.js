/** @import { CompactReport, Report, Token, TokenColumns } from "../../pkg/article_analyzer.js" */

/** A report as a runner hands it on: lists that came in slices are empty in its JSON. @typedef {CompactReport & {lists?: Record<string, unknown[]>}} HandedReport */

/**
 * What of a report can be handed to another thread instead of being copied.
 *
 * @param {CompactReport} report
 * @returns {Transferable[]}
 */
export function transferables({ tokenColumns }) {
  return Object.values(tokenColumns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []));
}

/**
 * The report as its contract has it. The words become objects when they are first asked for.
 *
 * @param {HandedReport} raw
 * @param {string} text The text as the caller has it: the core sees U+FFFD where it has a lone surrogate.
 * @returns {Report}
 */
export function restore({ json, lists, tokenColumns }, text) {
  /** @type {Token[] | undefined} */
  let tokens;
  const report = { ...JSON.parse(json), ...lists, text };
  Object.defineProperty(report, "tokens", {
    enumerable: true,
    get: () => (tokens ??= buildTokens(tokenColumns)),
  });
  return /** @type {Report} */ (report);
}

/**
 * @param {TokenColumns} columns
 * @returns {Token[]}
 */
function buildTokens(columns) {
  const { starts, ends, upos, uposTable, xpos, xposTable, lemmas, lemmaTable, origins, originTable } = columns;
  return Array.from(starts, (start, index) => ({
    span: { start, end: ends[index] },
    upos: uposTable[upos[index]],
    xpos: xposTable[xpos[index]] ?? null,
    lemma: lemmaTable[lemmas[index]],
    origin: originTable[origins[index]] ?? null,
  }));
}
