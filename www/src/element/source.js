/** @import { Options, Report } from "../../pkg/article_analyzer.js" */
/** @import { Analyzer, Running } from "../analyzer/analyzer.js" */

/** What an element is to analyse. @typedef {{text: string} | {html: string} | {element: Element}} Source */

/**
 * An analyzer that reads HTML and elements by itself, with what their markup says.
 *
 * @typedef {object} ReadsMarkup
 * @property {(input: {html: string}, options: Options & Running) => Promise<Report>} analyze
 * @property {(element: Element, options: Options & Running) => Promise<Report>} analyzeElement
 */

/**
 * @param {Analyzer} analyzer
 * @param {Source} source
 * @param {Options & Running} options
 * @returns {Promise<Report>}
 */
export function analyzeSource(analyzer, source, options) {
  if ("text" in source) return analyzer.analyze(source, options);
  const reader = /** @type {ReadsMarkup} */ (/** @type {unknown} */ (analyzer));
  if (!reader.analyzeElement) return analyzer.analyze({ text: textOf(source) }, options);
  return "element" in source ? reader.analyzeElement(source.element, options) : reader.analyze(source, options);
}

/**
 * Whether there is anything to analyse.
 *
 * @param {Source} source
 */
export const isBlank = (source) => ("html" in source ? source.html : textOf(source)).trim() === "";

/** @param {Source} source */
function textOf(source) {
  if ("text" in source) return source.text;
  if ("element" in source) return shownText(source.element);
  return shownText(new DOMParser().parseFromString(source.html, "text/html").body);
}

/** @param {Element} element */
const shownText = (element) => (element instanceof HTMLElement ? element.innerText : (element.textContent ?? ""));
