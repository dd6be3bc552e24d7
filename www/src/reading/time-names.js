/** @import { InterfaceLanguage, Translate } from "../strings/index.js" */

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

/** A part of the day. @typedef {"MO" | "MI" | "AF" | "EV" | "NI"} DayPart */

const YEAR_PART = /^(\d{4})-(?:Q([1-4])|H([12])|W(\d{2})|(SP|SU|FA|WI))$/;
const DAY_PART = /^(\d{4}-\d{2}(?:-\d{2})?)T(MO|MI|AF|EV|NI)$/;
const DATE = /^\d{4}(-\d{2}){0,2}(T\d{2}:\d{2})?/;
const DURATION = /^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$/;
const UNITS = /** @type {Record<string, string>} */ ({ Y: "year", M: "month", W: "week", D: "day", TH: "hour", TM: "minute", TS: "second" });

/**
 * A TIMEX3 value as a person would say it; one that has no such words stays as it is.
 *
 * @param {Translate} t
 * @param {string} value
 */
export function timeName(t, value) {
  const part = YEAR_PART.exec(value);
  if (part) return partOfYear(t, part.slice(1));
  const [, day, dayPart] = DAY_PART.exec(value) ?? [];
  if (dayPart) return t(`calendar.${/** @type {DayPart} */ (dayPart)}`, { date: date(t.language, day) });
  const [, inDay, length, letter] = DURATION.exec(value) ?? [];
  if (letter && UNITS[inDay + letter]) {
    return new Intl.NumberFormat(t.language, { style: "unit", unit: UNITS[inDay + letter], unitDisplay: "long" }).format(Number(length));
  }
  if (/^T\d{2}:\d{2}$/.test(value)) return value.slice(1);
  return DATE.test(value) && !/[A-SU-Z]/.test(value) ? date(t.language, value) : value;
}

/**
 * @param {Translate} t
 * @param {(string | undefined)[]} part
 */
function partOfYear(t, [year = "", quarter, half, week, season]) {
  if (season) return t(`season.${/** @type {"SP" | "SU" | "FA" | "WI"} */ (season)}`, { year });
  if (week) return t("calendar.week", { year, n: Number(week) });
  return quarter ? t("calendar.quarter", { year, n: Number(quarter) }) : t("calendar.half", { year, n: Number(half) });
}
