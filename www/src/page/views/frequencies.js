import { html } from "lit";
import { decimal, percent } from "../format.js";
import { countBy, dataTools, moreRows } from "./parts.js";
import { CLASSES } from "./labels.js";

/** @import { Frequency, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Classes of words that mean something by themselves. */
const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ", "ADV", "X"]);

const ONE_LETTER = /^[a-z\uFF41-\uFF5A]$/u;

/**
 * Whether a word belongs to a class; without one, whether it means something by itself: the dollars and months of figures
 * and single letters don't.
 *
 * @param {Frequency} entry
 * @param {string | null} wanted
 */
export const isInList = ({ lemma, upos, count, inFigures }, wanted) =>
  wanted === null ? CONTENT.has(upos) && inFigures * 2 < count && !ONE_LETTER.test(lemma) : upos === wanted;

/**
 * A dictionary form with the capitals that the article writes it with.
 *
 * @param {Pick<Frequency, "lemma" | "forms">} entry
 */
export function written({ lemma, forms }) {
  const same = Object.entries(forms).filter(([form]) => form.toLowerCase() === lemma);
  return same.sort(([, a], [, b]) => b - a)[0]?.[0] ?? lemma;
}

/**
 * The forms of a word, the most frequent first, each with its count.
 *
 * @param {AnalyzerPage} page
 * @param {Frequency} entry
 */
export function formsOf({ t }, { forms }) {
  const inOrder = Object.entries(forms).sort(([, a], [, b]) => b - a);
  return inOrder.map(([form, n]) => `${form} ${n.toLocaleString(t.language)}`).join(t("list.comma"));
}

/**
 * Shows a word or phrase in its context, and moves there where that is out of sight.
 *
 * @param {AnalyzerPage} page
 * @param {string} phrase
 */
export async function lookUp(page, phrase) {
  page.choose({ phrase, collocateRows: 0 });
  await page.updateComplete;
  page.querySelector("#concordance-title")?.scrollIntoView({ block: "nearest" });
}

/**
 * The words by dictionary form, the most frequent first; one is picked out to be seen in its context.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Frequency[]} frequencies
 * @param {string} phrase
 */
export function frequencyList(page, report, frequencies, phrase) {
  const { t, choices } = page;
  const present = countBy(frequencies, ({ upos }) => upos);
  const wanted = choices.wordClass && present.has(/** @type {Frequency["upos"]} */ (choices.wordClass)) ? choices.wordClass : null;
  const found = frequencies.filter((entry) => isInList(entry, wanted));
  return html`
    <label class="field">
      <span>${t("words.filter")}</span>
      <select
        data-action="word-class"
        @change=${(/** @type {Event & {target: HTMLSelectElement}} */ { target }) => page.choose({ wordClass: target.value || null })}
      >
        <option value="" ?selected=${wanted === null}>${t("words.content")}</option>
        ${CLASSES.filter((upos) => present.has(upos)).map(
          (upos) => html`<option value=${upos} ?selected=${upos === wanted}>${t(`upos.${upos}`)}</option>`,
        )}
      </select>
    </label>
    <table class="records plain-rows" aria-labelledby="frequencies-title" data-table="frequencies">
      <thead>
        <tr>
          <th scope="col">${t("words.word")}</th><th scope="col">${t("card.class")}</th>
          <th scope="col" class="number">${t("words.times")}</th><th scope="col" class="number">${t("words.share")}</th>
          <th scope="col" class="number">${t("words.dispersion")}</th>
        </tr>
      </thead>
      <tbody>
        ${found.slice(0, choices.wordRows).map((entry) => row(page, report, entry, phrase))}
      </tbody>
    </table>
    ${moreRows(page, found.length - choices.wordRows, (more) => page.choose({ wordRows: choices.wordRows + more }))}
    <p class="soft small">${t("words.dispersionNote")}</p>
    ${dataTools(page, "words", () => [
      [t("words.word"), t("card.class"), t("words.times"), t("words.share"), t("words.dispersion"), t("words.forms")],
      ...found.map((entry) => [
        written(entry), t(`upos.${entry.upos}`), String(entry.count), String(entry.share), String(entry.dispersion), formsOf(page, entry),
      ]),
    ])}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Frequency} entry
 * @param {string} phrase
 */
function row(page, { language }, entry, phrase) {
  const { t, interfaceLanguage } = page;
  const name = written(entry);
  return html`
    <tr>
      <th scope="row">
        <button type="button" class="link" lang=${language} aria-pressed=${name === phrase} @click=${() => lookUp(page, name)}><bdi>${name}</bdi></button>
      </th>
      <td class="soft small">${t(`upos.${entry.upos}`)}</td>
      <td class="number">${entry.count.toLocaleString(interfaceLanguage)}</td>
      <td class="number">${percent(interfaceLanguage, entry.share, 1)}</td>
      <td class="number">${decimal(interfaceLanguage, entry.dispersion, 2)}</td>
    </tr>
  `;
}
