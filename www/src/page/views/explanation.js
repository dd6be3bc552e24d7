import { html, nothing } from "lit";

/** @import { Entity, Reason, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Reasons for and against that are listed before the rest is asked for. */
const LISTED = 5;

/**
 * Asks why a place of an entity is a name.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Entity} entity
 * @param {number} index Of the place.
 */
export function explainButton(page, report, entity, index) {
  const { t, choices } = page;
  const isShown = choices.explained?.entity === entity.name && choices.explained.index === index;
  return html`
    <button
      type="button"
      class="link small"
      data-action="explain"
      aria-pressed=${isShown}
      aria-label=${t("explain.place", { n: index + 1 })}
      @click=${() => (isShown ? page.choose({ explained: null }) : explain(page, report, entity, index))}
    >
      ${t("explain.ask")}
    </button>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Entity} entity
 * @param {number} index
 */
async function explain(page, report, { name, label, mentions }, index) {
  const asked = { entity: name, index, reasons: null };
  page.choose({ explained: asked });
  const reasons = await page.session.explain(report, { span: mentions[index], label }).catch(() => []);
  if (page.choices.explained === asked) page.choose({ explained: { ...asked, reasons } });
}

/**
 * What the model saw at the place that was asked about, with its weights.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Entity} entity
 */
export function explanation({ t, choices: { explained } }, { text }, { name, label, mentions }) {
  const place = explained?.entity === name ? mentions[explained.index] : undefined;
  if (!explained || !place) return nothing;
  const { reasons } = explained;
  if (!reasons) return html`<p class="soft" role="status">${t("explain.asking")}</p>`;
  const form = text.slice(place.start, place.end);
  if (reasons.length === 0) return html`<p class="soft" role="status">${t("explain.none", { form })}</p>`;
  const sum = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return html`
    <section class="explanation" data-part="explanation">
      <h4>${t("explain.title", { form, label: t(`label.${label}`) })}</h4>
      <p class="soft small">${t("explain.about")}</p>
      ${list(t, "explain.for", reasons.filter(({ weight }) => weight > 0))}
      ${list(t, "explain.against", reasons.filter(({ weight }) => weight < 0))}
      <p data-part="sum">${t("explain.sum", { sum: signed(t, sum) })}</p>
    </section>
  `;
}

/**
 * What speaks one way, the strongest first.
 *
 * @param {AnalyzerPage["t"]} t
 * @param {"explain.for" | "explain.against"} title
 * @param {readonly Reason[]} reasons
 */
function list(t, title, reasons) {
  if (reasons.length === 0) return nothing;
  const rest = reasons.slice(LISTED);
  return html`
    <h5>${t(title)}</h5>
    ${weights(t, reasons.slice(0, LISTED))}
    ${rest.length > 0 ? html`<details><summary>${t("action.more", { n: rest.length })}</summary>${weights(t, rest)}</details>` : nothing}
  `;
}

/** The weight that fills a whole bar. */
const FULL = 3;

/**
 * @param {AnalyzerPage["t"]} t
 * @param {readonly Reason[]} reasons
 */
const weights = (t, reasons) => html`
  <ul class="weights">
    ${reasons.map(
      ({ what, weight }) => html`
        <li>
          <span dir="auto">${what}</span> <b>${signed(t, weight)}</b>
          <svg class="scale" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
            <rect class="here" width=${Math.min(100, (100 * Math.abs(weight)) / FULL)} height="4"></rect>
          </svg>
        </li>
      `,
    )}
  </ul>
`;

/**
 * @param {AnalyzerPage["t"]} t
 * @param {number} weight
 */
const signed = ({ language }, weight) => weight.toLocaleString(language, { signDisplay: "always", minimumFractionDigits: 2, maximumFractionDigits: 2 });
