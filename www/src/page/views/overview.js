import { html, nothing } from "lit";
import { amount, number } from "../../reading/amount.js";
import { findAll, mark } from "../../reading/layers.js";
import { levelsOf, measureName } from "./measures.js";
import { unlisted } from "./parts.js";

/** @import { Entity, Readability, Report, Topic } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Names and keywords that stand in the overview; the rest is in the views. */
const MOST_NAMES = 8;
const MOST_KEYWORDS = 10;

/**
 * What a person wants to know of an article at a glance. Lists with nothing in them are left out.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function atAGlance(page, report) {
  return html`${over(page, report)} ${headline(page, report)} ${summary(page, report)} ${keyFigures(page, report)} ${topics(page, report)} ${genre(page, report)} ${keywords(page, report)} ${names(page, report)} ${level(page, report)}`;
}

/**
 * What all that stands below is over.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function over({ t }, { blocks }) {
  const n = blocks.filter(({ counted }) => counted).length;
  return n === 0 ? nothing : html`<p class="over">${t("stat.over", { n })}</p>`;
}

/**
 * A headline for an article that prints none.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function headline(page, { headline, language }) {
  const { t } = page;
  if (!headline?.span || headline.from === "title") return nothing;
  const marks = [mark(headline.span, () => [], headline.because)];
  return html`
    <section class="glance" data-glance="headline">
      <h2>${t("glance.headline")}</h2>
      <p>
        <button type="button" class="plain sentence" lang=${language} dir="auto" @click=${() => page.walk(t("glance.headline"), marks)}>
          ${headline.text}
        </button>
      </p>
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function summary(page, report) {
  const { t } = page;
  const marks = report.summary.flatMap(({ sentence, because }) => {
    const found = report.sentences[sentence];
    return found ? mark(found.span, () => [], because) : [];
  });
  if (marks.length === 0) return nothing;
  return html`
    <section class="glance" data-glance="summary">
      <h2>${t("glance.summary")}</h2>
      <ol class="summary">
        ${marks.map(
          ({ span: { start, end } }, index) => html`
            <li>
              <button type="button" class="plain" lang=${report.language} dir="auto" @click=${() => page.walk(t("glance.summary"), marks, index)}>
                ${report.text.slice(start, end)}
              </button>
            </li>
          `,
        )}
      </ol>
    </section>
  `;
}

/**
 * The quantities that the article turns on, each with its sentence.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function keyFigures(page, { keyFigures, quantities, sentences, text, language }) {
  const { t } = page;
  const found = keyFigures.flatMap(({ quantity, sentence, because }) => {
    const [figure, around] = [quantities[quantity], sentences[sentence]];
    return figure && around ? [{ figure, around, mark: mark(figure.span, () => [], because) }] : [];
  });
  if (found.length === 0) return nothing;
  const marks = found.map(({ mark }) => mark);
  return html`
    <section class="glance" data-glance="figures">
      <h2>${t("glance.figures")}</h2>
      <ul class="key-figures">
        ${found.map(
          ({ figure, around }, index) => html`
            <li>
              <button type="button" class="plain sentence" @click=${() => page.walk(t("glance.figures"), marks, index)}>
                <strong>${amount(t, figure)}</strong>
                <span class="soft small" lang=${language} dir="auto">${unlisted(text.slice(around.span.start, around.span.end))}</span>
              </button>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

/**
 * Top topics, each with its narrower ones behind it and the words that spoke for it.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function topics(page, report) {
  const { t } = page;
  const tops = report.topics.filter(({ top }) => !top);
  if (tops.length === 0) return nothing;
  const under = (/** @type {Topic} */ { id }) => report.topics.filter(({ top }) => top === id);
  return html`
    <section class="glance" data-glance="topics">
      <h2>${t("glance.topics")}</h2>
      <ul class="topics">
        ${tops.map(
          (topic) => html`
            <li>
              ${[topic, ...under(topic)].map((one, index) => topicButton(page, report, one, index === 0))}
              <span class="soft small">${t("glance.because", { words: topic.because.join(t("glance.comma")) })}</span>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

