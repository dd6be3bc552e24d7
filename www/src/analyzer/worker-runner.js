import { AnalyzerError, aborted, fromThrown } from "./error.js";

/** @import { StartWorker } from "./parts.js" */
/** @import { CallName, Request, Runner } from "./queue.js" */
/** @import { HandedReport } from "./report.js" */
/** @import { Slice } from "./slices.js" */
/** @import { FromWorker, ToWorker } from "./worker.js" */

/**
 * Analyses in a worker. A call into the core can't be interrupted, so stopping one ends the worker; the next request
 * starts another from the module that is already compiled. The same after a crash, which leaves the core unusable.
 *
 * @implements {Runner}
 */
export class WorkerRunner {
  #module;
  #startWorker;
  #lastId = 0;
  /** @type {Worker | null} */
  #worker = null;

  /**
   * @param {Promise<WebAssembly.Module>} module
   * @param {StartWorker} startWorker
   */
  constructor(module, startWorker) {
    this.#module = module;
    this.#startWorker = startWorker;
  }

  /**
   * Starts the first worker, while the core is still on its way, and waits until it answers. Ways to start one are tried
   * in turn, since a policy or another origin may forbid the first.
   *
   * @param {Promise<WebAssembly.Module>} module
   * @param {readonly StartWorker[]} ways
   * @param {AbortSignal} [signal]
   * @returns {Promise<WorkerRunner>}
   */
  static async start(module, ways, signal) {
    /** @type {unknown} */
    let last = new AnalyzerError("load-failed", "there is no way to start a worker");
    for (const way of ways) {
      const runner = new WorkerRunner(module, way);
      try {
        await runner.#converse(signal, (message) => message.type === "ready" || undefined);
        return runner;
      } catch (error) {
        runner.close();
        // Without a core another worker is of no use.
        await module;
        last = error;
        if (signal?.aborted) break;
      }
    }
    throw last;
  }

  /**
   * @param {Request} request
   * @returns {Promise<HandedReport>}
   */
  run({ source, isHtml, options, onProgress, signal }) {
    const id = ++this.#lastId;
    /** @type {Record<string, unknown[]>} */
    const lists = {};
    const answer = (/** @type {FromWorker} */ message) => {
      if (message.type === "ready" || message.id !== id) return undefined;
      if (message.type === "slice") addSlice(lists, message.slice);
      if (message.type === "report") return { ...message.report, lists };
      if (message.type === "error") throw fromThrown(message);
      if (message.type === "progress") onProgress(message.done);
      return undefined;
    };
    return this.#converse(signal, answer, { type: "analyze", id, source, isHtml, options });
  }

  /**
   * @param {CallName} name
   * @param {unknown[]} values
   * @param {AbortSignal} signal
   * @returns {Promise<unknown>}
   */
  call(name, values, signal) {
    const id = ++this.#lastId;
    const answer = (/** @type {FromWorker} */ message) => {
      if (message.type === "ready" || message.id !== id) return undefined;
      if (message.type === "error") throw fromThrown(message);
      return message.type === "answer" ? message.value : undefined;
    };
    return this.#converse(signal, answer, { type: "call", id, name, values });
  }

  close() {
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** @returns {Promise<Worker>} */
  async #start() {
    try {
      this.#worker = await this.#startWorker();
    } catch (cause) {
      throw new AnalyzerError("load-failed", "the worker could not be started", { cause });
    }
    const worker = this.#worker;
    this.#module.then((module) => post(worker, { type: "load", module }), () => {});
    return worker;
  }

  /**
   * Asks, and listens until `answer` returns something or throws; the worker is given up when it breaks or the signal
   * fires.
   *
   * @template T
   * @param {AbortSignal | undefined} signal
   * @param {(message: FromWorker) => T | undefined} answer
   * @param {ToWorker} [question]
   * @returns {Promise<T>}
   */
  async #converse(signal, answer, question) {
    const worker = this.#worker ?? (await this.#start());
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
        // After the core, which a new worker is sent as soon as it is there.
        this.#module.then(() => question && post(worker, question), reject);
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

/**
 * @param {Record<string, unknown[]>} lists
 * @param {Slice} slice
 */
function addSlice(lists, { key, json }) {
  const list = (lists[key] ??= []);
  for (const item of JSON.parse(json)) list.push(item);
}

/**
 * @param {Worker} worker
 * @param {ToWorker} message
 */
function post(worker, message) {
  worker.postMessage(message);
}
