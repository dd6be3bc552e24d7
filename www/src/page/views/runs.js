import { html } from "lit";
import { mark } from "../../reading/layers.js";
import { answered, dataTools, filter, moreRows } from "./parts.js";

/** @import { NGram, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

const LENGTHS = /** @type {const} */ ([2, 3, 4, 5]);
/** Runs that are asked for: in a long article there are hundreds of thousands. */
const MOST = 1000;

/**
 * Runs of words that come again, each leading through its places.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function runs(page, report) {
  const { t, choices } = page;
  const options = LENGTHS.map((n) => ({ value: n, name: t("ngrams.words", { n }) }));
  return html`
    ${filter(t("ngrams.length"), options, choices.runLength, (runLength) => page.choose({ runLength }))}
    ${answered(page, report, { kind: "ngrams", n: choices.runLength, most: MOST }, (found) =>
      found.length === 0 ? html`<p class="soft">${t("ngrams.none")}</p>` : table(page, report, found),
    )}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly NGram[]} found
 */
function table(page, { language }, found) {
  const { t, choices, interfaceLanguage } = page;
  return html`
    <table class="records plain-rows" aria-labelledby="ngrams-title" data-table="ngrams">
      <thead>
        <tr><th scope="col">${t("ngrams.run")}</th><th scope="col" class="number">${t("words.times")}</th></tr>
      </thead>
      <tbody>
        ${found.slice(0, choices.runRows).map(
          ({ text, spans }) => html`
            <tr>
              <th scope="row">
                <button type="button" class="link" lang=${language} @click=${() => page.walk(text, spans.map((span) => mark(span)))}><bdi>${text}</bdi></button>
              </th>
              <td class="number">${spans.length.toLocaleString(interfaceLanguage)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
    ${moreRows(page, found.length - choices.runRows, (more) => page.choose({ runRows: choices.runRows + more }))}
    <p class="soft small">${t("ngrams.note")}</p>
    ${dataTools(page, "ngrams", () => [
      [t("ngrams.run"), t("card.lemma"), t("words.times")],
      ...found.map(({ text, lemmas, spans }) => [text, lemmas.join(" "), String(spans.length)]),
    ])}
  `;
}