/**
 * A topic that leads through the places of its words.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {Topic} topic
 * @param {boolean} isTop
 */
function topicButton(page, report, { label, because }, isTop) {
  const places = () => because.flatMap((word) => findAll(report.text, word)).sort((a, b) => a.span.start - b.span.start);
  return html`
    <button type="button" class="plain word" @click=${() => page.walk(label, places())}>
      ${isTop ? html`<strong><bdi>${label}</bdi></strong>` : html`<bdi>${label}</bdi>`}
    </button>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function genre({ t }, { genre }) {
  if (!genre) return nothing;
  return html`
    <section class="glance" data-glance="genre">
      <h2>${t("glance.genre")}</h2>
      <p>${t(`genre.${genre.id}`)}</p>
      <ul class="soft small">
        ${genre.because.map((reason) => html`<li dir="auto">${reason}</li>`)}
      </ul>
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function keywords(page, report) {
  const { t } = page;
  if (report.keywords.length === 0) return nothing;
  return html`
    <section class="glance" data-glance="keywords">
      <h2>${t("glance.keywords")}</h2>
      <ul class="words">
        ${report.keywords.slice(0, MOST_KEYWORDS).map(
          ({ text, spans }) => html`
            <li>
              <button
                type="button"
                class="plain word"
                lang=${report.language}
                @click=${() => page.walk(text, spans.map((span) => mark(span)))}
              >
                <bdi>${text}</bdi> ${times(spans.length)}
              </button>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function names(page, report) {
  const { t } = page;
  const byMentions = report.entities.toSorted((a, b) => b.mentions.length - a.mentions.length);
  if (byMentions.length === 0) return nothing;
  const more = byMentions.length - MOST_NAMES;
  return html`
    <section class="glance" data-glance="names">
      <h2>${t("glance.names")}</h2>
      <ul class="words">
        ${byMentions.slice(0, MOST_NAMES).map(
          (entity) => html`
            <li>
              <button type="button" class="plain word" lang=${report.language} @click=${() => walkEntity(page, entity)}>
                <bdi>${entity.name}</bdi> <span class="soft small">${t(`label.${entity.label}`)}</span> ${times(entity.mentions.length)}
              </button>
            </li>
          `,
        )}
        ${more > 0
          ? html`<li><button type="button" class="link" @click=${() => page.show("names")}>${t("action.more", { n: more })}</button></li>`
          : nothing}
      </ul>
    </section>
  `;
}

/** @param {number} n */
const times = (n) => html`<span class="soft small">×${n}</span>`;

/**
 * @param {AnalyzerPage} page
 * @param {Entity} entity
 */
export function walkEntity(page, { name, label, mentions, because }, index = 0) {
  const facts = () => /** @type {[import("../../strings/index.js").Key, string][]} */ ([["card.kind", page.t(`label.${label}`)]]);
  page.walk(name, mentions.map((span) => mark(span, facts, because)), index);
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
function level(page, report) {
  const { t } = page;
  const known = report.readability.filter(({ value }) => value !== null);
  if (known.length === 0) return nothing;
  const [first, ...others] = known;
  return html`
    <section class="glance" data-glance="level">
      <h2>${t("glance.level")}</h2>
      ${reading(page, first)}
      ${others.length > 0
        ? html`<details><summary class="small">${t("glance.otherLevels", { n: others.length })}</summary>${others.map((other) => reading(page, other))}</details>`
        : nothing}
    </section>
  `;
}

/**
 * A value with what it means: never a bare score.
 *
 * @param {AnalyzerPage} page
 * @param {Readability} readability
 */
function reading({ t, interfaceLanguage }, readability) {
  const { measure, value, note, audience } = readability;
  const name = measureName(t, measure);
  const about = audience === "learner" ? t("measure.forLearners", { name }) : name;
  return html`
    <p>
      <strong>${number(interfaceLanguage, Math.round(10 * (value ?? 0)) / 10)}</strong>
      <bdi>${levelsOf(t, readability).here}</bdi> <span class="soft small">· ${about}</span>
    </p>
    ${note ? html`<p class="soft small" dir="auto">${note}</p>` : nothing}
  `;
}
