/** @import { Span } from "../../pkg/article_analyzer.js" */

/**
 * Text nodes and where in the article each begins, in order. `part` is the element around one that is a part of a block.
 *
 * @typedef {{start: number, end: number, node: Text, part?: Element}} Piece
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
    found.push(rangeIn(pieces[index], { start, end }));
  }
  return found;
}

/**
 * What of the article a range covers, from its first to its last place on the page.
 *
 * @param {Range} range
 * @param {readonly Piece[]} pieces
 * @returns {Span | null}
 */
export function spanIn(range, pieces) {
  const parts = pieces
    .filter(({ node }) => range.intersectsNode(node))
    .map(({ start, end, node }) => ({
      start: range.startContainer === node ? start + range.startOffset : start,
      end: range.endContainer === node ? start + range.endOffset : end,
    }))
    .filter(({ start, end }) => start < end);
  const last = parts.at(-1);
  return last ? { start: parts[0].start, end: last.end } : null;
}

/**
 * @param {Piece} piece
 * @param {Span} span
 */
function rangeIn({ start, end, node }, span) {
  return new StaticRange({
    startContainer: node,
    startOffset: Math.max(span.start, start) - start,
    endContainer: node,
    endOffset: Math.min(span.end, end) - start,
  });
}

/**
 * Spans in order of their starts, and how far those up to each of them reach: what overlaps a place is found without
 * going through all.
 *
 * @typedef {{inOrder: readonly Span[], reach: Float64Array}} Sorted
 */

/** @type {WeakMap<readonly Span[], Sorted>} */
const sorted = new WeakMap();

/** @param {readonly Span[]} spans */
function sort(spans) {
  const known = sorted.get(spans);
  if (known) return known;
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  const reach = new Float64Array(spans.length);
  let furthest = 0;
  for (const [index, { end }] of inOrder.entries()) reach[index] = furthest = Math.max(furthest, end);
  sorted.set(spans, { inOrder, reach });
  return { inOrder, reach };
}

/**
 * The first index whose value is larger.
 *
 * @param {Float64Array} values In order.
 * @param {number} than
 */
function firstLarger(values, than) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] > than) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Paints spans by the Custom Highlight API: nothing in the text moves. Only what lies in the pieces is looked at.
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
  const { inOrder, reach } = sort(spans);
  for (const piece of pieces) {
    for (let index = firstLarger(reach, piece.start); index < inOrder.length && inOrder[index].start < piece.end; index++) {
      if (inOrder[index].end > piece.start) highlight.add(rangeIn(piece, inOrder[index]));
    }
  }
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** Scrolls a place to the middle of the screen where it stands too high or too low. @param {Range} place */
export function center(place) {
  const { top, bottom } = place.getBoundingClientRect();
  if (top < innerHeight * 0.2 || bottom > innerHeight * 0.7) scrollBy({ top: top - innerHeight * 0.4, behavior: "instant" });
}
