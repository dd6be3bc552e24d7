import { html, nothing } from "lit";
import { readingTime } from "../../element/reading-time.js";
import { decimal } from "../format.js";
import { CHARACTER_NAMES, characterName } from "./article-header.js";
import { answered } from "./parts.js";

/** @import { Question, Report, Selection as Counts, Span } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** What is shown of a passage by its ends, in UTF-16 units each. */
const END = 30;

/** @param {Span} passage @returns {Extract<Question, {kind: "selection"}>} */
const question = ({ start, end }) => ({ kind: "selection", start, end });

/**
 * The counts of what is selected in the text, in one line at its foot.
 *
 * @param {AnalyzerPage} page
 */
export function passageBar(page) {
  const { session, t, passage } = page;
  const { report } = session;
  if (!passage || !report) return nothing;
  const counts = page.answers.to(report, question(passage))?.answer;
  if (!counts) return nothing;
  const facts = [
    `${t("number.characters", { n: counts.characters[session.characterRule] })} (${characterName(t, session.characterRule)})`,
    t("number.words", { n: counts.words }),
    t("number.sentences", { n: counts.sentences }),
    readingTime(t, counts.readingMinutes.typical / session.pace),
  ];
  // A press on the button must leave the selection as it is.
  return html`
    <div class="passage-bar" @mousedown=${(/** @type {Event} */ event) => event.preventDefault()}>
      <p aria-live="polite"><strong>${t("passage.title")}</strong> ${facts.map((fact) => html`<span>${fact}</span> `)}</p>
      <button type="button" class="link" data-action="passage" @click=${() => page.show("statistics")}>${t("passage.open")}</button>
    </div>
  `;
}

/**
 * All counts of the part of the text that is selected, or was when the reader left the text.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function passageCounts(page, report) {
  const { t, passage } = page;
  if (!passage) return nothing;
  return html`
    <section data-part="passage">
      <h2 id="stat-passage">${t("passage.title")}</h2>
      <p class="excerpt" lang=${report.language} dir="auto">${excerpt(report.text.slice(passage.start, passage.end))}</p>
      ${answered(page, report, question(passage), (counts) => table(page, counts))}
      <p class="soft small">${t("passage.over")}</p>
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Counts} counts
 */
function table({ t, interfaceLanguage }, { characters, sentences, words, uniqueLemmas, readingMinutes }) {
  const number = (/** @type {number} */ n) => n.toLocaleString(interfaceLanguage);
  /** @type {[string, string][]} */
  const rows = [
    ...CHARACTER_NAMES.map((id) => /** @type {[string, string]} */ ([`${t("stat.characters")} (${characterName(t, id)})`, number(characters[id])])),
    [t("stat.sentences"), number(sentences)],
    [t("stat.words"), number(words)],
    [t("stat.uniqueLemmas"), number(uniqueLemmas)],
    [t("stat.reading"), t("stat.minutes", { n: decimal(interfaceLanguage, readingMinutes.typical) ?? "" })],
  ];
  return html`
    <table aria-labelledby="stat-passage" data-table="passage">
      <tbody>
        ${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}
      </tbody>
    </table>
  `;
}

/** @param {string} text */
function excerpt(text) {
  const isShort = text.length <= 2 * END;
  return isShort ? text.toWellFormed() : `${text.slice(0, END).toWellFormed()}…${text.slice(-END).toWellFormed()}`;
}
