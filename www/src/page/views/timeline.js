import { html } from "lit";
import { mark } from "../../reading/layers.js";
import { timeName } from "../../reading/time-names.js";
import { period } from "../../reading/times.js";
import { chartTools, empty, placeButton, sentenceText } from "./parts.js";
import { timeStrip } from "./time-strip.js";

/** @import { Report, Time } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */
/** @import { Period } from "../../reading/times.js" */

/** A time that has a place in the calendar. @typedef {{time: Time, period: Period}} Dated */

/**
 * The times of an article that could be resolved, drawn and as a table; the others are listed below.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function timeline(page, report) {
  const { t } = page;
  const dated = report.times
    .flatMap((time) => {
      const found = time.type === "duration" || time.type === "set" ? null : period(time.value);
      return found ? [{ time, period: found }] : [];
    })
    .sort((a, b) => a.period.start - b.period.start || a.time.span.start - b.time.span.start);
  const others = report.times.filter((time) => !dated.some((one) => one.time === time));
  if (report.times.length === 0) return empty(t("timeline.none"));
  return html`
    <p class="over">${t("timeline.over", { n: report.times.length, dated: dated.length })}</p>
    ${dated.length > 0 ? drawing(page, report, dated) : empty(t("timeline.noneDated"))}
    ${others.length > 0 ? otherTimes(page, report, others) : ""}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Dated[]} dated
 */
function drawing(page, report, dated) {
  const { t } = page;
  const name = (/** @type {Time} */ { value }) => timeName(t, value ?? "");
  const slice = (/** @type {Time} */ { span }) => report.text.slice(span.start, span.end);
  const points = dated.map(({ time, period }) => ({ period, label: slice(time), title: `${name(time)} ${slice(time)}`, series: 0 }));
  const times = dated.map(({ time }) => time);
  return html`
    <figure class="drawing">${timeStrip(page, points, t("timeline.drawing", { n: dated.length }))}</figure>
    <div class="wide">
      <table class="records" aria-labelledby="timeline-title" data-table="times">
        <thead>
          <tr><th scope="col">${t("timeline.when")}</th><th scope="col">${t("timeline.anchor")}</th><th scope="col">${t("figure.place")}</th></tr>
        </thead>
        <tbody>
          ${times.map(
            (time) => html`
              <tr>
                <th scope="row" data-label=${t("timeline.when")}>${name(time)}</th>
                <td data-label=${t("timeline.anchor")} ?data-none=${!time.anchor}>${time.anchor ? timeName(t, time.anchor) : t("stat.none")}</td>
                <td data-label=${t("figure.place")}>${placeButton(report, time.span, () => walkTimes(page, times, time))}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
    ${chartTools(page, { data: "times", drawing: "timeline", selector: "figure .strip" }, () => [
      [t("card.value"), t("timeline.when"), t("timeline.anchor"), t("figure.place")],
      ...times.map((time) => [time.value ?? "", name(time), time.anchor ?? "", sentenceText(report, time.span)]),
    ])}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Time[]} times
 */
function otherTimes(page, report, times) {
  const { t } = page;
  return html`
    <details>
      <summary>${t("timeline.others", { n: times.length })}</summary>
      <ul class="others">
        ${times.map(
          (time) => html`
            <li>
              <span class="soft small">${t(`time.${time.type}`)} ${time.value ? timeName(t, time.value) : ""}</span>
              ${placeButton(report, time.span, () => walkTimes(page, times, time))}
            </li>
          `,
        )}
      </ul>
    </details>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {readonly Time[]} times
 * @param {Time} time
 */
function walkTimes(page, times, time) {
  const { t } = page;
  const inText = times.toSorted((a, b) => a.span.start - b.span.start);
  const marks = inText.map(({ span, value, anchor, because }) =>
    mark(span, () => [["card.value", value ? timeName(t, value) : ""], ["card.anchor", anchor ? timeName(t, anchor) : ""]], because),
  );
  page.walk(t("timeline.title"), marks, inText.indexOf(time));
}
