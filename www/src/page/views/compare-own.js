import { html } from "lit";
import { letter, titleIn, wordsAt } from "./compare.js";
import { wordsOf } from "./compare-sections.js";
import { part } from "./compare-part.js";
import { empty } from "./parts.js";

/** @import { Report } from "../../../pkg/article_analyzer.js" */
/** @import { Compared } from "./compare.js" */

/** Names and keywords shown of each article. */
const MOST = 12;

/**
 * Whose words several articles give, and which words.
 *
 * @param {Compared} compared
 */
export function quotedSources(compared) {
  const { page, comparison, reports } = compared;
  const { t } = page;
  const { quoted } = comparison;
  return part(
    "quoted",
    t("quoted.title"),
    quoted.length,
    quoted.length === 0
      ? empty(t("quoted.none"))
      : html`
          <p class="over">${t("quoted.over", { n: quoted.length })}</p>
          <div class="sources">
            ${quoted.map(
              ({ name, quotations }) => html`
                <section class="source">
                  <h3><bdi>${name}</bdi></h3>
                  <ul class="said">
                    ${quotations.map(
                      ({ report, attribution }) => html`
                        <li>
                          <b class="letter">${letter(report)}</b>
                          ${wordsAt(compared, { report, span: reports[report].attributions[attribution].content, title: name }, wordsOf(reports[report], attribution))}
                        </li>
                      `,
                    )}
                  </ul>
                </section>
              `,
            )}
          </div>
        `,
  );
}

/**
 * What one article alone has.
 *
 * @param {Compared} compared
 */
export function onlyInOne({ page, comparison, reports }) {
  const { t } = page;
  return part(
    "only",
    t("only.title"),
    null,
    html`
      <div class="sources">
        ${comparison.onlyIn.map(({ report, entities, keywords, attributions, topics }) => {
          const own = reports[report];
          const lists = [
            { title: t("glance.topics"), items: topics.map((index) => own.topics[index].label) },
            { title: t("only.names"), items: entities.map((index) => own.entities[index].name) },
            { title: t("only.keywords"), items: keywords },
            { title: t("only.sources"), items: attributions.flatMap((index) => own.attributions[index].source.name ?? []) },
          ].filter(({ items }) => items.length > 0);
          return html`
            <section class="source">
              <h3><b class="letter">${letter(report)}</b> ${titleIn(page, own)}</h3>
              ${lists.length === 0
                ? html`<p class="soft small">${t("only.none")}</p>`
                : lists.map(
                    ({ title, items }) => html`
                      <p class="soft small">${title}</p>
                      ${listed(items.slice(0, MOST), own)}
                      ${items.length > MOST
                        ? html`<details><summary class="soft small">${t("action.more", { n: items.length - MOST })}</summary>${listed(items.slice(MOST), own)}</details>`
                        : ""}
                    `,
                  )}
            </section>
          `;
        })}
      </div>
    `,
  );
}

/**
 * @param {readonly string[]} items
 * @param {Report} report
 */
const listed = (items, { language }) => html`<ul class="words" lang=${language}>${items.map((item) => html`<li><bdi>${item}</bdi></li>`)}</ul>`;
