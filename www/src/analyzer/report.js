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
  columnsOf.set(report, tokenColumns);
  return /** @type {Report} */ (report);
}

/**
 * The columns of the words of reports that came from an analysis: making them again would take longer than keeping them.
 *
 * @type {WeakMap<object, TokenColumns>}
 */
const columnsOf = new WeakMap();

/** The numbers of reports that were asked about. @type {WeakMap<Report, number>} */
const numbers = new WeakMap();
let lastNumber = 0;

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
 * A report in parts, as the core takes it.
 *
 * @param {Report} report
 * @returns {CompactReport}
 */
export function compact(report) {
  const columns = columnsOf.get(report);
  const fields = Object.keys(report).filter((name) => name !== "tokens");
  const rest = Object.fromEntries(fields.map((name) => [name, Reflect.get(report, name)]));
  // What is no report is told by the core, which names what it lacks.
  const { text, tokens = [] } = /** @type {Partial<Report>} */ (report);
  return {
    // JSON that Rust reads has no lone surrogates.
    json: JSON.stringify({ ...rest, text: text?.toWellFormed(), tokens: [] }),
    tokenColumns: columns ?? toColumns(tokens),
  };
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

/**
 * @param {Token[]} tokens
 * @returns {TokenColumns}
 */
function toColumns(tokens) {
  const [upos, uposTable] = encode(tokens.map(({ upos }) => upos));
  const [xpos, xposTable] = encode(tokens.map(({ xpos }) => xpos));
  const [lemmas, lemmaTable] = encode(tokens.map(({ lemma }) => lemma));
  const [origins, originTable] = encode(tokens.map(({ origin }) => origin));
  return {
    starts: Uint32Array.from(tokens, ({ span }) => span.start),
    ends: Uint32Array.from(tokens, ({ span }) => span.end),
    upos: Uint8Array.from(upos),
    uposTable,
    xpos: Uint16Array.from(xpos),
    xposTable,
    lemmas: Uint32Array.from(lemmas),
    lemmaTable,
    origins: Uint8Array.from(origins),
    originTable,
  };
}

/**
 * The values as numbers into a table of the different ones.
 *
 * @template T
 * @param {T[]} values
 * @returns {[codes: number[], table: T[]]}
 */
function encode(values) {
  const table = [...new Set(values)];
  const codes = new Map(table.map((value, code) => [value, code]));
  return [values.map((value) => codes.get(value) ?? 0), table];
}
