import { html } from "lit";
import { decimal } from "../format.js";
import { lookUp, written } from "./frequencies.js";
import { answered, dataTools, moreRows } from "./parts.js";

/** @import { Collocate, Frequency, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Words to each side. */
const WINDOW = 5;
/** Rows shown where no word stands beside it twice. */
const FIRST_ROWS = 15;
/** Chance alone reaches this log-likelihood once in twenty times. */
const TELLING = 3.84;

/**
 * The words that stand beside a word or phrase more often than chance would have it.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Frequency[]} frequencies
 * @param {string} phrase
 */
export function collocates(page, report, frequencies, phrase) {
  const { t } = page;
  return html`
    <section class="view-part">
      <h2 id="collocates-title">${t("collocates.title", { phrase })}</h2>
      ${answered(page, report, { kind: "collocates", phrase, window: WINDOW }, (found) => {
        const entries = new Map(frequencies.map((entry) => [entry.lemma, entry]));
        const nameOf = (/** @type {string} */ lemma) => written(entries.get(lemma) ?? { lemma, forms: {} });
        const oftener = found.flatMap((word) => (word.logLikelihood > 0 ? [{ ...word, name: nameOf(word.lemma) }] : []));
        return oftener.length === 0 ? html`<p class="soft">${t("collocates.none")}</p>` : table(page, report, oftener);
      })}
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly (Collocate & {name: string})[]} found
 */
function table(page, { language }, found) {
  const { t, choices, interfaceLanguage } = page;
  const number = (/** @type {number} */ n) => n.toLocaleString(interfaceLanguage);
  const repeated = found.filter(({ together }) => together > 1);
  const first = repeated.length > 0 ? repeated : found.slice(0, FIRST_ROWS);
  const rows = choices.collocateRows === 0 ? first : found.slice(0, choices.collocateRows);
  return html`
    <div class="wide scrolls" tabindex="0" role="group" aria-labelledby="collocates-title">
      <table class="records plain-rows" aria-labelledby="collocates-title" data-table="collocates">
        <thead>
          <tr>
            <th scope="col">${t("words.word")}</th><th scope="col">${t("card.class")}</th>
            <th scope="col" class="number">${t("collocates.together")}</th><th scope="col" class="number">${t("collocates.count")}</th>
            <th scope="col" class="number">${t("collocates.likelihood")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, upos, together, count, logLikelihood }) => html`
              <tr ?data-weak=${logLikelihood < TELLING}>
                <th scope="row">
                  <button type="button" class="link" lang=${language} @click=${() => lookUp(page, name)}><bdi>${name}</bdi></button>
                </th>
                <td class="soft small">${t(`upos.${upos}`)}</td>
                <td class="number">${number(together)}</td>
                <td class="number">${number(count)}</td>
                <td class="number">${decimal(interfaceLanguage, logLikelihood, 2)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
    ${moreRows(page, found.length - rows.length, (more) => page.choose({ collocateRows: rows.length + more }))}
    <p class="soft small">${t("collocates.note")}</p>
    ${dataTools(page, "collocates", () => [
      [
        t("words.word"), t("card.class"), t("collocates.together"), t("collocates.count"), t("collocates.likelihood"),
        t("collocates.pmi"), t("collocates.dice"),
      ],
      ...found.map(({ name, upos, together, count, logLikelihood, pmi, dice }) => [
        name, t(`upos.${upos}`), ...[together, count, logLikelihood, pmi, dice].map(String),
      ]),
    ])}
  `;
}
