import { readFileSync } from "node:fs";
import { slice } from "../src/analyzer/slices.js";
import { ARTICLE, expect, highlighted, openArticle, paste, test } from "./fixtures.js";

/** @import { Browser, Page } from "@playwright/test" */

// How long the text is, in megabytes: `MEGABYTES=10 npx playwright test long` for the longest that is promised.
const MEGABYTES = Number(process.env["MEGABYTES"] ?? 1);
const LINE = "番目の駅は山の上にある。朝の列車は7時15分に着き、夕方の列車は18時40分に出る。\n";
/** The most that one task of the main thread may work. What the page waits for the processor is not its own. */
const MOST_WORK = 200;
/** The most that a stop may take. */
const MOST_STOP = 100;
/** Longer texts, in UTF-16 units, are not put into the box. */
const LONG = 50_000;

/** @param {number} bytes */
function longText(bytes) {
  const count = Math.ceil(bytes / Buffer.byteLength(`12345${LINE}`));
  return Array.from({ length: count }, (_, index) => `${index}${LINE}`).join("");
}

/**
 * How long the tasks of the page's main thread took and how long they worked, the longest first, in milliseconds.
 *
 * @param {Browser} browser
 * @param {Page} page
 * @param {() => Promise<void>} work
 */
async function tasksOf(browser, page, work) {
  await browser.startTracing(page, { categories: ["toplevel"] });
  await work();
  /** @type {{traceEvents: {name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: {name?: string}}[]}} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const thread = (/** @type {{pid: number, tid: number}} */ { pid, tid }) => `${pid}-${tid}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(thread));
  const tasks = traceEvents.filter((event) => event.name.endsWith("RunTask") && main.has(thread(event)));
  const inOrder = (/** @type {"dur" | "tdur"} */ time) => tasks.map((task) => (task[time] ?? 0) / 1000).sort((a, b) => b - a);
  return { took: inOrder("dur"), worked: inOrder("tdur") };
}

/** How long it takes from the click on the button until the page says that it stopped. @param {Page} page */
const stop = (page) =>
  page.evaluate(async () => {
    const start = performance.now();
    /** @type {HTMLButtonElement} */ (document.querySelector(".progress button")).click();
    while (document.querySelector("progress")) await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now() - start;
  });

test(`${MEGABYTES} MB: the page goes on while it works, a stop is at once, and the text is there to the end`, async ({ browser, page }, info) => {
  test.setTimeout(180_000 + 60_000 * MEGABYTES);
  const text = longText(MEGABYTES * 1_000_000);
  await page.goto("/");
  await expect(page.locator("textarea")).toBeFocused();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);

  /** @type {number[]} */
  const stops = [];
  const { took, worked } = await tasksOf(browser, page, async () => {
    await page.keyboard.press("ControlOrMeta+v");
    await expect(page.locator(".held")).toBeVisible();
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect.poll(() => page.locator("progress").evaluate((/** @type {HTMLProgressElement} */ { value }) => value)).toBeGreaterThan(0);
      stops.push(await stop(page));
      await expect(page.locator(".notices")).toContainText("文章はそのまま残っています");
      await page.getByRole("button", { name: "もう一度分析する" }).click();
    }
    await expect(page.locator("article-text .block").first()).toBeVisible({ timeout: 60_000 + 30_000 * MEGABYTES });
    await expect(async () => {
      await page.keyboard.press("End");
      await expect(page.locator("article-text .block").last()).toBeInViewport({ timeout: 2000 });
    }).toPass();
  });
  const rounded = (/** @type {number[]} */ times) => times.map(Math.round).join(", ");
  const over = (/** @type {number[]} */ times) => rounded(times.filter((time) => time > 50)) || "none";
  const description = `${MEGABYTES} MB: worked over 50 ms: ${over(worked)}; took over 50 ms: ${over(took)}; stopped after ${rounded(stops)} ms`;
  info.annotations.push({ type: "tasks of the main thread", description });
  if (process.env["MEGABYTES"]) console.log(description);
  expect(worked[0]).toBeLessThan(MOST_WORK);
  // The processor may be busy with something else once.
  expect(Math.min(...stops)).toBeLessThan(MOST_STOP);
  await expect(page.locator("article-text .block").last()).toHaveText(text.trimEnd().split("\n").at(-1) ?? "");
  await expect.poll(() => highlighted(page, "quantities")).not.toEqual([]);
});

test("a long text stands beside the box, can be edited there all the same, and gives way to another", async ({ page }) => {
  const text = longText(160_000);
  expect(text.length).toBeGreaterThan(LONG);
  await openArticle(page, text);
  await expect(page.locator("article-text .block")).toHaveCount(text.trimEnd().split("\n").length);
  await page.keyboard.press("e");
  await expect(page.locator(".held")).toBeFocused();
  await expect(page.locator(".held")).toContainText("長い文章です");
  await page.keyboard.press("Escape");
  await expect(page.locator("article-text .block").first()).toBeVisible();
  await page.keyboard.press("e");
  await page.getByRole("button", { name: "入力欄で編集する" }).click();
  await expect(page.locator("textarea")).toHaveValue(text);
  await page.locator("textarea").press("ControlOrMeta+Home");
  await page.keyboard.type("付記。");
  await expect(page.locator("textarea")).toHaveValue(`付記。${text}`);
  await page.getByRole("button", { name: "読む" }).click();
  await expect(page.locator("article-text .block").first()).toContainText("付記。");
  await page.keyboard.press("e");
  await page.locator("[data-action=replace]").click();
  await expect(page.locator("textarea")).toBeFocused();
  await paste(page, ARTICLE);
  await expect(page.locator("article-text .block[data-role=title]")).toHaveText("新しい図書館が港に開いた");
});

test("the marks of a long text are walked through, wherever they stand", async ({ page }) => {
  const lines = longText(160_000).trimEnd().split("\n");
  await openArticle(page, lines.join("\n"));
  await page.keyboard.press("/");
  await page.locator("input[type=search]").fill(`${lines.length - 2}番目の駅`);
  await page.keyboard.press("Enter");
  const found = page.locator("article-text .block", { hasText: `${lines.length - 2}番目の駅` });
  await expect(found).toBeInViewport();
  expect(await highlighted(page, "current")).toEqual([`${lines.length - 2}番目の駅`]);
  await expect.poll(() => highlighted(page, "times")).toContain("18時40分");
  // Only what is near the screen is painted.
  expect((await highlighted(page, "times")).length).toBeLessThan(lines.length);
});

test("a text too long for the browser's storage is not kept, drives no other out, and the reader is told", async ({ page }) => {
  await openArticle(page);
  const long = "山の上の駅に、朝の列車が着く。\n".repeat(70_000);
  await page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), long);
  await expect(page.locator(".notices")).toContainText("長いため、この端末には保存していません");
  await expect(page.locator("article-text .block").first()).toContainText("山の上の駅", { timeout: 120_000 });
  await page.getByRole("button", { name: "別の記事" }).first().click();
  await expect(page.locator(".earlier")).toContainText("新しい図書館が港に開いた");
  await page.reload();
  await expect(page.locator(".earlier")).toContainText("新しい図書館が港に開いた");
  await expect(page.locator("textarea")).toHaveValue("");
});

test("a report in slices is the report", () => {
  const sample = readFileSync(new URL("../samples/ja.txt", import.meta.url), "utf8");
  const table = [
    { blocks: [{ a: 1 }, { b: [1, 2, { c: "],[" }] }, { d: '"\\' }], empty: [], text: "[{,}]", nested: { list: [1, 2, 3] } },
    { numbers: Array.from({ length: 300 }, (_, index) => index), words: sample.split("。"), none: null },
    { one: [sample], "key [with] marks": [[], {}, "", '\\"', "\\"] },
    {},
  ];
  for (const report of table) {
    const json = JSON.stringify(report);
    for (const most of [1, 10, 60, 1000, json.length]) {
      const { slices, rest } = slice(json, most);
      const merged = JSON.parse(rest);
      for (const { key, json } of slices) merged[key].push(...JSON.parse(json));
      expect(merged).toEqual(report);
      const lists = slices.map(({ json }) => JSON.parse(json));
      for (const [index, list] of lists.entries()) expect(list.length === 1 || slices[index].json.length <= most + 2).toBe(true);
    }
  }
});
