import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), "utf8");

test("what is said to hold the page's promises is there", () => {
  const rows = read("README.md").split("\n").filter((line) => line.startsWith("| ")).slice(2);
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) {
    const [, , file, title] = row.split("|").map((cell) => cell.trim());
    const tests = read(file.endsWith(".rs") ? `../../tests/${file}` : file);
    const names = file.endsWith(".rs") ? [`fn ${title}(`] : [`test("${title}`, `test(\`${title}`];
    expect(names.some((name) => tests.includes(name)), row).toBe(true);
  }
});
