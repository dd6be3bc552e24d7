/** A stretch of time in milliseconds since 1970, UTC; `end` is exclusive. @typedef {{start: number, end: number}} Period */

const DAY = 86_400_000;
const QUARTER = 3;
/** The month that a season begins with, counted from 0. @type {Record<string, number>} */
const SEASONS = { SP: 2, SU: 5, FA: 8, WI: 11 };
const HALF = 6;

/**
 * The time that a TIMEX3 value denotes, as long as the value is unsure: `2025-Q2` is three months. Null for what names
 * no year, and for durations.
 *
 * @param {string | null} value
 * @returns {Period | null}
 */
export function period(value) {
  if (value === null) return null;
  const decade = /^(\d{2,3})(?:X{1,2})?$/.exec(value);
  if (decade) return years(Number(decade[1]) * 10 ** (4 - decade[1].length), 10 ** (4 - decade[1].length));
  const parts = /^(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d{2})|(SP|SU|FA|WI)|(\d{2}|XX)(?:-(\d{2}|XX))?))?(?:T.*)?$/.exec(value);
  if (!parts) return null;
  const season = SEASONS[parts[5]];
  const [year, quarter, half, week, , month, day] = parts.slice(1).map((part) => (part === undefined ? NaN : Number(part)));
  if (quarter) return months(year, QUARTER * (quarter - 1), QUARTER);
  if (half) return months(year, HALF * (half - 1), HALF);
  if (season !== undefined) return months(year, season, QUARTER);
  if (week) return weekOf(year, week);
  if (!(month >= 1 && month <= 12)) return years(year, 1);
  if (!(day >= 1 && day <= 31)) return months(year, month - 1, 1);
  const start = Date.UTC(year, month - 1, day);
  return { start, end: start + DAY };
}

/**
 * @param {number} from
 * @param {number} n
 * @returns {Period}
 */
const years = (from, n) => ({ start: utc(from, 0), end: utc(from + n, 0) });

/**
 * @param {number} year
 * @param {number} from Counted from 0.
 * @param {number} n
 * @returns {Period}
 */
const months = (year, from, n) => ({ start: utc(year, from), end: utc(year, from + n) });

/**
 * `Date.UTC` takes the years 0 to 99 for those of the twentieth century.
 *
 * @param {number} year
 * @param {number} month
 */
const utc = (year, month) => new Date(0).setUTCFullYear(year, month, 1);

/**
 * A week after ISO 8601: the first is the one that 4 January is in.
 *
 * @param {number} year
 * @param {number} week
 * @returns {Period}
 */
function weekOf(year, week) {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  const start = monday + (week - 1) * 7 * DAY;
  return { start, end: start + 7 * DAY };
}
