/** @import { CallName } from "./queue.js" */

/**
 * Calls a function of the core by name.
 *
 * @param {typeof import("../../pkg/article_analyzer.js")} core
 * @param {CallName} name
 * @param {unknown[]} values
 */
export function call(core, name, values) {
  const { addModel, ask, compare, explain, explainWord, hold, missingModels, readDictionary, readHtml, words, write, writeDictionary } = core;
  const functions = { addModel, ask, compare, explain, explainWord, hold, missingModels, readDictionary, readHtml, words, write, writeDictionary };
  return Reflect.apply(functions[name], undefined, values);
}
