import { AnalyzerError } from "./error.js";
import { fetchModels, provideModels } from "./models.js";
import { Queue } from "./queue.js";
import { compact, numberOf, restore } from "./report.js";
import { servedParts } from "./served.js";
import { WorkerRunner } from "./worker-runner.js";

/** @import { Answers, Comparison, DictionaryEntry, DictionaryTable, EntityLabel, File as WrittenFile, FormatName, HtmlText, Options, OtherCut, Question, Reason, Report, Settings, Span, TokenColumns } from "../../pkg/article_analyzer.js" */
/** @import { Parts } from "./parts.js" */
/** @import { Runner } from "./queue.js" */

/**
 * Where the work is done: in a worker, on the thread of the caller in slices, or in a worker where one can be had.
 *
 * @typedef {"worker" | "local" | "auto"} Implementation
 */

/**
 * @typedef {object} Running
 * @property {AbortSignal} [signal] Stops the analysis; it then rejects with the code `aborted`.
 * @property {(done: number) => void} [onProgress] Told the share that is done, 0 to 1, now and then.
 */

/** Analyses articles, one after the other. Errors are all `AnalyzerError`s. */
export class Analyzer {
  #queue;
  #parts;

  /**
   * @param {Runner} runner
   * @param {"worker" | "local"} implementation
   * @param {Parts} parts
   */
  constructor(runner, implementation, parts) {
    this.#queue = new Queue(runner);
    this.#parts = parts;
    /** Where the work is done. */
    this.implementation = implementation;
  }

  /**
   * Loads the core and gets ready to analyse. `base` is the folder that the core, the worker and the models are served
   * from, where they don't lie as they do in the package. The models of a `language` are fetched meanwhile; all others
   * only when a text needs them. With `light` Japanese words are cut by a model of 0.35 MB instead of 1.2 MB, a little less
   * surely.
   *
   * @param {{signal?: AbortSignal, implementation?: Implementation, base?: string | URL, language?: string, light?: boolean}} [options]
   * @returns {Promise<Analyzer>}
   */
  static async load({ signal, implementation = "auto", base, language, light = false } = {}) {
    const parts = { ...servedParts(base), light };
    const module = parts.core(signal);
    if (language !== undefined) fetchModels(parts, language);
    if (implementation !== "local") {
      try {
        return new Analyzer(await WorkerRunner.start(module, parts.workers, signal), "worker", parts);
      } catch (error) {
        const stopped = error instanceof AnalyzerError && error.code === "aborted";
        if (stopped || implementation === "worker") throw error;
      }
    }
    const { LocalRunner } = await import("./local-runner.js");
    return new Analyzer(await LocalRunner.start(await module), "local", parts);
  }

