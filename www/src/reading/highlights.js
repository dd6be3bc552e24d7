/** @import { Span } from "../../pkg/article_analyzer.js" */

/**
 * Text nodes and where in the article each begins, in order.
 *
 * @typedef {{start: number, end: number, node: Text}} Piece
 */

/**
 * The first index whose item is not before `offset`.
 *
 * @param {readonly {end: number}[]} items In order.
 * @param {number} offset
 */
export function firstEndingAfter(items, offset) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A span as ranges of the pieces that it lies in; what is not on the page has none.
 *
 * @param {readonly Piece[]} pieces
 * @param {Span} span
 * @returns {StaticRange[]}
 */
export function ranges(pieces, { start, end }) {
  const found = [];
  for (let index = firstEndingAfter(pieces, start); index < pieces.length && pieces[index].start < end; index++) {
    const piece = pieces[index];
    found.push(
      new StaticRange({
        startContainer: piece.node,
        startOffset: Math.max(start, piece.start) - piece.start,
        endContainer: piece.node,
        endOffset: Math.min(end, piece.end) - piece.start,
      }),
    );
  }
  return found;
}

/**
 * Paints spans by the Custom Highlight API: nothing in the text moves.
 *
 * @param {string} name Of the highlight, as the style sheet has it.
 * @param {readonly Piece[]} pieces
 * @param {readonly Span[]} spans
 * @param {number} [priority] The higher one wins where two overlap.
 */
export function paint(name, pieces, spans, priority = 0) {
  if (!("highlights" in CSS)) return;
  if (spans.length === 0) return void CSS.highlights.delete(name);
  const highlight = new Highlight();
  for (const span of spans) for (const range of ranges(pieces, span)) highlight.add(range);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
