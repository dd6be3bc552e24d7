import { mkdtempSync, copyFileSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test as base, expect } from "@playwright/test";
import { parts } from "../build/data.js";
import { ARTICLE, highlighted } from "./fixtures.js";

const FILE = fileURLToPath(new URL("../../dist/article-analyzer.html", import.meta.url));
/** The file may be so much larger than what it is made of. */
const MOST = 1.4;

/** Opens a copy of the file that stands alone in a folder, as after a download. */
const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{asked: string[]}, {}, import("@playwright/test").PlaywrightTestArgs>} */ ({
    asked: async ({ page }, use) => {
      const copy = join(mkdtempSync(join(tmpdir(), "one-file-")), "記事.html");
      copyFileSync(FILE, copy);
      /** @type {string[]} */
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      page.on("pageerror", (error) => asked.push(String(error.stack)));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") asked.push(message.text());
      });
      await page.goto(pathToFileURL(copy).href);
      await use(asked);
      const foreign = asked.filter((url) => !/^(?:blob:|data:image|file:\/\/.*%E8%A8%98%E4%BA%8B\.html)/.test(url));
      expect(foreign).toEqual([]);
    },
  }),
);

test("holds everything once, in little more room than its parts take", () => {
  const { core, worker, models } = parts();
  const html = readFileSync(FILE, "utf8");
  const page = html.replace(/[A-Za-z0-9+/=]{10000,}/g, "");
  const all = [core, ...Object.values(models)].reduce((sum, { length }) => sum + length, Buffer.byteLength(page));
  expect(statSync(FILE).size / all).toBeLessThanOrEqual(MOST);
  const packed = html.match(/[A-Za-z0-9+/=]{10000,}/g) ?? [];
  expect(packed).toHaveLength(1 + Object.keys(models).length);
  expect(new Set(packed).size).toBe(packed.length);
  expect(worker).not.toMatch(/[A-Za-z0-9+/=]{10000,}/);
});

test("analyses Japanese from a file, in a worker, with its models", async ({ page, asked }) => {
  await page.getByRole("button", { name: "日本語の記事" }).click();
  await expect(page.locator("article-text .block").first()).toBeVisible();
  await expect(page.locator("article-text")).toHaveAttribute("lang", "ja");
  await expect(page.locator(".notice")).toHaveCount(0);
  expect(asked.filter((url) => url.startsWith("blob:"))).toHaveLength(1);
  expect(page.workers()).toHaveLength(1);
  await page.keyboard.press("4");
  await expect(page.locator("[data-part=entities], .names, #panel").first()).toBeVisible();
  const report = await page.evaluate(() => {
    const { report } = /** @type {any} */ (document.querySelector("analyzer-page")).session;
    return { words: report.tokens.map((/** @type {any} */ token) => token.lemma), names: report.entities.length, warnings: report.warnings };
  });
  expect(report.words.length).toBeGreaterThan(200);
  expect(report.words.some((/** @type {string} */ lemma) => lemma !== "")).toBe(true);
  expect(report.names).toBeGreaterThan(0);
  expect(report.warnings).toEqual([]);
});

test("analyses English, keeps the article and the view, and writes files", async ({ page, asked }) => {
  await page.getByRole("button", { name: "英語の記事" }).click();
  await expect(page.locator("article-text")).toHaveAttribute("lang", "en");
  await expect(page.locator(".notice")).toHaveCount(0);
  await page.keyboard.press("2");
  await expect(page).toHaveURL(/#statistics$/);
  await page.keyboard.press("7");
  await page.keyboard.press("1");
  await page.keyboard.press("s");
  await expect.poll(() => highlighted(page, "sentences")).not.toEqual([]);
  await page.locator("[data-action=exports]").click();
  const saved = page.waitForEvent("download");
  await page.locator("[data-format=markdown]").click();
  expect((await saved).suggestedFilename()).toMatch(/\.md$/);
  await page.reload();
  await expect(page.locator("article-text")).toHaveAttribute("lang", "en");
  expect(asked.length).toBeGreaterThan(0);
});

test("has a policy of its own that lets nothing out", async ({ page, asked }) => {
  const policy = await page.locator("meta[http-equiv]").getAttribute("content");
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-/);
  expect(policy).not.toContain("connect-src");
  const sent = await page.evaluate(() => fetch("https://example.com/").then(() => "sent", () => "blocked"));
  expect(sent).toBe("blocked");
  asked.splice(0);
});

test("without workers it analyses on the page", async ({ page, asked }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  // The page that was opened before this was asked for has started one.
  await page.waitForFunction(() => document.querySelector("analyzer-page"));
  await page.goto("about:blank");
  asked.splice(0);
  await page.goBack();
  await page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), ARTICLE);
  await expect(page.locator("article-text .block[data-role=title]")).toHaveText("新しい図書館が港に開いた");
  expect(page.workers()).toHaveLength(0);
  expect(asked.filter((url) => url.startsWith("blob:"))).toEqual([]);
});
