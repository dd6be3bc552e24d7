import { html, nothing } from "lit";
import { onBlockChosen, onBlockReached, onPassageSelected, onPlaceHovered } from "../pointing.js";
import { articleBox } from "./article-box.js";
import { passageBar } from "./passage.js";

/** @import { BlockChosenEvent, BlockReachedEvent, PassageSelectedEvent, PlaceHoveredEvent } from "../../reading/events.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** @param {AnalyzerPage} page */
export function textView(page) {
  const { session, t } = page;
  return html`
    <section class="reading" id="panel" role="tabpanel" aria-labelledby="tab-text">
      <div class="tools">
        ${page.isEditing ? nothing : chips(page)}
        <div class="tools-end">
          ${page.isEditing ? nothing : search(page)}
          ${page.isEditing
            ? html`<button
                type="button"
                class="primary"
                data-action="read"
                ?disabled=${!session.report?.blocks.length}
                @click=${() => page.read()}
              >
                ${t("action.read")}
              </button>`
            : html`<button type="button" data-action="edit" @click=${() => page.edit()}>
                ${t("action.edit")} <kbd aria-hidden="true">e</kbd>
              </button>`}
        </div>
      </div>
      ${page.isEditing
        ? articleBox(page)
        : html`<article-text
            role="group"
            aria-label=${t("text.label")}
            @block-chosen=${(/** @type {BlockChosenEvent} */ event) => onBlockChosen(page, event)}
            @block-reached=${(/** @type {BlockReachedEvent} */ event) => onBlockReached(page, event)}
            @place-hovered=${(/** @type {PlaceHoveredEvent} */ event) => onPlaceHovered(page, event)}
            @passage-selected=${(/** @type {PassageSelectedEvent} */ event) => onPassageSelected(page, event)}
          ></article-text>`}
      ${page.isEditing ? nothing : passageBar(page)}
    </section>
  `;
}

/** @param {AnalyzerPage} page */
function chips(page) {
  const { marks, t } = page;
  if (marks.layers.length === 0) return nothing;
  return html`
    <div class="chips" role="group" aria-label=${t("layers.label")}>
      ${marks.layers.map(
        ({ id, key }) => html`
          <button
            type="button"
            class="chip"
            data-layer=${id}
            aria-pressed=${marks.isShown(id)}
            @click=${() => {
              marks.toggle(id);
              page.requestUpdate();
            }}
          >
            <span class="swatch" data-layer=${id}>${t(`layer.${id}`)}</span>
            <span class="count">${marks.count(id).toLocaleString(page.interfaceLanguage)}</span>
            <kbd aria-hidden="true">${key}</kbd>
          </button>
        `,
      )}
    </div>
  `;
}

/** @param {AnalyzerPage} page */
function search(page) {
  const { marks, t } = page;
  if (!page.isSearchOpen) {
    return html`<button type="button" class="plain" data-action="search" @click=${() => page.openSearch()}>
      ${t("action.search")} <kbd aria-hidden="true">/</kbd>
    </button>`;
  }
  const all = marks.active ? marks.count(marks.active) : 0;
  return html`
    <div class="search" role="search">
      <input
        type="search"
        aria-label=${t("search.label")}
        .value=${marks.query}
        @input=${(/** @type {Event & {target: HTMLInputElement}} */ event) => {
          marks.search(event.target.value);
          page.say(t("search.count", { n: marks.query === "" ? 0 : marks.activeMarks.length }));
        }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          page.step(event.shiftKey ? -1 : 1);
        }}
      />
      <span class="small soft">
        ${marks.query === "" ? "" : t("mark.position", { index: marks.index + 1, all })}
      </span>
      <button type="button" class="plain" aria-label=${t("action.previous")} ?disabled=${all === 0} @click=${() => page.step(-1)}>↑</button>
      <button type="button" class="plain" aria-label=${t("action.next")} ?disabled=${all === 0} @click=${() => page.step(1)}>↓</button>
      <button type="button" class="plain" aria-label=${t("action.close")} @click=${() => page.escape()}>✕</button>
    </div>
  `;
}
