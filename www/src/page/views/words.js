import { html, nothing } from "lit";
import { isWord } from "../../reading/layers.js";
import { percent } from "../format.js";
import { concordance } from "./concordance.js";
import { bars, countBy, dataTools, empty, panel } from "./parts.js";

/** @import { Report, Token } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Classes of words that mean something by themselves. */
const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X"]);
/** The order that classes stand in. */
const CLASSES = /** @type {const} */ ([
  "NOUN", "PROPN", "VERB", "ADJ", "ADV", "PRON", "DET", "NUM", "ADP", "AUX", "PART", "CCONJ", "SCONJ", "INTJ", "X",
]);
const ORIGINS = /** @type {const} */ (["native", "sinitic", "foreign", "mixed", "proper"]);
const MORE_ROWS = 100;

/** Words of one dictionary form and class. @typedef {{lemma: string, upos: Token["upos"], n: number, blocks: number}} Frequency */

/** @param {AnalyzerPage} page */
export function wordsView(page) {
  const { t } = page;
  const { report } = page.session;
  if (!report) return panel("words", nothing);
  const words = countedWords(report);
  if (words.length === 0) return panel("words", empty(t("words.none")));
  return panel(
    "words",
    html`
      <p class="over">${t("words.over", { n: words.length })}</p>
      <p>
        <button type="button" data-action="show-words" @click=${() => showInText(page)}>${t("words.show")} <kbd aria-hidden="true">w</kbd></button>
      </p>
      <div class="side-by-side">
        <section class="view-part">
          <h2 id="frequencies-title">${t("words.frequencies")}</h2>
          ${frequencyList(page, report, words)}
        </section>
        <section class="view-part">
          <h2 id="concordance-title">${t("words.concordance")}</h2>
          ${concordance(page, report)}
        </section>
        <section class="view-part">
          <h2 id="classes-title">${t("words.classes")}</h2>
          ${classes(page, report, words.length)}
        </section>
        ${origins(page, words)}
      </div>
    `,
  );
}

/** The counted words of a report, once made. @type {WeakMap<Report, {token: Token, block: number}[]>} */
const counted = new WeakMap();

/**
 * The words of the counted lines, each with its line.
 *
 * @param {Report} report
 */
function countedWords(report) {
  const known = counted.get(report);
  if (known) return known;
  /** @type {{token: Token, block: number}[]} */
  const words = [];
  let block = 0;
  for (const token of report.tokens) {
    while (block < report.blocks.length && report.blocks[block].span.end <= token.span.start) block++;
    if (report.blocks[block]?.counted && isWord(token)) words.push({ token, block });
  }
  counted.set(report, words);
  return words;
}

/** @param {AnalyzerPage} page */
function showInText(page) {
  if (page.marks.active !== "words") {
    if (page.marks.isShown("words")) page.marks.toggle("words");
    page.marks.toggle("words");
  }
  page.show("text");
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly {token: Token, block: number}[]} words
 */
