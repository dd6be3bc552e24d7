import { ARTICLE, MEGABYTE, expect, openArticle, paste, test } from "./fixtures.js";

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

test("a page in the background goes on, and is done when it comes back", async ({ page, context }) => {
  await page.goto("/");
  await paste(page, MEGABYTE.slice(0, 60_000));
  const other = await context.newPage();
  await other.bringToFront();
  await page.bringToFront();
  await expect(page.locator(SENTENCES)).toContainText(/文/, { timeout: 30_000 });
});

for (const [what, time] of [
  ["long ago", "1970-01-01T00:00:01Z"],
  ["far ahead", "9999-12-30T00:00:00Z"],
]) {
  test(`a clock that is ${what} changes nothing but what stands on it`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(time));
    await openArticle(page);
    await expect(page.locator(SENTENCES)).toContainText("6 文");
    await expect(page.locator(".meta")).toContainText("2025年3月4日");
    await page.reload();
    await expect(page.locator("article-text")).toContainText("港町に新しい図書館が開いた。");
  });
}
