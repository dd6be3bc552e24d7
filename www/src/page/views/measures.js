import { html, nothing, svg } from "lit";
import { number } from "../../reading/amount.js";
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
        ...readability.map(({ measure, value, level, note, meaning, source }) => [
          measureName(t, measure), value === null ? "" : String(value), level ?? "", about({ note, meaning, source }),
        ]),
      ])}
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Readability} readability
 */
function reading({ t }, { measure, value, level, note, meaning, source, bands }) {
  const set = (/** @type {number} */ n) => number(t.language, Math.round(10 * n) / 10);
  return html`
    <h3>${measureName(t, measure)}</h3>
    <p>
      ${value === null ? t(note ? "stat.none" : "stat.tooShort") : html`<strong>${set(value)}</strong> ${level ? html`<bdi>${level}</bdi>` : nothing}`}
    </p>
    ${bands.length > 0 && value !== null ? scale(bands, value, set) : nothing}
    <p class="soft small" dir="auto">${about({ note, meaning, source })}</p>
  `;
}

/** What a measure means and where it is from. @param {Pick<Readability, "note" | "meaning" | "source">} readability */
const about = ({ note, meaning, source }) => [note, meaning, source].filter(Boolean).join(" · ");

/**
 * The levels from low values to high as a bar of steps; the one that the value falls into stands out.
 *
 * @param {Readability["bands"]} bands
 * @param {number} value
 * @param {(n: number) => string} set
 */
function scale(bands, value, set) {
  const at = bands.findIndex(({ range }) => (range.lower ?? -Infinity) <= value && value <= (range.upper ?? Infinity));
  const step = 100 / bands.length;
  const ends = (/** @type {Readability["bands"][number]["range"]} */ { lower, upper }) => [lower === null ? "" : set(lower), upper === null ? "" : set(upper)].join("–");
  return html`
    <svg class="scale" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
      ${bands.map((_, index) => svg`<rect x=${index * step + 0.4} width=${step - 0.8} height="4" class=${index === at ? "here" : ""}></rect>`)}
    </svg>
    <ol class="bands small">
      ${bands.map(({ label, range }, index) => html`<li aria-current=${index === at ? "true" : nothing}><bdi>${label}</bdi> ${ends(range)}</li>`)}
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
                <th scope="row">${t(`diversity.${id}`)}</th>
                <td>${value === null ? t("stat.tooShort") : number(t.language, Math.round(1000 * value) / 1000)}</td>
              </tr>
            `;
          })}
        </tbody>
      </table>
      <p class="soft small">${t("stat.diversityNote", { n: words })}</p>
      ${dataTools(page, "diversity", () => [
        [t("measure.name"), t("card.value")],
        ...known.map((id) => [t(`diversity.${id}`), diversity[id] === null ? "" : String(diversity[id])]),
      ])}
    </section>
  `;
}
