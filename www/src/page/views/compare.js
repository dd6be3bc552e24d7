import { html, nothing } from "lit";
import { saveText } from "../save.js";
import { settled } from "../settled.js";
import { MOST_ARTICLES, splitArticles } from "../shelf.js";
import { onlyInOne, quotedSources } from "./compare-own.js";
import { comparisonCsv, comparisonMarkdown } from "./compare-sections.js";
import { distinctiveTerms, entityMatrix, sharedTimeline, statisticsTable } from "./compare-tables.js";
import { dateBoard, figureBoard } from "./figure-board.js";
import { ACCEPTED } from "./first-visit.js";
import { pairReader } from "./pair-reader.js";
import { panel } from "./parts.js";
import { passages } from "./passages.js";

/** @import { Comparison, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/**
 * What the parts of the comparison are made of.
 *
 * @typedef {object} Compared
 * @property {AnalyzerPage} page
 * @property {Comparison} comparison
 * @property {readonly Report[]} reports
 */

/** The letter that an article goes by. @param {number} report */
export const letter = (report) => String.fromCharCode(65 + report);

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export const titleOf = ({ t }, report) => report.metadata.title ?? t("title.none");

/**
 * The same in the article's language, whose rules its lines are broken by.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export const titleIn = (page, report) =>
  html`<bdi lang=${report.metadata.title ? report.language : nothing}>${titleOf(page, report)}</bdi>`;

/** @param {AnalyzerPage} page */
export function compareView(page) {
  const { t, shelf } = page;
  return panel(
    "compare",
    html`
      <section class="view-part">
        <h2>${t("compare.articles")}</h2>
        ${cards(page)} ${shelf.room > 0 ? adding(page) : html`<p class="soft">${t("compare.full", { n: MOST_ARTICLES })}</p>`}
      </section>
      ${body(page)}
    `,
  );
}

/** @param {AnalyzerPage} page */
function body(page) {
  const { t, shelf } = page;
  const { comparison, reports } = shelf;
  if (shelf.articles.length === 0) return html`<p class="empty">${t("compare.one")}</p>`;
  if (shelf.hasFailed) return html`<p class="empty" role="alert">${t("compare.failed")}</p>`;
  if (!comparison || reports.length < 2) return html`<p class="soft" role="status">${t("compare.running")}</p>`;
  /** @type {Compared} */
  const compared = { page, comparison, reports };
  return html`
    ${figureBoard(compared)} ${dateBoard(compared)} ${entityMatrix(compared)} ${passages(compared)} ${pairReader(compared)}
    ${quotedSources(compared)} ${onlyInOne(compared)} ${sharedTimeline(compared)} ${distinctiveTerms(compared)}
    ${statisticsTable(compared)}
    <p class="data-tools">
      <button type="button" @click=${() => saveText(JSON.stringify(comparison, null, 2), `${page.fileName}-comparison.json`, "application/json")}>
        ${t("compare.json")}
      </button>
      <button
        type="button"
        data-action="comparison-csv"
        @click=${() => saveText(comparisonCsv(compared), `${page.fileName}-comparison.csv`, "text/csv")}
      >
        ${t("compare.csv")}
      </button>
      <button
        type="button"
        data-action="comparison-markdown"
        @click=${() => saveText(comparisonMarkdown(compared), `${page.fileName}-comparison.md`, "text/markdown")}
      >
        ${t("compare.markdown")}
      </button>
    </p>
  `;
}

