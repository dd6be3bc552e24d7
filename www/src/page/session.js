import { readCopied } from "../analyzer/copied.js";
import { Analyzer, AnalyzerError } from "../analyzer/index.js";
import { LONG, nextTask } from "../reading/chunks.js";
import { TABLES } from "../strings/index.js";
import { findAgain } from "./corrections.js";
import { readFile } from "../analyzer/files.js";
import { forgetArticle, readArticle, readSettings, whenOthersStore, writeArticle, writeSettings } from "./storage.js";

/** @import { DictionaryEntry, EntityLabel, FormatName, OtherCut, Question, Report, Role, Span } from "../../pkg/article_analyzer.js" */
/** @import { AnalyzerErrorCode } from "../analyzer/error.js" */
/** @import { InterfaceLanguage } from "../strings/index.js" */
/** @import { RoleCorrection } from "./corrections.js" */
/** @import { Settings } from "./settings.js" */

/** Time after the last key before an analysis begins, in milliseconds: for short texts, and for long ones. */
const PAUSE = { short: 200, long: 700 };
/** Time an analysis may take before it shows how far it is, in milliseconds. */
const PATIENCE = 300;

/** Markup is remembered for so many texts: all that can stand side by side, and the one put away. */
const MOST_MARKUP = 21;
/** Longer texts, and longer HTML, are not kept on this machine, in UTF-16 units: storing one stops the page. */
const LARGEST_KEPT = 1_000_000;

/** The article on the page and everything known of it. Tells its listeners by a `change` event. */
export class Session extends EventTarget {
  text = "";
  /** @type {Report | null} The report of `text`, or of what it was before the analysis under way. */
  report = null;
  /** @type {{done: number} | null} How far the analysis is, once it takes long enough to say so. */
  progress = null;
  isRunning = false;
  /** @type {AnalyzerErrorCode | null} */
  failure = null;
  /** @type {RoleCorrection[]} */
  corrections = [];
  /** @type {Settings} */
  settings = readSettings();
  /** @type {"kept" | "off" | "refused" | "tooLong"} */
  keeping = "kept";
  /** What was corrected by hand, the last thing last: a role, or names, with the dictionary as it was. @type {("role" | DictionaryEntry[])[]} */
  #corrected = [];

  /** @type {Promise<Analyzer> | null} */
  #analyzer = null;
  /** @type {WeakMap<Report, Map<string, Promise<OtherCut[]>>>} */
  #otherCuts = new WeakMap();
  /** @type {AbortController | null} */
  #running = null;
  #timer = 0;
  #patience = 0;
  /** The HTML that texts were taken from, by text: its markup says more of them as long as they are as they were. @type {Map<string, string>} */
  #markup = new Map();

