import { html } from "lit";
import { letter, titleOf } from "./compare.js";
import { part } from "./compare-part.js";
import { empty } from "./parts.js";

/** @import { Report, Span } from "../../../pkg/article_analyzer.js" */
/** @import { Compared } from "./compare.js" */

/** A passage of one article that the other has too, with its number. @typedef {{span: Span, n: number}} Marked */

/**
 * Two articles to be read beside each other; a passage that both have leads to the same place in the other.
 *
 * @param {Compared} compared
 */
export function pairReader(compared) {
  const { page, comparison, reports } = compared;
  const { t } = page;
  const [left, right] = chosen(compared);
  const both = comparison.shared
    .map(({ spans }) => [left, right].map((wanted) => spans.find(({ report }) => report === wanted)?.span))
    .filter(([one, other]) => one && other);
  const marked = (/** @type {number} */ side) =>
    both.map((spans, index) => ({ span: /** @type {Span} */ (spans[side]), n: index + 1 })).sort((a, b) => a.span.start - b.span.start);
  return part(
    "pair",
    t("pair.title"),
    both.length,
    html`
      ${both.length === 0 ? empty(t("pair.none")) : html`<p class="over">${t("pair.over", { n: both.length })}</p>`}
      <div class="pair-reader">
        ${[left, right].map(
          (report, side) => html`
            <div class="pair-side" data-side=${side}>
              <label>
                <span class="visually-hidden">${t(side === 0 ? "pair.left" : "pair.right")}</span>
                <select @change=${(/** @type {Event & {target: HTMLSelectElement}} */ { target }) => choose(compared, side, Number(target.value))}>
                  ${reports.map(
                    (other, index) => html`<option value=${index} ?selected=${index === report} ?disabled=${index === (side === 0 ? right : left)}>
                      ${letter(index)} ${titleOf(page, other)}
                    </option>`,
                  )}
                </select>
              </label>
              <div class="pair-text" tabindex="0" role="group" aria-label=${titleOf(page, reports[report])} lang=${reports[report].language} dir="auto">
                ${paragraphs(reports[report]).map((block) => html`<p>${withMarks(compared, reports[report], block, marked(side), side)}</p>`)}
              </div>
            </div>
          `,
        )}
      </div>
    `,
  );
}

/**
 * The two articles: those that the reader chose, else those with most in common.
 *
 * @param {Compared} compared
 * @returns {[number, number]}
 */
function chosen({ page, comparison, reports }) {
  const { pair } = page.choices;
  if (pair && Math.max(...pair) < reports.length && pair[0] !== pair[1]) return pair;
  /** @type {Map<string, number>} */
  const common = new Map();
  for (const { reports: having } of comparison.shared) {
    for (const [index, left] of having.entries()) {
      for (const right of having.slice(index + 1)) {
        const key = `${Math.min(left, right)} ${Math.max(left, right)}`;
        common.set(key, (common.get(key) ?? 0) + 1);
      }
    }
  }
  const [most] = [...common].sort(([, a], [, b]) => b - a);
  const [left, right] = most ? most[0].split(" ").map(Number) : [0, 1];
  return [left, right];
}

/**
 * @param {Compared} compared
 * @param {number} side
 * @param {number} report
 */
function choose(compared, side, report) {
  const [left, right] = chosen(compared);
  compared.page.choose({ pair: side === 0 ? [report, right] : [left, report] });
}

/** What the article itself consists of. @param {Report} report */
const paragraphs = ({ blocks }) => blocks.filter(({ counted, role }) => counted || role === "title").map(({ span }) => span);

/**
 * A stretch of text, the passages in it as buttons; of those that overlap the first.
 *
 * @param {Compared} compared
 * @param {Report} report
 * @param {Span} block
 * @param {readonly Marked[]} marks
 * @param {number} side
 */
function withMarks({ page: { t } }, report, block, marks, side) {
  const parts = [];
  let from = block.start;
  for (const { span, n } of marks) {
    if (span.start < from || span.end > block.end) continue;
    parts.push(report.text.slice(from, span.start));
    parts.push(html`<button
      type="button"
      class="plain passage"
      data-passage=${n}
      title=${t("pair.go", { n })}
      @click=${(/** @type {Event & {currentTarget: HTMLElement}} */ { currentTarget }) => follow(currentTarget, n, 1 - side)}
    ><sup aria-hidden="true">${n}</sup>${report.text.slice(span.start, span.end)}</button>`);
    from = span.end;
  }
  parts.push(report.text.slice(from, block.end));
  return parts;
}

/**
 * Goes to the same passage on the other side.
 *
 * @param {HTMLElement} from
 * @param {number} n
 * @param {number} side
 */
function follow(from, n, side) {
  const reader = from.closest(".pair-reader");
  reader?.querySelectorAll("[data-followed]").forEach((passage) => passage.removeAttribute("data-followed"));
  const other = reader?.querySelector(`[data-side="${side}"] [data-passage="${n}"]`);
  if (!(other instanceof HTMLElement)) return;
  other.dataset.followed = "";
  other.scrollIntoView({ block: "nearest" });
  other.focus();
}
