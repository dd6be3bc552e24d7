/** @import { CompactReport, Report, Token, TokenColumns } from "../../pkg/article_analyzer.js" */

/**
 * What of a report can be handed to another thread instead of being copied.
 *
 * @param {CompactReport} report
 * @returns {Transferable[]}
 */
export function transferables({ tokenColumns }) {
  return Object.values(tokenColumns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []));
}

/** What reports were restored from. @type {WeakMap<Report, {bare: Report, tokenColumns: TokenColumns}>} */
const sources = new WeakMap();

/** The numbers of reports that were asked about. @type {WeakMap<Report, number>} */
const numbers = new WeakMap();
let lastNumber = 0;

/**
 * The report as its contract has it. The words become objects when they are first asked for.
 *
 * @param {CompactReport} raw
 * @param {string} text The text as the caller has it: the core sees U+FFFD where it has a lone surrogate.
 * @returns {Report}
 */
export function restore({ json, tokenColumns }, text) {
  /** @type {Token[] | undefined} */
  let tokens;
  const bare = /** @type {Report} */ ({ ...JSON.parse(json), text, tokens: [] });
  const report = { ...bare };
  sources.set(report, { bare, tokenColumns });
  Object.defineProperty(report, "tokens", {
    enumerable: true,
    get: () => (tokens ??= buildTokens(tokenColumns)),
  });
  return report;
}

/**
 * The number that a report has with the core while questions are asked about it.
 *
 * @param {Report} report
 */
export function numberOf(report) {
  const number = numbers.get(report) ?? ++lastNumber;
  numbers.set(report, number);
  return number;
}

/**
 * What of a report is handed over for questions: its words as columns where it still has them, and none of the lists
 * that no question reads.
 *
 * @param {Report} report
 * @returns {[report: Report, words: TokenColumns | undefined]}
 */
export function toAsk(report) {
  const source = sources.get(report);
  /** @type {Partial<Report>} */
  const unread = {
    entities: [], quantities: [], times: [], attributions: [], hedges: [], keywords: [], topics: [], keyFigures: [],
    summary: [], readability: [], style: [], warnings: [],
  };
  return [{ ...(source?.bare ?? report), ...unread }, source?.tokenColumns];
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
