import { html } from "lit";
import { dataTools, drawingTools } from "./parts.js";

/** @import { AnalyzerPage } from "../page.js" */

/**
 * What can be done with a chart: its data copied and saved, the drawing saved.
 *
 * @param {AnalyzerPage} page
 * @param {object} chart
 * @param {string} chart.name What its files are called, behind the article's name and without an ending.
 * @param {() => string[][]} chart.rows Its data, with a row of headings.
 * @param {string} chart.drawing Selects the drawing, or the table of bars, on the page.
 */
export function chartButtons(page, { name, rows, drawing }) {
  return html`<div class="data-row">${dataTools(page, name, rows)} ${drawingTools(page, name, drawing)}</div>`;
}
