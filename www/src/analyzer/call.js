/** @import { CallName } from "./queue.js" */

/**
 * Calls a function of the core by name.
 *
 * @param {typeof import("../../pkg/article_analyzer.js")} core
 * @param {CallName} name
 * @param {unknown[]} values
 */
export function call({ addModel, compare, explain, explainWord, missingModels, readDictionary, readHtml, words, write, writeDictionary }, name, values) {
  const functions = { addModel, compare, explain, explainWord, missingModels, readDictionary, readHtml, words, write, writeDictionary };
  return Reflect.apply(functions[name], undefined, values);
}
