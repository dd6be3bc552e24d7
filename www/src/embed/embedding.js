import { ArticleReport, ArticleReportEvent, define } from "../element/index.js";

/** What the examples send to be analysed. */
const TEXT = "本を読む。雨が降る。";

/** The folder that this site is served from. */
const here = new URL(".", location.href).href.replace(/\/$/, "");
for (const code of document.querySelectorAll("code")) code.textContent = code.textContent.replaceAll("HERE", here);

define();

const report = document.querySelector("#report");
const output = document.querySelector("#output");
if (report instanceof ArticleReport && output) {
  report.addEventListener(ArticleReportEvent.type, (event) => {
    const { language, statistics } = /** @type {ArticleReportEvent} */ (event).report;
    output.textContent = `${language} ${statistics.sentences}`;
  });
  report.text = TEXT;
}

const frame = document.querySelector("#frame");
if (frame instanceof HTMLIFrameElement) {
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== location.origin || source !== frame.contentWindow) return;
    if (data.event === "ready") frame.contentWindow?.postMessage({ type: "article-analyzer", text: TEXT }, origin);
    if (data.event === "height") frame.height = data.height;
  });
  frame.src = `./embed.html#${new URLSearchParams({ origin: location.origin, "interface-language": "ja" })}`;
}
