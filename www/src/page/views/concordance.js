import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { findAll, mark } from "../../reading/layers.js";
import { dataTools, filter } from "./parts.js";

/** @import { Report, Span } from "../../../pkg/article_analyzer.js" */
/** @import { ContextOrder } from "../choices.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** What of the text is shown on each side, in UTF-16 units: kanji say more in less. */
const SIDE = { narrow: 18, wide: 40 };
const MOST_LINES = 200;

/** One place with what stands around it. @typedef {{span: Span, left: string, inside: string, right: string}} Line */

/**
 * Every place of a word or phrase with the text around it. A word is looked for in all its forms.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function concordance(page, report) {
  const { t, choices } = page;
  const found = choices.phrase === "" ? [] : places(report, choices.phrase);
  const lines = ordered(report, found, choices.contextOrder, page.interfaceLanguage);
  return html`
    <label class="field">
      <span>${t("words.phrase")}</span>
      <input
        type="search"
        data-action="phrase"
        .value=${live(choices.phrase)}
        @input=${(/** @type {Event & {target: HTMLInputElement}} */ { target }) => page.choose({ phrase: target.value })}
      />
    </label>
    ${choices.phrase === "" ? html`<p class="soft small">${t("words.phraseHint")}</p>` : result(page, report, lines)}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Line[]} lines
 */
function result(page, report, lines) {
  const { t, choices } = page;
  if (lines.length === 0) return html`<p role="status">${t("search.count", { n: 0 })}</p>`;
  const orders = /** @type {const} */ (["place", "left", "right"]);
  const options = orders.map((order) => ({ value: order, name: t(`context.${order}`) }));
  const go = (/** @type {Line} */ line) => {
    const inText = lines.toSorted((a, b) => a.span.start - b.span.start);
    page.walk(choices.phrase, inText.map(({ span }) => mark(span)), inText.indexOf(line));
  };
  return html`
    <p role="status">${t("words.places", { n: lines.length })}</p>
    ${filter(t("context.order"), options, choices.contextOrder, (contextOrder) => page.choose({ contextOrder }))}
    <ol class="kwic" lang=${report.language}>
      ${lines.slice(0, MOST_LINES).map(
        (line) => html`
          <li>
            <button type="button" class="plain" @click=${() => go(line)}>
              <span class="left"><bdi>${line.left}</bdi></span><mark>${line.inside}</mark><span class="right"><bdi>${line.right}</bdi></span>
            </button>
          </li>
        `,
      )}
    </ol>
    ${lines.length > MOST_LINES ? html`<p class="soft small">${t("action.more", { n: lines.length - MOST_LINES })}</p>` : nothing}
    ${dataTools(page, "concordance", () => [
      [t("context.left"), t("words.phrase"), t("context.right")],
      ...lines.map(({ left, inside, right }) => [left, inside, right]),
    ])}
  `;
}

/**
 * The places of all words of a dictionary form, or else of the letters as they are.
 *
 * @param {Report} report
 * @param {string} phrase
 */
function places({ text, tokens }, phrase) {
  const words = tokens.filter(({ lemma }) => lemma === phrase);
  const spans = [...words, ...findAll(text, phrase)].map(({ span }) => span).sort((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter(({ start, end }, index) => !spans.slice(Math.max(0, index - 3), index).some((other) => other.start <= start && end <= other.end));
}

/**
 * @param {Report} report
 * @param {readonly Span[]} spans
 * @param {ContextOrder} order
 * @param {string} language
 * @returns {Line[]}
 */
function ordered({ text, statistics }, spans, order, language) {
  const side = statistics.manuscriptSheets ? SIDE.narrow : SIDE.wide;
  const tidy = (/** @type {string} */ part) => part.toWellFormed().replace(/\s+/g, " ");
  const lines = spans.map((span) => ({
    span,
    left: tidy(text.slice(Math.max(0, span.start - side), span.start)),
    inside: tidy(text.slice(span.start, span.end)),
    right: tidy(text.slice(span.end, span.end + side)),
  }));
  if (order === "place") return lines;
  const collator = new Intl.Collator(language);
  const backwards = (/** @type {string} */ left) => [...left.trimEnd()].reverse().join("");
  return lines.sort((a, b) =>
    order === "left" ? collator.compare(backwards(a.left), backwards(b.left)) : collator.compare(a.right.trimStart(), b.right.trimStart()),
  );
}
