import { ARTICLE, MEGABYTE, SAMPLES, chooseLine, expect, openArticle, paste, test } from "./fixtures.js";

/** Sets an article into the page as dropping its text does, so that no clipboard changes it. */
const drop = (/** @type {import("@playwright/test").Page} */ page, /** @type {string} */ text) =>
  page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), text);

const characters = "[data-number=characters] strong";

test("nothing, one character, only line breaks", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("main.first")).toBeVisible();
  await paste(page, "あ");
  await expect(page.locator("article-text .block")).toHaveText(["あ"]);
  await expect(page.locator(characters)).toHaveText("1 字");
  await page.keyboard.press("e");
  await page.locator("textarea").fill("");
  await expect(page.locator("main.first textarea")).toHaveValue("");
  await page.locator("textarea").fill("\n\n\n");
  await expect(page.locator(".notice")).toContainText("空白と改行しかありません");
  await expect(page.locator(characters)).toHaveText("0 字");
  await expect(page.locator("textarea")).toHaveValue("\n\n\n");
});

test("a paste beside any box brings another article, and beside those compared one more; a word brings nothing", async ({ page }) => {
  await openArticle(page, SAMPLES.ja);
  await paste(page, "電気");
  await paste(page, SAMPLES.en);
  await expect(page.locator("article-text")).toHaveAttribute("lang", "en");
  await expect(page.locator(".notice")).toContainText("前の記事を片づけました");
  await page.keyboard.press("7");
  await paste(page, SAMPLES.ja);
  await expect(page.locator(".article-card")).toHaveCount(2);
  await page.locator(".add summary").click();
  await page.getByRole("textbox", { name: "もう一本の記事" }).focus();
  await paste(page, ARTICLE);
  await expect(page.locator(".article-card")).toHaveCount(2);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".article-card")).toHaveCount(3);
});

test("one line of a megabyte", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await drop(page, MEGABYTE.replaceAll("\n", ""));
  await expect(page.locator("article-text .block")).toHaveCount(1, { timeout: 45_000 });
  await expect(page.locator("[data-number=sentences]")).toContainText("18,000 文");
  await page.keyboard.press("n");
  await page.keyboard.press("s");
  await page.keyboard.press("p");
  await expect(page.locator(".card h2")).toContainText("18,000 / 18,000");
});

test("a lone surrogate, astral characters, combining marks", async ({ page }) => {
  await page.goto("/");
  const text = "前\ud83d後。次の文。\n💛𠮷 a\u0301";
  await drop(page, text);
  await expect(page.locator("article-text .block")).toHaveCount(2);
  const shown = await page.locator("article-text .block").evaluateAll((blocks) => blocks.map((block) => block.textContent));
  expect(shown.join("\n")).toBe(text);
  await page.keyboard.press("s");
  await page.getByText("しるしの一覧").click();
  await expect(page.locator(".mark-list bdi")).toHaveText([/^前.後。$/u, "次の文。", "💛𠮷 a\u0301"]);
});

test("all marks can be listed", async ({ page }) => {
  await page.goto("/");
  await drop(page, "短い文。".repeat(250));
  await expect(page.locator("article-text .block")).toHaveCount(1);
  await page.keyboard.press("s");
  await page.getByText("しるしの一覧").click();
  const listed = page.locator(".mark-list bdi");
  await expect(listed).toHaveCount(100);
  await page.getByRole("button", { name: "あと 150 件" }).click();
  await expect(listed).toHaveCount(250);
  await listed.last().click();
  await expect(page.locator(".card h2")).toContainText("250 / 250");
});

test("markup is text", async ({ page }) => {
  await page.goto("/");
  const text = `<script>document.title = "run"</script>\n<img src="x" onerror="document.title = 'run'">本文です。`;
  await drop(page, text);
  await expect(page.locator("article-text .block")).toHaveText(text.split("\n"));
  await chooseLine(page.locator(".block").first());
  await page.keyboard.press("2");
  await page.keyboard.press("1");
  expect(await page.locator("article-text :is(script, img)").count()).toBe(0);
  expect(await page.title()).not.toBe("run");
});

test("bidi overrides stay inside their line", async ({ page }) => {
  await page.goto("/");
  await drop(page, "\u202eさかさまの題\n\nふつうの行です。\u2067まだ閉じない\n\n次の行です。");
  const blocks = page.locator("article-text .block");
  await expect(blocks).toHaveCount(3);
  await expect(page.locator("h1 ")).toHaveAttribute("dir", "auto");
  const left = await blocks.last().evaluate((block) => {
    const range = document.createRange();
    range.setStart(/** @type {Node} */ (block.firstChild), 0);
    range.setEnd(/** @type {Node} */ (block.firstChild), 1);
    return range.getBoundingClientRect().left - block.getBoundingClientRect().left;
  });
  expect(left).toBeLessThan(40);
  await expect(page.locator("[data-number=sentences]")).toContainText("文");
});

test("a text past all bounds is refused, and the page goes on", async ({ page }) => {
  await page.goto("/");
  const tooLarge = { name: "大.txt", size: 65 * 2 ** 20 };
  await page.evaluate(({ name, size }) => {
    const file = new File(["a".repeat(size)], name);
    /** @type {any} */ (document.querySelector("analyzer-page")).openFiles([file]);
  }, tooLarge);
  await expect(page.getByRole("alert")).toContainText("「大.txt」は大きすぎて開けません");
  await paste(page, "本文です。");
  await expect(page.locator(characters)).toHaveText("5 字");
});
