import { html, nothing, svg } from "lit";
import { number } from "../../reading/amount.js";
import { timeName } from "../../reading/time-names.js";
import { period } from "../../reading/times.js";
import { CHARACTER_RULES } from "./article-header.js";
import { goTo, letter, titleIn, titleOf, wordsAt } from "./compare.js";
import { mentionsIn } from "./compare-sections.js";
import { part } from "./compare-part.js";
import { measureName } from "./measures.js";
import { chartTools, dataTools, empty, moreRows } from "./parts.js";
import { timeStrip } from "./time-strip.js";

/** @import { Comparison, Report } from "../../../pkg/article_analyzer.js" */
/** @import { Compared } from "./compare.js" */

const MOST_TERMS = 12;

/**
 * The heads of the columns, one for each article.
 *
 * @param {Compared} compared
 */
function articleHeads({ page, reports }) {
  return reports.map((report, index) => html`<th scope="col" class="number" title=${titleOf(page, report)}><b class="letter">${letter(index)}</b></th>`);
}

/**
 * Which article names whom, and how often; names that most articles share first.
 *
 * @param {Compared} compared
 */
export function entityMatrix(compared) {
  const { page, comparison, reports } = compared;
  const { t } = page;
  const found = comparison.entities
    .map((entity) => ({ ...entity, counts: reports.map((_, index) => mentionsIn(entity, index)) }))
    .sort((a, b) => articles(b.counts) - articles(a.counts) || sum(b.counts) - sum(a.counts));
  const shown = found.slice(0, page.choices.matrixRows);
  const most = Math.max(1, ...found.flatMap(({ counts }) => counts));
  return part(
    "entities",
    t("matrix.title"),
    found.length,
    found.length === 0
      ? empty(t("matrix.none"))
      : html`
          <p class="over">${t("matrix.over", { n: found.length })}</p>
          <div class="wide scrolls" tabindex="0" role="group" aria-label=${t("matrix.title")}>
            <table class="matrix" aria-labelledby="compared-entities" data-table="matrix">
              <thead><tr><th scope="col">${t("card.name")}</th>${articleHeads(compared)}</tr></thead>
              <tbody>
                ${shown.map((entity) => entityRow(compared, entity, most))}
              </tbody>
            </table>
          </div>
          ${moreRows(page, found.length - shown.length, (more) => page.choose({ matrixRows: page.choices.matrixRows + more }))}
          ${dataTools(page, "compared-names", () => [
            [t("card.name"), t("card.kind"), ...reports.map((_, index) => letter(index))],
            ...found.map(({ name, label, counts }) => [name, t(`label.${label}`), ...counts.map(String)]),
          ])}
        `,
  );
}

/** A thing of several articles, and how often each names it. @typedef {Comparison["entities"][number] & {counts: number[]}} Counted */

/**
 * @param {Compared} compared
 * @param {Counted} entity
 * @param {number} most The largest count of all.
 */
function entityRow(compared, entity, most) {
  const { t } = compared.page;
  const { name, label, counts, because } = entity;
  return html`
    <tr>
      <th scope="row">
        <bdi>${name}</bdi> <span class="soft small">${t(`label.${label}`)}</span>
        ${because.length > 0 ? html`<span class="soft small because">${because.map((reason) => t(`join.${reason}`)).join(t("list.comma"))}</span>` : nothing}
      </th>
      ${counts.map((_, index) => entityCell(compared, entity, index, most))}
    </tr>
  `;
}

/**
 * How often an article names a thing, as a button that goes to the first place.
 *
 * @param {Compared} compared
 * @param {Counted} entity
 * @param {number} index Of the article.
 * @param {number} most The largest count of all.
 */
function entityCell(compared, { name, counts, reports: places, also }, index, most) {
  const { page: { t, interfaceLanguage }, reports } = compared;
  const n = counts[index];
  const place = places.find(({ report }) => report === index);
  const text = also.find(({ report }) => report === index)?.span;
  const span = place ? reports[index].entities[place.entity]?.mentions[0] : text;
  return html`
    <td class="number" title=${!place && text ? t("matrix.also") : nothing} data-depth=${n === 0 ? 0 : Math.ceil((4 * n) / most)}>
      ${n === 0 || !span
        ? html`<span class="soft">0</span>`
        : html`<button type="button" class="plain" aria-label=${t("matrix.cell", { name, letter: letter(index), n })} @click=${() => goTo(compared, index, span, name)}>
            ${n.toLocaleString(interfaceLanguage)}
          </button>`}
    </td>
  `;
}

