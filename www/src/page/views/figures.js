import { html, nothing } from "lit";
import { mark } from "../../reading/layers.js";
import { amount } from "../../reading/amount.js";
import { countBy, dataTools, empty, filter, inArticle, panel, placeButton, sentenceText, sortHeading, unlisted } from "./parts.js";
import { statements } from "./statements.js";
import { timeline } from "./timeline.js";

/** @import { Attribution, Quantity, Report } from "../../../pkg/article_analyzer.js" */
/** @import { FigureColumn } from "../choices.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Money first, since it is asked for most; then what is counted, then what is measured. */
const KINDS = /** @type {const} */ ([
  "money", "percent", "count", "duration", "age", "rank", "length", "area", "volume", "mass", "temperature", "speed",
  "data", "power", "number", "other",
]);

const COLUMNS = /** @type {const} */ (["value", "kind", "of", "source", "place"]);

/** A quantity with what its row says. @typedef {{quantity: Quantity, index: number, of: string, source: string}} Row */

/** @param {AnalyzerPage} page */
export function figuresView(page) {
  const { t } = page;
  const whole = page.session.report;
  if (!whole) return panel("figures", nothing);
  const quantities = inArticle(whole, whole.quantities);
  const times = inArticle(whole, whole.times);
  const leftOut = whole.quantities.length - quantities.length + whole.times.length - times.length;
  const report = page.choices.withNoise ? whole : { ...whole, quantities, times };
  return panel(
    "figures",
    html`
      ${leftOut > 0 ? noiseSwitch(page, leftOut) : nothing}
      <section class="view-part">
        <h2 id="figures-title">${t("figures.title")}</h2>
        ${report.quantities.length === 0 ? empty(t("figures.none")) : figures(page, report)}
      </section>
      <section class="view-part">
        <h2 id="timeline-title">${t("timeline.title")}</h2>
        ${timeline(page, report)}
      </section>
      <section class="view-part">
        <h2 id="said-title">${t("said.title")}</h2>
        ${statements(page, report)}
      </section>
    `,
  );
}

/**
 * @param {AnalyzerPage} page
 * @param {number} n
 */
