import en from "./en.js";
import ja from "./ja.js";
import { translatorOf } from "./translate.js";

/** @import { Plural } from "./en.js" */
/** @import { TranslateKeys } from "./translate.js" */

/** @typedef {keyof typeof en} Key */
/** @typedef {Record<Key, Plural>} Strings */
/** @typedef {import("./translate.js").InterfaceLanguage} InterfaceLanguage */
/** @typedef {TranslateKeys<Key>} Translate */

/** @type {Record<InterfaceLanguage, Strings>} */
export const TABLES = { ja, en };

/**
 * The strings of one language.
 *
 * @param {InterfaceLanguage} language
 * @returns {Translate}
 */
export const translator = (language) => translatorOf(language, TABLES[language]);

/**
 * A name that the core gives in its own words, where the table has it.
 *
 * @param {Translate} t
 * @param {string} key
 * @param {string} name
 */
export const translateName = (t, key, name) => (key in en ? t(/** @type {Key} */ (key)) : name);
