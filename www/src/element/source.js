/** @import { Options, Report } from "../../pkg/article_analyzer.js" */
/** @import { Analyzer, Running } from "../analyzer/analyzer.js" */

/** What an element is to analyse. @typedef {{text: string} | {html: string} | {element: Element}} Source */

/**
 * @param {Analyzer} analyzer
 * @param {Source} source
 * @param {Options & Running} options
 * @returns {Promise<Report>}
 */
export function analyzeSource(analyzer, source, options) {
  return analyzer.analyze({ text: textOf(source) }, options);
}

/** @param {Source} source */
export function textOf(source) {
  if ("text" in source) return source.text;
  if ("element" in source) return shownText(source.element);
  return shownText(new DOMParser().parseFromString(source.html, "text/html").body);
}

/** @param {Element} element */
const shownText = (element) => (element instanceof HTMLElement ? element.innerText : (element.textContent ?? ""));
