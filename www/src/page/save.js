/** How long a file that is being saved is held, in milliseconds. */
const HELD = 10_000;

/**
 * Hands a file to the browser to be saved.
 *
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), HELD);
}

/**
 * @param {string} text
 * @param {string} name
 * @param {string} type
 */
export const saveText = (text, name, type) => save(new Blob([text], { type: `${type};charset=utf-8` }), name);

/** What a spreadsheet may take for a formula; an apostrophe before it keeps it text. */
const FORMULA = /^[=+\-−@\t\r\n＝＋－＠]/;

/** @param {string} text */
const inert = (text) => (FORMULA.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text);

/**
 * Rows as RFC 4180 has them, with the mark by which spreadsheets know UTF-8.
 *
 * @param {readonly string[][]} rows
 */
export function toCsv(rows) {
  const cell = (/** @type {string} */ text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\ufeff${rows.map((row) => row.map(inert).map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * Rows as a spreadsheet takes them from the clipboard.
 *
 * @param {readonly string[][]} rows
 */
export const toTsv = (rows) => rows.map((row) => row.map((text) => inert(text).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");

/**
 * A text as the name of a file: without what some system does not allow in one.
 *
 * @param {string} text
 */
export const toFileName = (text) => text.replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu, " ").trim().slice(0, 60).trim().toWellFormed();
