import { ARTICLE, MEGABYTE, expect, highlighted, openArticle, paste, test } from "./fixtures.js";

/** @import { Page } from "@playwright/test" */

// What fails around the page: each time the text stays, a message says what happened, and the page goes on. A crash of
// the worker and a core that can't be loaded are in page.spec.js, other versions of the service worker in
// offline.spec.js.

const SENTENCES = "[data-number=sentences]";

test("a core that runs out of memory is told, and the next analysis works", async ({ page }) => {
  await page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    // What WebAssembly does where memory cannot grow: the call ends with a RuntimeError.
    const breaks = `self.addEventListener("message", (event) => {
      if (!event.data.source?.includes("溢れる")) return;
      event.stopImmediatePropagation();
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
      new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f();
    });`;
    await route.fulfill({ response, body: `${breaks}${await response.text()}` });
  });
  await openArticle(page);
  await page.keyboard.press("e");
  await page.locator("textarea").fill("溢れる文。");
  await expect(page.getByRole("alert")).toContainText("文章は残っています");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("alert")).toContainText("Your text is still here");
  await expect(page.locator("textarea")).toHaveValue("溢れる文。");
  await page.locator("textarea").fill("直した文。");
  await expect(page.locator(SENTENCES)).toContainText("1 sentence");
});

for (const [what, breaks] of [
  ["forbidden", () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("", "SecurityError"); } })],
  ["full", () => { Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); }; }],
]) {
  test(`storage ${what}: the article is analysed, and the reader told that it isn't kept`, async ({ page }) => {
    await page.addInitScript(/** @type {() => void} */ (breaks));
    await openArticle(page);
    await expect(page.locator(SENTENCES)).toContainText("6 文");
    await expect(page.locator(".notice[data-kind=warning]")).toContainText("保存");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator(".notice[data-kind=warning]").first()).toContainText(/kept|keep|stor/);
  });
}

for (const [what, answer] of /** @type {[string, (route: import("@playwright/test").Route) => Promise<void>][]} */ ([
  ["missing", (route) => route.fulfill({ status: 404 })],
  ["corrupt", (route) => route.fulfill({ status: 200, body: "AAmodel\0 and then nothing that it should hold" })],
])) {
  test(`a model ${what}: the text and what needs no model are there, and the reader is told`, async ({ page }) => {
    await page.route("**/*.model", answer);
    await openArticle(page);
    await expect(page.locator(SENTENCES)).toContainText("6 文");
    await expect(page.locator("article-text")).toContainText("港町に新しい図書館が開いた。");
    await expect(page.locator(".notices")).toContainText("辞書を読み込めませんでした");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator(".notices")).toContainText("The dictionary of this language could not be loaded");
    await page.unroute("**/*.model");
    await page.reload();
    await expect(page.locator(SENTENCES)).toContainText("6 sentences");
    await expect(page.locator(".notices")).not.toContainText("dictionary");
  });
}

test("two tabs at once: each keeps its own text, and what is kept is one of them whole", async ({ page, context }) => {
  await openArticle(page);
  const other = await context.newPage();
  await other.goto("/");
  await expect(other.locator("article-text .block").first()).toBeVisible();
  await other.keyboard.press("e");
  await other.locator("textarea").fill("もう一つの文章です。");
  await expect(other.locator(SENTENCES)).toContainText("1 文");
  await expect(page.locator("article-text")).toContainText("港町に新しい図書館が開いた。");
  await page.keyboard.press("e");
  await expect(page.locator("textarea")).toHaveValue(ARTICLE);
  await page.reload();
  await expect(page.locator("article-text")).toContainText("もう一つの文章です。");
});

test("two tabs at once: both list what either put away, and what one forgets is forgotten", async ({ page, context }) => {
  const putAway = (/** @type {Page} */ tab) => tab.getByRole("button", { name: "別の記事" }).click();
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await openArticle(page);
  const other = await context.newPage();
  await other.goto("/");
  await expect(other.locator("article-text .block").first()).toBeVisible();
  await other.keyboard.press("e");
  await other.locator("textarea").fill("もう一つの文章です。");
  await expect(other.locator(SENTENCES)).toContainText("1 文");
  await putAway(page);
  await putAway(other);
  for (const tab of [page, other]) {
    await expect(tab.locator(".earlier li")).toHaveCount(2);
    await expect(tab.locator(".earlier")).toContainText("もう一つの文章です。");
    await expect(tab.locator(".earlier")).toContainText("新しい図書館が港に開いた");
  }
  await other.locator("[data-action=forget]").click();
  await expect(page.locator(".earlier")).toHaveCount(0);
  await page.locator("textarea").fill("三つ目の文章です。");
  await expect(page.locator(SENTENCES)).toContainText("1 文");
  await putAway(page);
  await expect(page.locator(".earlier li")).toHaveCount(1);
  expect(await kept()).not.toContain("もう一つの文章です。");
});

test("two tabs at once: a reader who wants nothing kept is heard in both", async ({ page, context }) => {
  await openArticle(page);
  const other = await context.newPage();
  await other.goto("/");
  await expect(other.locator("article-text .block").first()).toBeVisible();
  await other.getByRole("button", { name: "保存しない" }).click();
  await expect(page.locator(".keeping")).toContainText("保存していません");
  await page.keyboard.press("e");
  await page.locator("textarea").fill("残さない文章です。");
  await expect(page.locator(SENTENCES)).toContainText("1 文");
  expect(await page.evaluate(() => localStorage.getItem("article-analyzer.article"))).toBeNull();
});

