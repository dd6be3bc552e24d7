/** @import { AnalyzerPage } from "./page.js" */

/**
 * Takes what is dropped anywhere on the page, until the signal fires.
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
