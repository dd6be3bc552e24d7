import { html, nothing } from "lit";
import { until } from "lit/directives/until.js";

/** @import { OtherCut, Report } from "../../../pkg/article_analyzer.js" */
/** @import { Mark } from "../../reading/layers.js" */
/** @import { AnalyzerPage } from "../page.js" */

/**
 * Why a word was cut as it was: the other ways that were possible, and by how much they lost. They are worked out when
 * they are first asked for.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Mark} mark
 */
export function otherCuts(page, report, { span }) {
  if (page.marks.active !== "words") return nothing;
  const cuts = page.session.otherCuts(report, span);
  return until(
    cuts.then(
      (cuts) => list(page, report, cuts),
      () => nothing,
    ),
    nothing,
  );
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly OtherCut[]} cuts
 */
function list({ t, interfaceLanguage }, { text, language }, cuts) {
  if (cuts.length === 0) return nothing;
  const amount = new Intl.NumberFormat(interfaceLanguage, { maximumSignificantDigits: 2 });
  return html`
    <h3>${t("card.otherCuts")}</h3>
    <ul class="reasons" data-list="other-cuts">
      ${cuts.map(
        ({ words, lost }) => html`
          <li>
            <span lang=${language}>${words.map(({ span }) => text.slice(span.start, span.end)).join(" · ")}</span>
            <span class="soft small">${words.map(({ xpos }) => xpos?.split("-").slice(0, 2).join("-") ?? "").join(" · ")}</span>
            ${t("card.lost", { n: amount.format(lost) })}
          </li>
        `,
      )}
    </ul>
    <p class="soft small">${t("card.otherCutsNote")}</p>
  `;
}
