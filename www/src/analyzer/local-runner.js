import * as core from "../../pkg/article_analyzer.js";
import { call } from "./call.js";
import { aborted, fromThrown } from "./error.js";

/** @import { CompactReport } from "../../pkg/article_analyzer.js" */
/** @import { CallName, Request, Runner } from "./queue.js" */

/** Longest stretch of work between two rests, in milliseconds: half a frame. */
const SLICE = 8;

/**
 * Analyses on the thread it is made on, in slices, so that the page stays alive. Meant for places where a worker can't
 * be had. All local analyzers of a page share one instance of the core.
 *
 * @implements {Runner}
 */
export class LocalRunner {
  /**
   * @param {WebAssembly.Module} module
   * @returns {Promise<LocalRunner>}
   */
  static async start(module) {
    await core.default({ module_or_path: module });
    return new LocalRunner();
  }

  /**
   * @param {Request} request
   * @returns {Promise<CompactReport>}
   */
  async run({ source, isHtml, options, onProgress, signal }) {
    const traps = watchTraps();
    try {
      return await Promise.race([core.analyzeInSlices(source, isHtml, options, pace(onProgress, signal)), traps.trapped]);
    } catch (thrown) {
      if (signal.aborted) throw aborted(signal);
      throw recovered(thrown);
    } finally {
      traps.release();
    }
  }

  /**
   * @param {CallName} name
   * @param {unknown[]} values
   */
  async call(name, values) {
    try {
      return call(core, name, values);
    } catch (thrown) {
      throw recovered(thrown);
    }
  }

  close() {}
}

/**
 * What was thrown, as an error; a core that broke off is started afresh.
 *
 * @param {unknown} thrown
 */
function recovered(thrown) {
  const error = fromThrown(thrown);
  if (error.code === "crashed") restart();
  return error;
}

/** Starts the core afresh, where the package was built with the function for it (wasm-pack can't). */
function restart() {
  const reset = Reflect.get(core, "__wbg_reset_state");
  if (typeof reset === "function") reset();
}

/**
 * What the core awaits between slices: tells how far it is, gives the thread away when a slice is over, and says
 * whether to go on.
 *
 * @param {(done: number) => void} onProgress
 * @param {AbortSignal} signal
 * @returns {(done: number) => Promise<boolean>}
 */
function pace(onProgress, signal) {
  let since = performance.now();
  return async (done) => {
    if (performance.now() - since > SLICE) {
      onProgress(done);
      await nextTask();
      since = performance.now();
    }
    return !signal.aborted;
  };
}

/** @returns {Promise<void>} */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * A trap between two slices surfaces in the event loop and leaves the core's promise pending for ever; this one
 * rejects instead.
 *
 * @returns {{trapped: Promise<never>, release: () => void}}
 */
function watchTraps() {
  /** @type {(event: Event) => void} */
  let watch = () => {};
  const trapped = /** @type {Promise<never>} */ (
    new Promise((_resolve, reject) => {
      watch = (event) => {
        const thrown = event instanceof ErrorEvent ? event.error : Reflect.get(event, "reason");
        if (!(thrown instanceof WebAssembly.RuntimeError)) return;
        event.preventDefault();
        reject(thrown);
      };
    })
  );
  trapped.catch(() => {});
  // Node has no such events.
  globalThis.addEventListener?.("error", watch);
  globalThis.addEventListener?.("unhandledrejection", watch);
  return {
    trapped,
    release: () => {
      globalThis.removeEventListener?.("error", watch);
      globalThis.removeEventListener?.("unhandledrejection", watch);
    },
  };
}
