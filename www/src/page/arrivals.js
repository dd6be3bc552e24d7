import { sharedText } from "../offline/offline.js";

/** @import { AnalyzerPage } from "./page.js" */

/**
 * Starts what makes the page an installed program, and takes what other programs hand it.
 *
 * @param {AnalyzerPage} page
 */
export async function takeArrivals(page) {
  const { offline } = page;
  offline.onFiles((files) => page.openFiles(files));
  await offline.start();
  const shared = await offline.takeShared();
  if (!shared) return;
  if (shared.files.length > 0) return page.openFiles(shared.files);
  const text = sharedText(shared);
  if (text === null) page.fileError = { key: "error.share-address", values: {} };
  else page.open(text);
  page.requestUpdate();
}
