import { amount } from "../../reading/amount.js";
import { translateName } from "../../strings/index.js";
import { letter, titleOf } from "./compare.js";
import { calendarName } from "./timeline.js";

/** @import { Compared } from "./compare.js" */

/**
 * The comparison as a document to read.
 *
 * @param {Compared} compared
 * @returns {string}
 */
export function comparisonMarkdown(compared) {
  const { page, reports } = compared;
  const { t } = page;
  const articles = reports.map((report, index) => `- ${letter(index)}: ${oneLine(titleOf(page, report))}`);
  const parts = [`# ${t("view.compare")}`, articles.join("\n"), ...figures(compared), ...names(compared), ...passages(compared), ...times(compared)];
  return `${parts.join("\n\n")}\n`;
}

/** @param {Compared} compared */
function figures({ page: { t }, comparison }) {
  if (comparison.figures.length === 0) return [];
  const groups = comparison.figures.flatMap(({ subject, attribute, relation, unit, values }) => {
    const name = [subject, translateName(t, `attribute.${attribute}`, attribute)].filter(Boolean).join(" · ");
    const heads = [t("board.article"), t("figure.value"), t("figure.source"), t("figure.place")];
    const rows = values.map((value) => [letter(value.report), amount(t, { ...value, unit }), value.source ?? "", value.sentence]);
    return [`### ${oneLine(name)} (${t(`relation.${relation}`)})`, table(heads, rows)];
  });
  return [`## ${t("board.title")}`, ...groups];
}

/** @param {Compared} compared */
function names({ page: { t }, comparison, reports }) {
  if (comparison.entities.length === 0) return [];
  const count = (/** @type {typeof comparison.entities[number]} */ entity, /** @type {number} */ index) =>
    String(entity.reports.find(({ report }) => report === index)?.mentions ?? 0);
  const heads = [t("card.name"), t("card.kind"), ...reports.map((_, index) => letter(index))];
  const rows = comparison.entities.map((entity) => [
    entity.name,
    t(`label.${entity.label}`),
    ...reports.map((_, index) => count(entity, index)),
  ]);
  return [`## ${t("matrix.title")}`, table(heads, rows)];
}

/** @param {Compared} compared */
function passages({ page: { t }, comparison, reports }) {
  if (comparison.shared.length === 0) return [];
  const rows = comparison.shared.flatMap(({ spans }) =>
    spans.map(({ report, span }) => [letter(report), reports[report].text.slice(span.start, span.end)]),
  );
  return [`## ${t("shared.title")}`, table([t("board.article"), t("shared.passage")], rows)];
}

/** @param {Compared} compared */
function times({ page: { t }, comparison }) {
  if (comparison.timeline.length === 0) return [];
  const rows = comparison.timeline.flatMap(({ value, entries }) =>
    entries.map(({ report, sentence }) => [calendarName(t, value), letter(report), sentence]),
  );
  return [`## ${t("timeline.title")}`, table([t("timeline.when"), t("board.article"), t("figure.place")], rows)];
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
