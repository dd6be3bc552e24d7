/** @import { Options } from "../../pkg/article_analyzer.js" */
/** @import { Parts } from "./parts.js" */
/** @import { Runner } from "./queue.js" */

/** Fetched files, kept so that a core that is started afresh gets them again. @type {Map<string, Promise<Uint8Array>>} */
const fetched = new Map();

/**
 * Gives the core the models that a text needs and that it has not got, each fetched once for the page. One that can't
 * be had is left out: the report then says so in its warnings, and the next analysis tries again.
 *
 * @param {Runner} runner
 * @param {Parts} parts
 * @param {string} text
 * @param {Options} options
 * @param {AbortSignal} signal
 */
export async function provideModels(runner, parts, text, options, signal) {
  const missing = /** @type {string[]} */ (await runner.call("missingModels", [text, options], signal));
  const files = await Promise.allSettled(missing.flatMap((name) => file(parts, name, signal) ?? []));
  for (const result of files) {
    if (result.status === "fulfilled") await runner.call("addModel", [result.value], signal);
    else console.warn(result.reason);
  }
}

/**
 * Fetches the models of a language ahead of the first text that needs them. What fails is tried again then.
 *
 * @param {Parts} parts
 * @param {string} language
 */
export function fetchModels(parts, language) {
  for (const task of ["words", "names"]) kept(parts, `${language}-${task}`);
}

/**
 * @param {Parts} parts
 * @param {string} name
 * @param {AbortSignal} signal
 */
function file(parts, name, signal) {
  const known = kept(parts, name);
  return known && Promise.race([known, stopped(signal)]);
}

/**
 * The file of a model, or of the light one for the same task where that is wanted and there is one.
 *
 * @param {Parts} parts
 * @param {string} name
 */
function kept(parts, name) {
  return (parts.light ? keptFile(parts, `${name}-light`) : null) ?? keptFile(parts, name);
}

/**
 * @param {Parts} parts
 * @param {string} name
 */
function keptFile(parts, name) {
  const known = fetched.get(name) ?? parts.model(name);
  if (!known) return null;
  fetched.set(name, known);
  known.catch(() => fetched.delete(name));
  return known;
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
