import { html, nothing } from "lit";
import { countBy, dataTools, empty, filter, panel, placeButton } from "./parts.js";
import { correction, dictionarySection, takenOutCard, takenOutName } from "./dictionary.js";
import { explainButton, explanation } from "./explanation.js";
import { reasons } from "./inspector.js";
import { LABELS } from "./labels.js";
import { coOccurrence } from "./network.js";
import { walkEntity } from "./overview.js";

/** @import { Entity, EntityLabel, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** @param {AnalyzerPage} page */
export function namesView(page) {
  const { t } = page;
  const { report } = page.session;
  if (!report) return panel("names", nothing);
  if (report.entities.length === 0) return panel("names", html`${empty(t("names.none"))}${dictionarySection(page)}`);
  const mentions = report.entities.reduce((sum, { mentions }) => sum + mentions.length, 0);
  return panel(
    "names",
    html`
      <section class="view-part">
        <h2 id="names-title">${t("names.title")}</h2>
        <p class="over">${t("names.over", { n: report.entities.length, mentions })}</p>
        ${entities(page, report)}
      </section>
      <section class="view-part">
        <h2 id="together-title">${t("together.title")}</h2>
        ${coOccurrence(page, report)}
      </section>
      ${dictionarySection(page)}
    `,
  );
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function entities(page, report) {
  const { t, choices } = page;
  const counts = countBy(report.entities, ({ label }) => label);
  const labels = LABELS.filter((label) => counts.has(label));
  const chosen = choices.entityLabel && counts.has(choices.entityLabel) ? choices.entityLabel : null;
  const options = [
    { value: null, name: t("filter.all"), n: report.entities.length },
    ...labels.map((label) => ({ value: label, name: t(`label.${label}`), n: counts.get(label) ?? 0 })),
  ];
  const picked = report.entities.find(({ name }) => name === choices.entity);
  const takenOut = takenOutName(page);
  return html`
    ${filter(t("names.filter"), options, chosen, (entityLabel) => page.choose({ entityLabel }))}
    <div class="list-and-detail" ?data-picked=${Boolean(picked ?? takenOut)}>
      <div class="entity-list">
        ${(chosen ? [chosen] : labels).map((label) => ofLabel(page, report, label))}
      </div>
      <div class="detail" aria-live="polite">
        ${picked || takenOut
          ? html`<button type="button" class="plain sheet-close" aria-label=${t("action.close")} @click=${() => page.escape()}>✕</button>`
          : nothing}
        ${picked ? detail(page, report, picked) : takenOut ? takenOutCard(page, takenOut) : html`<p class="soft">${t("names.hint")}</p>`}
      </div>
    </div>
    ${dataTools(page, "names", () => [
      [t("card.name"), t("card.kind"), t("names.mentions"), t("names.forms")],
      ...report.entities.map((entity) => [entity.name, t(`label.${entity.label}`), String(entity.mentions.length), forms(report, entity).map(({ form }) => form).join(" / ")]),
    ])}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {EntityLabel} label
 */
function ofLabel(page, report, label) {
  const { t, choices } = page;
  const ofIt = report.entities.filter((entity) => entity.label === label).sort((a, b) => b.mentions.length - a.mentions.length);
  return html`
    <section data-label=${label}>
      <h3>${t(`label.${label}`)} <span class="soft small">${ofIt.length}</span></h3>
      <ul>
        ${ofIt.map(
          ({ name, mentions, aliases }) => html`
            <li>
              <button
                type="button"
                class="plain entity"
                lang=${report.language}
                aria-pressed=${name === choices.entity}
                @click=${(/** @type {Event} */ { currentTarget }) => pick(page, name, /** @type {Element} */ (currentTarget))}
              >
                <bdi>${name}</bdi>
                ${aliases.length > 0 ? html`<bdi class="soft small">${aliases.join("・")}</bdi>` : nothing}
                <span class="count">${mentions.length}</span>
              </button>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

/**
 * Picks a name out, or lets go of it. Its card is a sheet on a phone, and the name stays above it.
 *
 * @param {AnalyzerPage} page
 * @param {string} name
 * @param {Element} button
 */
async function pick(page, name, button) {
  page.choose({ entity: name === page.choices.entity ? "" : name, takenOut: "" });
  await page.updateComplete;
  const sheet = page.querySelector(".detail");
  if (!sheet || getComputedStyle(sheet).position !== "fixed") return;
  const hidden = button.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top + 8;
  if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Entity} entity
 */
function detail(page, report, entity) {
  const { t } = page;
  return html`
    <h3 lang=${report.language}><bdi>${entity.name}</bdi> <span class="soft small">${t(`label.${entity.label}`)}</span></h3>
    <ul class="words">
      ${forms(report, entity).map(({ form, n }) => html`<li><bdi>${form}</bdi> <span class="soft small">×${n}</span></li>`)}
    </ul>
    <p>
      <button type="button" class="primary" data-action="walk" @click=${() => walkEntity(page, entity)}>
        ${t("names.walk")} <kbd aria-hidden="true">n</kbd> <kbd aria-hidden="true">p</kbd>
      </button>
    </p>
    <ol class="places">
      ${entity.mentions.map((span, index) => html`
        <li>${placeButton(report, span, () => walkEntity(page, entity, index))} ${explainButton(page, report, entity, index)}</li>
      `)}
    </ol>
    ${explanation(page, report, entity)} ${correction(page, entity)}
    ${entity.because.length > 0
      ? html`<details data-action="reasons"><summary>${t("names.why")}</summary>${reasons(page, entity.because)}</details>`
      : nothing}
  `;
}

/**
 * The forms that an entity is mentioned in, the most frequent first.
 *
 * @param {Report} report
 * @param {Entity} entity
 */
function forms({ text }, { mentions }) {
  const counts = countBy(mentions, ({ start, end }) => text.slice(start, end));
  return [...counts].map(([form, n]) => ({ form, n })).sort((a, b) => b.n - a.n);
}
