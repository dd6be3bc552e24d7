import { html, nothing } from "lit";
import { tell } from "../announcement.js";
import { firstEndingAfter } from "../../reading/highlights.js";
import { isNoise } from "../../reading/roles.js";
import { saveDrawing } from "../drawing.js";
import { saveText, toCsv, toTsv } from "../save.js";

/** @import { Answers, Question, Report, Sentence, Span } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage, View } from "../page.js" */

/** Parts that several views are made of. */

/**
 * The panel of a view.
 *
 * @param {View} view
 * @param {unknown} content
 */
export function panel(view, content) {
  return html`
    <section class="panel" id="panel" role="tabpanel" aria-labelledby="tab-${view}" tabindex="0" data-view=${view}>
      ${content}
    </section>
  `;
}

/**
 * What stands where a view has nothing to show.
 *
 * @param {string} text
 */
export function empty(text) {
  return html`<p class="empty">${text}</p>`;
}

/**
 * A line of a list without the mark that it is listed with.
 *
 * @param {string} text
 */
export const unlisted = (text) => text.replace(/^[・•‣◦●○■*\-–]\s*/u, "");

/**
 * What is made of the answer to a question about the report; it is drawn again when another answer comes.
 *
 * @template {Question} Q
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Q} question
 * @param {(answer: Answers[Q["kind"]], question: Q) => unknown} show Told the question that is answered, which can be the one before.
 */
export function answered(page, report, question, show) {
  const answered = page.answers.to(report, question);
  if (!answered) return html`<p class="soft small waiting">${page.t("count.waiting")}</p>`;
  if (answered.answer === null) return empty(page.t("count.failed"));
  return show(answered.answer, answered.question);
}

/** Rows that are added to a long table at once. */
const MORE_ROWS = 100;

/**
 * A button for the rest of a table.
 *
 * @param {AnalyzerPage} page
 * @param {number} left How many rows are not shown; none or fewer need no button.
 * @param {(more: number) => void} show
 */
export function moreRows({ t }, left, show) {
  if (left <= 0) return nothing;
  return html`<p><button type="button" @click=${() => show(MORE_ROWS)}>${t("action.more", { n: left })}</button></p>`;
}

/**
 * Copies and saves the data of a table or chart.
 *
 * @param {AnalyzerPage} page
 * @param {string} name Of the data, without what a file's name ends in.
 * @param {() => string[][]} rows With a row of headings.
 */
export function dataTools(page, name, rows) {
  const { t } = page;
  const file = `${page.fileName}-${name}`;
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(toTsv(rows())).then(() => true, () => false);
    tell(page, t(isCopied ? "data.copied" : "data.notCopied"));
  };
  return html`
    <p class="data-tools">
      <button type="button" class="link small" @click=${copy}>${t("data.copy")}</button>
      <button type="button" class="link small" @click=${() => saveText(toCsv(rows()), `${file}.csv`, "text/csv")}>
        ${t("data.csv")}
      </button>
    </p>
  `;
}

/**
 * Saves a drawing, or a table of bars as one.
 *
 * @param {AnalyzerPage} page
 * @param {string} name Of the drawing, without what a file's name ends in.
 * @param {string} selector Where it stands on the page.
 */
export function drawingTools(page, name, selector) {
  const saveAs = (/** @type {"svg" | "png"} */ kind) => () => {
    const drawing = page.querySelector(selector);
    if (!(drawing instanceof SVGSVGElement || drawing instanceof HTMLTableElement)) return;
    saveDrawing(drawing, `${page.fileName}-${name}`, kind).catch(() => tell(page, page.t("data.notSaved")));
  };
  return html`
    <p class="data-tools">
      <button type="button" class="link small" @click=${saveAs("svg")}>${page.t("data.svg")}</button>
      <button type="button" class="link small" @click=${saveAs("png")}>${page.t("data.png")}</button>
    </p>
  `;
}

/**
 * What can be taken away of a chart: its data and its drawing.
 *
 * @param {AnalyzerPage} page
 * @param {{data: string, drawing?: string, selector: string}} chart Their names, without what a file's name ends in, and where it stands on the page.
 * @param {() => string[][]} rows With a row of headings.
 */
export function chartTools(page, { data, drawing = data, selector }, rows) {
  return html`<div class="data-row">${dataTools(page, data, rows)} ${drawingTools(page, drawing, selector)}</div>`;
}

/**
 * Buttons of which one is chosen.
 *
 * @template T
 * @param {string} label
 * @param {readonly {value: T, name: string, n?: number}[]} options
 * @param {T} chosen
 * @param {(value: T) => void} choose
 */
export function filter(label, options, chosen, choose) {
  return html`
    <div class="chips" role="group" aria-label=${label}>
      ${options.map(
        ({ value, name, n }) => html`
          <button type="button" class="chip" aria-pressed=${value === chosen} @click=${() => choose(value)}>
            <span>${name}</span>${n === undefined ? nothing : html` <span class="count">${n.toLocaleString()}</span>`}
          </button>
        `,
      )}
    </div>
  `;
}

/**
 * The sentence that a place stands in, as a button that goes there; the place itself stands out.
 *
 * @param {Report} report
 * @param {Span} span
 * @param {() => void} go
 */
