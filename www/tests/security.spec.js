import { readFileSync } from "node:fs";
import { chooseLine, expect, test } from "./fixtures.js";
import { INJECTIONS } from "./injections.js";

/** @import { Frame, Page } from "@playwright/test" */

/** Between them what is odd may stand: an article's own lines. */
const AROUND = ["港の図書館が新しくなった", "市の図書館は来月の一日に開くと、館長の中村氏は話した。"];

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.locator("textarea").waitFor();
  page.on("dialog", (dialog) => dialog.dismiss());
});

/**
 * What came of the texts: nothing ran, no element that could run or load was made, the page is where it was. That
 * nothing was asked for is what every test checks.
 *
 * @param {Page | Frame} page
 */
async function expectNothingRan(page) {
  const found = await page.evaluate(() => ({
    injected: /** @type {any} */ (globalThis).injected ?? /** @type {any} */ ({}).injected,
    made: [...document.querySelectorAll("iframe, object, embed, portal, marquee, base, form[action], img, video, audio, math, a[href^='java' i]")].map(({ outerHTML }) => outerHTML),
    handlers: [...document.querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length,
  }));
  expect(found).toEqual({ injected: undefined, made: [], handlers: 0 });
}

const analysed = (/** @type {Page} */ page) =>
  page.waitForFunction(() => /** @type {any} */ (document.querySelector("analyzer-page")).session.isCurrent);

const open = (/** @type {Page} */ page, /** @type {string} */ text) =>
  page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), text);

test("there are enough of them, and all differ", () => {
  expect(new Set(INJECTIONS).size).toBe(INJECTIONS.length);
  expect(INJECTIONS.length).toBeGreaterThanOrEqual(100);
});

test("they run where a page takes them for markup", async ({ context }) => {
  const careless = await context.newPage();
  careless.on("dialog", (dialog) => dialog.dismiss());
  await careless.route("**", (route) => route.abort());
  await careless.setContent(INJECTIONS.join("\n"), { waitUntil: "commit" });
  await expect.poll(() => careless.evaluate(() => /** @type {any} */ (globalThis).injected)).toBe(1);
});

test("as an article, in every view, and written in every format", async ({ page }) => {
  test.slow();
  await open(page, [AROUND[0], ...INJECTIONS.map((injection) => `${AROUND[1]}「${injection}」と話した。`), ...INJECTIONS].join("\n"));
  await expect(page.locator("article-text .block").first()).toBeVisible();
  await analysed(page);
  await chooseLine(page.locator(".block").nth(3));
  for (const key of "23456781") {
    await page.keyboard.press(key);
    await expectNothingRan(page);
  }
  await page.locator("[data-action=exports]").click();
  const saving = page.waitForEvent("download");
  await page.locator("[data-format=html]").click();
  const html = readFileSync(await (await saving).path(), "utf8");
  const other = await page.context().newPage();
  await other.setContent(html);
  await expectNothingRan(other);
});

test("as HTML, each by itself and all of them together", async ({ page }) => {
  test.slow();
  for (const [index, injection] of [...INJECTIONS, INJECTIONS.join("</p><p>")].entries()) {
    const title = `${index}番目の図書館`;
    const html = `<h1>${title}</h1><p>${AROUND[1]}</p><p>${injection}</p><p>${AROUND[1]}</p>`;
    await open(page, "");
    await page.locator("textarea").evaluate(
      (box, [html, text]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", text);
        box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      /** @type {const} */ ([html, AROUND.join("\n")]),
    );
    await page.waitForFunction((title) => {
      const { session } = /** @type {any} */ (document.querySelector("analyzer-page"));
      return session.isCurrent && session.report?.text.includes(title);
    }, title);
  }
  await expectNothingRan(page);
});

test("as the names of files", async ({ page }) => {
  const names = INJECTIONS.map((injection) => injection.replaceAll("/", "∕"));
  for (let from = 0; from < names.length; from += 20) {
    await page.evaluate(
      ([names, text]) => {
        const files = names.map((name) => new File([text], name));
        /** @type {any} */ (document.querySelector("analyzer-page")).openFiles(files);
      },
      /** @type {[string[], string]} */ ([names.slice(from, from + 20), AROUND.join("\n")]),
    );
    await page.waitForTimeout(200);
    await expectNothingRan(page);
  }
});

test("as a dictionary and as settings", async ({ page }) => {
  await open(page, AROUND.join("\n"));
  await expect(page.locator("article-text .block").first()).toBeVisible();
  await page.goto("/#names");
  const lines = INJECTIONS.map((injection) => injection.replaceAll(/[\t\n]/g, " "));
  const table = lines.flatMap((line) => [`${line}\tperson\t${line}`, `名前\t${line}`]).join("\n");
  await page.locator("[data-action=open-dictionary]").setInputFiles({ name: "names.tsv", mimeType: "text/tab-separated-values", buffer: Buffer.from(table) });
  await expect(page.locator("[data-part=dictionary-errors] li").first()).toBeVisible();
  await expectNothingRan(page);
  await page.locator("[data-action=settings]").click();
  const settings = { theme: INJECTIONS[0], language: INJECTIONS[1], pace: INJECTIONS[2], stopWords: INJECTIONS, countedRoles: INJECTIONS };
  const files = [...INJECTIONS, JSON.stringify({ kind: "article-analyzer-settings", version: 1, settings })];
  for (const content of files.slice(-30)) {
    const buffer = Buffer.from(content);
    await page.locator("[data-action=import-settings]").setInputFiles({ name: "settings.json", mimeType: "application/json", buffer });
    await expect(page.getByRole("dialog").getByRole("status")).not.toBeEmpty();
  }
  await expectNothingRan(page);
});

test("in the fragment of the page and of the frame", async ({ page, origin }) => {
  for (const injection of INJECTIONS) {
    await page.evaluate((injection) => (location.hash = injection), injection);
  }
  await expectNothingRan(page);
  const options = ["origin", "theme", "sections", "interface-language", "language", "box"];
  for (const injection of INJECTIONS.slice(-60)) {
    const fragment = new URLSearchParams(options.map((name) => [name, injection]));
    await page.goto(`${origin}/embed.html?${encodeURIComponent(injection).length}#${fragment}`);
  }
  await expectNothingRan(page);
});

test("as messages to the page and to the frame", async ({ page, origin }) => {
  await page.evaluate((all) => all.forEach((text) => postMessage({ type: "article-analyzer", text, html: text, options: { [text]: text } }, "*")), INJECTIONS);
  await expectNothingRan(page);
  await page.goto(`${origin}/embed.html`);
  const send = (/** @type {unknown[]} */ messages) => page.evaluate((messages) => messages.forEach((message) => postMessage(message, "*")), messages);
  await send(INJECTIONS.flatMap((text) => [text, { type: "article-analyzer", text }, { type: "article-analyzer", html: text }, { type: text }]));
  await expect(page.locator("[part=numbers], [part=message]").first()).toBeVisible();
  await expectNothingRan(page);
});