test("a page that is hidden goes on, and has its result when it comes back", async ({ page }) => {
  // What browsers do with a hidden page: no frames, and rests only when they must.
  await page.addInitScript(() => {
    const frames = window.requestAnimationFrame.bind(window);
    /** @type {FrameRequestCallback[]} */
    const waiting = [];
    window.requestAnimationFrame = (callback) => (document.hidden ? waiting.push(callback) : frames(callback));
    window.requestIdleCallback = (callback, { timeout = 1e9 } = {}) =>
      window.setTimeout(() => callback({ didTimeout: true, timeRemaining: () => 0 }), document.hidden ? timeout : 0);
    const hide = (/** @type {boolean} */ isHidden) => {
      Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
      Object.defineProperty(document, "visibilityState", { value: isHidden ? "hidden" : "visible", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      if (!isHidden) for (const callback of waiting.splice(0)) frames(callback);
    };
    Object.assign(window, { hide });
  });
  await page.goto("/");
  await expect(page.locator("textarea")).toBeFocused();
  await paste(page, MEGABYTE.slice(0, 60_000));
  await page.evaluate("hide(true)");
  await expect(page.locator("article-text .block").first()).toBeAttached();
  const { text, blocks } = await page.evaluate(() => {
    const { report } = /** @type {any} */ (document.querySelector("analyzer-page")).session;
    return { text: report.text, blocks: report.blocks.length };
  });
  expect(text).toBe(MEGABYTE.slice(0, 60_000));
  await page.evaluate("hide(false)");
  await expect(page.locator("article-text .block")).toHaveCount(blocks);
  await expect.poll(() => highlighted(page, "times")).toContain("18時40分");
});

test("a page that is frozen while it analyses takes up its work when it thaws", async ({ page, context }) => {
  await page.goto("/");
  await expect(page.locator("textarea")).toBeFocused();
  await paste(page, MEGABYTE);
  await expect(page.locator("progress")).toBeVisible();
  const client = await context.newCDPSession(page);
  await client.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await client.send("Page.setWebLifecycleState", { state: "active" });
  await expect(page.locator(SENTENCES)).toContainText("18,000 文", { timeout: 90_000 });
});

/** A text that says when, and not when it was published. */
const UNDATED = "昨日、港で朝市が開いた。来週の土曜日にも開く。2024年には雨で休みになった。";

/** The report on the page, as one string. @param {Page} page */
const reportOf = (page) => page.evaluate(() => JSON.stringify(/** @type {any} */ (document.querySelector("analyzer-page")).session.report));

for (const [what, time, shown] of [
  ["long ago", "1970-01-01T00:00:01Z", "1970年1月1日"],
  ["far ahead", "9999-12-30T00:00:00Z", "9999年12月30日"],
]) {
  test(`a clock that is ${what} changes nothing but what stands on it`, async ({ page, context }) => {
    const right = await context.newPage();
    await openArticle(right, UNDATED);
    const expected = await reportOf(right);
    await right.close();

    await page.clock.setFixedTime(new Date(time));
    await page.goto("/");
    await page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), ARTICLE);
    await expect(page.locator(SENTENCES)).toContainText("6 文");
    await expect(page.locator(".meta")).toContainText("2025年3月4日");
    await page.reload();
    await expect(page.locator("article-text")).toContainText("港町に新しい図書館が開いた。");

    // What is put away is listed first, whatever day it is said to be.
    await page.getByRole("button", { name: "別の記事" }).click();
    await expect(page.locator(".earlier li").first()).toContainText(`新しい図書館が港に開いた`);
    await expect(page.locator(".earlier li").first()).toContainText(shown);

    // Nothing is counted from the clock.
    await paste(page, UNDATED);
    await expect(page.locator(SENTENCES)).toContainText("3 文");
    expect(await reportOf(page)).toBe(expected);
    const anchors = JSON.parse(expected).times.map((/** @type {any} */ { anchor }) => anchor);
    expect(anchors.length).toBeGreaterThanOrEqual(3);
    expect(new Set(anchors)).toEqual(new Set([null]));
  });
}

test("articles put away under a wrong clock keep their places when it is set right", async ({ page }) => {
  await page.clock.setFixedTime(new Date("9999-12-30T00:00:00Z"));
  await openArticle(page);
  await page.getByRole("button", { name: "別の記事" }).click();
  await expect(page.locator(".earlier li")).toHaveCount(1);
  await page.clock.setFixedTime(new Date("2025-03-04T03:00:00Z"));
  await page.locator("textarea").fill("あとから片づけた文章です。");
  await expect(page.locator(SENTENCES)).toContainText("1 文");
  await page.getByRole("button", { name: "別の記事" }).click();
  await expect(page.locator(".earlier li").first()).toContainText("あとから片づけた文章です。");
  await expect(page.locator(".earlier li").first()).toContainText("2025年3月4日");
  await expect(page.locator(".earlier li").last()).toContainText("9999年12月30日");
});
