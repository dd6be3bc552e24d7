import { AnalyzerError } from "./error.js";
import { loadCore } from "./load.js";
import { provideModels } from "./models.js";
import { Queue } from "./queue.js";
import { restore } from "./report.js";

/** @import { Comparison, DictionaryEntry, DictionaryTable, EntityLabel, File as WrittenFile, FormatName, Options, OtherCut, Reason, Report, Settings, Span } from "../../pkg/article_analyzer.js" */
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

  /**
   * @param {Runner} runner
   * @param {"worker" | "local"} implementation
   */
  constructor(runner, implementation) {
    this.#queue = new Queue(runner);
    /** Where the work is done. */
    this.implementation = implementation;
  }

  /**
   * Loads the core and gets ready to analyse.
   *
   * @param {{signal?: AbortSignal, implementation?: Implementation}} [options]
   * @returns {Promise<Analyzer>}
   */
  static async load({ signal, implementation = "auto" } = {}) {
    const module = await loadCore(signal);
    if (implementation !== "local") {
      try {
        const { WorkerRunner } = await import("./worker-runner.js");
        return new Analyzer(await WorkerRunner.start(module, signal), "worker");
      } catch (error) {
        const stopped = error instanceof AnalyzerError && error.code === "aborted";
        if (stopped || implementation === "worker") throw error;
      }
    }
    const { LocalRunner } = await import("./local-runner.js");
    return new Analyzer(await LocalRunner.start(module), "local");
  }

  /**
   * Analyses one article. Requests wait for those before them.
   *
   * @param {{text: string}} input
   * @param {Options & Running} [options]
   * @returns {Promise<Report>}
   */
  async analyze({ text }, { signal, onProgress = () => {}, ...options } = {}) {
    const raw = await this.#queue.add(async (runner, signal) => {
      await provideModels(runner, text, options, signal);
      return runner.run({ text, options, onProgress, signal });
    }, signal);
    return restore(raw, text);
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
      await provideModels(runner, text, options, signal);
      return runner.call("explain", [text, options, span, label], signal);
    }, signal);
    return /** @type {Reason[]} */ (reasons);
  }

  /**
   * Reads a dictionary for `options.dictionary` from a table: lines of name, label or `never`, and other forms separated
   * by `|`, with tabs between. Wrong lines are told with their numbers, the others are entries.
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
      await provideModels(runner, text, options, signal);
      return runner.call("explainWord", [text, options, span], signal);
    }, signal);
    return /** @type {OtherCut[]} */ (cuts);
  }

  /**
   * Compares two or more reports; spans of the comparison are in the unit of their report.
   *
   * @param {readonly Report[]} reports
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<Comparison>}
   */
  async compare(reports, { signal } = {}) {
    const compared = await this.#queue.add((runner, signal) => runner.call("compare", [reports], signal), signal);
    return /** @type {Comparison} */ (compared);
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
    const written = await this.#queue.add((runner, signal) => runner.call("write", [report, format, settings], signal), signal);
    return /** @type {WrittenFile[]} */ (written);
  }

  /** Stops what runs and frees what it holds. Analyses asked for afterwards reject with the code `aborted`. */
  close() {
    this.#queue.close();
  }
}
