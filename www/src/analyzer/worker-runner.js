import { AnalyzerError, aborted, fromThrown } from "./error.js";

/** @import { CompactReport } from "../../pkg/article_analyzer.js" */
/** @import { CallName, Request, Runner } from "./queue.js" */
/** @import { FromWorker, ToWorker } from "./worker.js" */

/**
 * Analyses in a worker. A call into the core can't be interrupted, so stopping one ends the worker; the next request
 * starts another from the module that is already compiled. The same after a crash, which leaves the core unusable.
 *
 * @implements {Runner}
 */
export class WorkerRunner {
  #module;
  #lastId = 0;
  /** @type {Worker | null} */
  #worker = null;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module;
  }

  /**
   * Starts the first worker and waits until it answers.
   *
   * @param {WebAssembly.Module} module
   * @param {AbortSignal} [signal]
   * @returns {Promise<WorkerRunner>}
   */
  static async start(module, signal) {
    const runner = new WorkerRunner(module);
    await runner.#converse(signal, (message) => message.type === "ready" || undefined);
    return runner;
  }

  /**
   * @param {Request} request
   * @returns {Promise<CompactReport>}
   */
  run({ source, isHtml, options, onProgress, signal }) {
    const id = ++this.#lastId;
    const answer = this.#converse(signal, (message) => {
      if (message.type === "ready" || message.id !== id) return undefined;
      if (message.type === "report") return message.report;
      if (message.type === "error") throw fromThrown(message);
      if (message.type === "progress") onProgress(message.done);
      return undefined;
    });
    this.#send({ type: "analyze", id, source, isHtml, options });
    return answer;
  }

  /**
   * @param {CallName} name
   * @param {unknown[]} values
   * @param {AbortSignal} signal
   * @returns {Promise<unknown>}
   */
  call(name, values, signal) {
    const id = ++this.#lastId;
    const answer = this.#converse(signal, (message) => {
      if (message.type === "ready" || message.id !== id) return undefined;
      if (message.type === "error") throw fromThrown(message);
      return message.type === "answer" ? message.value : undefined;
    });
    this.#send({ type: "call", id, name, values });
    return answer;
  }

  close() {
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** @param {ToWorker} message */
  #send(message) {
    this.#worker?.postMessage(message);
  }

  /** @returns {Worker} */
  #start() {
    try {
      this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "article-analyzer" });
    } catch (cause) {
      throw new AnalyzerError("load-failed", "the worker could not be started", { cause });
    }
    this.#send({ type: "load", module: this.#module });
    return this.#worker;
  }

  /**
   * Listens until `answer` returns something or throws; the worker is given up when it breaks or the signal fires.
   *
   * @template T
   * @param {AbortSignal | undefined} signal
   * @param {(message: FromWorker) => T | undefined} answer
   * @returns {Promise<T>}
   */
  async #converse(signal, answer) {
    const worker = this.#worker ?? this.#start();
    const listening = new AbortController();
    try {
      return await new Promise((resolve, reject) => {
        const on = { signal: listening.signal };
        worker.addEventListener("message", ({ data }) => {
          try {
            const answered = answer(data);
            if (answered !== undefined) resolve(answered);
          } catch (error) {
            reject(error);
          }
        }, on);
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          reject(new AnalyzerError("crashed", event.message || "the worker could not be started"));
        }, on);
        worker.addEventListener("messageerror", () => reject(fromThrown(new Error("unreadable message"))), on);
        signal?.addEventListener("abort", () => reject(aborted(signal)), on);
        if (signal?.aborted) reject(aborted(signal));
      });
    } catch (thrown) {
      const error = fromThrown(thrown);
      if (error.code === "crashed" || error.code === "aborted") this.close();
      throw error;
    } finally {
      listening.abort();
    }
  }
}
