import { html, nothing } from "lit";
import { ARTICLE_ROLES, NOISE_ROLES, USUALLY_COUNTED } from "../../reading/roles.js";
import { translateName } from "../../strings/index.js";
import { languageName } from "../format.js";
import { saveText } from "../save.js";
import { THEMES } from "./site-header.js";
import { PACES, readSettingsFile, settingsFile, withRole } from "../settings.js";

/** @import { Role } from "../../../pkg/article_analyzer.js" */
/** @import { Settings } from "../settings.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Everyone finds their own language by its own name. */
const INTERFACE = /** @type {const} */ ([["ja", "日本語"], ["en", "English"]]);
const LANGUAGES = /** @type {const} */ (["ja", "en", "zh"]);

/** @typedef {Event & {target: HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement}} Changed */

/**
 * What the reader can choose for all articles.
 *
 * @param {AnalyzerPage} page
 */
export function settingsDialog(page) {
  const { t } = page;
  if (page.dialog !== "settings") return nothing;
  return html`
    <dialog class="settings" aria-labelledby="settings-title" closedby="any" @close=${() => page.closeDialog()}>
      <h2 id="settings-title">${t("settings.title")}</h2>
      ${looks(page)} ${language(page)} ${pace(page)} ${roles(page)} ${stopWords(page)} ${rules(page)} ${file(page)}
      <form method="dialog"><button class="primary">${t("action.close")}</button></form>
    </dialog>
  `;
}

/**
 * The language of the interface and the theme, for which small screens have no buttons.
 *
 * @param {AnalyzerPage} page
 */
function looks({ t, session, interfaceLanguage }) {
  const { theme = "auto" } = session.settings;
  return html`
    <label class="field">
      <span>${t("settings.interface")}</span>
      <select
        data-setting="interfaceLanguage"
        @change=${(/** @type {Changed} */ { target }) => session.set({ interfaceLanguage: /** @type {"ja" | "en"} */ (target.value) })}
      >
        ${INTERFACE.map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === interfaceLanguage}>${name}</option>`)}
      </select>
    </label>
    <label class="field">
      <span>${t("theme.label")}</span>
      <select data-setting="theme" @change=${(/** @type {Changed} */ { target }) => session.set({ theme: /** @type {Settings["theme"]} */ (target.value) })}>
        ${THEMES.map((id) => html`<option value=${id} ?selected=${id === theme}>${t(`theme.${id}`)}</option>`)}
      </select>
    </label>
  `;
}

/** @param {AnalyzerPage} page */
function language({ t, session, interfaceLanguage }) {
  const chosen = session.settings.language ?? null;
  return html`
    <label class="field">
      <span>${t("settings.language")}</span>
      <select
        data-setting="language"
        @change=${(/** @type {Changed} */ { target }) => session.choose({ language: /** @type {Settings["language"]} */ (target.value || null) })}
      >
        <option value="" ?selected=${chosen === null}>${t("settings.languageAuto")}</option>
        ${LANGUAGES.map((code) => html`<option value=${code} ?selected=${chosen === code}>${languageName(interfaceLanguage, code)}</option>`)}
      </select>
    </label>
  `;
}

/** @param {AnalyzerPage} page */
function pace({ t, session }) {
  return html`
    <label class="field">
      <span>${t("settings.pace")}</span>
      <span>
        <input
          type="number"
          data-setting="pace"
          min=${100 * PACES.least}
          max=${100 * PACES.most}
          step="5"
          .value=${String(Math.round(100 * session.pace))}
          @change=${(/** @type {Changed} */ { target }) => {
            if (target.reportValidity()) session.set({ pace: target.valueAsNumber / 100 });
          }}
        />
        %
      </span>
    </label>
    <p class="soft small">${t("settings.paceNote")}</p>
  `;
}

/** @param {AnalyzerPage} page */
function roles({ t, session }) {
  const counted = session.settings.countedRoles ?? USUALLY_COUNTED;
  const one = (/** @type {Role} */ role) => html`
    <label class="check">
      <input
        type="checkbox"
        data-role=${role}
        .checked=${counted.includes(role)}
        @change=${(/** @type {Changed} */ { target }) => session.setCountedRoles(withRole(counted, role, target.checked))}
      />
      ${t(`role.${role}`)}
    </label>
  `;
  return html`<fieldset><legend>${t("settings.roles")}</legend><div class="checks">${[...ARTICLE_ROLES, ...NOISE_ROLES].map(one)}</div></fieldset>`;
}

/** @param {AnalyzerPage} page */
function stopWords({ t, session }) {
  return html`
    <label class="field tall">
      <span>${t("settings.stopWords")}</span>
      <textarea
        class="box"
        rows="3"
        data-setting="stopWords"
        spellcheck="false"
        .value=${(session.settings.stopWords ?? []).join("\n")}
        @change=${(/** @type {Changed} */ { target }) => session.choose({ stopWords: lines(target.value) })}
      ></textarea>
    </label>
    <p class="soft small">${t("settings.stopWordsNote")}</p>
  `;
}

const lines = (/** @type {string} */ text) => [...new Set(text.split("\n").map((line) => line.trim()).filter(Boolean))];

/** @param {AnalyzerPage} page */
function rules({ t, session }) {
  const off = session.settings.disabledRules ?? [];
  if (off.length === 0) return nothing;
  return html`
    <fieldset>
      <legend>${t("style.offTitle")}</legend>
      <div class="checks">
        ${off.map(
          (rule) => html`<button type="button" class="small" @click=${() => session.switchRule(rule, true)}>
            ${t("style.on", { rule: translateName(t, `styleRule.${rule}`, rule) })}
          </button>`,
        )}
      </div>
    </fieldset>
  `;
}

/** @param {AnalyzerPage} page */
function file(page) {
  const { t, session } = page;
  return html`
    <fieldset>
      <legend>${t("settings.file")}</legend>
      <div class="checks">
        <button
          type="button"
          data-action="export-settings"
          @click=${() => saveText(settingsFile(session.settings), "article-analyzer-settings.json", "application/json")}
        >
          ${t("settings.export")}
        </button>
        <label class="button file">
          ${t("settings.import")}
          <input type="file" class="visually-hidden" data-action="import-settings" accept=".json,application/json" @change=${(/** @type {Changed} */ event) => read(page, event.target)} />
        </label>
      </div>
      <p class="small" role="status">${page.settingsNote === "" ? nothing : t(page.settingsNote)}</p>
    </fieldset>
    ${location.protocol === "file:" ? nothing : html`<p class="small"><a href="./third-party.txt">${t("settings.thirdParty")}</a></p>`}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {HTMLInputElement} input
 */
async function read(page, input) {
  const [file] = input.files ?? [];
  const settings = file ? readSettingsFile(await file.text().catch(() => "")) : null;
  input.value = "";
  page.settingsNote = settings ? "settings.imported" : "settings.notRead";
  if (settings) page.session.choose(settings);
  page.requestUpdate();
}
