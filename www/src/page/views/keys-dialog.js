import { html } from "lit";
import { LAYER_KEYS } from "../keyboard.js";
import { VIEWS } from "../page.js";

/** @import { AnalyzerPage } from "../page.js" */
/** @import { Key } from "../../strings/index.js" */

/** @param {AnalyzerPage} page */
export function keysDialog(page) {
  const { t, marks } = page;
  const layerKeys = LAYER_KEYS.filter(({ id }) => marks.count(id) > 0).map(({ key }) => key);
  /** @type {[readonly string[], Key][]} */
  const keys = [
    [VIEWS.map((_, index) => String(index + 1)), "keys.views"],
    [["n", "p"], "keys.marks"],
    [layerKeys.length > 0 ? layerKeys : LAYER_KEYS.map(({ key }) => key), "keys.layers"],
    [["↑", "↓"], "keys.blocks"],
    [["Shift+↑", "Shift+↓"], "keys.extend"],
    [["Enter"], "keys.open"],
    [["e", "Esc"], "keys.edit"],
    [["Ctrl+V"], "keys.paste"],
    [["Ctrl+Z"], "keys.undo"],
    [["/"], "keys.search"],
    [["?"], "keys.help"],
    [["Esc"], "keys.escape"],
  ];
  return html`
    <dialog class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">${t("keys.title")}</h2>
      <dl>
        ${keys.map(
          ([names, key]) => html`<div><dt>${names.map((name) => html`<kbd>${name}</kbd> `)}</dt><dd>${t(key)}</dd></div>`,
        )}
      </dl>
      <form method="dialog"><button class="primary">${t("action.close")}</button></form>
    </dialog>
  `;
}
