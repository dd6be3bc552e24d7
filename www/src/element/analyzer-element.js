import { readCopied } from "../analyzer/copied.js";
import { FileError, readFile } from "../analyzer/files.js";
import { ArticleReport } from "./report-element.js";
import { acquire } from "./shared.js";
import { node } from "./view.js";

/** @import { Copied } from "../analyzer/copied.js" */

/** Time after the last key before an analysis begins, in milliseconds. */
const PAUSE = 400;

/**
 * A box to paste an article into, and its analysis below. What is copied from a page is read with its structure, as long
 * as it stands in the box as it came.
 */
export class ArticleAnalyzer extends ArticleReport {
  /** @type {HTMLTextAreaElement | null} */
  #box = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Whether what was typed last is still to be taken. */
  #isTyped = false;
  /** How often what stands in the box was replaced or typed: what was read for an earlier state comes too late. */
  #changes = 0;

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

  /**
   * @override
   * @protected
   * @param {ShadowRoot} root
   */
  build(root) {
    this.#box = node("textarea", { part: "box", rows: "6", spellcheck: "false" });
    this.#box.value = this.text ?? this.report?.text ?? "";
    this.#box.addEventListener("input", () => {
      this.#changes++;
      this.#isTyped = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.text = this.#box?.value ?? ""), PAUSE);
    });
    this.#box.addEventListener("paste", (event) => this.#onCopied(event, event.clipboardData));
    this.#box.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    this.#box.addEventListener("drop", (event) => this.#onDrop(event));
    const note = node("p", { part: "note", role: "status" });
    root.append(node("slot", { name: "heading" }), this.#box, note);
    super.build(root);
    this.#say(note);
  }

  /**
   * @override
   * @protected
   * @param {string} text
   * @param {{isRead?: boolean}} [how]
   */
  onText(text, { isRead = false } = {}) {
    if (isRead && this.#isTyped) return;
    clearTimeout(this.#timer);
    this.#isTyped = false;
    this.#changes++;
    const note = this.shadowRoot?.querySelector("[part=note]");
    if (note) this.#say(note);
    // Setting what stands there already would move the cursor.
    if (this.#box && this.#box.value !== text) this.#box.value = text;
  }

  /**
   * HTML that comes into an empty box, or over all there is, is read for its text; all else is left to the browser, which
   * takes the plain text.
   *
   * @param {Event} event
   * @param {DataTransfer | null} data
   */
  #onCopied(event, data) {
    const box = this.#box;
    const html = data?.getData("text/html") ?? "";
    if (!box || html === "") return;
    const isWhole = box.value === "" || (event.type === "paste" && box.selectionEnd - box.selectionStart === box.value.length);
    if (!isWhole) return;
    event.preventDefault();
    this.#take({ html, text: data?.getData("text/plain") ?? "" });
  }

  /**
   * A file is read for its text; left to the browser, it would take the place of the whole page.
   *
   * @param {DragEvent} event
   */
  async #onDrop(event) {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return this.#onCopied(event, event.dataTransfer);
    event.preventDefault();
    const changes = ++this.#changes;
    try {
      const source = await readFile(file);
      if (changes !== this.#changes) return;
      if ("html" in source) await this.#take({ html: source.html, text: "" });
      else this.text = source.text;
    } catch (error) {
      const note = this.shadowRoot?.querySelector("[part=note]");
      if (note && error instanceof FileError) note.textContent = this.t(error.key, error.values);
    }
  }

  /** @param {Copied} copied */
  async #take(copied) {
    this.onText(copied.text);
    const changes = this.#changes;
    try {
      const { text, html } = await readCopied(() => acquire(this), copied);
      if (changes !== this.#changes) return;
      if (html === undefined) this.text = text;
      else this.html = html;
    } catch {
      // Analysing it meets the same fault, and tells it.
      if (changes === this.#changes) this.html = copied.html;
    }
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
