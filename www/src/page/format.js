/** @import { InterfaceLanguage } from "../strings/index.js" */

export { date } from "../reading/time-names.js";

/**
 * @param {InterfaceLanguage} language
 * @param {number} share 0 to 1.
 */
export function percent(language, share, digits = 0) {
  return new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
}

/**
 * @param {InterfaceLanguage} language
 * @param {number | null} value
 */
export function decimal(language, value, digits = 1) {
  if (value === null) return null;
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, fixed).format(value);
}

/**
 * The name of a language, as the interface's language has it.
 *
 * @param {InterfaceLanguage} language
 * @param {string} code
 */
export function languageName(language, code) {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
