import { html, nothing } from "lit";
import { number } from "../../reading/amount.js";
import { percent } from "../format.js";
import { bars, chartTools } from "./parts.js";

/** @import { Statistics } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

const SHARES = /** @type {const} */ (["politeEndings", "plainEndings", "nominalEndings", "passiveSentences", "demonstratives", "nounShare"]);

/**
 * How sentences end, and how much of a kind of sentences and words there is; nothing for a language that has no such shares.
 *
 * @param {AnalyzerPage} page
 * @param {Statistics} statistics
 */
export function shares(page, { shares, diversity }) {
  const { t, interfaceLanguage } = page;
  /** @type {Record<string, number | null>} */
  const all = { ...shares, nounShare: diversity.nounShare ?? null };
  const known = SHARES.flatMap((id) => {
    const share = all[id];
    return typeof share === "number" ? [{ id, share, name: t(`share.${id}`) }] : [];
  });
  if (known.length === 0) return nothing;
  const { mvr } = diversity;
  return html`
    <section>
      <h2 id="stat-shares">${t("stat.shares")}</h2>
      ${bars({
        labelledBy: "stat-shares",
        table: "shares",
        heading: t("stat.share"),
        rows: known.map(({ name, share }) => ({ name, share, value: percent(interfaceLanguage, share, 1) })),
      })}
      ${typeof mvr === "number" ? html`<p class="small">${t("stat.mvr", { n: number(interfaceLanguage, Math.round(10 * mvr) / 10) })}</p>` : nothing}
      <p class="soft small">${t("stat.sharesNote")}</p>
      ${chartTools(page, { data: "shares", selector: "[data-table=shares]" }, () => [
        [t("stat.shares"), t("stat.share")],
        ...known.map(({ name, share }) => [name, String(share)]),
      ])}
    </section>
  `;
}