function noiseSwitch(page, n) {
  const { t, choices } = page;
  return html`
    <p class="noise-switch">
      <label>
        <input
          type="checkbox"
          role="switch"
          .checked=${choices.withNoise}
          @change=${(/** @type {Event & {target: HTMLInputElement}} */ { target }) => page.choose({ withNoise: target.checked })}
        />
        ${t("figures.withNoise", { n })}
      </label>
    </p>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function figures(page, report) {
  const { t, choices } = page;
  const counts = countBy(report.quantities, ({ kind }) => kind);
  const kinds = KINDS.filter((kind) => counts.has(kind));
  const chosen = choices.figureKind && counts.has(choices.figureKind) ? choices.figureKind : null;
  const rows = ordered(page, report, chosen);
  const options = [
    { value: null, name: t("filter.all"), n: report.quantities.length },
    ...kinds.map((kind) => ({ value: kind, name: t(`kind.${kind}`), n: counts.get(kind) ?? 0 })),
  ];
  return html`
    <p class="over">${t("figures.over", { n: report.quantities.length })}</p>
    ${filter(t("figures.filter"), options, chosen, (figureKind) => page.choose({ figureKind }))}
    <div class="wide">
      <table class="records" aria-labelledby="figures-title" data-table="figures">
        <thead><tr>${COLUMNS.map((column) => heading(page, column))}</tr></thead>
        <tbody>${rows.map((row) => figure(page, report, row, rows))}</tbody>
      </table>
    </div>
    ${dataTools(page, "figures", () => data(page, report, rows))}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {FigureColumn} column
 */
function heading(page, column) {
  const { t, choices } = page;
  const { column: sorted, isDown } = choices.figureOrder;
  const isSorted = column === sorted;
  const sort = () => page.choose({ figureOrder: { column, isDown: isSorted && !isDown } });
  return sortHeading(t(`figure.${column}`), isSorted, isDown, sort);
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Row} row
 * @param {readonly Row[]} rows
 */
function figure(page, report, row, rows) {
  const { t } = page;
  const { quantity, of, source } = row;
  return html`
    <tr data-kind=${quantity.kind}>
      <th scope="row" class="value" data-label=${t("figure.value")}>${amount(t, quantity)}</th>
      <td data-label=${t("figure.kind")}>${t(`kind.${quantity.kind}`)}</td>
      <td data-label=${t("figure.of")} dir="auto" ?data-none=${of === ""}>${of || none(t)}</td>
      <td data-label=${t("figure.source")} dir="auto" ?data-none=${source === ""}>${source || none(t)}</td>
      <td data-label=${t("figure.place")}>${placeButton(report, quantity.span, () => walkFigures(page, rows, row))}</td>
    </tr>
  `;
}

/** @param {AnalyzerPage["t"]} t */
const none = (t) => html`<span class="soft">${t("stat.none")}</span>`;

/**
 * The places go by the order of the text, whatever order the table has.
 *
 * @param {AnalyzerPage} page
 * @param {readonly Row[]} rows
 * @param {Row} row
 */
function walkFigures(page, rows, row) {
  const { t } = page;
  const inText = rows.toSorted((a, b) => a.quantity.span.start - b.quantity.span.start);
  const marks = inText.map(({ quantity, of, source }) =>
    mark(
      quantity.span,
      () => [["card.value", amount(t, quantity)], ["card.kind", t(`kind.${quantity.kind}`)], ["figure.of", of], ["figure.source", source]],
      quantity.because,
    ),
  );
  page.walk(t("figures.title"), marks, inText.indexOf(row));
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Quantity["kind"] | null} kind
 * @returns {Row[]}
 */
function ordered({ choices, interfaceLanguage }, report, kind) {
  const rows = report.quantities.map((quantity, index) => ({
    quantity,
    index,
    of: quantity.of ? unlisted(report.text.slice(quantity.of.start, quantity.of.end)) : "",
    source: sourceOf(report.attributions, quantity),
  }));
  const { column, isDown } = choices.figureOrder;
  const collator = new Intl.Collator(interfaceLanguage);
  const by = comparisons(collator)[column];
  const sign = isDown ? -1 : 1;
  return rows
    .filter(({ quantity }) => !kind || quantity.kind === kind)
    .sort((a, b) => sign * by(a, b) || a.quantity.span.start - b.quantity.span.start);
}

/**
 * @param {Intl.Collator} collator
 * @returns {Record<FigureColumn, (a: Row, b: Row) => number>}
 */
function comparisons(collator) {
  const size = (/** @type {Quantity["value"]} */ { lower, upper }) => lower ?? upper ?? 0;
  const emptyLast = (/** @type {string} */ a, /** @type {string} */ b) => Number(a === "") - Number(b === "") || collator.compare(a, b);
  const byKind = (/** @type {Row} */ a, /** @type {Row} */ b) =>
    KINDS.indexOf(a.quantity.kind) - KINDS.indexOf(b.quantity.kind) || collator.compare(a.quantity.unit, b.quantity.unit);
  return {
    kind: byKind,
    // Values of different units can't be ranked: each unit by itself.
    value: (a, b) => byKind(a, b) || size(a.quantity.value) - size(b.quantity.value),
    of: (a, b) => emptyLast(a.of, b.of),
    source: (a, b) => emptyLast(a.source, b.source),
    place: (a, b) => a.quantity.span.start - b.quantity.span.start,
  };
}

/**
 * Who says a figure: the source of the statement that it stands in.
 *
 * @param {readonly Attribution[]} attributions
 * @param {Quantity} quantity
 */
function sourceOf(attributions, { span }) {
  const statement = attributions.find(({ content }) => content.start <= span.start && span.end <= content.end);
  return statement?.source.name ?? "";
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Row[]} rows
 */
function data({ t }, report, rows) {
  const cell = (/** @type {number | null} */ bound) => (bound === null ? "" : String(bound));
  const headings = [
    t("figure.value"), t("figure.lower"), t("figure.upper"), t("card.unit"), t("card.approximate"), t("figure.kind"), t("figure.of"),
    t("figure.source"), t("figure.place"),
  ];
  const cells = rows.map(({ quantity, of, source }) => {
    const { value, unit, approximate, kind } = quantity;
    const bounds = [cell(value.lower), cell(value.upper), unit, approximate ? t("data.yes") : ""];
    return [amount(t, quantity), ...bounds, t(`kind.${kind}`), of, source, sentenceText(report, quantity.span)];
  });
  return [headings, ...cells];
}
