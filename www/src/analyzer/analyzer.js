import { AnalyzerError } from "./error.js";
import { provideModels } from "./models.js";
import { Queue } from "./queue.js";
import { restore } from "./report.js";
import { servedParts } from "./served.js";

/** @import { Comparison, File as WrittenFile, FormatName, Options, Report, Settings } from "../../pkg/article_analyzer.js" */
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
   * from, where they don't lie as they do in the package.
   *
   * @param {{signal?: AbortSignal, implementation?: Implementation, base?: string | URL}} [options]
   * @returns {Promise<Analyzer>}
   */
  static async load({ signal, implementation = "auto", base } = {}) {
    const parts = servedParts(base);
    const module = await parts.core(signal);
    if (implementation !== "local") {
      try {
        const { WorkerRunner } = await import("./worker-runner.js");
        return new Analyzer(await WorkerRunner.start(module, parts.workers, signal), "worker", parts);
      } catch (error) {
        const stopped = error instanceof AnalyzerError && error.code === "aborted";
        if (stopped || implementation === "worker") throw error;
      }
    }
    const { LocalRunner } = await import("./local-runner.js");
    return new Analyzer(await LocalRunner.start(module), "local", parts);
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
      await provideModels(runner, this.#parts, text, options, signal);
      return runner.run({ text, options, onProgress, signal });
    }, signal);
    return restore(raw, text);
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
