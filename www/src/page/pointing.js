import { openSheet } from "./sheet.js";

/** @import { BlockChosenEvent, BlockReachedEvent, PassageSelectedEvent, PlaceHoveredEvent } from "../reading/events.js" */
/** @import { AnalyzerPage } from "./page.js" */

/**
 * A line was chosen, or a place in it: the mark there is picked out where there is one.
 *
 * @param {AnalyzerPage} page
 * @param {BlockChosenEvent} event
 */
export function onBlockChosen(page, { block, offset }) {
  const mark = offset === null ? null : page.marks.standAt(offset);
  if (!mark) return page.selectBlock(block, { focus: offset === null });
  page.selection = { kind: "mark" };
  openSheet(page);
}

/**
 * The pointer rests on a place of the text while its words are shown.
 *
 * @param {AnalyzerPage} page
 * @param {PlaceHoveredEvent} event
 */
export function onPlaceHovered(page, { offset }) {
  const { marks } = page;
  const here = marks.marksOf("words")[marks.index]?.span;
  if (marks.active !== "words" || (here && here.start <= offset && offset < here.end)) return;
  if (!marks.standAt(offset)) return;
  page.selection = { kind: "mark" };
  page.requestUpdate();
}

/**
 * The arrow keys came to a line.
 *
 * @param {AnalyzerPage} page
 * @param {BlockReachedEvent} event
 */
export function onBlockReached(page, { block }) {
  const blocks = page.session.report?.blocks ?? [];
  const role = page.t(`role.${blocks[block].role}`);
  page.say(page.t("text.announce", { role, index: block + 1, all: blocks.length }));
  if (page.selection?.kind === "block") page.selectBlock(block);
}

/**
 * Another part of the text is selected, or none.
 *
 * @param {AnalyzerPage} page
 * @param {PassageSelectedEvent} event
 */
export function onPassageSelected(page, { span }) {
  if (span?.start === page.passage?.start && span?.end === page.passage?.end) return;
  page.passage = span;
  page.requestUpdate();
}
