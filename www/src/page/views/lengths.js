import { html, nothing } from "lit";
import { answered, bars, chartTools } from "./parts.js";

/** @import { Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/**
 * A drawing of how lengths are spread: `step` lengths a bar, the last for all that are longer.
 *
 * @typedef {object} Spread
 * @property {"sentences" | "words"} id
 * @property {string} title
 * @property {string} note
 * @property {string} heading What is counted.
 * @property {Record<number, number>} counts How many have each length.
 * @property {number} step
 * @property {number} steps
 */

/**
 * How long the counted sentences and words are.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function lengths(page, report) {
  const { t } = page;
  const inCharacters = report.statistics.manuscriptSheets !== null;
  return answered(page, report, { kind: "distributions" }, ({ sentenceCharacters, sentenceWords, wordCharacters }) => [
    spread(page, {
      id: "sentences",
      title: t("stat.lengths"),
      note: t(inCharacters ? "stat.lengthsInCharacters" : "stat.lengthsInWords"),
      heading: t("stat.sentenceNumber"),
      counts: inCharacters ? sentenceCharacters : sentenceWords,
      step: inCharacters ? 15 : 5,
      steps: 8,
    }),
    spread(page, {
      id: "words",
      title: t("stat.wordLengths"),
      note: t("stat.wordLengthsNote"),
      heading: t("stat.wordNumber"),
      counts: wordCharacters,
      step: 1,
      steps: inCharacters ? 8 : 12,
    }),
  ]);
}

/**
 * @param {AnalyzerPage} page
 * @param {Spread} spread
 */
function spread(page, { id, title, note, heading, counts, step, steps }) {
  const { t, interfaceLanguage } = page;
  const lengths = Object.entries(counts).map(([length, n]) => ({ length: Number(length), n }));
  if (lengths.length === 0) return nothing;
  const bins = Array.from({ length: steps }, () => 0);
  // A sentence of marks alone has no words; it goes with the shortest.
  for (const { length, n } of lengths) bins[Math.min(steps - 1, Math.floor(Math.max(0, length - 1) / step))] += n;
  const most = Math.max(...bins);
  const rows = bins.map((n, index) => ({
    name: nameOf(page, index * step + 1, step, index === steps - 1),
    share: n / most,
    value: n.toLocaleString(interfaceLanguage),
  }));
  return html`
    <section>
      <h2 id="stat-lengths-${id}">${title}</h2>
      ${bars({ labelledBy: `stat-lengths-${id}`, table: `lengths-${id}`, heading, rows })}
      <p class="soft small">${note}</p>
      ${chartTools(page, { data: `lengths-${id}`, selector: `[data-table="lengths-${id}"]` }, () => [
        [t("stat.length"), heading],
        ...lengths.map(({ length, n }) => [String(length), String(n)]),
      ])}
    </section>
  `;
}

/**
 * The lengths of a bar.
 *
 * @param {AnalyzerPage} page
 * @param {number} from
 * @param {number} step
 * @param {boolean} isLast
 */
function nameOf({ t }, from, step, isLast) {
  if (isLast) return t("stat.lengthLast", { from });
  return step === 1 ? String(from) : t("stat.lengthBin", { from, to: from + step - 1 });
}
