import { html, nothing } from "lit";
import { percent } from "../format.js";
import { translateName } from "../../strings/index.js";
import { splitArticles } from "../shelf.js";
import { ALL_ROLES } from "../../reading/roles.js";

/** @import { Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Languages that the analysis has rules of their own for. */
const KNOWN = new Set(["ja", "en", "zh"]);

/**
 * What the reader should know of the analysis: how far it is, what went wrong, what was left out.
 *
 * @param {AnalyzerPage} page
 */
export function notices(page) {
  const { session, t } = page;
  const { report, failure, progress } = session;
  const isCurrent = report && session.isCurrent && !failure;
  return html`
    <div class="notices">
      ${progress ? progressBar(page, progress.done) : nothing}
      ${page.fileError ? notice(t(page.fileError.key, page.fileError.values), "error") : nothing}
      ${failure ? failureNotice(page) : nothing}
      ${session.keeping === "refused" && session.text !== "" ? notice(t("keep.refused"), "warning") : nothing}
      ${session.keeping === "tooLong" && session.text !== "" ? notice(t("keep.tooLong"), "note") : nothing}
      ${isCurrent ? reportNotices(page, report) : nothing}
      ${severalNotice(page)}
      ${page.unedited !== null && !session.hasMarkup(session.text)
        ? notice(t("state.plain"), "note", html`<button type="button" data-action="unedit" @click=${() => page.takeEditsBack()}>${t("action.unedit")}</button>`)
        : nothing}
      ${page.offline.isOffline ? notice(t("state.offline"), "note") : nothing}
      ${page.offline.hasUpdate
        ? notice(t("state.update"), "note", html`<button type="button" data-action="update" @click=${() => page.offline.update()}>${t("action.update")}</button>`)
        : nothing}
      ${page.putAway !== null ? putAwayNotice(page, page.putAway) : nothing}
    </div>
  `;
}

/**
 * @param {string} text
 * @param {"note" | "warning" | "error"} kind
 * @param {unknown} [actions]
 */
function notice(text, kind, actions = nothing) {
  return html`<div class="notice" data-kind=${kind} role=${kind === "error" ? "alert" : nothing}><p>${text}</p>${actions}</div>`;
}

/**
 * @param {AnalyzerPage} page
 * @param {number} done
 */
function progressBar(page, done) {
  const { t, session } = page;
  return html`
    <div class="notice progress" data-kind="note">
      <label>
        <span>${t("state.analysing")}</span>
        <progress max="1" .value=${done}></progress>
      </label>
      <span class="soft small">${t("state.progress", { percent: percent(page.interfaceLanguage, done) })}</span>
      <button type="button" @click=${() => session.cancel()}>${t("action.cancel")}</button>
    </div>
  `;
}

/** @param {AnalyzerPage} page */
function failureNotice({ session, t }) {
  const failure = session.failure ?? "crashed";
  if (failure === "aborted") {
    return notice(t("state.stopped"), "note", html`<button type="button" @click=${() => session.analyze()}>${t("action.again")}</button>`);
  }
  const again = html`<button type="button" @click=${() => session.analyze()}>
    ${t(failure === "load-failed" ? "action.retry" : "action.again")}
  </button>`;
  const usual = html`<button type="button" @click=${() => session.setCountedRoles(null)}>${t("action.countUsual")}</button>`;
  const actions = { "input-too-large": nothing, "invalid-option": usual }[/** @type {string} */ (failure)] ?? again;
  return notice(t(`error.${failure}`), "error", actions);
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function reportNotices(page, report) {
  const { t, session } = page;
  if (report.blocks.length === 0) return notice(t("state.blank"), "note");
  const isNoise = report.blocks.every((block) => !block.counted);
  const primary = report.language.split("-")[0];
  // That there is none is said by the notice of the language.
  const warnings = report.warnings.filter(({ code }) => code !== "model-missing" || KNOWN.has(primary));
  return html`
    ${isNoise
      ? notice(
          t("state.noise"),
          "warning",
          html`
            <button type="button" @click=${() => session.setCountedRoles([...ALL_ROLES])}>${t("action.countAll")}</button>
            <button type="button" @click=${() => showAll(page)}>${t("action.showAll")}</button>
          `,
        )
      : nothing}
    ${KNOWN.has(primary) || isNoise ? nothing : notice(t("state.language"), "note")}
    ${warnings.length > 0
      ? html`
          <details class="notice" data-kind="warning">
            <summary>${t("state.warnings", { n: warnings.length })}</summary>
            <ul>
              ${warnings.map(({ code, message }) => html`<li dir="auto">${translateName(t, `warning.${code}`, message)}</li>`)}
            </ul>
          </details>
        `
      : nothing}
  `;
}

/** @param {AnalyzerPage} page */
async function showAll(page) {
  await page.read();
  page.show("text");
  await page.updateComplete;
  page.articleText?.unfold();
}

/** Offers to part a paste that holds several articles. @param {AnalyzerPage} page */
function severalNotice(page) {
  const { session, t, choices } = page;
  if (choices.isOneArticle === session.text) return nothing;
  const texts = splitArticles(session.text);
  if (texts.length < 2) return nothing;
  return notice(
    t("several.found", { n: texts.length }),
    "note",
    html`
      <button type="button" data-action="split" @click=${() => page.openAll(texts)}>${t("several.split")}</button>
      <button type="button" @click=${() => page.choose({ isOneArticle: session.text })}>${t("several.keep")}</button>
    `,
  );
}

/**
 * @param {AnalyzerPage} page
 * @param {string} text
 */
function putAwayNotice(page, text) {
  const { t, session } = page;
  const isSplit = session.text !== "" && text !== session.text && text.includes(session.text);
  return notice(t(isSplit ? "state.split" : "state.cleared"), "note", html`<button type="button" @click=${() => page.open(text)}>${t("action.undo")}</button>`);
}
