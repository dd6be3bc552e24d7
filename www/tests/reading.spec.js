import { expect, test } from "@playwright/test";
import { inSentence } from "../src/page/views/parts.js";
import { amount } from "../src/reading/amount.js";
import { timeName } from "../src/reading/time-names.js";
import { translator } from "../src/strings/index.js";

const t = { ja: translator("ja"), en: translator("en") };
const plain = (/** @type {string} */ text) => text.replaceAll("\u00a0", " ");

test("amounts as one says them", () => {
  const below = (/** @type {number} */ upper) => ({ lower: null, upper, lowerInclusive: false, upperInclusive: false });
  const upTo = (/** @type {number} */ upper) => ({ ...below(upper), upperInclusive: true });
  const exactly = (/** @type {number} */ n) => ({ lower: n, upper: n, lowerInclusive: true, upperInclusive: true });
  /** @type {["ja" | "en", import("../pkg/article_analyzer.js").Interval, string, boolean, string][]} */
  const cases = [
    ["en", exactly(60), "year", false, "60 years"],
    ["en", exactly(1), "year", false, "1 year"],
    ["en", upTo(25), "minute", false, "up to 25 minutes"],
    // almost four years; 3倍近く
    ["en", below(4), "year", true, "nearly 4 years"],
    ["ja", below(3), "倍", true, "3倍近く"],
    ["ja", below(3), "倍", false, "3倍未満"],
    ["en", exactly(46), "crossings", false, "46 crossings"],
    ["ja", exactly(6), "か月", true, "約 6か月"],
    // A word, but no symbol, stands beside 億.
    ["ja", exactly(712e9), "parameters", false, "7120億 parameters"],
    ["ja", exactly(120000), "W", false, "120,000 W"],
  ];
  for (const [language, value, unit, approximate, said] of cases) expect(plain(amount(t[language], { value, unit, approximate }))).toBe(said);
});

test("times as one says them", () => {
  /** @type {[string, string, string][]} */
  const cases = [
    ["2025-03-04", "2025年3月4日", "March 4, 2025"],
    ["2025-03", "2025年3月", "March 2025"],
    ["2025-W10", "2025年第10週", "week 10 of 2025"],
    ["2025-Q2", "2025年第2四半期", "2025, quarter 2"],
    ["2026-SU", "2026年夏", "summer 2026"],
    ["2025-01TMO", "2025年1月朝", "January 2025, morning"],
    ["2025-03-04TNI", "2025年3月4日夜", "March 4, 2025, night"],
    ["T18:40", "18:40", "18:40"],
    ["P6M", "6 か月", "6 months"],
    ["PT1H", "1 時間", "1 hour"],
    // Names no calendar day: it stays as it is.
    ["XXXX-04", "XXXX-04", "XXXX-04"],
    ["PXD", "PXD", "PXD"],
  ];
  for (const [value, ja, en] of cases) expect([value, plain(timeName(t.ja, value)), plain(timeName(t.en, value))]).toEqual([value, ja, en]);
});

test("what is shown of a long sentence begins and ends between words", () => {
  const text = `${"harbour council ".repeat(9)}paid £6.2 million ${"for breakwaters and ".repeat(8)}`.trim();
  const start = text.indexOf("£");
  const report = /** @type {any} */ ({ text, sentences: [{ span: { start: 0, end: text.length } }] });
  const { before, inside, after } = inSentence(report, { start, end: start + 12 });
  expect(inside).toBe("£6.2 million");
  for (const word of `${before} ${after}`.replaceAll("…", "").trim().split(/\s+/)) expect(["harbour", "council", "paid", "for", "breakwaters", "and"]).toContain(word);
  expect(before.startsWith("…")).toBe(true);
  expect(after.endsWith("…")).toBe(true);
});
