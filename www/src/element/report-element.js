import { AnalyzerError } from "../analyzer/error.js";
import { reportTranslator } from "../strings/report.js";
import { ArticleErrorEvent, ArticleProgressEvent, ArticleReportEvent } from "./events.js";
import { acquire, release } from "./shared.js";
import { analyzeSource, isBlank } from "./source.js";
import { sheet } from "./styles.js";
import { message, node, reportView } from "./view.js";

/** @import { Report } from "../../pkg/article_analyzer.js" */
/** @import { InterfaceLanguage } from "../strings/translate.js" */
/** @import { Source } from "./source.js" */

/** What an element shows. @typedef {"blank" | "missing" | "analysing" | "done" | "failed"} State */

// A page that is made ready on a server has no elements.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** Time after the last change of a watched article before it is analysed anew, in milliseconds. */
const PAUSE = 500;

/**
 * The analysis of an article: of one in the page it stands in (`for`), or of what is set to `text`, `html` or `report`.
 * What goes wrong is told by an `article-error` event and in the element; nothing is thrown into the host.
 */
export class ArticleReport extends Base {
  static observedAttributes = ["for", "language", "interface-language", "reference-date", "sections", "live"];

  /** @type {Source | null} */
  #given = null;
  /** @type {Report | null} */
  #report = null;
  /** @type {AnalyzerError | null} */
  #error = null;
  /** @type {State} */
  #state = "blank";
  /** @type {HTMLElement | null} */
  #body = null;
  /** @type {AbortController | null} */
  #running = null;
  /** @type {MutationObserver | null} */
  #watching = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** Selects the article in this page that is analysed. */
  get for() {
    return this.getAttribute("for");
  }
  set for(selector) {
    this.#reflect("for", selector);
  }

  /** The language of the article, as a BCP 47 code; found out where it is not given. */
  get language() {
    return this.getAttribute("language");
  }
  set language(code) {
    this.#reflect("language", code);
  }

  /** The language that the element speaks; that of the page around it where it is not given. */
  get interfaceLanguage() {
    return this.getAttribute("interface-language");
  }
  set interfaceLanguage(code) {
    this.#reflect("interface-language", code);
  }

  /** The date, ISO 8601, that words like "yesterday" are counted from where the article has none. */
  get referenceDate() {
    return this.getAttribute("reference-date");
  }
  set referenceDate(date) {
    this.#reflect("reference-date", date);
  }

  /** What is shown, by name and in any order: `numbers summary keywords names readability`. All where it is not given. */
  get sections() {
    return this.getAttribute("sections");
  }
  set sections(names) {
    this.#reflect("sections", names);
  }

  /** Whether the article in the page is watched, and analysed anew when it changes. */
  get live() {
    return this.hasAttribute("live");
  }
  set live(on) {
    this.toggleAttribute("live", Boolean(on));
  }

  /** The text to analyse. @returns {string | null} */
  get text() {
    return this.#given && "text" in this.#given ? this.#given.text : null;
  }
  set text(text) {
    this.#give(text === null || text === undefined ? null : { text: String(text) });
  }

  /** The HTML to analyse; it is never set into the page. @returns {string | null} */
  get html() {
    return this.#given && "html" in this.#given ? this.#given.html : null;
  }
  set html(html) {
    this.#give(html === null || html === undefined ? null : { html: String(html) });
  }

  /** The report that is shown. One that is set is shown as it is. @returns {Report | null} */
  get report() {
    return this.#report;
  }
  set report(report) {
    this.#stop();
    this.#given = null;
    this.#report = report;
    this.onText(report?.text ?? "");
    this.#show(report ? "done" : "blank");
  }

  /** Why there is no report, in the state `failed`. */
  get error() {
    return this.#error;
  }

  get state() {
    return this.#state;
  }

