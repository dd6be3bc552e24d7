import { html, nothing } from "lit";
import { VIEWS } from "../page.js";

/** @import { AnalyzerPage } from "../page.js" */

/** @param {AnalyzerPage} page */
export function viewTabs(page) {
  const { session, t } = page;
  return html`
    <div class="tabs">
      <div role="tablist" aria-label=${t("view.label")} @keydown=${(/** @type {KeyboardEvent} */ event) => onArrow(page, event)}>
        ${VIEWS.map(
          (view, index) => html`
            <button
              type="button"
              role="tab"
              id="tab-${view}"
              aria-selected=${view === page.view}
              aria-controls="panel"
              tabindex=${view === page.view ? 0 : -1}
              @click=${() => page.show(view)}
            >
              ${t(`view.${view}`)} <kbd aria-hidden="true">${index + 1}</kbd>
            </button>
          `,
        )}
      </div>
      ${page.view === "text" && session.report
        ? html`
            <button
              type="button"
              class="plain sheet-button"
              aria-expanded=${page.isSheetOpen}
              @click=${() => {
                page.isSheetOpen = !page.isSheetOpen;
                page.requestUpdate();
              }}
            >
              ${t("action.overview")}
            </button>
          `
        : nothing}
    </div>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {KeyboardEvent} event
 */
async function onArrow(page, event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  page.show(VIEWS[(VIEWS.indexOf(page.view) + by + VIEWS.length) % VIEWS.length]);
  await page.updateComplete;
  /** @type {HTMLElement | null} */ (page.querySelector("[role=tab][aria-selected=true]"))?.focus();
}
