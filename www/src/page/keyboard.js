import { LAYERS } from "../reading/layers.js";
import { VIEWS } from "./page.js";

/** @import { AnalyzerPage } from "./page.js" */

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement && target.matches("textarea, select, input:not([type=checkbox])");

/**
 * Keys that work wherever the reader is, but while typing.
 *
 * @param {AnalyzerPage} page
 * @param {KeyboardEvent} event
 */
export function onKey(page, event) {
  if (event.altKey || event.isComposing || page.querySelector("dialog[open]")) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "z" && !event.shiftKey && !isTyping(event.target)) page.session.undoLast();
    return;
  }
  if (event.key === "Escape") {
    const isEditing = page.box === event.target || document.activeElement?.closest(".held");
    if (isEditing) readOn(page);
    else page.escape();
    return;
  }
  if (isTyping(event.target)) return;
  const action = actionOf(page, event.key);
  if (!action) return;
  event.preventDefault();
  action();
}

/**
 * Sets the article out to be read; the keyboard stays at the line that was edited.
 *
 * @param {AnalyzerPage} page
 */
async function readOn(page) {
  const at = page.box?.selectionStart ?? 0;
  await page.read();
  const line = page.session.report?.blocks.findIndex(({ span }) => span.end >= at) ?? -1;
  if (at > 0 && line >= 0) page.articleText?.focusBlock(line);
}

/**
 * @param {AnalyzerPage} page
 * @param {string} key
 * @returns {(() => void) | undefined}
 */
function actionOf(page, key) {
  const view = VIEWS[Number(key) - 1];
  if (view) return () => page.show(view);
  const layer = page.marks.layers.find((layer) => layer.key === key);
  if (layer) {
    return () => {
      page.marks.toggle(layer.id);
      page.requestUpdate();
    };
  }
  /** @type {Record<string, () => void>} */
  const actions = {
    n: () => page.step(1),
    p: () => page.step(-1),
    e: () => page.edit(),
    "/": () => page.openSearch(),
    "?": () => page.openDialog("keys"),
  };
  return actions[key];
}

/**
 * Goes one step back: out of the selection, the search, the card, the sheet.
 *
 * @param {AnalyzerPage} page
 */
export function goBack(page) {
  if (page.passage && page.articleText) return getSelection()?.removeAllRanges();
  if (page.isSearchOpen) {
    page.isSearchOpen = false;
    page.marks.search("");
    return page.requestUpdate();
  }
  const { selection, marks } = page;
  const inCard = page.querySelector(".inspector")?.contains(document.activeElement);
  if (marks.chosen) marks.choose(null);
  page.selection = null;
  page.choices.takenOut = "";
  if (page.view === "names" && page.choices.entity !== "") letGo(page);
  page.isSheetOpen = false;
  page.requestUpdate();
  if (selection?.kind !== "block" || !inCard) return;
  page.updateComplete.then(() => page.articleText?.focusBlock(selection.block));
}

/** Lets go of the name that is picked out. @param {AnalyzerPage} page */
function letGo(page) {
  if (page.querySelector(".detail")?.contains(document.activeElement)) {
    /** @type {HTMLElement | null} */ (page.querySelector(".entity[aria-pressed=true]"))?.focus();
  }
  page.choices.entity = "";
}

/** The keys of the layers, for the list of keys. */
export const LAYER_KEYS = LAYERS.map(({ id, key }) => ({ id, key }));
