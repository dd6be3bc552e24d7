import { html } from "lit";
import { articleBox } from "./article-box.js";

/** @import { AnalyzerPage } from "../page.js" */

/** The files that can be opened, as an input for files wants them named. */
export const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html";

const SAMPLES = /** @type {const} */ ({
  ja: { url: new URL("../../../samples/ja.txt", import.meta.url), label: "first.sampleJa" },
  en: { url: new URL("../../../samples/en.txt", import.meta.url), label: "first.sampleEn" },
});

/** @param {AnalyzerPage} page */
export function firstVisit(page) {
  const { t } = page;
  return html`
    <p class="lead">${t("first.lead")}</p>
    ${articleBox(page)}
    <div class="first-actions">
      <span class="soft">${t("first.try")}</span>
      ${[SAMPLES.ja, SAMPLES.en].map(
        ({ url, label }) => html`<button type="button" @click=${() => openSample(page, url)}>${t(label)}</button>`,
      )}
      <label class="button file">
        ${t("first.open")}
        <input
          type="file"
          class="visually-hidden"
          multiple
          accept=${ACCEPTED}
          @change=${(/** @type {Event & {target: HTMLInputElement}} */ event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            if (files.length > 0) page.openFiles(files);
          }}
        />
      </label>
    </div>
    <p class="soft small">${t("first.drop")}</p>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {URL} url
 */
async function openSample(page, url) {
  const response = await fetch(url);
  page.open(await response.text());
}
