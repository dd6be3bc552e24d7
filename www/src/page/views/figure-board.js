import { html, nothing, svg } from "lit";
import { amount, number } from "../../reading/amount.js";
import { timeName } from "../../reading/time-names.js";
import { translateName } from "../../strings/index.js";
import { letter, titleOf, wordsAt } from "./compare.js";
import { part } from "./compare-part.js";
import { date } from "../format.js";
import { chartTools, dataTools, empty } from "./parts.js";
import { chartWidth, scalesFor } from "./time-strip.js";

/** @import { DateGroup, FigureGroup, FigureValue, Relation } from "../../../pkg/article_analyzer.js" */
/** @import { Compared } from "./compare.js" */

/** From this ratio of the largest to the smallest on, the axis is logarithmic. */
const DECADES = 30;
/** From this ratio on it is told. */
const LEAST_GAP = 1.05;
const LANE = 26;
const AXIS = 26;
const TICKS = 4;
/** Room that the name of a tick takes, in pixels. */
const TICK = 56;

/**
 * What the articles give as numbers of the same things, those that disagree first.
 *
 * @param {Compared} compared
 */
export function figureBoard(compared) {
  const { page, comparison } = compared;
  const { t } = page;
  return part(
    "figures",
    t("board.title"),
    comparison.figures.length,
    comparison.figures.length === 0
      ? empty(t("board.none"))
      : html`
          <p class="over">${t("board.over", { n: comparison.figures.length })}</p>
          ${comparison.figures.map((group, index) => figureGroup(compared, group, index))}
          ${dataTools(page, "compared-figures", () => data(compared, comparison.figures))}
        `,
  );
}

/**
 * The dates that articles give for the same events.
 *
 * @param {Compared} compared
 */
export function dateBoard(compared) {
  const { page, comparison } = compared;
  const { t } = page;
  if (comparison.dates.length === 0) return nothing;
  return part(
    "dates",
    t("dates.title"),
    comparison.dates.length,
    html`
      <p class="over">${t("dates.over", { n: comparison.dates.length })}</p>
      ${comparison.dates.map((group, index) => dateGroup(compared, group, index))}
      ${dataTools(page, "compared-dates", () => dateData(compared))}
    `,
  );
}

/**
 * @param {Compared} compared
 * @param {DateGroup} group
 * @param {number} index
 */
function dateGroup(compared, group, index) {
  const { page, reports } = compared;
  const { t } = page;
  return html`
    <section class="group" data-relation=${group.relation}>
      ${groupHead(compared, `dates-${index}`, [group.subject, translateName(t, `event.${group.attribute}`, group.attribute)], group.relation)}
      <div class="wide">
        <table class="records" aria-labelledby="dates-${index}">
          <thead>
            <tr>
              <th scope="col">${t("board.article")}</th><th scope="col">${t("dates.date")}</th><th scope="col">${t("figure.of")}</th>
              <th scope="col">${t("board.notes")}</th><th scope="col">${t("figure.place")}</th>
            </tr>
          </thead>
          <tbody>
            ${group.values.map(({ report, time, value, sentence, subject, aside }) => {
              const name = timeName(t, value);
              return html`
                <tr ?data-aside=${aside}>
                  <th scope="row" data-label=${t("board.article")}><b class="letter">${letter(report)}</b></th>
                  <td class="value" data-label=${t("dates.date")}>${name}</td>
                  <td data-label=${t("figure.of")} dir="auto" ?data-none=${!subject}>${subject ?? t("stat.none")}</td>
                  <td data-label=${t("board.notes")} ?data-none=${!aside}>${aside ? t(`aside.${aside}`) : t("stat.none")}</td>
                  <td data-label=${t("figure.place")}>
                    ${wordsAt(compared, { report, span: reports[report].times[time].span, title: name }, sentence)}
                  </td>
                </tr>
              `;
            })}
          </tbody>
        </table>
      </div>
    </section>
  `;
}

/** @param {Compared} compared */
function dateData({ page: { t }, comparison }) {
  return [
    [t("board.subject"), t("board.attribute"), t("board.relation"), t("board.article"), t("card.value"), t("figure.of"), t("board.notes"), t("figure.place")],
    ...comparison.dates.flatMap(({ subject, attribute, relation, values }) =>
      values.map(({ report, value, sentence, subject: of, aside }) => [
        subject, translateName(t, `event.${attribute}`, attribute), t(`relation.${relation}`), letter(report), value, of ?? "",
        aside ? t(`aside.${aside}`) : "", sentence,
      ]),
    ),
  ];
}

/**
 * @param {Compared} compared
 * @param {string} id
 * @param {string[]} name
 * @param {Relation} relation
 */
function groupHead({ page: { t } }, id, name, relation) {
  return html`
    <h3 id=${id}>
      <bdi>${name.filter(Boolean).join(" · ") || t("board.unnamed")}</bdi>
      <span class="relation" data-relation=${relation}>${t(`relation.${relation}`)}</span>
    </h3>
    <p class="soft small">${t(`relationMeans.${relation}`)}</p>
  `;
}

