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
export const toTsv = (rows) => rows.map((row) => row.map((text) => inert(text.replace(/[\t\r\n]+/g, " "))).join("\t")).join("\n");

/**
 * A text as the name of a file: without what some system does not allow in one.
 *
 * @param {string} text
 */
export const toFileName = (text) => text.replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu, " ").trim().slice(0, 60).trim().toWellFormed();

/** What of a drawing's look is set by the style sheet and goes into its file. */
const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "opacity"];

/**
 * A drawing as a file of its own, with the colours and fonts that it has on the page.
 *
 * @param {SVGSVGElement} drawing
 * @param {string} name
 */
export function saveDrawing(drawing, name) {
  const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [index, element] of [drawing, ...drawing.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(element);
    for (const look of LOOKS) copies[index].setAttribute(look, style.getPropertyValue(look));
  }
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [key, value] of [["width", "100%"], ["height", "100%"]]) paper.setAttribute(key, value);
  paper.setAttribute("fill", getComputedStyle(document.documentElement).backgroundColor);
  copy.prepend(paper);
  saveText(new XMLSerializer().serializeToString(copy), name, "image/svg+xml");
}
