import { html, nothing } from "lit";
import { mark } from "../../reading/layers.js";
import { translateName } from "../../strings/index.js";
import { answered, countBy, dataTools, empty, panel, placeButton, sentenceText } from "./parts.js";

/** @import { Report, StyleNote, StyleRule } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Places of a rule that are listed before the rest is asked for. */
const LISTED = 5;

/** @param {AnalyzerPage} page */
export function styleView(page) {
  const { t, session } = page;
  const { report } = session;
  if (!report) return panel("style", nothing);
  const rules = byRule(report.style);
  return panel(
    "style",
    html`
      <section class="view-part">
        <h2>${t("style.title")}</h2>
        ${rules.length === 0
          ? empty(t("style.none"))
          : html`
              <p class="over">${t("style.over", { n: report.style.length, rules: rules.length, lines: countedLines(report) })}</p>
              <p class="soft small">${t("style.about")}</p>
              <div class="rules">${rules.map((notes) => rule(page, report, notes))}</div>
              ${dataTools(page, "style", () => [
                [t("style.rule"), t("card.message"), t("figure.place")],
                ...report.style.map((note) => [ruleName(t, note.rule), note.message, sentenceText(report, note.span)]),
              ])}
            `}
      </section>
      <section class="view-part">
        <h2 id="rules-title">${t("style.rules")}</h2>
        ${answered(page, report, { kind: "styleRules" }, (all) => switches(page, report, all))}
      </section>
    `,
  );
}

const countedLines = (/** @type {Report} */ { blocks }) => blocks.filter(({ counted }) => counted).length;

/**
 * @param {AnalyzerPage["t"]} t
 * @param {string} rule
 */
const ruleName = (t, rule) => translateName(t, `styleRule.${rule}`, rule);

/**
 * The notes of each rule, the rules with most first.
 *
 * @param {readonly StyleNote[]} notes
 */
function byRule(notes) {
  const groups = Map.groupBy(notes, ({ rule }) => rule);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly StyleNote[]} notes
 */
function rule(page, report, notes) {
  const { t, session } = page;
  const [{ rule, severity }] = notes;
  const name = ruleName(t, rule);
  const hasOneMessage = notes.every(({ message }) => message === notes[0].message);
  const go = (/** @type {number} */ index) =>
    page.walk(name, notes.map(({ span, message }) => mark(span, () => [["card.message", message]])), index);
  const item = (/** @type {StyleNote} */ note) => html`
    <li>
      ${placeButton(report, note.span, () => go(notes.indexOf(note)))}
      ${hasOneMessage ? nothing : html`<span class="soft small" dir="auto">${note.message}</span>`}
    </li>
  `;
  return html`
    <section class="rule" data-rule=${rule}>
      <h3>
        <span class="severity" data-severity=${severity}>${t(`severity.${severity}`)}</span> ${name}
        <span class="soft small">${t("style.count", { n: notes.length })}</span>
      </h3>
      ${hasOneMessage ? html`<p dir="auto">${notes[0].message}</p>` : nothing}
      <ul class="places">${notes.slice(0, LISTED).map(item)}</ul>
      ${notes.length > LISTED
        ? html`<details>
            <summary>${t("action.more", { n: notes.length - LISTED })}</summary>
            <ul class="places">${notes.slice(LISTED).map(item)}</ul>
          </details>`
        : nothing}
      <button type="button" class="small" data-action="rule-off" @click=${() => session.switchRule(rule, false)}>${t("style.off")}</button>
    </section>
  `;
}

/**
 * Every rule of the article's languages, whether it looks, and how much it found.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly StyleRule[]} all
 */
function switches(page, report, all) {
  const { t, session, interfaceLanguage } = page;
  const { disabledRules = [], enabledRules = [] } = session.settings;
  const isOn = (/** @type {StyleRule} */ { rule, on }) => !disabledRules.includes(rule) && (on || enabledRules.includes(rule));
  const found = countBy(report.style, ({ rule }) => rule);
  // A name that two languages have is one switch.
  const rules = [...new Map(all.map((rule) => [rule.rule, rule])).values()];
  if (rules.length === 0) return empty(t("style.noRules"));
  return html`
    <p class="over">${t("style.looked", { n: rules.filter(isOn).length, all: rules.length, lines: countedLines(report) })}</p>
    <div class="checks rule-switches" role="group" aria-labelledby="rules-title">
      ${rules.map(
        (rule) => html`
          <label class="check">
            <input
              type="checkbox"
              data-rule=${rule.rule}
              .checked=${isOn(rule)}
              @change=${(/** @type {Event & {target: HTMLInputElement}} */ { target }) => session.switchRule(rule.rule, target.checked)}
            />
            <span>${ruleName(t, rule.rule)} <span class="soft small">${isOn(rule) ? (found.get(rule.rule) ?? 0).toLocaleString(interfaceLanguage) : rule.on ? nothing : t("style.usuallyOff")}</span></span>
          </label>
        `,
      )}
    </div>
    <p class="soft small">${t("style.rulesNote")}</p>
  `;
}
