import { amount, number } from "../../reading/amount.js";
import { timeName } from "../../reading/time-names.js";
import { translateName } from "../../strings/index.js";
import { toCsv } from "../save.js";
import { measures } from "./compare-tables.js";
import { letter, titleOf } from "./compare.js";

/** @import { Report } from "../../../pkg/article_analyzer.js" */
/** @import { Compared } from "./compare.js" */

/** A table of the comparison, as all its exports have it. @typedef {{title: string, heads: string[], rows: string[][]}} Section */

/**
 * The comparison as a document to read.
 *
 * @param {Compared} compared
 * @returns {string}
 */
export function comparisonMarkdown(compared) {
  const { page, reports } = compared;
  const articles = reports.map((report, index) => `- ${letter(index)}: ${oneLine(titleOf(page, report))}`);
  const parts = sections(compared).flatMap(({ title, heads, rows }) => [`## ${oneLine(title)}`, table(heads, rows)]);
  return `${[`# ${page.t("view.compare")}`, articles.join("\n"), ...parts].join("\n\n")}\n`;
}

/**
 * The comparison as one table: each section under its title.
 *
 * @param {Compared} compared
 * @returns {string}
 */
export function comparisonCsv(compared) {
  const { page, reports } = compared;
  const articles = reports.map((report, index) => [letter(index), titleOf(page, report)]);
  return toCsv([...articles, ...sections(compared).flatMap(({ title, heads, rows }) => [[], [title], heads, ...rows])]);
}

/**
 * All that the comparison says; sections with nothing in them are left out.
 *
 * @param {Compared} compared
 * @returns {Section[]}
 */
