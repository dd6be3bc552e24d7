/** @import { ReportKey } from "../strings/report.js" */
/** @import { TranslateKeys } from "../strings/translate.js" */

/** @typedef {TranslateKeys<ReportKey>} Translate */

/** From so many minutes on a time is told in hours. */
const HOURS = 120;

/**
 * The time that an article takes, as a reader wants it: whole minutes or hours, and not less than one.
 *
 * @param {Translate} t
 * @param {number} minutes
 */
export function readingTime(t, minutes) {
  if (minutes < 1) return t("number.readingUnder");
  return minutes < HOURS ? t("number.reading", { n: Math.round(minutes) }) : t("number.readingHours", { n: Math.round(minutes / 60) });
}

/**
 * From a fast reader's time to a slow one's; empty where they round to the same.
 *
 * @param {Translate} t
 * @param {{fast: number, typical: number, slow: number}} minutes
 */
export function readingRange(t, { fast, typical, slow }) {
  const [unit, key] = typical < HOURS ? [1, /** @type {const} */ ("number.readingRange")] : [60, /** @type {const} */ ("number.readingRangeHours")];
  const [from, to] = [fast, slow].map((minutes) => Math.max(1, Math.round(minutes / unit)));
  return to > from ? t(key, { fast: from, slow: to }) : "";
}
