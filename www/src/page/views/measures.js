import { html, nothing, svg } from "lit";
import { levelNames } from "../../element/levels.js";
import { interval, number } from "../../reading/amount.js";
import { translateName } from "../../strings/index.js";
import { dataTools } from "./parts.js";

/** @import { Readability, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */
/** @import { Translate } from "../../strings/index.js" */

/** The measures of diversity that do not depend on a text's length first. */
const DIVERSITY = /** @type {const} */ (["mattr", "mtld", "hdd", "ttr", "guiraud", "herdan", "maas", "yuleK", "simpsonD"]);

/**
 * The name of a measure of readability.
 *
 * @param {Translate} t
 * @param {string} measure
 */
export const measureName = (t, measure) => translateName(t, `measure.${measure}`, measure);

/**
 * The name of the level that a text is of, and those of all levels.
 *
 * @param {Translate} t
 * @param {Readability} readability
 */
export const levelsOf = (t, readability) => levelNames((key, name) => translateName(t, key, name), readability);

/**
 * Readability, each value with its level, the levels around it and what they are for.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function readabilityMeasures(page, { readability }) {
  const { t } = page;
  if (readability.length === 0) return nothing;
  return html`
    <section data-table="readability">
      <h2>${t("stat.readability")}</h2>
      ${readability.map((one) => reading(page, one))}
      ${dataTools(page, "readability", () => [
        [t("measure.name"), t("card.value"), t("glance.level"), t("measure.about")],
        ...readability.map((one) => [
          measureName(t, one.measure), one.value === null ? "" : String(one.value), levelsOf(t, one).here, about(one),
        ]),
      ])}
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Readability} readability
 */
function reading({ t }, readability) {
  const { measure, value, note, bands } = readability;
  const levels = levelsOf(t, readability);
  const unit = measure.startsWith("kanjiShare") ? "%" : "";
  const bare = (/** @type {number} */ n) => number(t.language, Math.round(10 * n) / 10);
  const set = (/** @type {number} */ n) => `${bare(n)}${unit}`;
  const ends = (/** @type {Readability["bands"][number]["range"]} */ range) =>
    range.lower === null || range.upper === null ? interval(t, range, set) : `${bare(range.lower)}–${set(range.upper)}`;
  return html`
    <h3>${measureName(t, measure)}</h3>
    <p>
      ${value === null ? t(note ? "stat.none" : "stat.tooShort") : html`<strong>${set(value)}</strong> <bdi>${levels.here}</bdi>`}
    </p>
    ${bands.length > 0 && value !== null ? scale(bands, levels.all, value, ends) : nothing}
    <p class="soft small" dir="auto">${about(readability)}</p>
  `;
}

/** What a measure means and where it is from. @param {Pick<Readability, "note" | "meaning" | "source">} readability */
const about = ({ note, meaning, source }) => [note, meaning, source].filter(Boolean).join("\u2003");

/**
 * The levels from low values to high as a bar of steps; the one that the value falls into stands out.
 *
 * @param {Readability["bands"]} bands
 * @param {readonly string[]} names
 * @param {number} value
 * @param {(range: Readability["bands"][number]["range"]) => string} ends
 */
function scale(bands, names, value, ends) {
  const at = bands.findIndex(({ range }) => (range.lower ?? -Infinity) <= value && value <= (range.upper ?? Infinity));
  const step = 100 / bands.length;
  return html`
    <svg class="scale" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
      ${bands.map((_, index) => svg`<rect x=${index * step + 0.4} width=${step - 0.8} height="4" class=${index === at ? "here" : ""}></rect>`)}
    </svg>
    <ol class="bands small">
      ${bands.map(({ range }, index) => html`<li aria-current=${index === at ? "true" : nothing}><bdi>${names[index]}</bdi> ${ends(range)}</li>`)}
    </ol>
  `;
}

/**
 * How varied the words are.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function diversityMeasures(page, { statistics: { diversity, words } }) {
  const { t } = page;
  const known = DIVERSITY.filter((id) => id in diversity);
  if (known.length === 0) return nothing;
  return html`
    <section>
      <h2 id="stat-diversity">${t("stat.diversity")}</h2>
      <table aria-labelledby="stat-diversity" data-table="diversity">
        <tbody>
          ${known.map((id) => {
            const value = diversity[id];
            return html`
              <tr>
                <th scope="row">
                  <details><summary>${t(`diversity.${id}`)}</summary><p class="soft small">${t(`diversityMeans.${id}`)}</p></details>
                </th>
                <td>${value === null ? t("stat.tooShort") : number(t.language, Math.round(1000 * value) / 1000)}</td>
              </tr>
            `;
          })}
        </tbody>
      </table>
      <p class="soft small">${t("stat.diversityNote", { n: words })}</p>
      ${dataTools(page, "diversity", () => [
        [t("measure.name"), t("card.value"), t("measure.about")],
        ...known.map((id) => [t(`diversity.${id}`), diversity[id] === null ? "" : String(diversity[id]), t(`diversityMeans.${id}`)]),
      ])}
    </section>
  `;
}
