import { html, nothing } from "lit";
import { tell } from "../announcement.js";
import { saveText } from "../save.js";

/** @import { FormatName } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** What an article can be saved as, in the order of the menu. */
const FORMATS = /** @type {const} */ (["csv", "tsv", "markdown", "html", "json", "jsonl", "brat", "annotation", "schema", "conllu"]);

/** @param {AnalyzerPage} page */
export function exportsMenu(page) {
  const { session, t } = page;
  if (!session.report) return nothing;
  return html`
    <button type="button" class="plain" data-action="exports" popovertarget="exports" aria-haspopup="true">${t("action.export")}</button>
    <div class="menu" id="exports" popover>
      <p class="soft small">${t("export.about")}</p>
      <ul>
        ${FORMATS.map(
          (format) => html`
            <li>
              <button type="button" class="plain" data-format=${format} @click=${() => saveAs(page, format)}>
                <b>${t(`export.${format}`)}</b> <span class="soft small">${t(`exportFor.${format}`)}</span>
              </button>
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {FormatName} format
 */
async function saveAs(page, format) {
  const { session, t } = page;
  const { report } = session;
  if (!report) return;
  /** @type {HTMLElement | null} */ (page.querySelector("#exports"))?.hidePopover();
  try {
    const files = await session.write(report, format);
    for (const { extension, mediaType, content } of files) saveText(content, `${page.fileName}.${extension}`, mediaType);
    tell(page, t("export.done", { n: files.length }));
  } catch {
    page.fileError = { key: "export.failed", values: {} };
    page.requestUpdate();
  }
}