/** @param {AnalyzerPage} page */
function cards(page) {
  const { t, shelf, session } = page;
  return html`
    <ol class="cards">
      <li class="article-card" data-current>
        <b class="letter" aria-hidden="true">A</b>
        <div>
          <p>${session.report ? titleIn(page, session.report) : t("state.analysing")}</p>
          <p class="soft small">${t("compare.onPage")} ${session.report ? length(page, session.report) : nothing}</p>
        </div>
      </li>
      ${shelf.articles.map(
        ({ text, report, failed }, index) => html`
          <li class="article-card">
            <b class="letter" aria-hidden="true">${letter(index + 1)}</b>
            <div>
              <p>${report ? titleIn(page, report) : html`<bdi>${text.slice(0, 30).toWellFormed()}…</bdi>`}</p>
              <p class="soft small">${failed ? t("compare.unread") : report ? length(page, report) : t("state.analysing")}</p>
            </div>
            <span class="card-actions">
              <button type="button" class="small" data-action="open-card" @click=${() => openCard(page, index)}>${t("compare.open")}</button>
              <button
                type="button"
                class="plain small"
                aria-label=${t("compare.remove", { letter: letter(index + 1) })}
                @click=${() => {
                  shelf.remove(index);
                  focusAdding(page);
                }}
              >
                ✕
              </button>
            </span>
          </li>
        `,
      )}
    </ol>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
const length = ({ t, session }, { statistics }) => t("number.characters", { n: statistics.characters[session.characterRule] });

/**
 * @param {AnalyzerPage} page
 * @param {number} index
 */
function openCard(page, index) {
  page.open(page.shelf.swap(index, page.session.text));
  page.show("text");
}

/**
 * The button that was pressed is gone: goes on where another article is added, or to the whole where there is no room.
 *
 * @param {AnalyzerPage} page
 */
async function focusAdding(page) {
  await page.updateComplete;
  /** @type {HTMLElement | null} */ (page.querySelector(".add summary") ?? page.querySelector("#panel"))?.focus();
}

/** @param {AnalyzerPage} page */
function adding(page) {
  const { t, shelf } = page;
  const add = () => {
    const box = /** @type {HTMLTextAreaElement | null} */ (page.querySelector(".add textarea"));
    if (!box || box.value.trim() === "") return;
    shelf.add(splitArticles(box.value));
    box.value = "";
    focusAdding(page);
  };
  return html`
    <details class="add" ?open=${shelf.articles.length === 0}>
      <summary>${t("compare.add")}</summary>
      <textarea class="box" rows="5" aria-label=${t("compare.box")} placeholder=${t("compare.placeholder")} spellcheck="false"></textarea>
      <div class="first-actions">
        <button type="button" class="primary" data-action="add-article" @click=${add}>${t("compare.addButton")}</button>
        <label class="button file">
          ${t("compare.files")}
          <input
            type="file"
            class="visually-hidden"
            multiple
            accept=${ACCEPTED}
            @change=${(/** @type {Event & {target: HTMLInputElement}} */ { target }) => {
              const files = [...(target.files ?? [])];
              target.value = "";
              if (files.length > 0) page.openFiles(files);
            }}
          />
        </label>
      </div>
    </details>
  `;
}

/**
 * Words of one of the articles compared, as a button that goes to where they stand.
 *
 * @param {Compared} compared
 * @param {{report: number, span: {start: number, end: number} | undefined, title: string}} place `title` names the visit.
 * @param {unknown} words
 */
export function wordsAt(compared, { report, span, title }, words) {
  const go = () => span && goTo(compared, report, span, title);
  return html`
    <button type="button" class="plain place" lang=${compared.reports[report].language} dir="auto" ?disabled=${!span} @click=${go}>${words}</button>
  `;
}

/**
 * Goes to a place in one of the articles compared, taking that article off the shelf if need be.
 *
 * @param {Compared} compared
 * @param {number} report
 * @param {{start: number, end: number}} span
 * @param {string} title
 */
export async function goTo({ page, reports }, report, span, title) {
  const { shelf, session } = page;
  const wanted = reports[report];
  if (wanted.text !== session.text) {
    const index = shelf.articles.findIndex(({ text }) => text === wanted.text);
    if (index < 0) return;
    page.open(shelf.swap(index, session.text));
    await settled(session);
  }
  if (session.isCurrent) page.walk(title, [{ span, facts: () => [], because: [] }]);
}
