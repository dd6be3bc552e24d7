import { ArticleAnalyzer } from "./analyzer-element.js";
import { ArticleReport } from "./report-element.js";

export { ArticleErrorEvent, ArticleProgressEvent, ArticleReportEvent } from "./events.js";
export { serveFrom } from "./shared.js";
export { ArticleAnalyzer, ArticleReport };

/** Registers the elements under their names, or under others. Where there are no elements nothing is done. */
export function define({ report = "article-report", analyzer = "article-analyzer" } = {}) {
  const registry = globalThis.customElements;
  if (!registry) return;
  if (!registry.get(report)) registry.define(report, ArticleReport);
  if (!registry.get(analyzer)) registry.define(analyzer, ArticleAnalyzer);
}
