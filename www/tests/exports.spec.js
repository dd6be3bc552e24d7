import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import MarkdownIt from "markdown-it";
import { parse } from "parse5";

/** @import { DefaultTreeAdapterMap } from "parse5" */

// Files of the formats that Rust's tests compare, read by readers of others. Tables and JSON are read back over there.

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../tests/formats/${name}`, import.meta.url), "utf8");

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
