import { html, nothing } from "lit";
import { codePoints } from "../../reading/layers.js";
import { decimal, percent } from "../format.js";
import { diversityMeasures, readabilityMeasures } from "./measures.js";
import { CHARACTER_NAMES, characterName } from "./article-header.js";
import { lengths } from "./lengths.js";
import { passageCounts } from "./passage.js";
import { bars, chartTools, excerpt } from "./parts.js";
import { roles } from "./roles.js";
import { shares } from "./shares.js";

/** @import { Report, Statistics } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

const LONGEST = 3;

const SCRIPTS = /** @type {const} */ (["kanji", "hiragana", "katakana", "latin", "digits", "other"]);

/** @param {AnalyzerPage} page */
export function statisticsView(page) {
  const { session, t } = page;
  const { report } = session;
  if (!report) return html`<section id="panel" role="tabpanel" aria-labelledby="tab-statistics"></section>`;
  const n = report.blocks.filter((block) => block.counted).length;
  return html`
    <section class="statistics" id="panel" role="tabpanel" aria-labelledby="tab-statistics" tabindex="0">
      <p class="over">${t("stat.over", { n })}</p>
      <div class="tables">
        ${passageCounts(page, report)} ${characters(page, report.statistics)} ${structure(page, report.statistics)} ${reading(page, report.statistics)}
        ${readabilityMeasures(page, report)} ${diversityMeasures(page, report)} ${scripts(page, report.statistics)} ${shares(page, report.statistics)} ${lengths(page, report)} ${longest(page, report)}
      </div>
      ${roles(page, report)}
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Statistics} statistics
 */
function characters({ t, interfaceLanguage }, { characters, pasted }) {
  const number = (/** @type {number} */ n) => n.toLocaleString(interfaceLanguage);
  return html`
    <section>
      <h2 id="stat-characters">${t("stat.characters")}</h2>
      <table aria-labelledby="stat-characters" data-table="characters">
        <thead>
          <tr><th scope="col">${t("stat.rule")}</th><th scope="col">${t("stat.counted")}</th><th scope="col">${t("stat.pasted")}</th></tr>
        </thead>
        <tbody>
          ${CHARACTER_NAMES.map(
            (id) => html`
              <tr data-row=${id}>
                <th scope="row">${characterName(t, id)}</th>
                <td>${number(characters[id])}</td>
                <td>${number(pasted[id])}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
      <p class="soft small">${t("stat.charactersNote")}</p>
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Statistics} statistics
 */
function structure({ t, interfaceLanguage }, statistics) {
  const { paragraphs, sentences, words, uniqueLemmas, charactersPerSentence, wordsPerSentence, manuscriptSheets } = statistics;
  const number = (/** @type {number} */ n) => n.toLocaleString(interfaceLanguage);
  const mean = (/** @type {number | null} */ value) => decimal(interfaceLanguage, value) ?? t("stat.none");
  /** @type {[string, string][]} */
  const rows = [
    [t("stat.paragraphs"), number(paragraphs)],
    [t("stat.sentences"), number(sentences)],
    [t("stat.words"), number(words)],
    [t("stat.uniqueLemmas"), number(uniqueLemmas)],
    [t("stat.charactersPerSentence"), mean(charactersPerSentence)],
    [t("stat.wordsPerSentence"), mean(wordsPerSentence)],
  ];
  return html`
    <section>
      <h2 id="stat-structure">${t("stat.structure")}</h2>
      ${table("stat-structure", rows)}
      ${manuscriptSheets
        ? html`
            <h3 id="stat-sheets">${t("stat.sheets")}</h3>
            ${table("stat-sheets", [
              [t("stat.sheetsByCharacters"), t("stat.sheet", { n: manuscriptSheets.byCharacters })],
              [t("stat.sheetsByLayout"), t("stat.sheet", { n: manuscriptSheets.byLayout })],
            ])}
          `
        : nothing}
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Statistics} statistics
 */
function reading({ t, interfaceLanguage }, { readingMinutes }) {
  const ids = /** @type {const} */ (["typical", "fast", "slow", "aloud"]);
  /** @type {[string, string][]} */
  const rows = ids.map((id) => [
    t(`stat.${id}`),
    t("stat.minutes", { n: decimal(interfaceLanguage, readingMinutes[id]) ?? "" }),
  ]);
  return html`
    <section>
      <h2 id="stat-reading">${t("stat.reading")}</h2>
      ${table("stat-reading", rows)}
      <p class="soft small">${t("stat.readingNote")}</p>
    </section>
  `;
}

/**
 * @param {string} labelledBy
 * @param {[string, string][]} rows
 */
function table(labelledBy, rows) {
  return html`
    <table aria-labelledby=${labelledBy} data-table=${labelledBy.replace("stat-", "")}>
      <tbody>
        ${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}
      </tbody>
    </table>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Statistics} statistics
 */
function scripts(page, { scripts }) {
  const { t, interfaceLanguage } = page;
  return html`
    <section>
      <h2 id="stat-scripts">${t("stat.scripts")}</h2>
      ${bars({
        labelledBy: "stat-scripts",
        table: "scripts",
        heading: t("stat.share"),
        rows: SCRIPTS.map((id) => ({ name: t(`script.${id}`), share: scripts[id], value: percent(interfaceLanguage, scripts[id], 1) })),
      })}
      <p class="soft small">${t("stat.scriptsNote")}</p>
      ${chartTools(page, { data: "scripts", selector: "[data-table=scripts]" }, () => [
        [t("stat.scripts"), t("stat.share")],
        ...SCRIPTS.map((id) => [t(`script.${id}`), String(scripts[id])]),
      ])}
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function longest(page, report) {
  const { t } = page;
  const found = countedSentences(report).sort((a, b) => b.length - a.length).slice(0, LONGEST);
  if (found.length === 0) return nothing;
  return html`
    <section>
      <h2>${t("stat.longest")}</h2>
      <ol class="longest">
        ${found.map(
          ({ sentence, index, length }) => html`
            <li>
              <button type="button" class="plain" @click=${() => goTo(page, index)}>
                <span class="soft small">${t("number.characters", { n: length })}</span>
                <span lang=${report.language} dir="auto">${excerpt(report, sentence.span, 90)}</span>
              </button>
            </li>
          `,
        )}
      </ol>
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {number} sentence
 */
function goTo(page, sentence) {
  const { marks } = page;
  marks.search("");
  if (marks.active !== "sentences") {
    if (marks.isShown("sentences")) marks.toggle("sentences");
    marks.toggle("sentences");
  }
  marks.index = sentence;
  const mark = marks.current;
  if (mark) page.selectMark(mark);
}

/** @param {Report} report */
function countedSentences({ text, blocks, sentences }) {
  return sentences.flatMap((sentence, index) =>
    blocks[sentence.block].counted ? [{ sentence, index, length: codePoints(text, sentence.span) }] : [],
  );
}
