import { html, nothing } from "lit";
import { readingRange, readingTime } from "../../element/reading-time.js";
import { date, decimal, percent } from "../format.js";
import { levelsOf, measureName } from "./measures.js";

/** @import { Characters, Report } from "../../../pkg/article_analyzer.js" */
/** @import { Translate } from "../../strings/index.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** The four ways of counting characters that the reader can choose from. */
export const CHARACTER_RULES = /** @type {const} */ (["withoutBoth", "withoutLineBreaks", "withoutSpaces", "all"]);

/** All counts of characters, in the order of the tables. */
export const CHARACTER_NAMES = /** @type {const} */ (["all", "withoutLineBreaks", "withoutSpaces", "withoutBoth", "graphemes", "bytes"]);

/**
 * What a way of counting characters is called.
 *
 * @param {Translate} t
 * @param {keyof Characters} id
 */
export function characterName(t, id) {
  return t(id === "bytes" || id === "graphemes" ? `stat.${id}` : `rule.${id}`);
}

/** Languages that put no spaces between words: their length is told in characters alone. */
const UNSPACED = new Set(["ja", "zh"]);

/** @param {AnalyzerPage} page */
export function articleHeader(page) {
  const { session, t } = page;
  const { report } = session;
  if (!report) return html`<header class="article-header"><h1 class="visually-hidden">${t("text.label")}</h1></header>`;
  const { title, byline, publisher, published } = report.metadata;
  const meta = [published && date(page.interfaceLanguage, published), publisher, byline].filter(Boolean);
  return html`
    <header class="article-header" ?data-stale=${!session.isCurrent}>
      ${meta.length > 0 ? html`<p class="meta">${meta.map((part) => html`<bdi>${part}</bdi>`)}</p>` : nothing}
      <h1 lang=${title ? report.language : nothing} dir="auto" class=${title ? "" : "untitled"}>${title ?? t("title.none")}</h1>
      ${keyNumbers(page, report)}
    </header>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function keyNumbers(page, report) {
  const { session, t } = page;
  const { characters, readingMinutes, sentences, words, excludedCharacters } = report.statistics;
  const rule = session.characterRule;
  const { pace } = session;
  const range = pace === 1 ? readingRange(t, readingMinutes) : "";
  const inBlocks = excludedCharacters + characters.withoutLineBreaks;
  return html`
    <ul class="key-numbers" aria-label=${t("key.label")}>
      <li data-number="characters">
        <strong>${t("number.characters", { n: characters[rule] })}</strong>
        <select
          class="plain small"
          aria-label=${t("key.rule")}
          @change=${(/** @type {Event & {target: HTMLSelectElement}} */ event) =>
            session.set({ characterRule: /** @type {keyof Characters} */ (event.target.value) })}
        >
          ${CHARACTER_RULES.map((id) => html`<option value=${id} ?selected=${id === rule}>${t(`rule.${id}`)}</option>`)}
        </select>
      </li>
      <li data-number="reading" title=${t("key.reading")}>
        <strong>${readingTime(t, readingMinutes.typical / pace)}</strong>
        ${range === "" ? nothing : html`<span class="small soft">${range}</span>`}
      </li>
      <li data-number="sentences"><strong>${t("number.sentences", { n: sentences })}</strong></li>
      ${UNSPACED.has(report.language)
        ? nothing
        : html`<li data-number="words"><strong>${t("number.words", { n: words })}</strong></li>`}
      ${level(page, report)}
      ${excludedCharacters === 0
        ? nothing
        : html`<li data-number="left-out">
            <button type="button" class="link" @click=${() => showLeftOut(page)}>
              ${t("number.leftOut", { percent: percent(page.interfaceLanguage, excludedCharacters / inBlocks) })}
            </button>
          </li>`}
    </ul>
  `;
}

/**
 * The first measure of readability that has a value, with what it means.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function level({ t, interfaceLanguage }, { readability }) {
  const first = readability.find(({ value }) => value !== null);
  if (!first) return nothing;
  const name = measureName(t, first.measure);
  return html`
    <li data-number="level">
      <span>${t("glance.level")} <strong>${decimal(interfaceLanguage, first.value)} <bdi>${levelsOf(t, first).here}</bdi></strong></span>
      <span class="small soft">${first.audience === "learner" ? t("measure.forLearners", { name }) : name}</span>
    </li>
  `;
}

/** @param {AnalyzerPage} page */
async function showLeftOut(page) {
  page.selection = null;
  page.isSheetOpen = true;
  page.show("text");
  await page.updateComplete;
  /** @type {HTMLElement | null} */ (page.querySelector(".left-out h2"))?.focus();
}