  connectedCallback() {
    this.#takeUp();
    if (!this.shadowRoot) this.build(this.attachShadow({ mode: "open" }));
    if (this.#report && this.#state === "done") this.#show("done");
    else this.refresh();
  }

  /** Properties that were set before the element was defined hide those of the class. */
  #takeUp() {
    for (const name of /** @type {const} */ (["text", "html", "report", "for", "sections", "live"])) {
      const own = Object.getOwnPropertyDescriptor(this, name);
      if (!own) continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, own.value);
    }
  }

  disconnectedCallback() {
    this.#stop();
    this.#watching?.disconnect();
    this.#watching = null;
    release(this);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#body) return;
    if (name === "sections" || name === "interface-language") this.#show(this.#state);
    if (name !== "sections") this.refresh();
  }

  /** Analyses once more, after what is under way now. */
  refresh() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#analyze(), 0);
  }

  /**
   * Puts together what never changes.
   *
   * @protected
   * @param {ShadowRoot} root
   */
  build(root) {
    root.adoptedStyleSheets = [sheet()];
    this.#body = node("div", { part: "body" });
    root.append(this.#body);
  }

  /**
   * What the element says and sets its numbers in.
   *
   * @protected
   */
  get t() {
    const near = this.interfaceLanguage ?? this.#languageAround() ?? globalThis.navigator?.language ?? "en";
    return reportTranslator(/** @type {InterfaceLanguage} */ (near.toLowerCase().startsWith("ja") ? "ja" : "en"));
  }

  /** The nearest `lang`, out of shadow roots too. */
  #languageAround() {
    for (let at = /** @type {Element | null} */ (this); at; ) {
      const found = at.closest("[lang]");
      if (found) return found.getAttribute("lang");
      const root = at.getRootNode();
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return null;
  }

  /**
   * @param {string} name
   * @param {string | null} value
   */
  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** @param {Source | null} source */
  #give(source) {
    this.#given = source;
    if (source === null || "text" in source) this.onText(source?.text ?? "");
    this.refresh();
  }

  /**
   * Told of the text that is to be analysed: one that is set at once, one that is read from HTML with its report.
   *
   * @protected
   * @param {string} _text
   * @param {{isRead?: boolean}} [_how]
   */
  onText(_text, _how) {}

  /** What is to be analysed now: what was given, or the article in the page. @returns {Source | State} */
  #source() {
    if (this.#given) return this.#given;
    const selector = this.for;
    if (!selector) return "blank";
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const element = root.querySelector(selector) ?? document.querySelector(selector);
    if (!element) return "missing";
    this.#watch(element);
    return { element };
  }

  /** @param {Element} element */
  #watch(element) {
    this.#watching?.disconnect();
    this.#watching = null;
    if (!this.live) return;
    this.#watching = new MutationObserver(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#analyze(), PAUSE);
    });
    this.#watching.observe(element, { subtree: true, childList: true, characterData: true });
  }

  async #analyze() {
    if (!this.isConnected) return;
    this.#stop();
    const running = (this.#running = new AbortController());
    try {
      if (document.readyState === "loading") await loaded(running.signal);
      const source = this.#source();
      if (typeof source === "string" || isBlank(source)) {
        this.#report = null;
        return this.#show(typeof source === "string" ? source : "blank");
      }
      this.#show("analysing");
      const report = await analyzeSource(await acquire(this), source, this.#options(running.signal));
      if (running !== this.#running) return;
      this.#report = report;
      if ("html" in source) this.onText(report.text, { isRead: true });
      this.#show("done");
      this.dispatchEvent(new ArticleReportEvent(report));
    } catch (thrown) {
      if (running === this.#running) this.#fail(thrown);
    }
  }

  /** @param {AbortSignal} signal */
  #options(signal) {
    return {
      signal,
      language: this.language ?? undefined,
      referenceDate: this.referenceDate ?? undefined,
      messageLanguage: this.t.language,
      onProgress: (/** @type {number} */ done) => void this.dispatchEvent(new ArticleProgressEvent(done)),
    };
  }

  /** @param {unknown} thrown */
  #fail(thrown) {
    this.#report = null;
    this.#error = thrown instanceof AnalyzerError ? thrown : new AnalyzerError("invalid-option", String(thrown), { cause: thrown });
    this.#show("failed");
    this.dispatchEvent(new ArticleErrorEvent(this.#error));
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = null;
  }

  /** @param {State} state */
  #show(state) {
    this.#state = state;
    if (state !== "failed") this.#error = null;
    if (!this.#body) return;
    this.#body.lang = this.t.language;
    this.#body.ariaBusy = String(state === "analysing");
    try {
      this.#body.replaceChildren(this.#view());
    } catch {
      // A report from elsewhere need not be one.
      this.#body.replaceChildren(message(this.t("error.invalid-option")));
    }
  }

  #view() {
    const { t } = this;
    if (this.#state === "done" && this.#report) return reportView(this.#report, t, this.sections);
    if (this.#state === "failed") {
      const again = node("button", { part: "button", type: "button" }, t("report.again"));
      again.addEventListener("click", () => this.refresh());
      return node("div", { part: "message", role: "alert" }, t(`error.${this.#error?.code ?? "crashed"}`), " ", again);
    }
    if (this.#state === "analysing") return message(t("state.analysing"));
    return node("slot", { name: this.#state }, message(t(this.#state === "missing" ? "report.missing" : "report.blank")));
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function loaded(signal) {
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve(), { once: true, signal }));
}
