import { html } from "lit";
import { live } from "lit/directives/live.js";

/** @import { AnalyzerPage } from "../page.js" */

/**
 * The box that the article is pasted and typed into.
 *
 * @param {AnalyzerPage} page
 */
export function articleBox(page) {
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
 * becomes part of what was typed.
 *
 * @param {AnalyzerPage} page
 * @param {ClipboardEvent & {target: HTMLTextAreaElement}} event
 */
function onPaste(page, event) {
  const { target: box, clipboardData } = event;
  if (box.selectionStart > 0 || box.selectionEnd < box.value.length) return;
  const html = clipboardData?.getData("text/html") ?? "";
  if (html === "") return void replacesAll.add(box);
  event.preventDefault();
  page.openCopied({ html, text: clipboardData?.getData("text/plain") ?? "" });
}