  /**
   * Analyses one article: a text, or HTML whose text is then the report's. HTML is read and never shown: nothing in it
   * runs or loads. Requests wait for those before them.
   *
   * @param {{text: string} | {html: string}} input
   * @param {Options & Running} [options]
   * @returns {Promise<Report>}
   */
  async analyze(input, { signal, onProgress = () => {}, ...options } = {}) {
    const isHtml = !("text" in input);
    const source = isHtml ? input.html : input.text;
    return this.#queue.add(async (runner, signal) => {
      const text = isHtml ? (await readHtml(runner, source, signal)).text : source;
      await provideModels(runner, this.#parts, text, options, signal);
      return restore(await runner.run({ source, isHtml, options, onProgress, signal }), text);
    }, signal);
  }

  /**
   * Analyses what an element of the page shows, with what the page says of it by its markup. What is not displayed is
   * left out; the element is not touched.
   *
   * @param {Element} element
   * @param {Options & Running} [options]
   * @returns {Promise<Report>}
   */
  async analyzeElement(element, options) {
    const { elementHtml } = await import("./element-html.js");
    return this.analyze({ html: elementHtml(element) }, options);
  }

  /**
   * The text that a reader sees of HTML, which is the text of its report, and whether the markup says more of it than
   * the text does by itself.
   *
   * @param {string} html
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<HtmlText>}
   */
  readHtml(html, { signal } = {}) {
    return this.#queue.add((runner, signal) => readHtml(runner, html, signal), signal);
  }

  /**
   * Why the model of names takes what stands at a span for a name of a label: every weight that spoke for or against it,
   * the strongest first. Empty where no word begins or ends there, and where the language has no model. What patterns,
   * lists and aliases say stands in the entity's `because`.
   *
   * @param {{text: string}} input As it was analysed.
   * @param {{span: Span, label: EntityLabel}} name
   * @param {Options & {signal?: AbortSignal}} [options] Those that it was analysed with.
   * @returns {Promise<Reason[]>}
   */
  async explain({ text }, { span, label }, { signal, ...options } = {}) {
    const reasons = await this.#queue.add(async (runner, signal) => {
      await provideModels(runner, this.#parts, text, options, signal);
      return runner.call("explain", [text, options, span, label], signal);
    }, signal);
    return /** @type {Reason[]} */ (reasons);
  }

  /**
   * Reads a dictionary for `options.dictionary` from a table: lines of name, label or `never`, other forms separated by
   * `|`, and part of speech, with tabs between. Wrong lines are told with their numbers, the others are entries.
   *
   * @param {string} table
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<DictionaryTable>}
   */
  async readDictionary(table, { signal } = {}) {
    const read = await this.#queue.add((runner, signal) => runner.call("readDictionary", [table], signal), signal);
    return /** @type {DictionaryTable} */ (read);
  }

  /**
   * Writes a dictionary as a table that `readDictionary` reads.
   *
   * @param {readonly DictionaryEntry[]} entries
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<string>}
   */
  async writeDictionary(entries, { signal } = {}) {
    const written = await this.#queue.add((runner, signal) => runner.call("writeDictionary", [entries], signal), signal);
    return /** @type {string} */ (written);
  }

  /**
   * Cuts a text into words, without looking for anything else. They are columns: for most texts much faster to hand on
   * than an object for each word.
   *
   * @param {{text: string}} input
   * @param {Options & {signal?: AbortSignal}} [options]
   * @returns {Promise<TokenColumns>}
   */
  async words({ text }, { signal, ...options } = {}) {
    const columns = await this.#queue.add(async (runner, signal) => {
      await provideModels(runner, this.#parts, text, options, signal);
      return runner.call("words", [text, options], signal);
    }, signal);
    return /** @type {TokenColumns} */ (columns);
  }

  /**
   * The best other ways to cut what stands around a word of an article, and by how much each lost: 1 is as much as the
   * heaviest weight of the model. Empty where no word stands at the span, or where the language has no such model.
   *
   * @param {{text: string}} input
   * @param {Span} span In the unit of the options.
   * @param {Options & {signal?: AbortSignal}} [options] Those the article was analysed with.
   * @returns {Promise<OtherCut[]>}
   */
  async explainWord({ text }, span, { signal, ...options } = {}) {
    const cuts = await this.#queue.add(async (runner, signal) => {
      await provideModels(runner, this.#parts, text, options, signal);
      return runner.call("explainWord", [text, options, span], signal);
    }, signal);
    return /** @type {OtherCut[]} */ (cuts);
  }

  /**
   * Answers a question about the words of a report: how often, where, beside what. Nothing is analysed again: the report is
   * handed to the core with the first question, and kept there until another report is asked about.
   *
   * @template {Question} Q
   * @param {Report} report One that lists its words, and is not changed between two questions.
   * @param {Q} question Spans in it and in the answer are in the unit of the report.
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<Answers[Q["kind"]]>}
   */
  async ask(report, question, { signal } = {}) {
    const number = numberOf(report);
    const answer = await this.#queue.add(async (runner, signal) => {
      const known = await runner.call("ask", [number, question], signal);
      if (typeof known === "string") return known;
      await runner.call("hold", [number, compact(report)], signal);
      return runner.call("ask", [number, question], signal);
    }, signal);
    return JSON.parse(/** @type {string} */ (answer));
  }

  /**
   * Compares two or more reports; spans of the comparison are in the unit of their report.
   *
   * @param {readonly Report[]} reports
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<Comparison>}
   */
  async compare(reports, { signal } = {}) {
    const compared = await this.#queue.add((runner, signal) => runner.call("compare", [reports.map(compact)], signal), signal);
    return /** @type {Comparison} */ (JSON.parse(String(compared)));
  }

  /**
   * Writes a report in a format: one file, but for `brat`, which has two.
   *
   * @param {Report} report
   * @param {FormatName} format
   * @param {Settings & {signal?: AbortSignal}} [settings]
   * @returns {Promise<WrittenFile[]>}
   */
  async write(report, format, { signal, ...settings } = {}) {
    const written = await this.#queue.add((runner, signal) => runner.call("write", [compact(report), format, settings], signal), signal);
    return /** @type {WrittenFile[]} */ (written);
  }

  /** Stops what runs and frees what it holds. Analyses asked for afterwards reject with the code `aborted`. */
  close() {
    this.#queue.close();
  }
}

/**
 * @param {Runner} runner
 * @param {string} html
 * @param {AbortSignal} signal
 */
async function readHtml(runner, html, signal) {
  return /** @type {HtmlText} */ (await runner.call("readHtml", [html], signal));
}
