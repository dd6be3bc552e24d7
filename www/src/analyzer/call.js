/** @import { CallName } from "./queue.js" */

/**
 * Calls a function of the core by name.
 *
 * @param {typeof import("../../pkg/article_analyzer.js")} core
 * @param {CallName} name
 * @param {unknown[]} values
 */
export function call({ addModel, compare, explainWord, missingModels, write }, name, values) {
  const functions = { addModel, compare, explainWord, missingModels, write };
  return Reflect.apply(functions[name], undefined, values);
}