/**
 * @param {Compared} compared
 * @param {FigureGroup} group
 * @param {number} index
 */
function figureGroup(compared, group, index) {
  const { t, interfaceLanguage } = compared.page;
  const drawing = axis(compared, group, `board-${index}`);
  const rows = () => data(compared, [group]);
  return html`
    <section class="group" data-relation=${group.relation}>
      ${groupHead(compared, `group-${index}`, [group.subject, attributeName(t, group.attribute)], group.relation)}
      ${group.gap === null || group.gap < LEAST_GAP
        ? nothing
        : html`<p class="soft small">${t("board.gap", { times: number(interfaceLanguage, Math.round(10 * group.gap) / 10) })}</p>`}
      ${drawing}
      <div class="wide">
        <table class="records" aria-labelledby="group-${index}">
          <thead>
            <tr>
              <th scope="col">${t("board.article")}</th><th scope="col">${t("figure.value")}</th><th scope="col">${t("figure.of")}</th>
              <th scope="col">${t("figure.source")}</th><th scope="col">${t("board.notes")}</th><th scope="col">${t("figure.place")}</th>
            </tr>
          </thead>
          <tbody>${group.values.map((value) => row(compared, value))}</tbody>
        </table>
      </div>
      ${drawing === nothing
        ? dataTools(compared.page, `figures-${index + 1}`, rows)
        : chartTools(compared.page, { data: `figures-${index + 1}`, selector: `#board-${index}` }, rows)}
    </section>
  `;
}

/**
 * @param {Compared} compared
 * @param {FigureValue} value
 */
function row(compared, value) {
  const { page, reports } = compared;
  const { t } = page;
  const report = reports[value.report];
  const span = report.quantities[value.quantity]?.span;
  const set = amount(t, value);
  const notes = notesOn(compared, value);
  return html`
    <tr ?data-aside=${value.aside}>
      <th scope="row" data-label=${t("board.article")} title=${titleOf(page, report)}><b class="letter">${letter(value.report)}</b></th>
      <td class="value" data-label=${t("figure.value")}>${set}</td>
      <td data-label=${t("figure.of")} dir="auto" ?data-none=${subjectOf(value) === ""}>${subjectOf(value) || t("stat.none")}</td>
      <td data-label=${t("figure.source")} dir="auto" ?data-none=${!value.source}>${value.source ?? t("stat.none")}</td>
      <td data-label=${t("board.notes")} ?data-none=${notes === ""}>${notes || t("stat.none")}</td>
      <td data-label=${t("figure.place")}>
        ${wordsAt(compared, { report: value.report, span, title: set }, value.sentence)}
      </td>
    </tr>
  `;
}

/**
 * @param {Compared["page"]["t"]} t
 * @param {string} attribute
 */
const attributeName = (t, attribute) => translateName(t, `attribute.${attribute}`, attribute);

/** @param {FigureValue} value */
const subjectOf = ({ subject }) => subject ?? "";

/**
 * What a reader should know of a value: why it stands beside, its time and what holds it back.
 *
 * @param {Compared} compared
 * @param {FigureValue} value
 */
function notesOn({ page: { t, interfaceLanguage } }, { aside, period, published, hedges }) {
  const isDated = aside === "otherDay" && published !== null;
  const notes = [
    aside ? t(`aside.${aside}`) : "",
    period ? t("board.of", { period: timeName(t, period) }) : "",
    isDated ? t("board.published", { date: date(interfaceLanguage, published) }) : "",
    ...hedges.filter((kind) => kind !== "approximation").map((kind) => t(`hedge.${kind}`)),
  ];
  return notes.filter(Boolean).join(t("list.comma"));
}

/**
 * The values on one axis, each an interval; an open end runs to the edge.
 *
 * @param {Compared} compared
 * @param {FigureGroup} group
 * @param {string} id
 */
function axis({ page }, group, id) {
  const d3 = scalesFor(page);
  const { unit } = group;
  const values = drawn(group.values);
  const bounds = boundsOf(values);
  if (!d3 || bounds.length === 0) return nothing;
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  const isLog = least > 0 && most / least >= DECADES;
  const scale = isLog ? d3.scaleLog([least / 2, most * 2], [8, 96]) : d3.scaleLinear(padded(least, most), [8, 96]);
  const bottom = values.length * LANE + 4;
  const { t } = page;
  const shown = ticks(scale, isLog, bounds.every(Number.isInteger));
  const digits = digitsOf(shown);
  const edge = (50 * TICK) / chartWidth(page);
  return html`
    <figure class="drawing">
      <svg class="chart board" id=${id} role="img" aria-label=${t("board.drawing", { n: values.length })} width="100%" height=${bottom + AXIS}>
        ${shown.map(
          (tick) => svg`
            <line class="grid" x1="${scale(tick)}%" x2="${scale(tick)}%" y1="0" y2=${bottom}></line>
            ${scale(tick) > 100 - edge ? nothing : svg`<text class="tick" x="${scale(tick)}%" y=${bottom + 18}>${compact(t.language, tick, digits)}${unit === "%" ? "%" : ""}</text>`}
          `,
        )}
        ${values.map((value, lane) => bar(value, lane, (n) => scale(n)))}
      </svg>
      ${isLog ? html`<figcaption class="soft small">${t("board.logarithmic")}</figcaption>` : nothing}
    </figure>
  `;
}

/** @param {readonly FigureValue[]} values */
const boundsOf = (values) => values.flatMap(({ value }) => [value.lower, value.upper]).filter((bound) => bound !== null);

/**
 * The values that are drawn: without those beside the compared ones where they alone would ask for a logarithmic axis.
 *
 * @param {readonly FigureValue[]} values
 */
function drawn(values) {
  const isWide = (/** @type {readonly FigureValue[]} */ some) => {
    const bounds = boundsOf(some);
    return bounds.length > 0 && Math.min(...bounds) > 0 && Math.max(...bounds) / Math.min(...bounds) >= DECADES;
  };
  const compared = values.filter(({ aside }) => !aside);
  return compared.length > 0 && isWide(values) && !isWide(compared) ? compared : values;
}

/**
 * How many digits tell neighbouring ticks apart, three at least.
 *
 * @param {readonly number[]} ticks
 */
function digitsOf([first = 0, second = first, ...rest]) {
  const most = Math.max(Math.abs(first), Math.abs(rest.at(-1) ?? second));
  const step = Math.abs(second - first);
  return step > 0 ? Math.min(15, Math.max(3, Math.ceil(Math.log10(most / step)) + 2)) : 3;
}

/**
 * A single value gets room on both sides.
 *
 * @param {number} least
 * @param {number} most
 */
function padded(least, most) {
  const room = (most - least) / 10 || Math.abs(most) / 10 || 1;
  return [least - room, most + room];
}

/**
 * Whole numbers for whole values, where that leaves two.
 *
 * @param {{ticks: (n: number) => number[]}} scale
 * @param {boolean} isLog
 * @param {boolean} isWhole
 */
function ticks(scale, isLog, isWhole) {
  const all = scale.ticks(TICKS);
  const whole = isWhole ? all.filter(Number.isInteger) : all;
  if (!isLog) return whole.length > 1 ? whole : all;
  const powers = all.filter((tick) => Number.isInteger(Math.round(1e6 * Math.log10(tick)) / 1e6));
  return powers.length > 1 ? powers.filter((_, index) => index % Math.ceil(powers.length / TICKS) === 0) : all.slice(0, 1);
}

/**
 * @param {string} language
 * @param {number} n
 * @param {number} maximumSignificantDigits
 */
const compact = (language, n, maximumSignificantDigits) =>
  new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits }).format(n);

/**
 * @param {FigureValue} value
 * @param {number} lane
 * @param {(n: number) => number} scale
 */
function bar({ report, value: { lower, upper }, approximate, aside }, lane, scale) {
  const middle = lane * LANE + LANE / 2 + 2;
  const from = lower === null ? 5 : scale(lower);
  const to = upper === null ? 99 : scale(upper);
  const ends = [lower === null ? null : from, upper === null ? null : to].filter((end) => end !== null);
  return svg`
    <g class="figure-value" data-series=${report} ?data-approximate=${approximate} ?data-aside=${aside}>
      <text class="lane" x="1%" y=${middle + 5}>${letter(report)}</text>
      <line x1="${from}%" x2="${to}%" y1=${middle} y2=${middle}></line>
      ${ends.map((end) => svg`<circle cx="${end}%" cy=${middle} r="5"></circle>`)}
    </g>
  `;
}

/**
 * Groups as rows with a row of headings.
 *
 * @param {Compared} compared
 * @param {readonly FigureGroup[]} groups
 */
function data(compared, groups) {
  const { page, reports } = compared;
  const { t } = page;
  const cell = (/** @type {number | null} */ bound) => (bound === null ? "" : number("en", bound).replaceAll(",", ""));
  return [
    [
      t("board.subject"), t("board.attribute"), t("board.relation"), t("board.article"), t("title.column"), t("figure.lower"),
      t("figure.upper"), t("card.unit"), t("card.approximate"), t("figure.of"), t("board.notes"), t("figure.source"),
      t("figure.place"),
    ],
    ...groups.flatMap((group) =>
      group.values.map((value) => [
        group.subject, attributeName(t, group.attribute), t(`relation.${group.relation}`), letter(value.report), titleOf(page, reports[value.report]),
        cell(value.value.lower), cell(value.value.upper), value.unit, value.approximate ? t("data.yes") : "", subjectOf(value),
        notesOn(compared, value), value.source ?? "", value.sentence,
      ]),
    ),
  ];
}
