import en from "./en.js";
import ja from "./ja.js";

/** @import { Plural } from "./en.js" */

/** @typedef {keyof typeof en} Key */
/** @typedef {Record<Key, Plural>} Strings */
/** @typedef {"ja" | "en"} InterfaceLanguage */
/**
 * A string by its key. `language` is the one that it speaks.
 *
 * @typedef {((key: Key, values?: Record<string, string | number>) => string) & {language: InterfaceLanguage}} Translate
 */

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
  /** @type {(key: Key, values?: Record<string, string | number>) => string} */
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

/**
 * A name that the core gives in its own words, where the table has it.
 *
 * @param {Translate} t
 * @param {string} key
 * @param {string} name
 */
export const translateName = (t, key, name) => (key in en ? t(/** @type {Key} */ (key)) : name);
