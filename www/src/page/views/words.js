import { html, nothing } from "lit";
import { percent } from "../format.js";
import { collocates } from "./collocates.js";
import { concordance } from "./concordance.js";
import { frequencyList, isInList, written } from "./frequencies.js";
import { runs } from "./runs.js";
import { answered, bars, chartTools, empty, panel } from "./parts.js";
import { CLASSES } from "./labels.js";

/** @import { Frequency, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

const ORIGINS = /** @type {const} */ (["native", "sinitic", "foreign", "mixed", "proper"]);

/** @param {AnalyzerPage} page */
export function wordsView(page) {
  const { t } = page;
  const { report } = page.session;
  if (!report) return panel("words", nothing);
  const { words } = report.statistics;
  if (words === 0) return panel("words", empty(t("words.none")));
  return panel(
    "words",
    html`
      <div class="over-and-action">
        <p class="over">${t("words.over", { n: words })}</p>
        <button type="button" data-action="show-words" @click=${() => showInText(page)}>${t("words.show")} <kbd aria-hidden="true">w</kbd></button>
      </div>
      ${answered(page, report, { kind: "frequencies" }, (frequencies) => parts(page, report, frequencies))}
    `,
  );
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Frequency[]} frequencies
 */
function parts(page, report, frequencies) {
  const { t, choices } = page;
  const first = frequencies.find((entry) => isInList(entry, null));
  const phrase = choices.phrase ?? (first ? written(first) : "");
  return html`
    <div class="list-and-detail words-and-context">
      <section class="view-part">
        <h2 id="frequencies-title">${t("words.frequencies")}</h2>
        ${frequencyList(page, report, frequencies, phrase)}
      </section>
      <div class="detail">
        <section class="view-part">
          <h2 id="concordance-title">${t("concordance.title")}</h2>
          ${concordance(page, report, frequencies, phrase)}
        </section>
        ${phrase.trim() === "" ? nothing : collocates(page, report, frequencies, phrase)}
      </div>
      <section class="view-part">
        <h2 id="ngrams-title">${t("ngrams.title")}</h2>
        ${runs(page, report)}
      </section>
    </div>
    <div class="side-by-side">
      <section class="view-part">
        <h2 id="classes-title">${t("words.classes")}</h2>
        ${classes(page, report)}
      </section>
      ${origins(page, report)}
    </div>
  `;
}

/** @param {AnalyzerPage} page */
function showInText(page) {
  if (page.marks.active !== "words") {
    if (page.marks.isShown("words")) page.marks.toggle("words");
    page.marks.toggle("words");
  }
  page.show("text");
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function classes(page, { statistics: { partsOfSpeech, words } }) {
  const { t, interfaceLanguage } = page;
  const present = CLASSES.filter((upos) => partsOfSpeech[upos] > 0).sort((a, b) => partsOfSpeech[b] - partsOfSpeech[a]);
  const rows = present.map((upos) => ({
    name: t(`upos.${upos}`),
    share: partsOfSpeech[upos] / partsOfSpeech[present[0]],
    value: `${partsOfSpeech[upos].toLocaleString(interfaceLanguage)} (${percent(interfaceLanguage, partsOfSpeech[upos] / words, 1)})`,
  }));
  return html`
    ${bars({ labelledBy: "classes-title", heading: t("words.times"), rows })}
    ${chartTools(page, { data: "classes", selector: "[data-table=classes-title]" }, () => [
      [t("card.class"), t("words.times"), t("words.share")],
      ...present.map((upos) => [t(`upos.${upos}`), String(partsOfSpeech[upos]), String(partsOfSpeech[upos] / words)]),
    ])}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function origins(page, report) {
  const { t, interfaceLanguage } = page;
  return answered(page, report, { kind: "distributions" }, ({ wordOrigins }) => {
    const of = (/** @type {typeof ORIGINS[number]} */ origin) => wordOrigins[origin] ?? 0;
    const known = ORIGINS.reduce((sum, origin) => sum + of(origin), 0);
    if (known === 0) return nothing;
    const rows = ORIGINS.map((origin) => ({
      name: t(`origin.${origin}`),
      share: of(origin) / known,
      value: percent(interfaceLanguage, of(origin) / known, 1),
    }));
    return html`
      <section class="view-part">
        <h2 id="origins-title">${t("words.origins")}</h2>
        ${bars({ labelledBy: "origins-title", heading: t("stat.share"), rows })}
        <p class="soft small">${t("words.originsNote", { n: known })}</p>
        ${chartTools(page, { data: "origins", selector: "[data-table=origins-title]" }, () => [
          [t("card.origin"), t("words.times"), t("words.share")],
          ...ORIGINS.map((origin) => [t(`origin.${origin}`), String(of(origin)), String(of(origin) / known)]),
        ])}
      </section>
    `;
  });
}
