import { html, nothing, svg } from "lit";
import { exportsMenu } from "./exports.js";

/** @import { AnalyzerPage } from "../page.js" */

/** The themes, in the order that the button takes them. */
export const THEMES = /** @type {const} */ (["auto", "light", "dark"]);

/** @param {AnalyzerPage} page */
export function siteHeader(page) {
  const { session, t } = page;
  const { isFirst } = page;
  const other = page.interfaceLanguage === "ja" ? "en" : "ja";
  const theme = session.settings.theme ?? "auto";
  return html`
    <header class="site" ?data-article=${!isFirst}>
      ${isFirst ? html`<h1 class="brand">${t("name")}</h1>` : html`<p class="brand">${t("name")}</p>`}
      <div class="site-actions">
        ${isFirst ? nothing : exportsMenu(page)}
        ${isFirst ? nothing : html`<button type="button" @click=${() => page.putArticleAway()}>${t("action.new")}</button>`}
        <button
          type="button"
          class="plain"
          lang=${other}
          data-action="language"
          @click=${() => session.set({ interfaceLanguage: other })}
        >
          ${t("action.language")}
        </button>
        <button
          type="button"
          class="plain theme"
          data-action="theme"
          title=${t("theme.label")}
          @click=${() => session.set({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.5" fill=${theme === "dark" ? "currentColor" : "none"} stroke="currentColor"></circle>
            ${theme === "auto" ? svg`<path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"></path>` : nothing}
          </svg>
          <b class="visually-hidden">${t("theme.label")}</b>
          <span>${t(`theme.${theme}`)}</span>
        </button>
        <button type="button" class="plain" data-action="settings" @click=${() => page.openDialog("settings")}>${t("settings.title")}</button>
        <button type="button" class="plain" data-action="keys" aria-label=${t("action.keys")} title=${t("action.keys")} @click=${() => page.openDialog("keys")}>
          ?
        </button>
      </div>
    </header>
  `;
}