const articles = (/** @type {number[]} */ counts) => counts.filter((n) => n > 0).length;
const sum = (/** @type {number[]} */ counts) => counts.reduce((all, n) => all + n, 0);

/**
 * What happened when, over all articles.
 *
 * @param {Compared} compared
 */
export function sharedTimeline(compared) {
  const { page, comparison } = compared;
  const { t } = page;
  const dated = comparison.timeline.flatMap(({ value, entries }) => {
    const found = period(value);
    return found ? [{ value, entries, period: found }] : [];
  });
  const sorted = dated.toSorted((a, b) => a.period.start - b.period.start);
  const points = sorted.flatMap(({ value, entries, period }) =>
    entries.map(({ report, sentence }) => ({
      period,
      series: report,
      label: `${letter(report)} ${timeName(t, value)}`,
      title: sentence,
    })),
  );
  return part(
    "timeline",
    t("timeline.title"),
    points.length,
    sorted.length === 0
      ? empty(t("timeline.noneDated"))
      : html`
          <figure class="drawing">${timeStrip(page, points, t("timeline.drawing", { n: points.length }))}</figure>
          <div class="wide">
            <table class="records" aria-labelledby="compared-timeline">
              <thead><tr><th scope="col">${t("timeline.when")}</th><th scope="col">${t("board.article")}</th><th scope="col">${t("figure.place")}</th></tr></thead>
              <tbody>
                ${sorted.flatMap(({ value, entries }) => entries.map((entry) => timeRow(compared, value, entry)))}
              </tbody>
            </table>
          </div>
          ${chartTools(page, { data: "compared-times", selector: "[data-part=timeline] .strip" }, () => [
            [t("card.value"), t("board.article"), t("figure.place")],
            ...sorted.flatMap(({ value, entries }) => entries.map(({ report, sentence }) => [value, letter(report), sentence])),
          ])}
        `,
  );
}

/**
 * @param {Compared} compared
 * @param {string} value
 * @param {Comparison["timeline"][number]["entries"][number]} entry
 */
function timeRow(compared, value, { report, time, sentence }) {
  const { page: { t }, reports } = compared;
  const title = timeName(t, value);
  return html`
    <tr>
      <th scope="row" data-label=${t("timeline.when")}>${title}</th>
      <td data-label=${t("board.article")}><b class="letter">${letter(report)}</b></td>
      <td data-label=${t("figure.place")}>${wordsAt(compared, { report, span: reports[report].times[time].span, title }, sentence)}</td>
    </tr>
  `;
}

/**
 * The words that one article uses more than the others do.
 *
 * @param {Compared} compared
 */
export function distinctiveTerms({ page, comparison, reports }) {
  const { t, interfaceLanguage } = page;
  const found = comparison.distinctive.filter(({ terms }) => terms.length > 0);
  return part(
    "distinctive",
    t("distinctive.title"),
    found.reduce((all, { terms }) => all + terms.length, 0),
    found.length === 0
      ? empty(t("distinctive.none"))
      : html`
          <p class="over">${t("distinctive.over")}</p>
          <div class="sources">
            ${found.map(
              ({ report, terms }) => html`
                <section class="source">
                  <h3><b class="letter">${letter(report)}</b> ${titleIn(page, reports[report])}</h3>
                  <ul class="words" lang=${reports[report].language}>
                    ${terms.slice(0, MOST_TERMS).map(
                      ({ text, score, logRatio, count, elsewhere }) => html`
                        <li title=${t("distinctive.counts", { here: count, elsewhere, ratio: Math.round(10 * logRatio) / 10 })}>
                          <bdi>${text}</bdi> <span class="soft small">${number(interfaceLanguage, Math.round(10 * score) / 10)}</span>
                        </li>
                      `,
                    )}
                  </ul>
                </section>
              `,
            )}
          </div>
          ${dataTools(page, "distinctive", () => [
            [t("board.article"), t("distinctive.term"), t("distinctive.score"), t("distinctive.ratio")],
            ...found.flatMap(({ report, terms }) =>
              terms.map(({ text, score, logRatio }) => [letter(report), text, String(score), String(logRatio)]),
            ),
          ])}
        `,
  );
}