function frequencyList(page, report, words) {
  const { t, choices, interfaceLanguage } = page;
  const present = countBy(words, ({ token }) => token.upos);
  const wanted = choices.wordClass && present.has(/** @type {Token["upos"]} */ (choices.wordClass)) ? choices.wordClass : null;
  const found = frequencies(words.filter(({ token }) => (wanted ? token.upos === wanted : CONTENT.has(token.upos))));
  const rows = found.slice(0, choices.wordRows);
  return html`
    <label class="field">
      <span>${t("words.filter")}</span>
      <select
        data-action="word-class"
        @change=${(/** @type {Event & {target: HTMLSelectElement}} */ { target }) => page.choose({ wordClass: target.value || null })}
      >
        <option value="" ?selected=${wanted === null}>${t("words.content")}</option>
        ${CLASSES.filter((upos) => present.has(upos)).map(
          (upos) => html`<option value=${upos} ?selected=${upos === wanted}>${t(`upos.${upos}`)}</option>`,
        )}
      </select>
    </label>
    <table class="records plain-rows" aria-labelledby="frequencies-title" data-table="frequencies">
      <thead>
        <tr>
          <th scope="col">${t("card.lemma")}</th><th scope="col">${t("card.class")}</th>
          <th scope="col" class="number">${t("words.times")}</th><th scope="col" class="number">${t("words.share")}</th>
          <th scope="col" class="number">${t("words.lines")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ lemma, upos, n, blocks }) => html`
            <tr>
              <th scope="row">
                <button type="button" class="link" lang=${report.language} @click=${() => page.choose({ phrase: lemma })}><bdi>${lemma}</bdi></button>
              </th>
              <td class="soft small">${t(`upos.${upos}`)}</td>
              <td class="number">${n.toLocaleString(interfaceLanguage)}</td>
              <td class="number">${percent(interfaceLanguage, n / words.length, 1)}</td>
              <td class="number">${blocks.toLocaleString(interfaceLanguage)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
    ${found.length > rows.length
      ? html`<button type="button" @click=${() => page.choose({ wordRows: choices.wordRows + MORE_ROWS })}>
          ${t("action.more", { n: found.length - rows.length })}
        </button>`
      : nothing}
    ${dataTools(page, "words", () => [
      [t("card.lemma"), t("card.class"), t("words.times"), t("words.share"), t("words.lines")],
      ...found.map(({ lemma, upos, n, blocks }) => [lemma, upos, String(n), String(n / words.length), String(blocks)]),
    ])}
  `;
}

/**
 * @param {readonly {token: Token, block: number}[]} words
 * @returns {Frequency[]} The most frequent first.
 */
function frequencies(words) {
  /** @type {Map<string, {lemma: string, upos: Token["upos"], n: number, blocks: Set<number>}>} */
  const found = new Map();
  for (const { token, block } of words) {
    const key = `${token.upos} ${token.lemma}`;
    const entry = found.get(key) ?? { lemma: token.lemma, upos: token.upos, n: 0, blocks: new Set() };
    entry.n++;
    entry.blocks.add(block);
    found.set(key, entry);
  }
  return [...found.values()].map((entry) => ({ ...entry, blocks: entry.blocks.size })).sort((a, b) => b.n - a.n);
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {number} words
 */
function classes({ t, interfaceLanguage }, { statistics }, words) {
  const present = CLASSES.filter((upos) => statistics.partsOfSpeech[upos] > 0);
  const most = Math.max(...present.map((upos) => statistics.partsOfSpeech[upos]));
  const rows = present
    .map((upos) => ({ upos, n: statistics.partsOfSpeech[upos] }))
    .sort((a, b) => b.n - a.n)
    .map(({ upos, n }) => ({
      name: t(`upos.${upos}`),
      share: n / most,
      value: `${n.toLocaleString(interfaceLanguage)} (${percent(interfaceLanguage, n / words, 1)})`,
    }));
  return bars({ labelledBy: "classes-title", heading: t("words.times"), rows });
}

/**
 * @param {AnalyzerPage} page
 * @param {readonly {token: Token, block: number}[]} words
 */
function origins({ t, interfaceLanguage }, words) {
  const counts = countBy(words, ({ token }) => token.origin);
  const known = words.length - (counts.get(null) ?? 0) - (counts.get("symbol") ?? 0);
  if (known === 0) return nothing;
  const rows = ORIGINS.map((origin) => ({
    name: t(`origin.${origin}`),
    share: (counts.get(origin) ?? 0) / known,
    value: percent(interfaceLanguage, (counts.get(origin) ?? 0) / known, 1),
  }));
  return html`
    <section class="view-part">
      <h2 id="origins-title">${t("words.origins")}</h2>
      ${bars({ labelledBy: "origins-title", heading: t("stat.share"), rows })}
      <p class="soft small">${t("words.originsNote", { n: known })}</p>
    </section>
  `;
}
