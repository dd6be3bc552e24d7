/** @import { AnalyzerPage } from "./page.js" */

/**
 * Opens the inspector. On a phone it comes up from below; what it is about is moved out of its way.
 *
 * @param {AnalyzerPage} page
 */
export async function openSheet(page) {
  page.isSheetOpen = true;
  page.requestUpdate();
  await page.updateComplete;
  const sheet = page.querySelector(".inspector");
  if (!sheet || getComputedStyle(sheet).position !== "fixed") return;
  const { selection, session, marks } = page;
  const selected = selection?.kind === "block" ? session.report?.blocks[selection.block] : marks.current;
  if (selected) page.articleText?.keepAbove(selected.span, sheet.getBoundingClientRect().top);
}
