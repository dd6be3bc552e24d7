import { html, nothing } from "lit";
import { mark } from "../../reading/layers.js";
import { translateName } from "../../strings/index.js";
import { dataTools, empty, inSentence, panel, placeButton } from "./parts.js";

/** @import { Report, StyleNote } from "../../../pkg/article_analyzer.js" */
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
              <p class="over">${t("style.over", { n: report.style.length, rules: rules.length })}</p>
              <p class="soft small">${t("style.about")}</p>
              <div class="rules">${rules.map((notes) => rule(page, report, notes))}</div>
              ${dataTools(page, "style", () => [
                [t("style.rule"), t("card.message"), t("figure.place")],
                ...report.style.map((note) => [ruleName(t, note.rule), note.message, whole(report, note)]),
              ])}
            `}
      </section>
      ${switchedOff(page)}
    `,
  );
}

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

/** @param {AnalyzerPage} page */
function switchedOff({ t, session }) {
  const rules = session.settings.disabledRules ?? [];
  if (rules.length === 0) return nothing;
  return html`
    <section class="view-part" data-part="switched-off">
      <h2>${t("style.offTitle")}</h2>
      <ul class="words">
        ${rules.map(
          (rule) => html`
            <li><button type="button" data-action="rule-on" @click=${() => session.switchRule(rule, true)}>${t("style.on", { rule: ruleName(t, rule) })}</button></li>
          `,
        )}
      </ul>
    </section>
  `;
}

/**
 * @param {Report} report
 * @param {StyleNote} note
 */
function whole(report, { span }) {
  const { before, inside, after } = inSentence(report, span);
  return before + inside + after;
}
