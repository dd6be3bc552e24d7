import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { TABLES, translator } from "../src/strings/index.js";

const placeholders = (/** @type {import("../src/strings/en.js").Plural} */ entry) =>
  [...new Set([...Object.values(typeof entry === "string" ? [entry] : entry)].join().match(/\{\w+\}/g) ?? [])].sort();

test("both tables have the same strings, none empty, with the same places for values", () => {
  const { ja, en } = TABLES;
  expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  for (const key of /** @type {import("../src/strings/index.js").Key[]} */ (Object.keys(en))) {
    for (const entry of [ja[key], en[key]]) {
      for (const text of Object.values(typeof entry === "string" ? [entry] : entry)) expect(text, key).not.toBe("");
    }
    expect(placeholders(ja[key]), key).toEqual(placeholders(en[key]));
  }
});

test("every string is used", () => {
  const folder = new URL("../src/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const code = files
    .filter((file) => file.endsWith(".js") && !file.startsWith("strings"))
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join();
  const built = [...code.matchAll(/`([a-zA-Z]+)\.\$\{/g)].map(([, prefix]) => prefix);
  const unused = Object.keys(TABLES.en).filter(
    (key) => !code.includes(`"${key}"`) && !built.includes(key.split(".")[0]),
  );
  expect(unused).toEqual([]);
});

test("numbers are set as the language sets them, and one is not many", () => {
  const table = /** @type {const} */ ([
    ["en", "number.sentences", { n: 1 }, "1 sentence"],
    ["en", "number.sentences", { n: 1200 }, "1,200 sentences"],
    ["ja", "number.sentences", { n: 1200 }, "1,200 文"],
    ["en", "text.announce", { role: "Title", index: 1, all: 9 }, "Title, line 1 of 9"],
  ]);
  for (const [language, key, values, expected] of table) expect(translator(language)(key, values)).toBe(expected);
});