/**
 * The numbers of all articles side by side, the least and the most of each marked.
 *
 * @param {Compared} compared
 */
export function statisticsTable(compared) {
  const { page, reports } = compared;
  const { t, interfaceLanguage } = page;
  const rows = measures(compared);
  const set = (/** @type {number | null} */ value) => (value === null ? t("stat.none") : number(interfaceLanguage, Math.round(100 * value) / 100));
  return part(
    "statistics",
    t("compare.statistics"),
    rows.length,
    html`
      <p class="over">${t("compare.statisticsOver")}</p>
      <div class="wide scrolls" tabindex="0" role="group" aria-label=${t("compare.statistics")}>
        <table class="matrix" aria-labelledby="compared-statistics" data-table="compared-statistics">
          <thead><tr><td></td>${articleHeads(compared)}</tr></thead>
          <tbody>
            ${rows.map(({ name, values }) => {
              const known = values.filter((value) => value !== null);
              const [least, most] = [Math.min(...known), Math.max(...known)];
              const end = (/** @type {number | null} */ value) => (value === null || least === most ? "" : value === most ? "most" : value === least ? "least" : "");
              return html`
                <tr>
                  <th scope="row">${name}</th>
                  ${values.map((value) => {
                    const at = end(value);
                    return html`<td class="number" data-end=${at || nothing}>
                      ${cellBar(value, most)}${set(value)}${at === "" ? nothing : html` <span class="end-mark">${t(at === "most" ? "compare.most" : "compare.least")}</span>`}
                    </td>`;
                  })}
                </tr>
              `;
            })}
          </tbody>
        </table>
      </div>
      ${dataTools(page, "compared-statistics", () => [
        ["", ...reports.map((report, index) => `${letter(index)} ${titleOf(page, report)}`)],
        ...rows.map(({ name, values }) => [name, ...values.map((value) => (value === null ? "" : String(value)))]),
      ])}
    `,
  );
}

/**
 * A value as a bar under its number, as long as its share of the largest.
 *
 * @param {number | null} value
 * @param {number} most
 */
function cellBar(value, most) {
  if (value === null || value < 0 || most <= 0) return nothing;
  return html`<svg class="cell-bar" aria-hidden="true" width="100%" height="3">${svg`<rect width="${(100 * value) / most}%" height="3"></rect>`}</svg>`;
}

/**
 * @param {Compared} compared
 * @returns {{name: string, values: (number | null)[]}[]}
 */
export function measures({ page, reports }) {
  const { t } = page;
  const row = (/** @type {string} */ name, /** @type {(report: Report) => number | null | undefined} */ value) => ({
    name,
    values: reports.map((report) => value(report) ?? null),
  });
  const names = [...new Set(reports.flatMap(({ readability }) => readability.map(({ measure }) => measure)))];
  return [
    ...CHARACTER_RULES.map((rule) =>
      row(t("compare.characters", { rule: t(`rule.${rule}`) }), ({ statistics }) => statistics.characters[rule]),
    ),
    row(t("stat.readingMinutes"), ({ statistics }) => statistics.readingMinutes.typical),
    row(t("stat.paragraphs"), ({ statistics }) => statistics.paragraphs),
    row(t("stat.sentences"), ({ statistics }) => statistics.sentences),
    row(t("stat.words"), ({ statistics }) => statistics.words),
    row(t("stat.uniqueLemmas"), ({ statistics }) => statistics.uniqueLemmas),
    row(t("stat.charactersPerSentence"), ({ statistics }) => statistics.charactersPerSentence),
    row(t("layer.entities"), ({ entities }) => entities.length),
    row(t("layer.quantities"), ({ quantities }) => quantities.length),
    row(t("layer.attributions"), ({ attributions }) => attributions.length),
    row(t("layer.hedges"), ({ hedges }) => hedges.length),
    ...names.map((name) => row(measureName(t, name), ({ readability }) => readability.find(({ measure }) => measure === name)?.value)),
  ];
}
