import { aborted } from "./error.js";

/** @import { Options } from "../../pkg/article_analyzer.js" */
/** @import { HandedReport } from "./report.js" */

/**
 * One analysis, as a runner gets it.
 *
 * @typedef {object} Request
 * @property {string} source A text or, where `isHtml` says so, HTML.
 * @property {boolean} isHtml
 * @property {Options} options
 * @property {(done: number) => void} onProgress
 * @property {AbortSignal} signal
 */

/**
 * What the core does at one go.
 *
 * @typedef {"addModel" | "ask" | "compare" | "explain" | "explainWord" | "hold" | "missingModels" | "readDictionary" | "readHtml" | "words" | "write" | "writeDictionary"} CallName
 */

/**
 * Where analyses run. A runner has one request at a time, and rejects with an `AnalyzerError`. When the request's
 * signal fires it stops the work and rejects at once.
 *
 * @typedef {object} Runner
 * @property {(request: Request) => Promise<HandedReport>} run
 * @property {(name: CallName, values: unknown[], signal: AbortSignal) => Promise<unknown>} call
 * @property {() => void} close
 */

/** Hands work to a runner, one piece after the other; a failed or stopped one does not touch those behind it. */
export class Queue {
  #runner;
  #closed = false;
  /** @type {Promise<unknown>} */
  #tail = Promise.resolve();
  #closing = new AbortController();

  /** @param {Runner} runner */
  constructor(runner) {
    this.#runner = runner;
  }

  /**
   * @template T
   * @param {(runner: Runner, signal: AbortSignal) => Promise<T>} work
   * @param {AbortSignal} [signal]
   * @returns {Promise<T>}
   */
  add(work, signal) {
    const either = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal;
    const result = this.#tail.then(() => {
      if (either.aborted) throw aborted(either);
      return work(this.#runner, either);
    });
    this.#tail = result.catch(() => {});
    return Promise.race([result, rejection(either, result)]);
  }

  /** Stops what runs and what waits. */
  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#closing.abort();
    this.#runner.close();
  }
}

/**
 * Rejects when the signal fires, and leaves it alone once the result is there.
 *
 * @param {AbortSignal} signal
 * @param {Promise<unknown>} result
 * @returns {Promise<never>}
 */
function rejection(signal, result) {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(aborted(signal));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    const release = () => signal.removeEventListener("abort", stop);
    result.then(release, release);
  });
}
