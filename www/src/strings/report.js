import en from "./en-report.js";
import ja from "./ja-report.js";
import { translatorOf } from "./translate.js";

/** @import { Plural } from "./en.js" */
/** @import { InterfaceLanguage, TranslateKeys } from "./translate.js" */

/** @typedef {keyof typeof en} ReportKey */
/** @typedef {Record<ReportKey, Plural>} ReportStrings */

/** The tables of the words of a report: all that the element has of strings. @type {Record<InterfaceLanguage, ReportStrings>} */
const TABLES = { ja, en };

/** @param {InterfaceLanguage} language */
export const reportTranslator = (language) => translatorOf(language, TABLES[language]);

/**
 * A name that the core gives in its own words, where the table has it.
 *
 * @param {TranslateKeys<ReportKey>} t
 * @param {string} key
 * @param {string} name
 */
export const reportName = (t, key, name) => (key in en ? t(/** @type {ReportKey} */ (key)) : name);
