import { html, nothing } from "lit";
import { date } from "../format.js";
import { articleBox } from "./article-box.js";

/** @import { AnalyzerPage } from "../page.js" */

/** The files that can be opened, as an input for files wants them named. */
export const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html";

const SAMPLES = /** @type {const} */ ([
  { load: () => import("../../../samples/ja.txt?raw"), label: "first.sampleJa" },
  { load: () => import("../../../samples/en.txt?raw"), label: "first.sampleEn" },
]);

/**
 * @param {AnalyzerPage} page
 * @param {unknown} notice What there is to tell, below the box: on a phone the rest is out of sight.
 */
export function firstVisit(page, notice) {
  const { t } = page;
  return html`
    <p class="lead">${t("first.lead")}</p>
    ${articleBox(page)} ${notice}
    <div class="first-actions">
      <span class="soft">${t("first.try")}</span>
      ${SAMPLES.map(
        ({ load, label }) =>
          html`<button type="button" @click=${async () => page.open((await load()).default)}>${t(label)}</button>`,
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
 * The articles that were on the page before.
 *
 * @param {AnalyzerPage} page
 */
export function earlierList(page) {
  const { t, earlier } = page;
  if (earlier.articles.length === 0) return nothing;
  return html`
    <section class="earlier">
      <h2>${t("earlier.title")}</h2>
      <ul>
        ${earlier.articles.map(
          (article) => html`
            <li>
              <button
                type="button"
                class="plain"
                @click=${() => {
                  earlier.take(article);
                  page.open(article.text);
                }}
              >
                <bdi>${article.title}</bdi>
                <span class="soft small">${date(page.interfaceLanguage, article.at.slice(0, 10))} · ${t("number.characters", { n: article.characters })}</span>
              </button>
            </li>
          `,
        )}
      </ul>
      <p class="small">
        <span class="soft">${t("earlier.kept")}</span>
        <button type="button" class="link" data-action="forget" @click=${() => page.forgetAll()}>${t("earlier.forget")}</button>
      </p>
    </section>
  `;
}
