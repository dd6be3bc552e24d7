import { amount } from "./amount.js";
import { translateName } from "../strings/index.js";
import { timeName } from "./time-names.js";

/** @import { Report, Span, Token } from "../../pkg/article_analyzer.js" */
/** @import { Key, Translate } from "../strings/index.js" */

/** @typedef {"sentences" | "entities" | "quantities" | "times" | "attributions" | "hedges" | "keywords" | "style" | "words"} LayerId */

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
 * @property {(report: Report) => number} count How many there are.
 * @property {(report: Report) => Span[]} spans Where they stand, in order: a long article has them painted before its
 * marks are asked for.
 * @property {(report: Report, t: Translate) => Mark[]} marks In the same order.
 */

/** @type {readonly Layer[]} */
export const LAYERS = [
  layer("entities", "m", ({ entities }) => entities.map(({ mentions }) => mentions), (report, t) =>
    report.entities.flatMap(({ name, label, mentions, because }) =>
      mentions.map((span) => mark(span, () => [["card.name", name], ["card.kind", t(`label.${label}`)]], because)),
    ),
  ),
  layer("quantities", "f", ({ quantities }) => [quantities], (report, t) =>
    report.quantities.map(({ span, kind, value, unit, approximate, because }) =>
      mark(span, () => [
        ["card.kind", t(`kind.${kind}`)],
        ["card.value", amount(t, { value, unit, approximate })],
      ], because),
    ),
  ),
  layer("times", "t", ({ times }) => [times], (report, t) =>
    report.times.map(({ span, type, value, anchor, because }) =>
      mark(span, () => [["card.kind", t(`time.${type}`)], ["card.value", value ? timeName(t, value) : ""], ["card.anchor", anchor ? timeName(t, anchor) : ""]], because),
    ),
  ),
  layer("attributions", "a", ({ attributions }) => [attributions], (report, t) =>
    report.attributions.map(({ content, form, source }) =>
      mark(content, () => [["card.kind", t(`form.${form}`)], ["card.source", source.name ?? t("said.unnamed")]]),
    ),
  ),
  layer("hedges", "h", ({ hedges }) => [hedges], (report, t) =>
    report.hedges.map(({ span, kind }) => mark(span, () => [["card.kind", t(`hedge.${kind}`)]])),
  ),
  layer("keywords", "k", ({ keywords }) => keywords.map(({ spans }) => spans), (report) =>
    report.keywords.flatMap(({ text, spans }) => spans.map((span) => mark(span, () => [["card.value", text]]))),
  ),
  layer("style", "y", ({ style }) => [style], (report, t) =>
    report.style.map(({ span, rule, message }) =>
      mark(span, () => [["card.message", message], ["card.kind", translateName(t, `styleRule.${rule}`, rule)]]),
    ),
  ),
  {
    ...layer("sentences", "s", ({ sentences }) => [sentences], (report, t) =>
      report.sentences.map(({ span }) =>
        mark(span, () => [["card.length", t("number.characters", { n: codePoints(report.text, span) })]]),
      ),
    ),
    quiet: true,
  },
  {
    ...layer("words", "w", ({ tokens }) => [tokens.filter(isWord)], (report, t) =>
      report.tokens.filter(isWord).map(({ span, upos, xpos, lemma, origin }) =>
        mark(span, () => [
          ["card.lemma", lemma],
          ["card.class", t(`upos.${upos}`)],
          ["card.classFull", xpos ?? ""],
          ["card.origin", origin ? t(`origin.${origin}`) : ""],
        ]),
      ),
    ),
    quiet: true,
    // Words become objects only when they are asked for.
    count: ({ statistics }) => statistics.words,
  },
];

/** The hue that a class of words has in the text. */
export const WORD_HUES = /** @type {const} */ ({
  noun: ["NOUN", "PRON", "NUM"],
  name: ["PROPN"],
  verb: ["VERB"],
  adjective: ["ADJ", "DET"],
  adverb: ["ADV", "INTJ"],
  function: ["ADP", "AUX", "CCONJ", "PART", "SCONJ", "X"],
});

/** @param {Token} token */
const isWord = ({ upos }) => upos !== "PUNCT" && upos !== "SYM";

/**
 * The words of one hue, in order.
 *
 * @param {Report} report
 * @param {keyof typeof WORD_HUES} hue
 */
export function wordsOfHue({ tokens }, hue) {
  const classes = new Set(/** @type {readonly string[]} */ (WORD_HUES[hue]));
  return tokens.filter(({ upos }) => classes.has(upos)).map(({ span }) => span);
}

/** What of a report a layer marks. @typedef {Span | {span: Span} | {content: Span}} Place */

/** @param {Place} place */
const spanOf = (place) => ("span" in place ? place.span : "content" in place ? place.content : place);

const byStart = (/** @type {Span} */ a, /** @type {Span} */ b) => a.start - b.start;

/**
 * @param {LayerId} id
 * @param {string} key
 * @param {(report: Report) => readonly (readonly Place[])[]} lists
 * @param {Layer["marks"]} marks In the order of the lists.
 * @returns {Layer}
 */
function layer(id, key, lists, marks) {
  return {
    id,
    key,
    quiet: false,
    count: (report) => lists(report).reduce((count, { length }) => count + length, 0),
    spans: (report) => lists(report).flatMap((list) => list.map(spanOf)).sort(byStart),
    marks: (report, t) => marks(report, t).sort((a, b) => byStart(a.span, b.span)),
  };
}

/**
 * @param {Span} span
 * @param {Mark["facts"]} [facts]
 * @param {readonly string[]} [because]
 * @returns {Mark}
 */
export function mark(span, facts = () => [], because = []) {
  return { span, facts, because };
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
    mark({ start: index, end: index + found.length }),
  );
}
