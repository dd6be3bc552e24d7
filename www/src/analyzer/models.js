import { MODELS } from "../../pkg/models.js";

/** @import { Options } from "../../pkg/article_analyzer.js" */
/** @import { Runner } from "./queue.js" */

/** Fetched files, kept so that a core that is started afresh gets them again. @type {Map<string, Promise<Uint8Array>>} */
const fetched = new Map();

/**
 * Gives the core the models that a text needs and that it has not got, each fetched once for the page. One that can't
 * be had is left out: the report then says so in its warnings, and the next analysis tries again.
 *
 * @param {Runner} runner
 * @param {string} text
 * @param {Options} options
 * @param {AbortSignal} signal
 */
export async function provideModels(runner, text, options, signal) {
  const missing = /** @type {string[]} */ (await runner.call("missingModels", [text, options], signal));
  const there = missing.filter((name) => Object.hasOwn(MODELS, name));
  const files = await Promise.allSettled(there.map((name) => file(name, signal)));
  for (const result of files) {
    if (result.status === "fulfilled") await runner.call("addModel", [result.value], signal);
    else console.warn(result.reason);
  }
}

/**
 * @param {string} name
 * @param {AbortSignal} signal
 */
function file(name, signal) {
  const known = fetched.get(name) ?? download(name);
  fetched.set(name, known);
  known.catch(() => fetched.delete(name));
  return Promise.race([known, stopped(signal)]);
}

/**
 * The browser compares the hash: a file that was cut or swapped on its way never reaches the core.
 *
 * @param {string} name
 */
async function download(name) {
  const { url, integrity } = MODELS[name];
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
function stopped(signal) {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