function sections(compared) {
  const all = [
    ...figures(compared),
    ...dates(compared),
    names(compared),
    passages(compared),
    quoted(compared),
    only(compared),
    times(compared),
    terms(compared),
    statistics(compared),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** @param {Compared} compared */
function figures({ page: { t }, comparison }) {
  return comparison.figures.map(({ subject, attribute, relation, unit, values }) => ({
    title: groupTitle([subject, translateName(t, `attribute.${attribute}`, attribute)], t(`relation.${relation}`)),
    heads: [t("board.article"), t("figure.value"), t("figure.of"), t("figure.source"), t("aside.title"), t("figure.place")],
    rows: values.map((value) => [
      letter(value.report),
      amount(t, { ...value, unit }),
      value.subject ?? "",
      value.source ?? "",
      value.aside ? t(`aside.${value.aside}`) : "",
      value.sentence,
    ]),
  }));
}

/** @param {Compared} compared */
function dates({ page: { t }, comparison }) {
  return comparison.dates.map(({ subject, attribute, relation, values }) => ({
    title: groupTitle([subject, translateName(t, `event.${attribute}`, attribute)], t(`relation.${relation}`)),
    heads: [t("board.article"), t("dates.date"), t("figure.of"), t("aside.title"), t("figure.place")],
    rows: values.map(({ report, value, subject, aside, sentence }) => [
      letter(report),
      timeName(t, value),
      subject ?? "",
      aside ? t(`aside.${aside}`) : "",
      sentence,
    ]),
  }));
}

/**
 * @param {string[]} parts
 * @param {string} relation
 */
const groupTitle = (parts, relation) => `${parts.filter(Boolean).join(" · ")} (${relation})`;

/** @param {Compared} compared */
function names({ page: { t }, comparison, reports }) {
  return {
    title: t("matrix.title"),
    heads: [t("card.name"), t("card.kind"), ...reports.map((_, index) => letter(index)), t("matrix.because")],
    rows: comparison.entities.map((entity) => [
      entity.name,
      t(`label.${entity.label}`),
      ...reports.map((_, index) => String(mentionsIn(entity, index))),
      entity.because.map((reason) => t(`join.${reason}`)).join(", "),
    ]),
  };
}

/**
 * How often a report names a thing.
 *
 * @param {Compared["comparison"]["entities"][number]} entity
 * @param {number} index
 */
export const mentionsIn = ({ reports, also }, index) =>
  reports.reduce((sum, { report, mentions }) => sum + (report === index ? mentions : 0), 0) +
  also.filter(({ report }) => report === index).length;

/** @param {Compared} compared */
function passages({ page: { t }, comparison, reports }) {
  return {
    title: t("shared.title"),
    heads: [t("shared.similarity"), t("card.kind"), t("board.article"), t("shared.passage")],
    rows: comparison.shared.flatMap(({ kind, similarity, spans }) =>
      spans.map(({ report, span }) => [
        String(similarity),
        t(`passage.${kind}`),
        letter(report),
        reports[report].text.slice(span.start, span.end),
      ]),
    ),
  };
}

/** @param {Compared} compared */
function quoted({ page: { t }, comparison, reports }) {
  return {
    title: t("quoted.title"),
    heads: [t("figure.source"), t("board.article"), t("quoted.words")],
    rows: comparison.quoted.flatMap(({ name, quotations }) =>
      quotations.map(({ report, attribution }) => [name, letter(report), wordsOf(reports[report], attribution)]),
    ),
  };
}

/**
 * What an attribution gives.
 *
 * @param {Report} report
 * @param {number} attribution
 */
export function wordsOf(report, attribution) {
  const { start, end } = report.attributions[attribution].content;
  return report.text.slice(start, end);
}

/** @param {Compared} compared */
function only({ page: { t }, comparison, reports }) {
  return {
    title: t("only.title"),
    heads: [t("board.article"), t("card.kind"), t("card.name")],
    rows: comparison.onlyIn.flatMap(({ report, entities, keywords, attributions, topics }) => [
      ...topics.map((index) => [letter(report), t("glance.topics"), reports[report].topics[index].label]),
      ...entities.map((index) => [letter(report), t("only.names"), reports[report].entities[index].name]),
      ...keywords.map((keyword) => [letter(report), t("only.keywords"), keyword]),
      ...attributions.map((index) => [letter(report), t("only.sources"), reports[report].attributions[index].source.name ?? ""]),
    ]),
  };
}

/** @param {Compared} compared */
function times({ page: { t }, comparison }) {
  return {
    title: t("timeline.title"),
    heads: [t("timeline.when"), t("board.article"), t("figure.place")],
    rows: comparison.timeline.flatMap(({ value, entries }) =>
      entries.map(({ report, sentence }) => [timeName(t, value), letter(report), sentence]),
    ),
  };
}

/** @param {Compared} compared */
function terms({ page: { t }, comparison }) {
  const set = (/** @type {number} */ n) => number("en", Math.round(100 * n) / 100).replaceAll(",", "");
  return {
    title: t("distinctive.title"),
    heads: [
      t("board.article"), t("distinctive.term"), t("distinctive.score"), t("distinctive.ratio"), t("distinctive.here"),
      t("distinctive.elsewhere"),
    ],
    rows: comparison.distinctive.flatMap(({ report, terms }) =>
      terms.map(({ text, score, logRatio, count, elsewhere }) => [
        letter(report), text, set(score), set(logRatio), String(count), String(elsewhere),
      ]),
    ),
  };
}

/** @param {Compared} compared */
function statistics(compared) {
  const { page: { t }, reports } = compared;
  return {
    title: t("compare.statistics"),
    heads: ["", ...reports.map((_, index) => letter(index))],
    rows: measures(compared).map(({ name, values }) => [name, ...values.map((value) => (value === null ? "" : String(value)))]),
  };
}

/**
 * @param {readonly string[]} heads
 * @param {readonly string[][]} rows
 */
function table(heads, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map(oneLine).join(" | ")} |`;
  return [line(heads), `| ${heads.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** Text that stays in its cell and marks nothing up. @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, " ").trim().replace(/[\\|*_`<>[\]#]/g, "\\$&");
