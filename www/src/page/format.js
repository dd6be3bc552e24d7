/** @import { InterfaceLanguage, Translate } from "../strings/index.js" */

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
 * Minutes as a reader wants them: whole, and not less than one.
 *
 * @param {Translate} t
 * @param {number} minutes
 */
export function minutes(t, minutes) {
  return minutes < 1 ? t("number.readingUnder") : t("number.reading", { n: Math.round(minutes) });
}

/**
 * An ISO 8601 date, as precise as it is.
 *
 * @param {InterfaceLanguage} language
 * @param {string} iso
 */
export function date(language, iso) {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}):(\d{2}))?/.exec(iso);
  if (!parts) return iso;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const when = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0));
  return new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    year: "numeric",
    month: month === undefined ? undefined : "long",
    day: day === undefined ? undefined : "numeric",
    hour: hour === undefined ? undefined : "2-digit",
    minute: minute === undefined ? undefined : "2-digit",
  }).format(when);
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
