import { html, nothing } from "lit";
import { decode } from "../../analyzer/files.js";
import { saveText } from "../save.js";
import { settled } from "../settled.js";
import { LABELS, WORD_CLASSES } from "./labels.js";

/** @import { DictionaryEntry, Entity, LineError } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** What a name can be said to be, "no name" included. */
const KINDS = /** @type {const} */ ([...LABELS, "never"]);

/** @typedef {(typeof KINDS)[number]} Kind */

/**
 * @param {AnalyzerPage["t"]} t
 * @param {Kind} kind
 */
const kindName = (t, kind) => (kind === "never" ? t("dictionary.never") : t(`label.${kind}`));

/**
 * The reader's own names and words: add, take away, open and save as a table.
 *
 * @param {AnalyzerPage} page
 */
export function dictionarySection(page) {
  const { t, session, choices } = page;
  const { dictionary } = session;
  return html`
    <section class="view-part" data-part="dictionary">
      <h2>${t("dictionary.title")}</h2>
      <p class="soft small">${t("dictionary.about")}</p>
      <form class="dictionary-form" @submit=${(/** @type {SubmitEvent} */ event) => add(page, event)}>
        <label class="field"><span>${t("card.name")}</span><input name="name" required autocomplete="off" /></label>
        <label class="field"><span>${t("card.kind")}</span><select name="label">${options(t, "person")}</select></label>
        <label class="field"><span>${t("dictionary.forms")}</span><input name="forms" autocomplete="off" /></label>
        <label class="field">
          <span>${t("card.class")}</span>
          <select name="upos">
            <option value="">${t("dictionary.usualClass")}</option>
            ${WORD_CLASSES.map((upos) => html`<option value=${upos}>${t(`upos.${upos}`)}</option>`)}
          </select>
        </label>
        <button type="submit" data-action="add-name">${t("dictionary.add")}</button>
      </form>
      ${dictionary.length === 0 ? nothing : entries(page, dictionary)}
      <p class="data-tools">
        <label class="button file">
          ${t("dictionary.open")}
          <input
            type="file"
            class="visually-hidden"
            data-action="open-dictionary"
            accept=".tsv,.txt,text/tab-separated-values,text/plain"
            @change=${(/** @type {Event & {target: HTMLInputElement}} */ event) => open(page, event.target)}
          />
        </label>
        ${dictionary.length === 0
          ? nothing
          : html`<button type="button" data-action="save-dictionary" @click=${() => save(page)}>${t("dictionary.save")}</button>`}
      </p>
      ${errors(page, choices.dictionaryErrors)}
    </section>
  `;
}

/**
 * @param {AnalyzerPage["t"]} t
 * @param {Kind} chosen
 */
