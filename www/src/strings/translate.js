/** @import { Plural } from "./en.js" */

/** @typedef {"ja" | "en"} InterfaceLanguage */
/**
 * A string by its key. `language` is the one that it speaks.
 *
 * @template {string} K
 * @typedef {((key: K, values?: Record<string, string | number>) => string) & {language: InterfaceLanguage}} TranslateKeys
 */

/**
 * The strings of a table. `{name}` in a string stands for a value; a number is set as the language sets it, and `n`
 * chooses between one and more.
 *
 * @template {string} K
 * @param {InterfaceLanguage} language
 * @param {Record<K, Plural>} table
 * @returns {TranslateKeys<K>}
 */
export function translatorOf(language, table) {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  /** @type {(key: K, values?: Record<string, string | number>) => string} */
  const translate = (key, values = {}) => {
    const entry = table[key];
    const pattern = typeof entry === "string" ? entry : entry[plural.select(Number(values.n)) === "one" ? "one" : "other"];
    return pattern.replace(/\{(\w+)\}/g, (_whole, name) => {
      const value = values[name];
      return typeof value === "number" ? number.format(value) : String(value ?? "");
    });
  };
  return Object.assign(translate, { language });
}
