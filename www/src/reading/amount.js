/** @import { Interval, Quantity } from "../../pkg/article_analyzer.js" */
/** @import { InterfaceLanguage, Translate } from "../strings/index.js" */

/** Digits that a value is set with at most: what an article prints is never more exact. */
const DIGITS = 6;

/**
 * What an article claims in a number, as words: its bounds, its unit, whether it is said to be approximate.
 *
 * @param {Translate} t
 * @param {Pick<Quantity, "value" | "unit" | "approximate">} quantity
 * @returns {string}
 */
export function amount(t, { value, unit, approximate }) {
  const bounds = interval(t, value, (n) => withUnit(t.language, n, unit));
  return approximate ? t("amount.about", { value: bounds }) : bounds;
}

/**
 * @param {Translate} t
 * @param {Interval} interval
 * @param {(n: number) => string} set
 */
function interval(t, { lower, upper, lowerInclusive, upperInclusive }, set) {
  if (lower === null && upper === null) return t("amount.open");
  if (upper === null) return t(lowerInclusive ? "amount.atLeast" : "amount.over", { value: set(lower ?? 0) });
  if (lower === null) return t(upperInclusive ? "amount.atMost" : "amount.under", { value: set(upper) });
  if (lower === upper) return set(lower);
  if (upperInclusive) return t("amount.range", { lower: number(t.language, lower), upper: set(upper) });
  return t("amount.rangeUnder", { lower: number(t.language, lower), upper: set(upper) });
}

/**
 * @param {InterfaceLanguage} language
 * @param {number} n
 */
export function number(language, n) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: DIGITS }).format(n);
}

/**
 * @param {InterfaceLanguage} language
 * @param {number} n
 * @param {string} unit
 */
function withUnit(language, n, unit) {
  const isLatin = /^[A-Za-z]/.test(unit);
  if (/^[A-Z]{3}$/.test(unit)) return currency(language, n, unit);
  return `${number(language, n)}${unit === "" ? "" : isLatin ? `\u00a0${unit}` : unit}`;
}

/**
 * An amount of money with the currency's name.
 *
 * @param {InterfaceLanguage} language
 * @param {number} n
 * @param {string} code ISO 4217.
 */
function currency(language, n, code) {
  try {
    const style = /** @type {const} */ ({ style: "currency", currency: code, currencyDisplay: "name" });
    return new Intl.NumberFormat(language, { ...style, minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(n);
  } catch {
    return `${number(language, n)}\u00a0${code}`;
  }
}
