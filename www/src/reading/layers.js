/** @import { Report, Span } from "../../pkg/article_analyzer.js" */
/** @import { Key, Translate } from "../strings/index.js" */

/** @typedef {"sentences" | "entities" | "quantities" | "times" | "attributions" | "hedges" | "keywords" | "style"} LayerId */

/**
 * One place that a layer marks, with what its card says.
 *
 * @typedef {object} Mark
 * @property {Span} span
 * @property {() => [Key, string][]} facts
 * @property {readonly string[]} because
 */

/**
 * A list of the report, shown in the text. The style of its marks is in `marks.css`, under the same name.
 *
 * @typedef {object} Layer
 * @property {LayerId} id
 * @property {string} key The key that shows and hides it.
 * @property {boolean} quiet Whether it is hidden until asked for.
 * @property {(report: Report, t: Translate) => Mark[]} marks
 */

/** @type {readonly Layer[]} */
export const LAYERS = [
  layer("entities", "m", (report) =>
    report.entities.flatMap(({ name, label, mentions, because }) =>
      mentions.map((span) => mark(span, () => [["card.value", name], ["card.kind", label]], because)),
    ),
  ),
  layer("quantities", "f", (report, t) =>
    report.quantities.map(({ span, kind, value, unit, approximate, because }) =>
      mark(span, () => [
        ["card.kind", kind],
        ["card.value", interval(value)],
        ["card.unit", unit],
        ["card.message", approximate ? t("card.approximate") : ""],
      ], because),
    ),
  ),
  layer("times", "t", (report) =>
    report.times.map(({ span, type, value, anchor }) =>
      mark(span, () => [["card.kind", type], ["card.value", value ?? ""], ["card.anchor", anchor ?? ""]]),
    ),
  ),
  layer("attributions", "a", (report) =>
    report.attributions.map(({ content, form, source }) =>
      mark(content, () => [["card.kind", form], ["card.source", source.name ?? ""]]),
    ),
  ),
  layer("hedges", "h", (report) => report.hedges.map(({ span, kind }) => mark(span, () => [["card.kind", kind]]))),
  layer("keywords", "k", (report) =>
    report.keywords.flatMap(({ text, spans }) => spans.map((span) => mark(span, () => [["card.value", text]]))),
  ),
  layer("style", "y", (report) =>
    report.style.map(({ span, rule, message }) => mark(span, () => [["card.message", message], ["card.kind", rule]])),
  ),
  {
    ...layer("sentences", "s", (report, t) =>
      report.sentences.map(({ span }) =>
        mark(span, () => [["card.length", t("number.characters", { n: codePoints(report.text, span) })]]),
      ),
    ),
    quiet: true,
  },
];

/**
 * @param {LayerId} id
 * @param {string} key
 * @param {Layer["marks"]} marks
 * @returns {Layer}
 */
function layer(id, key, marks) {
  const ordered = (/** @type {Report} */ report, /** @type {Translate} */ t) =>
    marks(report, t).sort((a, b) => a.span.start - b.span.start);
  return { id, key, quiet: false, marks: ordered };
}

/**
 * @param {Span} span
 * @param {Mark["facts"]} facts
 * @param {readonly string[]} [because]
 * @returns {Mark}
 */
function mark(span, facts, because = []) {
  return { span, facts, because };
}

/** @param {{lower: number | null, upper: number | null, lowerInclusive: boolean, upperInclusive: boolean}} interval */
function interval({ lower, upper, lowerInclusive, upperInclusive }) {
  if (lower === upper) return lower === null ? "" : lower.toLocaleString();
  const from = lower === null ? "" : `${lowerInclusive ? "≥" : ">"} ${lower.toLocaleString()}`;
  const to = upper === null ? "" : `${upperInclusive ? "≤" : "<"} ${upper.toLocaleString()}`;
  return [from, to].filter(Boolean).join(", ");
}

/**
 * @param {string} text
 * @param {Span} span
 */
export function codePoints(text, { start, end }) {
  let count = 0;
  for (const _character of text.slice(start, end)) count++;
  return count;
}

/**
 * Where a text stands in another, letter case aside.
 *
 * @param {string} text
 * @param {string} wanted
 * @returns {Mark[]}
 */
export function findAll(text, wanted) {
  if (wanted === "") return [];
  const pattern = new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "giu");
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) =>
    mark({ start: index, end: index + found.length }, () => []),
  );
}
