import en from "./en.js";
import ja from "./ja.js";

/** @import { Plural } from "./en.js" */

/** @typedef {keyof typeof en} Key */
/** @typedef {Record<Key, Plural>} Strings */
/** @typedef {"ja" | "en"} InterfaceLanguage */
/** @typedef {(key: Key, values?: Record<string, string | number>) => string} Translate */

/** @type {Record<InterfaceLanguage, Strings>} */
export const TABLES = { ja, en };

/**
 * The strings of one language. `{name}` in a string stands for a value; a number is set as the language sets it, and
 * `n` chooses between one and more.
 *
 * @param {InterfaceLanguage} language
 * @returns {Translate}
 */
export function translator(language) {
  const table = TABLES[language];
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const entry = table[key];
    const pattern = typeof entry === "string" ? entry : entry[plural.select(Number(values.n)) === "one" ? "one" : "other"];
    return pattern.replace(/\{(\w+)\}/g, (_whole, name) => {
      const value = values[name];
      return typeof value === "number" ? number.format(value) : String(value ?? "");
    });
  };
}
