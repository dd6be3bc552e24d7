import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from "@apache-annotator/selector";
import { expect, test } from "@playwright/test";
import MarkdownIt from "markdown-it";
import { parse } from "parse5";
import { toCsv, toTsv } from "../src/page/save.js";
import { amount, written } from "../src/reading/amount.js";

/** @import { TextPositionSelector, TextQuoteSelector } from "@apache-annotator/selector" */
/** @import { DefaultTreeAdapterMap } from "parse5" */

// Files of the formats that Rust's tests compare, read by readers of others. Tables and JSON are read back over there.

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../tests/formats/${name}`, import.meta.url), "utf8");

test("tables of the page hold no formulas", () => {
  for (const cell of ['=HYPERLINK("https://example.com")', "+1+1", "-1+1", "−1＋1", "@SUM(A1)", "＝1＋1"]) {
    expect(toTsv([[cell]])).toBe(`'${cell}`);
    expect(toCsv([[cell]])).toContain(`'${cell.slice(0, 2)}`);
  }
  expect(toTsv([["\n=1+1", "a\tb"]])).toBe("' =1+1\ta b");
  expect(toCsv([["-12.5", "1-2", "約 30万円", ""]])).toBe("\ufeff-12.5,1-2,約 30万円,\r\n");
});

test("large numbers are written as newspapers write them, where nothing is lost", () => {
  /** @type {["ja" | "en", number, string][]} */
  const cases = [
    ["ja", 8_000, "8,000"],
    ["ja", 20_000, "2万"],
    ["ja", 24_680, "24,680"],
    ["ja", 64_000, "6万4000"],
    ["ja", 1_234_567.5, "1,234,567.5"],
    ["ja", 84_000_000_000, "840億"],
    ["ja", 22_801_763_489, "228億176万3489"],
    ["ja", -1_250_000_000_000, "-1兆2500億"],
    ["ja", 5e15, "5000兆"],
    ["en", 999_999, "999,999"],
    ["en", 6_200_000, "6.2 million"],
    ["en", 1_234_567, "1,234,567"],
    ["en", 1_000_000_000_500, "1,000,000,000,500"],
    ["en", 2_000_000_000.5, "2,000,000,000.5"],
    ["en", 84_000_000_000, "84 billion"],
    ["en", -1_250_000_000_000, "-1.25 trillion"],
  ];
  for (const [language, value, text] of cases) expect(written(language, value)).toBe(text);
});

test("a power of ten in kanji stands beside no Latin unit", () => {
  const t = /** @type {any} */ (Object.assign((/** @type {string} */ key) => key, { language: "ja" }));
  const value = { lower: 120_000, upper: 120_000, lowerInclusive: true, upperInclusive: true };
  /** @type {[string, string][]} */
  const cases = [["W", "120,000\u00a0W"], ["H800 GPUs", "120,000\u00a0H800 GPUs"], ["台", "12万台"], ["USD", "12万米ドル"]];
  for (const [unit, text] of cases) expect(amount(t, { value, unit, approximate: false })).toBe(text);
});

test("the HTML breaks no rule of the standard, and shows markup of the text as text", () => {
  /** @type {string[]} */
  const errors = [];
  const document = parse(read("html.html"), { onParseError: ({ code, startLine, startCol }) => errors.push(`${code} at ${startLine}:${startCol}`) });
  expect(errors).toEqual([]);
  /** @type {string[]} */
  const names = [];
  let text = "";
  const walk = (/** @type {DefaultTreeAdapterMap["node"]} */ node) => {
    if ("tagName" in node) names.push(node.tagName);
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    for (const child of "childNodes" in node ? node.childNodes : []) walk(child);
  };
  walk(document);
  expect(text).toContain("<b>約30万円</b>になるという。");
  const own = ["html", "head", "meta", "title", "style", "body", "main", "p", "h1", "mark", "table", "tbody", "tr", "th", "td"];
  expect([...new Set(names)].filter((name) => !own.includes(name))).toEqual([]);
});

test("the Markdown reads as headings, lists and the text as it was, with nothing of it as markup", () => {
  const tokens = new MarkdownIt({ html: true }).parse(read("markdown.md"), {});
  const inside = tokens.flatMap(({ children }) => children ?? []);
  const kinds = new Set([...tokens, ...inside].map(({ type }) => type));
  expect([...kinds].filter((kind) => /html|link|image|code|strong|^em_/.test(kind))).toEqual([]);
  const shown = tokens.filter(({ type }) => type === "inline").map(({ children }) => (children ?? []).map(({ content }) => content).join(""));
  for (const line of ["=新しい電池💛の話", "2025年3月4日", "北浜電機は電池を開発した。<b>約30万円</b>になるという。"]) expect(shown).toContain(line);
  const headings = tokens.filter(({ type }) => type === "heading_open").map(({ tag }) => tag);
  expect(headings.filter((tag) => tag === "h1")).toHaveLength(1);
  expect(headings.length).toBeGreaterThan(5);
});

/**
 * Where a reader of annotations finds a selector, in UTF-16 code units.
 *
 * @param {TextPositionSelector | TextQuoteSelector} selector
 * @param {string} text
 */
async function places(selector, text) {
  const chunk = { data: text, equals: (/** @type {unknown} */ other) => other === chunk };
  const chunks = { currentChunk: chunk, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false };
  const matches = selector.type === "TextQuoteSelector" ? textQuoteSelectorMatcher(selector)(chunks) : textPositionSelectorMatcher(selector)(chunks);
  const found = [];
  for await (const { startIndex, endIndex } of matches) found.push([startIndex, endIndex]);
  return found;
}

test("a reader of Web Annotations finds each of them at one place, by position and by quotation", async () => {
  const text = read("brat.txt");
  const page = JSON.parse(read("annotation.annotations.jsonld"));
  expect(page.items.length).toBeGreaterThan(5);
  for (const { target } of page.items) {
    const [position, quote] = target.selector;
    const found = await places(position, text);
    expect(found.map(([start, end]) => text.slice(start, end))).toEqual([quote.exact]);
    expect(await places(quote, text)).toEqual(found);
  }
});

test("the article for schema.org has the properties of its type, and no others", ({}, testInfo) => {
  const check = (/** @type {string} */ article) => {
    const file = testInfo.outputPath("article.ts");
    writeFileSync(file, `import type { NewsArticle, WithContext } from "schema-dts";\nexport const article: WithContext<NewsArticle> = ${article};\n`);
    const tsc = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));
    execFileSync(tsc, ["--noEmit", "--ignoreConfig", "--strict", "--module", "nodenext", "--skipLibCheck", file], { encoding: "utf8" });
  };
  const article = read("schema.jsonld");
  check(article);
  expect(() => check(article.replace('"headline"', '"headlines"'))).toThrow();
  expect(() => check(article.replace('"NewsArticle"', '"NewsArticles"'))).toThrow();
});
