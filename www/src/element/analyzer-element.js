import { ArticleReport } from "./report-element.js";
import { node } from "./view.js";

/** Time after the last key before an analysis begins, in milliseconds. */
const PAUSE = 400;

/** A box to paste an article into, and its analysis below. */
export class ArticleAnalyzer extends ArticleReport {
  /** @type {HTMLTextAreaElement | null} */
  #box = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @override */
  static observedAttributes = [...ArticleReport.observedAttributes, "placeholder"];

  /** What the empty box says. */
  get placeholder() {
    return this.getAttribute("placeholder");
  }
  set placeholder(text) {
    if (text === null || text === undefined) this.removeAttribute("placeholder");
    else this.setAttribute("placeholder", text);
  }

  /** @override @returns {string | null} */
  get text() {
    return super.text;
  }
  /** @override */
  set text(text) {
    super.text = text;
    if (this.#box && this.#box.value !== (text ?? "")) this.#box.value = text ?? "";
  }

  /**
   * @override
   * @protected
   * @param {ShadowRoot} root
   */
  build(root) {
    this.#box = node("textarea", { part: "box", rows: "6", spellcheck: "false" });
    this.#box.value = this.text ?? "";
    this.#box.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (super.text = this.#box?.value ?? ""), PAUSE);
    });
    const note = node("p", { part: "note" });
    root.append(node("slot", { name: "heading" }), this.#box, note);
    super.build(root);
    this.#say(note);
  }

  /**
   * @override
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (name !== "placeholder") super.attributeChangedCallback(name, before, now);
    const note = this.shadowRoot?.querySelector("[part=note]");
    if (note) this.#say(note);
  }

  /** @param {Element} note */
  #say(note) {
    const { t } = this;
    note.textContent = t("report.private");
    this.#box?.setAttribute("aria-label", t("report.box"));
    this.#box?.setAttribute("placeholder", this.placeholder ?? t("report.placeholder"));
  }
}
