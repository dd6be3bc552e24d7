import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { mark } from "../../reading/layers.js";
import { formsOf, written } from "./frequencies.js";
import { answered, dataTools, filter } from "./parts.js";

/** @import { Context, Frequency, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Characters shown on each side: kanji say more in less. */
const SIDE = { narrow: 20, wide: 40 };
const MOST_LINES = 200;

/**
 * Every place of a word or phrase with the text around it. A word is looked for in all its forms.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Frequency[]} frequencies
 * @param {string} phrase
 */
export function concordance(page, report, frequencies, phrase) {
  const { t, choices } = page;
  const width = report.statistics.manuscriptSheets ? SIDE.narrow : SIDE.wide;
  const entry = frequencies.find((entry) => written(entry) === phrase);
  return html`
    <label class="field">
      <span>${t("concordance.phrase")}</span>
      <input
        type="search"
        data-action="phrase"
        .value=${live(phrase)}
        @input=${(/** @type {Event & {target: HTMLInputElement}} */ { target }) => page.choose({ phrase: target.value })}
      />
    </label>
    ${entry && Object.keys(entry.forms).length > 1
      ? html`<p class="soft small" lang=${report.language}>${t("concordance.forms", { forms: formsOf(page, entry) })}</p>`
      : nothing}
    ${phrase.trim() === ""
      ? html`<p class="soft small">${t("concordance.hint")}</p>`
      : answered(page, report, { kind: "concordance", phrase, width, sort: choices.contextOrder }, (lines, question) =>
          result(page, report, lines, question),
        )}
  `;
}

/**
 * A side of a place without the word that its outer end cuts, where words stand apart.
 *
 * @param {string} side
 * @param {number} width That it was asked for.
 * @param {RegExp} outer What stands at its outer end.
 */
const inWords = (side, width, outer) => (width === SIDE.wide && [...side].length >= width ? side.replace(outer, "") : side);

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Context[]} lines
 * @param {{phrase: string, width?: number}} question
 */
function result(page, report, lines, { phrase, width = SIDE.wide }) {
  const { t, choices } = page;
  if (lines.length === 0) return html`<p role="status">${t("concordance.none")}</p>`;
  const orders = /** @type {const} */ (["position", "left", "right"]);
  const options = orders.map((order) => ({ value: order, name: t(`context.${order}`) }));
  const go = (/** @type {Context} */ line) => {
    const inText = lines.toSorted((a, b) => a.span.start - b.span.start);
    page.walk(phrase, inText.map(({ span }) => mark(span)), inText.indexOf(line));
  };
  return html`
    <p role="status">${t("concordance.places", { n: lines.length })}</p>
    ${filter(t("context.order"), options, choices.contextOrder, (contextOrder) => page.choose({ contextOrder }))}
    <ol class="kwic" lang=${report.language}>
      ${lines.slice(0, MOST_LINES).map(
        (line) => html`
          <li>
            <button type="button" class="plain" @click=${() => go(line)}>
              <span class="line soft" lang=${page.interfaceLanguage}>${t("concordance.line", { n: line.block + 1 })}</span>
              <span class="left"><bdi>${inWords(line.left, width, /^\S+/)}</bdi></span><mark>${line.keyword}</mark><span class="right"><bdi>${inWords(line.right, width, /\S+$/)}</bdi></span>
            </button>
          </li>
        `,
      )}
    </ol>
    ${lines.length > MOST_LINES ? html`<p class="soft small">${t("action.more", { n: lines.length - MOST_LINES })}</p>` : nothing}
    ${dataTools(page, "concordance", () => [
      [
        t("concordance.block"), t("concordance.sentence"), t("concordance.start"), t("concordance.end"), t("context.left"),
        t("concordance.phrase"), t("context.right"),
      ],
      ...lines.map(({ block, sentence, span, left, keyword, right }) => [
        String(block + 1), String(sentence + 1), String(span.start), String(span.end), left, keyword, right,
      ]),
    ])}
  `;
}