  /** Takes up the article that was kept, if any. */
  restore() {
    whenOthersStore("settings", () => this.#follow(readSettings()));
    const kept = readArticle();
    this.#load(kept?.language).catch(() => {});
    if (!kept) return;
    this.corrections = kept.corrections;
    this.rememberMarkup(kept.text, kept.html);
    this.setText(kept.text, { at: "once" });
  }

  /** The way of counting characters that the reader prefers. */
  get characterRule() {
    return this.settings.characterRule ?? "withoutBoth";
  }

  /** How fast the reader reads, as a share of the usual speed. */
  get pace() {
    return this.settings.pace ?? 1;
  }

  /** The language of the interface, and of the reasons and messages of the report. @returns {InterfaceLanguage} */
  get interfaceLanguage() {
    const chosen = this.settings.interfaceLanguage;
    if (chosen && chosen in TABLES) return chosen;
    return navigator.language.startsWith("ja") ? "ja" : "en";
  }

  /** Whether the report is of the text as it stands. */
  get isCurrent() {
    return this.report?.text === this.text && !this.isRunning;
  }

  /**
   * @param {string} text
   * @param {{at?: "once" | "pause"}} [when]
   */
  setText(text, { at = "pause" } = {}) {
    this.text = text;
    this.failure = null;
    clearTimeout(this.#timer);
    if (text === "") {
      this.#stop();
      this.report = null;
      this.corrections = [];
      this.#keep();
    } else {
      const pause = text.length > LONG ? PAUSE.long : PAUSE.short;
      this.#timer = window.setTimeout(() => this.analyze(), at === "once" ? 0 : pause);
    }
    this.#changed();
  }

  /**
   * The text of HTML, whose markup is remembered with it where it is of use; null where it can't be had.
   *
   * @param {string} html
   * @param {string} [plain] The same in plain text, as the clipboard has it.
   * @returns {Promise<string | null>}
   */
  async takeHtml(html, plain = "") {
    try {
      const copied = await readCopied(() => this.#load(), { html, text: plain });
      this.rememberMarkup(copied.text, copied.html);
      return copied.text;
    } catch (error) {
      this.failure = error instanceof AnalyzerError ? error.code : "crashed";
      this.#changed();
      return null;
    }
  }

  /**
   * The texts of files, those of HTML with their markup remembered. Rejects with a `FileError`.
   *
   * @param {readonly File[]} files
   */
  async textsOf(files) {
    const sources = await Promise.all(files.map(readFile));
    const texts = await Promise.all(sources.map((source) => ("html" in source ? this.takeHtml(source.html) : source.text)));
    return texts.filter((text) => text !== null);
  }

  /**
   * @param {string} text
   * @param {string | undefined} html
   */
  rememberMarkup(text, html) {
    if (!html) return;
    this.#markup.delete(text);
    this.#markup.set(text, html);
    const [oldest] = this.#markup.keys();
    if (this.#markup.size > MOST_MARKUP) this.#markup.delete(oldest);
  }

  /**
   * The HTML that a text was taken from, where it is small enough to be kept on this machine.
   *
   * @param {string} text
   * @returns {string | undefined}
   */
  keptMarkup(text) {
    const html = this.#markup.get(text);
    return html && html.length <= LARGEST_KEPT ? html : undefined;
  }

  /** Whether a text was taken from HTML, whose markup is read with it. @param {string} text */
  hasMarkup(text) {
    return this.#markup.has(text);
  }

  /**
   * @param {string} text
   * @returns {{text: string} | {html: string}}
   */
  #input(text) {
    const html = this.#markup.get(text);
    return html === undefined ? { text } : { html };
  }

  /** Drops the analysis under way, since another article comes. */
  abandon() {
    this.#stop();
    this.#changed();
  }

  /**
   * @param {number} block
   * @param {Role} role
   */
  correct(block, role) {
    if (!this.report) return;
    const { start, end } = this.report.blocks[block].span;
    this.undoCorrection(block, { analyze: false });
    this.corrections.push({ block, text: this.report.text.slice(start, end), role });
    this.#corrected.push("role");
    this.analyze();
  }

  /** @param {number} block */
  undoCorrection(block, { analyze = true } = {}) {
    this.corrections = this.corrections.filter((correction) => correction.block !== block);
    if (analyze) this.analyze();
  }

  /** Takes the last correction back. */
  undoLast() {
    const what = this.#corrected.pop() ?? "role";
    const last = this.corrections.at(-1);
    if (what !== "role") this.choose({ dictionary: what });
    else if (last) this.undoCorrection(last.block);
    else if (this.#corrected.length > 0) this.undoLast();
  }

  /** @param {Role[] | null} roles The roles that count; null for the usual ones. */
  setCountedRoles(roles) {
    this.choose({ countedRoles: roles });
  }

  /** Sets choices that the analysis depends on. @param {Settings} settings */
  choose(settings) {
    this.set(settings);
    if (this.text !== "") this.analyze();
  }

  /**
   * Switches a rule of style, whether it looks unless it is switched off or only where it is switched on.
   *
   * @param {string} rule
   * @param {boolean} on
   */
  switchRule(rule, on) {
    const { disabledRules = [], enabledRules = [] } = this.settings;
    const withRule = (/** @type {string[]} */ rules, /** @type {boolean} */ isIn) => [...rules.filter((other) => other !== rule), ...(isIn ? [rule] : [])];
    this.choose({ disabledRules: withRule(disabledRules, !on), enabledRules: withRule(enabledRules, on) });
  }

  /** The names that the reader knows. */
  get dictionary() {
    return this.settings.dictionary ?? [];
  }

  /**
   * Adds names to the reader's own; one that is there already is replaced.
   *
   * @param {readonly DictionaryEntry[]} entries
   */
  learnNames(entries) {
    const byName = new Map([...this.dictionary, ...entries].map((entry) => [entry.name, entry]));
    this.#setDictionary([...byName.values()]);
  }

  /** @param {string} name */
  forgetName(name) {
    this.#setDictionary(this.dictionary.filter((entry) => entry.name !== name));
  }

  /** @param {DictionaryEntry[]} dictionary */
  #setDictionary(dictionary) {
    this.#corrected.push(this.dictionary);
    this.choose({ dictionary });
  }

  /** @param {Settings} settings */
  set(settings) {
    this.settings = { ...this.settings, ...settings };
    writeSettings(this.settings);
    if ("keep" in settings) this.#keep();
    if ("interfaceLanguage" in settings && this.text !== "") this.analyze();
    this.#changed();
  }

  /** Takes over what was chosen in another tab. @param {Settings} settings */
  #follow(settings) {
    const keepsAsBefore = settings.keep === this.settings.keep;
    this.settings = settings;
    if (!keepsAsBefore) this.#keep();
    if (this.text === "") this.#changed();
    else this.analyze();
  }

  /** Analyses the text as it stands; what was under way is dropped. */
  async analyze() {
    clearTimeout(this.#timer);
    this.#stop();
    this.#keep();
    const running = (this.#running = new AbortController());
    this.isRunning = true;
    this.failure = null;
    this.#patience = window.setTimeout(() => this.#showProgress(0), PATIENCE);
    this.#changed();
    try {
      const report = await this.#report(this.text, running.signal);
      // Taking in a long report and showing it are a task each.
      if (report.text.length > LONG) await nextTask();
      if (running === this.#running) this.report = report;
    } catch (error) {
      if (running !== this.#running) return;
      this.failure = error instanceof AnalyzerError ? error.code : "crashed";
    } finally {
      if (running === this.#running) this.#finish();
    }
  }

  /** Stops the analysis under way and says so. */
  cancel() {
    if (!this.isRunning) return;
    this.#stop();
    this.failure = "aborted";
    this.#finish();
  }

  /**
   * @param {string} text
   * @param {AbortSignal} signal
   * @returns {Promise<Report>}
   */
  async #report(text, signal) {
    const analyzer = await this.#load();
    const options = {
      ...this.#options,
      signal,
      onProgress: (/** @type {number} */ done) => this.#advance(done, signal),
    };
    /** @param {{block: number, role: Role}[]} corrections */
    const analyze = (corrections) => analyzer.analyze(this.#input(text), { ...options, corrections });
    const bare = (/** @type {RoleCorrection} */ { block, role }) => ({ block, role });
    if (this.report?.text === text) return analyze(this.corrections.map(bare));
    const report = await analyze([]);
    if (this.corrections.length === 0) return report;
    this.corrections = findAgain(this.corrections, report);
    return analyze(this.corrections.map(bare));
  }

  /** What the reader's choices ask of every analysis. */
  get #options() {
    const { dictionary } = this;
    const { countedRoles, disabledRules = [], enabledRules = [], language, stopWords = [] } = this.settings;
    return {
      language: language ?? undefined,
      countedRoles: countedRoles ?? undefined,
      disabledRules,
      enabledRules,
      stopWords,
      dictionary,
      messageLanguage: this.interfaceLanguage,
    };
  }

  /** The same for the same choices. */
  get optionsKey() {
    return JSON.stringify(this.#options);
  }

  /**
   * The report of another article, which does not become the one on the page.
   *
   * @param {string} text
   * @returns {Promise<Report>}
   */
  async reportOf(text) {
    return (await this.#load()).analyze(this.#input(text), this.#options);
  }

  /**
   * Why what stands at a span of the article's report is a name.
   *
   * @param {Report} report
   * @param {{span: Span, label: EntityLabel}} name
   */
  async explain({ text }, name) {
    const corrections = this.corrections.map(({ block, role }) => ({ block, role }));
    return (await this.#load()).explain({ text }, name, { ...this.#options, corrections });
  }

  /** @param {string} table */
  async readDictionary(table) {
    return (await this.#load()).readDictionary(table);
  }

  async writeDictionary() {
    return (await this.#load()).writeDictionary(this.dictionary);
  }

  /**
   * The other ways to cut what stands around a word of the article on the page; asked for once for each word.
   *
   * @param {Report} report
   * @param {Span} span
   * @returns {Promise<OtherCut[]>}
   */
  otherCuts(report, span) {
    /** @type {Map<string, Promise<OtherCut[]>>} */
    const known = this.#otherCuts.get(report) ?? new Map();
    this.#otherCuts.set(report, known);
    const key = `${span.start}-${span.end}`;
    const cuts = known.get(key) ?? this.#load().then((analyzer) => analyzer.explainWord(report, span, this.#options));
    known.set(key, cuts);
    cuts.catch(() => known.delete(key));
    return cuts;
  }

  /**
   * @template {Question} Q
   * @param {Report} report
   * @param {Q} question
   */
  async ask(report, question) {
    return (await this.#load()).ask(report, question);
  }

  /** @param {readonly Report[]} reports */
  async compare(reports) {
    return (await this.#load()).compare(reports);
  }

  /**
   * The article's report in a format. Tables begin with the mark by which spreadsheets know their encoding.
   *
   * @param {Report} report
   * @param {FormatName} format
   */
  async write(report, format) {
    return (await this.#load()).write(report, format, { byteOrderMark: true, language: this.interfaceLanguage });
  }

  /** @param {string} [language] One whose models will be wanted. */
  #load(language) {
    this.#analyzer ??= Analyzer.load({ language }).catch((error) => {
      this.#analyzer = null;
      throw error;
    });
    return this.#analyzer;
  }

  /**
   * @param {number} done
   * @param {AbortSignal} signal
   */
  #advance(done, signal) {
    if (this.progress && !signal.aborted) this.#showProgress(done);
  }

  /** @param {number} done */
  #showProgress(done) {
    this.progress = { done };
    this.#changed();
  }

  #stop() {
    this.#running?.abort();
    this.#running = null;
    this.isRunning = false;
    this.progress = null;
    clearTimeout(this.#patience);
  }

  #finish() {
    this.#running = null;
    this.isRunning = false;
    this.progress = null;
    clearTimeout(this.#patience);
    this.#keep();
    this.#changed();
  }

  #keep() {
    const keep = this.settings.keep !== false;
    if (!keep || this.text === "") forgetArticle();
    const article = { text: this.text, corrections: this.corrections, language: this.report?.language };
    if (keep && this.text.length > LARGEST_KEPT) {
      forgetArticle();
      this.keeping = "tooLong";
      return;
    }
    const html = this.keptMarkup(this.text);
    const kept = keep && this.text !== "" && ((html && writeArticle({ ...article, html })) || writeArticle(article));
    this.keeping = !keep ? "off" : kept || this.text === "" ? "kept" : "refused";
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
