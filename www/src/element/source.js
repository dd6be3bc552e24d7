/** @import { Options, Report } from "../../pkg/article_analyzer.js" */
/** @import { Analyzer, Running } from "../analyzer/analyzer.js" */

/** What an element is to analyse. @typedef {{text: string} | {html: string} | {element: Element}} Source */

/**
 * @param {Analyzer} analyzer
 * @param {Source} source
 * @param {Options & Running} options
 * @returns {Promise<Report>}
 */
export const analyzeSource = (analyzer, source, options) =>
  "element" in source ? analyzer.analyzeElement(source.element, options) : analyzer.analyze(source, options);

/**
 * Whether there is anything to analyse.
 *
 * @param {Source} source
 */
export const isBlank = (source) => ("element" in source ? (source.element.textContent ?? "") : Object.values(source)[0]).trim() === "";
