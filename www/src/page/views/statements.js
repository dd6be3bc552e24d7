import { html } from "lit";
import { mark } from "../../reading/layers.js";
import { dataTools, empty, placeButton } from "./parts.js";

/** @import { Attribution, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/**
 * Who said what, by source: those who say most first, statements without a source last.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function statements(page, report) {
  const { t } = page;
  if (report.attributions.length === 0) return empty(t("said.none"));
  const groups = bySource(report);
  return html`
    <p class="over">${t("said.over", { n: report.attributions.length })}</p>
    <div class="sources">
      ${groups.map(
        ({ name, said }) => html`
          <section class="source" data-source=${name}>
            <h3><bdi>${name || t("said.unnamed")}</bdi> <span class="soft small">${t("said.count", { n: said.length })}</span></h3>
            <ul>
              ${said.map((statement) => html`<li>${item(page, report, statement, said)}</li>`)}
            </ul>
          </section>
        `,
      )}
    </div>
    ${dataTools(page, "statements", () => [
      [t("card.source"), t("said.form"), t("said.cue"), t("said.content")],
      ...groups.flatMap(({ name, said }) =>
        said.map(({ form, cue, content }) => [name, t(`form.${form}`), slice(report, cue), slice(report, content)]),
      ),
    ])}
  `;
}

/**
 * @param {Report} report
 * @returns {{name: string, said: Attribution[]}[]}
 */
function bySource(report) {
  /** @type {Map<string, Attribution[]>} */
  const groups = new Map();
  for (const statement of report.attributions) {
    const { entity, name } = statement.source;
    const source = (entity === null ? null : report.entities[entity]?.name) ?? name ?? "";
    groups.set(source, [...(groups.get(source) ?? []), statement]);
  }
  return [...groups]
    .map(([name, said]) => ({ name, said }))
    .sort((a, b) => Number(a.name === "") - Number(b.name === "") || b.said.length - a.said.length);
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Attribution} statement
 * @param {readonly Attribution[]} said
 */
function item(page, report, statement, said) {
  const { t } = page;
  const { content, cue, form, source } = statement;
  // A mark alone, such as that of a quotation, says nothing to a reader.
  const words = slice(report, cue).replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "");
  const go = () => {
    const marks = said.map(({ content, form, source }) =>
      mark(content, () => [["card.source", source.name ?? t("said.unnamed")], ["said.form", t(`form.${form}`)]]),
    );
    page.walk(source.name ?? t("said.unnamed"), marks, said.indexOf(statement));
  };
  return html`
    ${placeButton(report, content, go)}
    <span class="soft small">${t(`form.${form}`)}${words === "" ? "" : html` · <bdi lang=${report.language}>${words}</bdi>`}</span>
  `;
}

/**
 * @param {Report} report
 * @param {{start: number, end: number}} span
 */
const slice = ({ text }, { start, end }) => text.slice(start, end);