const options = (t, chosen) => KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === chosen}>${kindName(t, kind)}</option>`);

/**
 * @param {AnalyzerPage} page
 * @param {readonly DictionaryEntry[]} dictionary
 */
function entries({ t, session }, dictionary) {
  return html`
    <div class="scrolls">
      <table class="records narrow" data-table="dictionary">
        <thead>
          <tr><th scope="col">${t("card.name")}</th><th scope="col">${t("card.kind")}</th><th scope="col">${t("dictionary.forms")}</th><th scope="col">${t("card.class")}</th><td></td></tr>
        </thead>
        <tbody>
          ${dictionary.map(
            ({ name, label, aliases = [], upos }) => html`
              <tr>
                <th scope="row"><bdi>${name}</bdi></th>
                <td>${kindName(t, label)}</td>
                <td data-label=${t("names.forms")} ?data-none=${aliases.length === 0}><bdi>${aliases.join(" / ")}</bdi></td>
                <td data-label=${t("card.class")} ?data-none=${!upos}>${upos ? t(`upos.${upos}`) : nothing}</td>
                <td>
                  <button type="button" class="link small" data-action="forget-name" aria-label=${t("dictionary.forget", { name })} @click=${() => session.forgetName(name)}>
                    ${t("dictionary.remove")}
                  </button>
                </td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {readonly LineError[]} errors
 */
function errors({ t }, errors) {
  if (errors.length === 0) return nothing;
  return html`
    <div class="notice" data-kind="warning" role="alert" data-part="dictionary-errors">
      <p>${t("dictionary.errors", { n: errors.length })}</p>
      <ul>
        ${errors.map(({ line, problem, found }) => html`<li>${t("dictionary.line", { line, problem: t(`dictionary.${problem}`, { found }) })}</li>`)}
      </ul>
      <p class="soft small">${t("dictionary.format", { kinds: KINDS.join(", "), classes: WORD_CLASSES.join(", ") })}</p>
    </div>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {SubmitEvent} event
 */
function add({ session }, event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const data = new FormData(form);
  const text = (/** @type {string} */ field) => String(data.get(field) ?? "").trim();
  if (text("name") === "") return;
  const aliases = text("forms").split(/[|｜、,]/).map((form) => form.trim()).filter(Boolean);
  const upos = WORD_CLASSES.find((upos) => upos === text("upos"));
  session.learnNames([{ name: text("name"), label: /** @type {Kind} */ (text("label")), aliases, ...(upos && { upos }) }]);
  form.reset();
}

/**
 * @param {AnalyzerPage} page
 * @param {HTMLInputElement} input
 */
async function open(page, input) {
  const [file] = input.files ?? [];
  if (!file) return;
  const table = decode(await file.arrayBuffer().catch(() => null));
  input.value = "";
  try {
    if (table === null) throw new Error("unreadable");
    const { entries, errors } = await page.session.readDictionary(table);
    page.choose({ dictionaryErrors: errors });
    page.session.learnNames(entries);
    page.say(page.t("dictionary.opened", { n: entries.length }));
  } catch {
    page.fileError = { key: "error.file-read", values: { name: file.name } };
    page.requestUpdate();
  }
}

/** @param {AnalyzerPage} page */
async function save({ session }) {
  saveText(await session.writeDictionary(), "names.tsv", "text/tab-separated-values");
}

/**
 * Sets right what an entity is, or that it is none; the dictionary keeps it, and taking it out there undoes it.
 *
 * @param {AnalyzerPage} page
 * @param {Entity} entity
 */
export function correction(page, { name, label, aliases }) {
  const { t, session } = page;
  const entry = session.dictionary.find((entry) => entry.name === name);
  const learn = (/** @type {Kind} */ kind) => {
    session.learnNames([{ name, label: kind, aliases: kind === "never" ? aliases : (entry?.aliases ?? []), ...(entry?.upos && { upos: entry.upos }) }]);
    if (kind === "never") takeOut(page, name);
  };
  return html`
    <p class="correction">
      <label>
        <span class="soft small">${t("card.kind")}</span>
        <select
          data-action="entity-kind"
          .value=${label}
          @change=${(/** @type {Event & {target: HTMLSelectElement}} */ event) => learn(/** @type {Kind} */ (event.target.value))}
        >
          ${options(t, label)}
        </select>
      </label>
      ${entry
        ? html`<button type="button" class="link small" data-action="undo-name" @click=${() => session.forgetName(name)}>${t("action.undo")}</button>`
        : nothing}
    </p>
  `;
}

/**
 * Shows that a name is none any more where its card was, once the report says so too.
 *
 * @param {AnalyzerPage} page
 * @param {string} name
 */
async function takeOut(page, name) {
  page.choices.takenOut = name;
  await settled(page.session);
  page.say(page.t("dictionary.takenOut", { name }));
  await page.updateComplete;
  /** @type {HTMLElement | null} */ (page.querySelector(".taken-out :is(h2, h3)"))?.focus();
}

/**
 * The name that the reader just said is none; null where there is none, or where that was taken back.
 *
 * @param {AnalyzerPage} page
 */
export const takenOutName = ({ session, choices }) =>
  session.dictionary.some(({ name, label }) => name === choices.takenOut && label === "never") ? choices.takenOut : null;

/**
 * What stands in place of the card of a name that is none, and takes that back.
 *
 * @param {AnalyzerPage} page
 * @param {string} name
 * @param {unknown} [more] Other buttons.
 */
export function takenOutCard({ t, session }, name, more = /** @type {unknown} */ (nothing)) {
  return html`
    <section class="card taken-out">
      <h2 tabindex="-1">${t("dictionary.takenOut", { name })}</h2>
      <p class="soft small">${t("dictionary.keptThere")}</p>
      <p class="steps">
        <button type="button" data-action="undo-name" @click=${() => session.forgetName(name)}>${t("action.undo")}</button>
        ${more}
      </p>
    </section>
  `;
}
