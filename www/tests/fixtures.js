import { readFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { startServer } from "./server.js";

export { expect };

/** @import { Page } from "@playwright/test" */

const sample = (/** @type {string} */ name) =>
  readFileSync(new URL(`../samples/${name}.txt`, import.meta.url), "utf8");

/** The sample articles. */
export const SAMPLES = { ja: sample("ja"), en: sample("en") };

/** A short article, and what is to be found in it. */
export const ARTICLE = [
  "新しい図書館が港に開いた",
  "",
  "2025年3月4日 18:40",
  "",
  "本を読む場所が増えた",
  "",
  "港町に新しい図書館が開いた。座席は120席あり、夜9時まで使える。「静かで広い」と近くの学生は話す。",
  "",
  "• 蔵書は約3万冊",
  "• 入館は無料",
  "",
].join("\n");

/** Somewhat over a megabyte of text, with many lines. */
export const MEGABYTE = Array.from({ length: 9000 }, (_, index) => {
  return `${index}番目の駅は山の上にある。朝の列車は7時15分に着き、夕方の列車は18時40分に出る。\n`;
}).join("");

/**
 * @typedef {import("@playwright/test").Fixtures<
 *   {guard: string[]},
 *   {origin: string},
 *   import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions,
 *   import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions
 * >} SiteFixtures
 */

/**
 * @typedef {import("@playwright/test").TestType<
 *   import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions & {guard: string[]},
 *   import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions & {origin: string}
 * >} SiteTest
 */

/** @type {SiteFixtures} */
const fixtures = {
  origin: [
    // Playwright reads off the braces which fixtures this one needs.
    async ({}, use) => {
      const server = await startServer();
      await use(server.origin);
      server.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ origin }, use) => use(origin),
  guard: [
    async ({ page, origin }, use) => {
      /** @type {string[]} */
      const wrongs = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(`${origin}/`)) wrongs.push(`request to ${request.url()}`);
      });
      page.on("pageerror", (error) => wrongs.push(String(error.stack)));
      page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) wrongs.push(message.text());
      });
      await use(wrongs);
      expect(wrongs).toEqual([]);
    },
    { auto: true },
  ],
};

/**
 * Tests fail when the page asks anyone else for anything, breaks its own policy, or throws. `guard` lists what it did;
 * a test that means it to takes it off the list.
 */
export const test = /** @type {SiteTest} */ (/** @type {unknown} */ (base.extend(/** @type {{}} */ (fixtures))));

/**
 * Pastes a text where the cursor is, as a person does.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("ControlOrMeta+v");
}

/**
 * Opens the page and pastes an article, which is then set out to be read.
 *
 * @param {Page} page
 * @param {string} [text]
 */
export async function openArticle(page, text = ARTICLE) {
  await page.goto("/");
  await expect(page.locator("textarea")).toBeFocused();
  await paste(page, text);
  await expect(page.locator("article-text .block").first()).toBeVisible();
}

/**
 * Opens the card of a line, and not of a mark in it.
 *
 * @param {import("@playwright/test").Locator} line
 */
export async function chooseLine(line) {
  await line.focus();
  await line.press("Enter");
}

/**
 * What a highlight covers, in order.
 *
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<string[]>}
 */
export function highlighted(page, name) {
  return page.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])];
    return ranges.map(({ startContainer, startOffset, endOffset }) =>
      String(startContainer.nodeValue).slice(startOffset, endOffset),
    );
  }, name);
}
