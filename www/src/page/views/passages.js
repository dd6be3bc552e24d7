import { html } from "lit";
import { percent } from "../format.js";
import { letter, titleOf, wordsAt } from "./compare.js";
import { part } from "./compare-part.js";
import { dataTools, empty } from "./parts.js";

/** @import { SharedPassage } from "../../../pkg/article_analyzer.js" */
/** @import { Compared } from "./compare.js" */

/** Passages set out at once. */
const LISTED = 30;

/**
 * Passages that stand in more than one article, side by side; what differs between the two stands out.
 *
 * @param {Compared} compared
 */
export function passages(compared) {
  const { page, comparison, reports } = compared;
  const { t } = page;
  const { shared } = comparison;
  const list = (/** @type {readonly SharedPassage[]} */ some) => html`<ol class="shared">${some.map((passage) => html`<li>${sideBySide(compared, passage)}</li>`)}</ol>`;
  return part(
    "shared",
    t("shared.title"),
    shared.length,
    shared.length === 0
      ? empty(t("shared.none"))
      : html`
          <p class="over">${t("shared.over", { n: shared.length })}</p>
          ${list(shared.slice(0, LISTED))}
          ${shared.length > LISTED
            ? html`<details><summary>${t("action.more", { n: shared.length - LISTED })}</summary>${list(shared.slice(LISTED))}</details>`
            : ""}
          ${dataTools(page, "shared", () => [
            [t("shared.similarity"), t("board.article"), t("shared.passage")],
            ...shared.flatMap(({ similarity, spans }) =>
              spans.map(({ report, span }) => [String(similarity), letter(report), reports[report].text.slice(span.start, span.end)]),
            ),
          ])}
        `,
  );
}

/**
 * @param {Compared} compared
 * @param {SharedPassage} passage
 */
function sideBySide(compared, { spans, similarity, kind }) {
  const { page, reports } = compared;
  const { t, interfaceLanguage } = page;
  const texts = spans.map(({ report, span }) => reports[report].text.slice(span.start, span.end));
  return html`
    <p class="soft small"><b>${t(`passage.${kind}`)}</b> ${t("shared.alike", { percent: percent(interfaceLanguage, similarity) })}</p>
    <div class="pair">
      ${spans.map(({ report, span }, index) => {
        const { before, own, after } = difference(texts[index], texts[index === 0 ? 1 : 0]);
        return html`
          <div>
            <b class="letter" title=${titleOf(page, reports[report])}>${letter(report)}</b>
            ${wordsAt(compared, { report, span, title: t("shared.title") }, html`${before}${own === "" ? "" : html`<mark>${own}</mark>`}${after}`)}
          </div>
        `;
      })}
    </div>
  `;
}

/**
 * What of a text stands between the beginning and the end that it has in common with another.
 *
 * @param {string} text
 * @param {string} other
 */
function difference(text, other) {
  const most = Math.min(text.length, other.length);
  let from = 0;
  while (from < most && text[from] === other[from]) from++;
  let end = 0;
  while (end < most - from && text[text.length - 1 - end] === other[other.length - 1 - end]) end++;
  return { before: text.slice(0, from), own: text.slice(from, text.length - end), after: text.slice(text.length - end) };
}
