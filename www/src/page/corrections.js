/** @import { Report, Role } from "../../pkg/article_analyzer.js" */

/**
 * A role that the reader set. The line's text finds the line again after the article was edited.
 *
 * @typedef {{block: number, text: string, role: Role}} RoleCorrection
 */

/**
 * The corrections with the places where their lines stand now; those whose line is gone are dropped.
 *
 * @param {RoleCorrection[]} corrections
 * @param {Report} report
 * @returns {RoleCorrection[]}
 */
export function findAgain(corrections, report) {
  const wanted = new Set(corrections.map(({ text }) => text));
  /** @type {Map<string, number[]>} */
  const places = new Map();
  for (const [index, { span }] of report.blocks.entries()) {
    const text = report.text.slice(span.start, span.end);
    if (wanted.has(text)) places.set(text, [...(places.get(text) ?? []), index]);
  }
  return corrections.flatMap((correction) => {
    const found = places.get(correction.text) ?? [];
    const distance = (/** @type {number} */ index) => Math.abs(index - correction.block);
    const nearest = found.toSorted((a, b) => distance(a) - distance(b))[0];
    return nearest === undefined ? [] : [{ ...correction, block: nearest }];
  });
}