export function placeButton(report, span, go) {
  const { before, inside, after } = inSentence(report, span);
  return html`
    <button type="button" class="plain place" lang=${report.language} dir="auto" @click=${go}>
      ${before}<mark ?data-whole=${before + after === ""}>${inside}</mark>${after}
    </button>
  `;
}

/**
 * Those of some places that stand in the article, and not in the furniture of its page.
 *
 * @template {{span: Span}} T
 * @param {Report} report
 * @param {readonly T[]} things
 * @returns {T[]}
 */
export function inArticle({ blocks }, things) {
  const spans = blocks.map(({ span }) => span);
  return things.filter(({ span }) => {
    const block = blocks[firstEndingAfter(spans, span.start)];
    return block !== undefined && !isNoise(block);
  });
}

/** What of a sentence is shown on each side of a place, in UTF-16 units. */
const AROUND = 60;

/**
 * @param {Report} report
 * @param {Span} span
 */
export function inSentence(report, { start, end }) {
  const { text } = report;
  const sentence = sentenceAt(report, start);
  const whole = sentence < 0 ? { start, end } : report.sentences[sentence].span;
  const from = wordEdge(text, Math.max(whole.start, start - AROUND), 1, start);
  const to = wordEdge(text, Math.max(end, Math.min(whole.end, end + AROUND)), -1, end);
  return {
    before: from > whole.start ? `…${text.slice(from, start).toWellFormed().trimStart()}` : text.slice(from, start),
    inside: text.slice(start, end).toWellFormed(),
    after: to < whole.end ? `${text.slice(end, to).toWellFormed().trimEnd()}…` : text.slice(end, to),
  };
}

/**
 * The whole sentence that a place stands in, or the place itself.
 *
 * @param {Report} report
 * @param {Span} span
 */
export function sentenceText(report, span) {
  const { start, end } = report.sentences[sentenceAt(report, span.start)]?.span ?? span;
  return report.text.slice(start, end);
}

/**
 * The beginning of a stretch of an article; no word of a language that sets spaces is cut, unless it is all there is.
 *
 * @param {Report} report
 * @param {Span} span
 * @param {number} length In UTF-16 units, at most.
 */
export function excerpt({ text }, { start, end }, length) {
  if (end - start <= length) return text.slice(start, end);
  const edge = wordEdge(text, start + length, -1, start);
  return `${text.slice(start, edge === start ? start + length : edge).toWellFormed().trimEnd()}…`;
}

/**
 * The nearest place towards a bound where no word of a language that sets spaces is cut.
 *
 * @param {string} text
 * @param {number} at
 * @param {1 | -1} by
 * @param {number} bound
 */
function wordEdge(text, at, by, bound) {
  while (at !== bound && /^[\p{Script=Latin}\p{N}'’]{2}$/u.test(text.slice(at - 1, at + 1))) at += by;
  return at;
}

/**
 * The index of the sentence that a place stands in; -1 where it is in none.
 *
 * @param {Report} report
 * @param {number} offset
 */
export function sentenceAt({ sentences }, offset) {
  const at = firstEndingAfter(sentenceSpans(sentences), offset);
  return at < sentences.length && sentences[at].span.start <= offset ? at : -1;
}

/** @type {WeakMap<readonly Sentence[], readonly Span[]>} */
const spansOf = new WeakMap();

/**
 * The spans of a report's sentences, once made: they are asked for at every place.
 *
 * @param {readonly Sentence[]} sentences
 */
function sentenceSpans(sentences) {
  const known = spansOf.get(sentences) ?? sentences.map(({ span }) => span);
  spansOf.set(sentences, known);
  return known;
}

/**
 * A heading of a column that sorts the table by it.
 *
 * @param {string} name
 * @param {boolean} isSorted
 * @param {boolean} isDown
 * @param {() => void} sort
 */
export function sortHeading(name, isSorted, isDown, sort) {
  return html`
    <th scope="col" aria-sort=${isSorted ? (isDown ? "descending" : "ascending") : nothing}>
      <button type="button" class="plain sort" @click=${sort}>
        ${name}<span aria-hidden="true">${isSorted ? (isDown ? "▼" : "▲") : ""}</span>
      </button>
    </th>
  `;
}

/**
 * A table whose numbers are drawn as bars too. `table` names it where its label has another name.
 *
 * @param {{labelledBy: string, table?: string, heading: string, rows: readonly {name: unknown, share: number, value: string}[]}} table
 */
export function bars({ labelledBy, table = labelledBy, heading, rows }) {
  return html`
    <table class="bars" aria-labelledby=${labelledBy} data-table=${table}>
      <thead class="visually-hidden"><tr><td></td><th scope="col">${heading}</th></tr></thead>
      <tbody>
        ${rows.map(
          ({ name, share, value }) => html`
            <tr>
              <th scope="row">${name}</th>
              <td>
                <div class="bar-cell">
                  <svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
                    <rect width=${(100 * share).toFixed(2)} height="1"></rect>
                  </svg>
                  <span>${value}</span>
                </div>
              </td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

/**
 * Counts things by a key, in the order of their first appearance.
 *
 * @template T, K
 * @param {Iterable<T>} things
 * @param {(thing: T) => K} key
 * @returns {Map<K, number>}
 */
export function countBy(things, key) {
  /** @type {Map<K, number>} */
  const counts = new Map();
  for (const thing of things) counts.set(key(thing), (counts.get(key(thing)) ?? 0) + 1);
  return counts;
}

