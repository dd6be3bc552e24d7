import { html } from "lit";
import { ARTICLE_ROLES, NOISE_ROLES, USUALLY_COUNTED, countRoles } from "../../reading/roles.js";
import { decimal } from "../format.js";
import { characterName } from "./article-header.js";
import { answered, dataTools } from "./parts.js";

/** @import { Answers, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/**
 * The counts of each role that the page's lines have.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function roles(page, report) {
  const { t } = page;
  return html`
    <section class="view-part">
      <h2 id="roles-title">${t("roles.title")}</h2>
      <p class="soft small">${t("roles.over", { rule: characterName(t, page.session.characterRule) })}</p>
      ${answered(page, report, { kind: "byRole" }, (counts) => table(page, report, counts))}
      ${page.passage ? "" : html`<p class="soft small">${t("passage.hint")}</p>`}
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Answers["byRole"]} counts
 */
function table(page, report, counts) {
  const { session, t, interfaceLanguage } = page;
  const rule = session.characterRule;
  const lines = countRoles(report.blocks.filter(({ duplicateOf }) => duplicateOf === null));
  const counted = session.settings.countedRoles ?? USUALLY_COUNTED;
  const present = [...ARTICLE_ROLES, ...NOISE_ROLES].flatMap((role) => {
    const found = counts[role];
    return found ? [{ role, isCounted: counted.includes(role), lines: lines.get(role) ?? 0, ...found }] : [];
  });
  const names = [
    t("roles.lines"), t("roles.characters"), t("stat.words"), t("stat.uniqueLemmas"), t("stat.sentences"), t("roles.minutes"),
  ];
  const values = (/** @type {typeof present[number]} */ { lines, characters, words, uniqueLemmas, sentences, readingMinutes }) =>
    [lines, characters[rule], words, uniqueLemmas, sentences, readingMinutes.typical];
  const set = (/** @type {number} */ n) => (Number.isInteger(n) ? n.toLocaleString(interfaceLanguage) : decimal(interfaceLanguage, n));
  return html`
    <div class="wide scrolls" tabindex="0" role="group" aria-label=${t("roles.title")}>
      <table class="records plain-rows" aria-labelledby="roles-title" data-table="roles">
        <thead>
          <tr>
            <th scope="col">${t("roles.role")}</th>
            ${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${present.map(
            (row) => html`
              <tr data-role=${row.role}>
                <th scope="row">${t(`role.${row.role}`)}${row.isCounted ? html` <span class="soft small counted">${t("roles.isCounted")}</span>` : ""}</th>
                ${values(row).map((value) => html`<td class="number">${set(value)}</td>`)}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
    ${dataTools(page, "roles", () => [
      [t("roles.role"), t("stat.counted"), ...names],
      ...present.map((row) => [t(`role.${row.role}`), row.isCounted ? t("data.yes") : "", ...values(row).map(String)]),
    ])}
  `;
}
