import { splitArticles } from "./shelf.js";

/** @import { AnalyzerPage } from "./page.js" */

/** What is shorter, and one line, is a word to be looked for or a slip of the hand: it replaces no article. */
const SHORT = 80;

/**
 * Takes what is dropped or pasted anywhere on the page, until the signal fires.
 *
 * @param {AnalyzerPage} page
 * @param {AbortSignal} signal
 */
export function takeDrops(page, signal) {
  const onDrag = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    const isDropping = event.type === "dragover";
    if (isDropping === page.isDropping || (!isDropping && event.relatedTarget !== null)) return;
    page.isDropping = isDropping;
    page.requestUpdate();
  };
  addEventListener("dragover", onDrag, { signal });
  addEventListener("dragleave", onDrag, { signal });
  addEventListener("drop", (event) => onDrop(page, event), { signal });
  addEventListener("paste", (event) => onPaste(page, event), { signal });
}

/**
 * @param {AnalyzerPage} page
 * @param {DragEvent} event
 */
function onDrop(page, event) {
  event.preventDefault();
  page.isDropping = false;
  page.requestUpdate();
  const files = [...(event.dataTransfer?.files ?? [])];
  const [html = "", text = ""] = ["text/html", "text/plain"].map((type) => event.dataTransfer?.getData(type));
  if (files.length > 0) page.openFiles(files);
  else if (html || text) page.openCopied({ html, text });
}

/**
 * A paste beside any box brings another article: in the place of the one that is read, beside those that are compared.
 *
 * @param {AnalyzerPage} page
 * @param {ClipboardEvent} event
 */
function onPaste(page, { target, clipboardData }) {
  if (!clipboardData || (target instanceof Element && target.closest("input, textarea, select, dialog"))) return;
  const [html, text] = ["text/html", "text/plain"].map((type) => clipboardData.getData(type));
  if (text.length < SHORT && !text.trim().includes("\n")) return;
  if (page.view === "compare" && page.session.text !== "") page.shelf.add(splitArticles(text));
  else page.openCopied({ html, text });
}
