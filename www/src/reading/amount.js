/** @import { Interval, Quantity } from "../../pkg/article_analyzer.js" */
/** @import { InterfaceLanguage, Translate } from "../strings/index.js" */

/** Units that Japanese texts leave out, and tables need: （72）, 最初. @type {Record<string, string>} */
const UNWRITTEN = { age: "歳", rank: "番目" };

/** Digits that a value is set with at most: what an article prints is never more exact. */
const DIGITS = 6;

/**
 * What an article claims in a number, as words: its bounds, its unit, whether it is said to be approximate.
 *
 * @param {Translate} t
 * @param {Pick<Quantity, "value" | "unit" | "approximate"> & {kind?: Quantity["kind"]}} quantity
 * @returns {string}
 */
export function amount(t, { value, unit: written, approximate, kind }) {
  const unit = written === "" && t.language === "ja" ? (UNWRITTEN[kind ?? ""] ?? "") : written;
  const set = (/** @type {number} */ n) => (unit === "" && fraction(t.language, n)) || withUnit(t.language, n, unit);
  // Almost four: a value that is not quite reached.
  if (approximate && value.lower === null && value.upper !== null && !value.upperInclusive) return t("amount.nearly", { value: set(value.upper) });
  const bounds = interval(t, value, set, (n) => beside(t.language, n, unit));
  return approximate ? t("amount.about", { value: bounds }) : bounds;
}

/**
 * What lies between two bounds, or is open to one side, in words.
 *
 * @param {Translate} t
 * @param {Interval} interval
 * @param {(n: number) => string} set Sets a number with its unit.
 * @param {(n: number) => string} bare Sets it without.
 */
export function interval(t, { lower, upper, lowerInclusive, upperInclusive }, set, bare = set) {
  if (lower === null && upper === null) return t("amount.open");
  if (upper === null) return t(lowerInclusive ? "amount.atLeast" : "amount.over", { value: set(lower ?? 0) });
  if (lower === null) return t(upperInclusive ? "amount.atMost" : "amount.under", { value: set(upper) });
  if (lower === upper) return set(lower);
  if (upperInclusive) return t("amount.range", { lower: bare(lower), upper: set(upper) });
  return t("amount.rangeUnder", { lower: bare(lower), upper: set(upper) });
}

/**
 * A number in digits.
 *
 * @param {InterfaceLanguage} language
 * @param {number} n
 */
export function number(language, n) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: DIGITS }).format(n);
}

/** From here on digits alone are hard to read. */
const LARGE = { ja: 1e4, en: 1e6 };

/** How a large number is written in a language, where nothing is lost by it. */
const WRITTEN = { ja: myriads, en: millions };

/**
 * A number as a newspaper writes it: 1兆2500億, 1.25 trillion; digits where that would round.
 *
 * @param {InterfaceLanguage} language
 * @param {number} n
 */
export function written(language, n) {
  const size = Math.abs(n);
  const large = size >= LARGE[language] && size <= Number.MAX_SAFE_INTEGER ? WRITTEN[language](n) : null;
  return large ?? number(language, n);
}

/** A number of so many characters is one that has no end as a decimal. */
const ENDLESS = 14;

/** No fraction is of more parts. */
const LARGEST_WHOLE = 1000;

/**
 * A number between 0 and 1 that a few digits do not tell, as a fraction of whole numbers: 30分の1.
 *
 * @param {InterfaceLanguage} language
 * @param {number} n
 */
function fraction(language, n) {
  const isWhole = (/** @type {number} */ n) => Math.abs(n - Math.round(n)) < 1e-9;
  if (n <= 0 || n >= 1 || String(n).length < ENDLESS) return null;
  for (let whole = 3; whole <= LARGEST_WHOLE; whole += 1) {
    if (!isWhole(n * whole)) continue;
    const part = Math.round(n * whole);
    if (part === 0) return null;
    return language === "ja" ? `${whole}分の${part}` : `${part}/${whole}`;
  }
  return null;
}

/**
 * @param {number} n
 * @returns {string | null}
 */
function myriads(n) {
  // 2万, but 24,680: five digits are hard to read only where they are round.
  if (!Number.isInteger(n) || (Math.abs(n) < 1e5 && n % 1e3 !== 0)) return null;
  const groups = /** @type {[number, string][]} */ ([[1e12, "兆"], [1e8, "億"], [1e4, "万"], [1, ""]]);
  const written = groups.map(([unit, name]) => {
    const group = Math.floor(Math.abs(n) / unit) % (unit === 1e12 ? Infinity : 1e4);
    return group === 0 ? "" : `${group}${name}`;
  });
  return `${n < 0 ? "-" : ""}${written.join("")}`;
}

/**
 * @param {number} n
 * @returns {string | null}
 */
function millions(n) {
  const unit = [1e12, 1e9, 1e6].find((unit) => Math.abs(n) >= unit) ?? 1;
  if (!Number.isInteger(n) || n % (unit / 1000) !== 0) return null;
  return new Intl.NumberFormat("en", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 3 }).format(n);
}

/**
 * @param {InterfaceLanguage} language
 * @param {number} n
 * @param {string} unit
 */
function withUnit(language, n, unit) {
  if (/^[A-Z]{3}$/.test(unit)) return currency(language, n, unit);
  if (DURATIONS.has(unit)) return duration(language, n, unit);
  const value = beside(language, n, unit);
  const isApart = unit !== "" && (/^[A-Za-z]/.test(unit) || /[a-z]$/.test(value));
  return `${value}${isApart ? "\u00a0" : ""}${unit}`;
}

/** Units that English texts give times in; those of other kinds stand as they were written. */
const DURATIONS = new Set(["second", "minute", "hour", "day", "week", "month", "year"]);

/**
 * @param {InterfaceLanguage} language
 * @param {number} n
 * @param {string} unit
 */
function duration(language, n, unit) {
  const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: DIGITS });
  return format.format(n).replace(" ", "\u00a0");
}

/** What an English text counts, as a word: parameters, GPUs. */
const COUNTED = /^(?:[a-z]{4,}|[A-Z]{2,}s)$/;

/**
 * A number as it stands beside its unit: 12万人, but 120,000 W, for a power of ten in kanji makes no pair with letters
 * that are no word.
 *
 * @param {InterfaceLanguage} language
 * @param {number} n
 * @param {string} unit
 */
function beside(language, n, unit) {
  const isSymbol = /^[A-Za-z]/.test(unit) && !/^[A-Z]{3}$/.test(unit) && !COUNTED.test(unit);
  return language === "ja" && isSymbol ? number(language, n) : written(language, n);
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
    const format = new Intl.NumberFormat(language, { ...style, minimumFractionDigits: 0, maximumFractionDigits: 2 });
    if (Math.abs(n) < LARGE[language]) return format.format(n);
    const name = format.formatToParts(n).filter(({ type }) => type === "currency" || type === "literal");
    return `${written(language, n)}${name.map(({ value }) => value).join("")}`;
  } catch {
    return `${written(language, n)}\u00a0${code}`;
  }
}
