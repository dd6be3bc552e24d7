import * as core from "../../pkg/article_analyzer.js";
import { call } from "./call.js";
import { fromThrown } from "./error.js";
import { transferables } from "./report.js";
import { slice } from "./slices.js";

/** @import { CompactReport, Options } from "../../pkg/article_analyzer.js" */
/** @import { AnalyzerErrorCode } from "./error.js" */
/** @import { CallName } from "./queue.js" */
/** @import { Slice } from "./slices.js" */

/**
 * @typedef {{type: "load", module: WebAssembly.Module}
 *   | {type: "analyze", id: number, source: string, isHtml: boolean, options: Options}
 *   | {type: "call", id: number, name: CallName, values: unknown[]}} ToWorker
 */

/**
 * @typedef {{type: "ready"}
 *   | {type: "progress", id: number, done: number}
 *   | {type: "slice", id: number, slice: Slice}
 *   | {type: "report", id: number, report: CompactReport}
 *   | {type: "answer", id: number, value: unknown}
 *   | {type: "error", id: number, code: AnalyzerErrorCode, message: string}} FromWorker
 */

/** Shortest time between two messages about progress, in milliseconds. */
const PROGRESS_INTERVAL = 30;
/** A longer report, in UTF-16 units of JSON, is handed on in slices of this length: reading one is the work of a moment. */
const LONGEST_JSON = 150_000;

/** @type {Promise<unknown>} */
let loaded = Promise.resolve();

self.addEventListener("message", async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === "load") {
    loaded = core.default({ module_or_path: data.module });
    await loaded;
    send({ type: "ready" });
  } else {
    await loaded;
    answer(data);
  }
});

/** @param {Exclude<ToWorker, {type: "load"}>} message */
function answer(message) {
  const { id } = message;
  try {
    if (message.type === "call") return send({ type: "answer", id, value: call(core, message.name, message.values) ?? null });
    const report = core.analyze(message.source, message.isHtml, message.options, progress(id));
    sendReport(id, report);
  } catch (thrown) {
    const { code, message } = fromThrown(thrown);
    send({ type: "error", id, code, message });
  }
}

/**
 * @param {number} id
 * @param {CompactReport} report
 */
function sendReport(id, report) {
  const { slices, rest } = report.json.length > LONGEST_JSON ? slice(report.json, LONGEST_JSON) : { slices: [], rest: report.json };
  for (const slice of slices) send({ type: "slice", id, slice });
  send({ type: "report", id, report: { ...report, json: rest } }, transferables(report));
}

/**
 * @param {number} id
 * @returns {(done: number) => void}
 */
function progress(id) {
  let last = performance.now();
  return (done) => {
    const now = performance.now();
    if (now - last < PROGRESS_INTERVAL) return;
    last = now;
    send({ type: "progress", id, done });
  };
}

/**
 * @param {FromWorker} message
 * @param {Transferable[]} [transfer]
 */
function send(message, transfer = []) {
  self.postMessage(message, { transfer });
}
