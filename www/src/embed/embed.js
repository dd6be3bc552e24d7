import { ArticleErrorEvent, ArticleReportEvent, define } from "../element/index.js";

/** @import { ArticleReport } from "../element/index.js" */

/**
 * What the page around sends: a text or HTML to analyse.
 *
 * @typedef {{type: "article-analyzer", text?: unknown, html?: unknown}} Question
 */

/**
 * What is sent to the page around.
 *
 * @typedef {{event: "ready"}
 *   | {event: "height", height: number}
 *   | {event: "report", report: import("../../pkg/article_analyzer.js").Report}
 *   | {event: "error", code: string, message: string}} Answer
 */

/** Options that are handed to the element as they are. */
const ATTRIBUTES = ["language", "interface-language", "reference-date", "sections"];

const options = new URLSearchParams(location.hash.slice(1));
/** The only origin that is heard and answered: the one named in the fragment, else our own. */
const origin = URL.parse(options.get("origin") ?? location.href)?.origin ?? location.origin;
const hasBox = options.has("box");

define();
const element = /** @type {ArticleReport} */ (document.createElement(hasBox ? "article-analyzer" : "article-report"));
for (const name of ATTRIBUTES) {
  const value = options.get(name);
  if (value !== null) element.setAttribute(name, value);
}
const theme = options.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
document.documentElement.lang = options.get("interface-language") ?? document.documentElement.lang;
document.body.append(element);

/** @param {Answer} answer */
function tell(answer) {
  if (parent !== window) parent.postMessage({ type: "article-analyzer", ...answer }, origin);
}

addEventListener("message", (/** @type {MessageEvent<Question>} */ { source, origin: from, data }) => {
  if (source !== parent || from !== origin || data?.type !== "article-analyzer") return;
  if (typeof data.text === "string") element.text = data.text;
  else if (typeof data.html === "string") element.html = data.html;
});

element.addEventListener(ArticleReportEvent.type, (event) => {
  tell({ event: "report", report: { .../** @type {ArticleReportEvent} */ (event).report } });
});
element.addEventListener(ArticleErrorEvent.type, (event) => {
  const { code, message } = /** @type {ArticleErrorEvent} */ (event).error;
  tell({ event: "error", code, message });
});
new ResizeObserver(() => tell({ event: "height", height: Math.ceil(document.body.getBoundingClientRect().height) })).observe(document.body);
tell({ event: "ready" });
