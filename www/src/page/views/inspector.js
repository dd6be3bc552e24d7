import { html, nothing } from "lit";
import { ARTICLE_ROLES, NOISE_ROLES, USUALLY_COUNTED, countRoles } from "../../reading/roles.js";
import { atAGlance } from "./overview.js";
import { correction, takenOutCard, takenOutName } from "./dictionary.js";
import { date, languageName, percent } from "../format.js";
import { withRole } from "../settings.js";
import { otherCuts } from "./other-cuts.js";
import { excerpt } from "./parts.js";

/** @import { Report, Role } from "../../../pkg/article_analyzer.js" */
/** @import { Mark } from "../../reading/layers.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** How many more marks the list shows when they are asked for. */
const MORE = 200;

/** @param {AnalyzerPage} page */
export function inspector(page) {
  const { session, t } = page;
  if (!session.report) return html`<aside class="inspector" aria-label=${t("overview.label")}></aside>`;
  return html`
    <aside class="inspector" aria-label=${t("overview.label")} ?data-open=${page.isSheetOpen}>
      <button type="button" class="plain sheet-close" aria-label=${t("action.close")} @click=${() => page.escape()}>✕</button>
      ${content(page, session.report)}
    </aside>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function content(page, report) {
  const mark = page.selection?.kind === "mark" && page.marks.current;
  if (mark) return markCard(page, report, mark);
  if (page.selection?.kind === "block") return blockCard(page, report, page.selection.block);
  const takenOut = takenOutName(page);
  if (takenOut !== null) return takenOutCard(page, takenOut, backButton(page));
  return overview(page, report);
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function overview(page, report) {
  const { t, interfaceLanguage } = page;
  const { published, updated, publisher, byline } = report.metadata;
  /** @type {[string, unknown][]} */
  const facts = [
    [t("meta.published"), published && date(interfaceLanguage, published)],
    [t("meta.updated"), updated && date(interfaceLanguage, updated)],
    [t("meta.publisher"), publisher],
    [t("meta.byline"), byline],
    [t("meta.language"), report.language === "und" ? null : languageName(interfaceLanguage, report.language)],
    [t("meta.printed"), printed(page, report)],
  ];
  return html`
    ${atAGlance(page, report)} ${factList(facts)} ${leftOut(page, report)}
    ${markList(page, report)}
    <p class="soft small">${t("overview.hint")}</p>
    ${keeping(page)}
  `;
}

/**
 * What the page says of its length, in its words, and how one must count to come to it.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function printed({ t }, { text, metadata: { printedCount } }) {
  if (!printedCount) return null;
  const { span: { start, end }, rule } = printedCount;
  const values = { printed: text.slice(start, end), rule: rule ?? "" };
  return t(rule ? "meta.printedRule" : "meta.printedNone", values);
}

/** @param {[string, unknown][]} facts */
function factList(facts) {
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return nothing;
  return html`
    <dl class="facts">
      ${known.map(([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}
    </dl>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function leftOut(page, report) {
  const { session, t } = page;
  const counted = session.settings.countedRoles ?? USUALLY_COUNTED;
  const roles = countRoles(report.blocks);
  const { excludedCharacters } = report.statistics;
  const inOrder = [...ARTICLE_ROLES, ...NOISE_ROLES].filter((role) => roles.has(role));
  return html`
    <section class="left-out">
      <h2 tabindex="-1">${t("leftOut.title")}</h2>
      <p>${excludedCharacters === 0 ? t("leftOut.none") : t("leftOut.count", { n: excludedCharacters })}</p>
      <ul class="switches">
        ${inOrder.map(
          (role) => html`
            <li>
              <label>
                <input
                  type="checkbox"
                  role="switch"
                  data-role=${role}
                  .checked=${counted.includes(role)}
                  @change=${(/** @type {Event & {target: HTMLInputElement}} */ event) =>
                    session.setCountedRoles(withRole(counted, role, event.target.checked))}
                />
                <span>${t(`role.${role}`)}</span>
                <span class="soft small">${t("leftOut.blocks", { n: roles.get(role) ?? 0 })}</span>
              </label>
            </li>
          `,
        )}
      </ul>
      <p class="soft small">${t("leftOut.explain")}</p>
      ${session.settings.countedRoles
        ? html`<button type="button" @click=${() => session.setCountedRoles(null)}>${t("action.countUsual")}</button>`
        : nothing}
    </section>
  `;
}

/**
 * The marks of the active layer, for those who can't see them in the text.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function markList(page, report) {
  const { marks, t } = page;
  const { active } = marks;
  const all = active ? marks.count(active) : 0;
  if (all === 0) return nothing;
  const { isListOpen, listedMarks } = page.choices;
  const more = all - listedMarks;
  const listed = isListOpen ? marks.activeMarks.slice(0, listedMarks) : [];
  return html`
    <details
      class="mark-list"
      .open=${isListOpen}
      @toggle=${(/** @type {Event & {target: HTMLDetailsElement}} */ event) => page.choose({ isListOpen: event.target.open })}
    >
      <summary>${t("mark.list")} <span class="soft small">${page.activeName} ${all.toLocaleString()}</span></summary>
      <ol>
        ${listed.map(
          (mark, index) => html`
            <li>
              <button
                type="button"
                class="plain"
                @click=${() => {
                  marks.index = index;
                  page.selectMark(mark);
                }}
              >
                <bdi>${excerpt(report, mark.span, 60)}</bdi>
              </button>
            </li>
          `,
        )}
      </ol>
      ${more > 0
        ? html`<button type="button" class="link small" data-action="more-marks" @click=${() => page.choose({ listedMarks: listedMarks + MORE })}>
            ${t("action.more", { n: more })}
          </button>`
        : nothing}
    </details>
  `;
}

/** @param {AnalyzerPage} page */
function keeping({ session, t }) {
  const isOff = session.keeping === "off";
  return html`
    <p class="keeping small">
      <span class="soft">${t(`keep.${session.keeping}`)}</span>
      ${session.keeping === "tooLong"
        ? nothing
        : html`<button type="button" class="link" data-action="keep" @click=${() => session.set({ keep: isOff })}>
            ${t(isOff ? "keep.keep" : "keep.forget")}
          </button>`}
    </p>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {number} index
 */
function blockCard(page, report, index) {
  const { session, t } = page;
  const block = report.blocks[index];
  const isCorrected = session.corrections.some((correction) => correction.block === index);
  const option = (/** @type {Role} */ role) =>
    html`<option value=${role} ?selected=${role === block.role}>${t(`role.${role}`)}</option>`;
  /** @type {[string, unknown][]} */
  const facts = [
    [t("card.confidence"), isCorrected ? null : percent(page.interfaceLanguage, block.confidence)],
    [t("card.counted"), t(block.counted ? "card.isCounted" : "card.isNotCounted")],
    [t("meta.language"), block.language === "und" ? null : languageName(page.interfaceLanguage, block.language)],
    [t("card.duplicate", { index: (block.duplicateOf ?? 0) + 1 }), block.duplicateOf === null ? null : " "],
  ];
  return html`
    <section class="card">
      <h2 tabindex="-1">${t("text.announce", { role: t(`role.${block.role}`), index: index + 1, all: report.blocks.length })}</h2>
      <p class="excerpt" lang=${block.language} dir="auto">${excerpt(report, block.span, 120)}</p>
      <label class="field">
        <span>${t("card.role")}</span>
        <select
          data-action="role"
          .value=${block.role}
          @change=${(/** @type {Event & {target: HTMLSelectElement}} */ event) =>
            session.correct(index, /** @type {Role} */ (event.target.value))}
        >
          <optgroup label=${t("card.article")}>${ARTICLE_ROLES.map(option)}</optgroup>
          <optgroup label=${t("card.noise")}>${NOISE_ROLES.map(option)}</optgroup>
        </select>
      </label>
      ${isCorrected
        ? html`<p class="small">
            ${t("card.corrected")}
            <button type="button" class="link" data-action="undo" @click=${() => session.undoCorrection(index)}>
              ${t("action.undo")}
            </button>
          </p>`
        : nothing}
      ${factList(facts)} ${reasons(page, block.because)}
      ${backButton(page)}
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Mark} mark
 */
function markCard(page, report, mark) {
  const { marks, t } = page;
  const { chosen } = marks;
  const { start, end } = mark.span;
  const named = report.entities.find(({ mentions }) => mentions.some((span) => span.start === start && span.end === end));
  // What a name is can be set right below.
  const facts = mark.facts().filter(([key]) => !named || key !== "card.kind");
  return html`
    <section class="card">
      <h2 tabindex="-1">
        <bdi>${page.activeName}</bdi>
        <span class="soft small">${t("mark.position", { index: marks.index + 1, all: marks.activeMarks.length })}</span>
      </h2>
      <p class="excerpt" lang=${report.language} dir="auto">${excerpt(report, mark.span, 240)}</p>
      ${factList(facts.map(([key, value]) => [t(key), value]))} ${named ? correction(page, named) : nothing}
      ${reasons(page, mark.because)}
      ${otherCuts(page, report, mark)}
      <p class="steps">
        <button type="button" @click=${() => page.step(-1)}>${t("action.previous")} <kbd aria-hidden="true">p</kbd></button>
        <button type="button" @click=${() => page.step(1)}>${t("action.next")} <kbd aria-hidden="true">n</kbd></button>
      </p>
      ${chosen && chosen.from !== "text"
        ? html`<button type="button" data-action="from" @click=${() => page.show(chosen.from)}>
            ${t("action.backTo", { view: t(`view.${chosen.from}`) })}
          </button>`
        : nothing}
      ${backButton(page)}
    </section>
  `;
}

/** @param {AnalyzerPage} page */
const backButton = (page) => html`<button type="button" data-action="back" @click=${() => page.escape()}>${page.t("action.back")}</button>`;

/**
 * @param {AnalyzerPage} page
 * @param {readonly string[]} because
 */
export function reasons({ t }, because) {
  if (because.length === 0) return nothing;
  return html`
    <h3>${t("card.because")}</h3>
    <ul class="reasons">
      ${because.map((reason) => html`<li dir="auto">${reason}</li>`)}
    </ul>
  `;
}
