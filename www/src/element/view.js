import { levelNames } from "./levels.js";
import { readingTime } from "./reading-time.js";
import { reportName } from "../strings/report.js";

/** @import { Report } from "../../pkg/article_analyzer.js" */
/** @import { ReportKey } from "../strings/report.js" */
/** @import { TranslateKeys } from "../strings/translate.js" */

/** @typedef {TranslateKeys<ReportKey>} Translate */

const MOST_KEYWORDS = 12;
const MOST_NAMES = 12;
/** Languages that put no spaces between words: their length is told in characters. */
const UNSPACED = /^(ja|zh)\b/;

/**
 * An element. What is set into it is text, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function node(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} text */
export const message = (text) => node("p", { part: "message", role: "status" }, text);

/** The sections in their order. @type {Record<string, (report: Report, t: Translate) => HTMLElement | null>} */
const SECTIONS = { numbers, summary, keywords, names, readability };

/**
 * @param {Report} report
 * @param {Translate} t
 * @param {string | null} wanted Names of sections; null for all.
 */
export function reportView(report, t, wanted) {
  const names = wanted?.trim().split(/\s+/) ?? Object.keys(SECTIONS);
  const parts = Object.entries(SECTIONS).flatMap(([name, section]) => (names.includes(name) ? (section(report, t) ?? []) : []));
  return node("div", { part: "report", role: "group", "aria-label": t("report.label") }, ...parts, node("slot", { name: "footer" }));
}

/**
 * @param {Report} report
 * @param {Translate} t
 */
function numbers({ statistics, language }, t) {
  const { characters, readingMinutes, sentences, words } = statistics;
  const values = [
    UNSPACED.test(language)
      ? t("number.characters", { n: characters.withoutBoth })
      : t("number.words", { n: words }),
    readingTime(t, readingMinutes.typical),
    t("number.sentences", { n: sentences }),
  ];
  return node("ul", { part: "numbers" }, ...values.map((value) => node("li", { part: "number" }, value)));
}

/**
 * @param {Report} report
 * @param {Translate} t
 */
function summary({ summary, sentences, text, language }, t) {
  const spans = summary.flatMap(({ sentence }) => sentences[sentence]?.span ?? []);
  const items = spans.map(({ start, end }) => node("li", { lang: language, dir: "auto" }, text.slice(start, end)));
  return titled("summary", t("glance.summary"), items.length > 0 && node("ol", { part: "summary" }, ...items));
}

/**
 * @param {Report} report
 * @param {Translate} t
 */
function keywords({ keywords, language }, t) {
  const items = keywords.slice(0, MOST_KEYWORDS).map(({ text }) => node("li", { part: "keyword", lang: language }, text));
  return titled("keywords", t("glance.keywords"), items.length > 0 && node("ul", { part: "words" }, ...items));
}

/**
 * @param {Report} report
 * @param {Translate} t
 */
function names({ entities, language }, t) {
  const most = entities.toSorted((a, b) => b.mentions.length - a.mentions.length).slice(0, MOST_NAMES);
  const items = most.map(({ name, label, mentions }) => {
    const kind = node("small", { part: "kind" }, `${t(`label.${label}`)} ×${mentions.length}`);
    return node("li", { part: "name" }, node("bdi", { lang: language }, name), " ", kind);
  });
  return titled("names", t("glance.names"), items.length > 0 && node("ul", { part: "words" }, ...items));
}

/**
 * @param {Report} report
 * @param {Translate} t
 */
function readability({ readability }, t) {
  const first = readability.find(({ value }) => value !== null);
  if (!first) return null;
  const name = reportName(t, `measure.${first.measure}`, first.measure);
  const about = first.audience === "learner" ? t("measure.forLearners", { name }) : name;
  const value = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 }).format(first.value ?? 0);
  const line = node("p", {}, node("strong", {}, value), ` ${levelNames((key, name) => reportName(t, key, name), first).here} `, node("small", { part: "kind" }, about));
  return titled("readability", t("glance.level"), line);
}

/**
 * A section under its title. That is no heading: which level it would have, only the page around knows.
 *
 * @param {string} part
 * @param {string} title
 * @param {HTMLElement | false} content
 */
function titled(part, title, content) {
  return content === false ? null : node("div", { part: `section ${part}-section`, role: "group", "aria-label": title }, node("p", { part: "title" }, title), content);
}
