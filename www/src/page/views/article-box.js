import { html } from "lit";
import { live } from "lit/directives/live.js";
import { LONG } from "../../reading/chunks.js";

/** @import { AnalyzerPage } from "../page.js" */

/**
 * The box that the article is pasted and typed into. One so long that laying it out there would stop the page for
 * seconds is held beside it, unless the reader wants it there.
 *
 * @param {AnalyzerPage} page
 */
export function articleBox(page) {
  const isHeld = !page.wantsBox && page.session.text.length > LONG;
  return isHeld ? heldText(page) : box(page);
}

/** @param {AnalyzerPage} page */
function box(page) {
  const { session, t } = page;
  const compose = (/** @type {boolean} */ isComposing) => {
    page.isComposing = isComposing;
    page.requestUpdate();
  };
  return html`
    <textarea
      class="box"
      aria-label=${t(page.isFirst ? "first.box" : "text.box")}
      placeholder=${t("first.placeholder")}
      spellcheck="false"
      autofocus
      .value=${live(session.text)}
      @compositionstart=${() => compose(true)}
      @compositionend=${() => compose(false)}
      @paste=${(/** @type {ClipboardEvent & {target: HTMLTextAreaElement}} */ event) => onPaste(page, event)}
      @input=${(/** @type {InputEvent & {target: HTMLTextAreaElement}} */ event) => {
        const { target } = event;
        const replaced = event.inputType === "insertFromPaste" && replacesAll.has(target);
        replacesAll.delete(target);
        page.type(target.value, replaced);
      }}
    ></textarea>
  `;
}

/** Boxes about to have all their text replaced by a paste. @type {WeakSet<HTMLTextAreaElement>} */
const replacesAll = new WeakSet();

/**
 * A paste over all there is brings another article, with what its markup says of it. One into a text is plain text: it
 * becomes part of what was typed. A long one is kept out of the box.
 *
 * @param {AnalyzerPage} page
 * @param {ClipboardEvent & {target: HTMLTextAreaElement}} event
 */
function onPaste(page, event) {
  const { target: box, clipboardData } = event;
  const [before, after] = [box.value.slice(0, box.selectionStart), box.value.slice(box.selectionEnd)];
  const isWhole = before === "" && after === "";
  const html = (isWhole && clipboardData?.getData("text/html")) || "";
  const text = clipboardData?.getData("text/plain") ?? "";
  if (html === "" && text.length <= LONG) return void (isWhole && replacesAll.add(box));
  event.preventDefault();
  if (html !== "") page.openCopied({ html, text });
  // As a box has them.
  else page.open(before + text.replace(/\r\n?/g, "\n") + after);
}

/** Characters of a long text that are shown of it. */
const SHOWN = 120;

/**
 * What stands in place of the box for a text too long for it.
 *
 * @param {AnalyzerPage} page
 */
function heldText(page) {
  const { session, t, interfaceLanguage } = page;
  const { text } = session;
  const length = new Intl.NumberFormat(interfaceLanguage, { notation: "compact", maximumSignificantDigits: 3 }).format(text.length);
  return html`
    <section class="held" tabindex="-1" aria-label=${t("text.box")}>
      <p><strong>${t("held.length", { length })}</strong></p>
      <p class="soft" dir="auto">${text.slice(0, SHOWN).toWellFormed().trim()}…</p>
      <p class="soft small">${t("held.why")}</p>
      <p class="held-actions">
        <button type="button" data-action="replace" @click=${() => page.putArticleAway()}>${t("held.replace")}</button>
        <button type="button" data-action="to-box" @click=${() => putIntoBox(page)}>${t("held.edit")}</button>
      </p>
    </section>
  `;
}

/** @param {AnalyzerPage} page */
async function putIntoBox(page) {
  page.wantsBox = true;
  page.requestUpdate();
  await page.updateComplete;
  page.box?.setSelectionRange(0, 0);
  page.box?.focus();
}

/** @param {AnalyzerPage} page */
export function focusHeld(page) {
  /** @type {HTMLElement | null} */ (page.querySelector(".held"))?.focus();
}
