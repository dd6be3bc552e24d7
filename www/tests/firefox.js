import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { POLICY, SITE, fileIn, serve, startServer } from "./server.js";

/** @import { Browser, Page } from "puppeteer-core" */

// What a reader does, once through, in Firefox: `FIREFOX=/usr/bin/firefox-esr node --test tests/firefox.js`.

const ONE_FILE = fileURLToPath(new URL("../../dist/article-analyzer.html", import.meta.url));
const TITLE = "新しい図書館が港に開いた";
const ARTICLE = `${TITLE}\n\n2025年3月4日 18:40\n\n港町に新しい図書館が開いた。座席は120席あり、夜9時まで使える。「静かで広い」と近くの学生は話す。\n`;
const OTHER = "港の図書館、朝も開く\n\n2025年3月5日 9:00\n\n港町の図書館の座席は150席になった。朝7時から使える。\n";
const NOTHING = /(?!)/;
/** How long something may take to appear, in milliseconds. */
const PATIENCE = 45_000;

/** @type {Browser} */
let browser;
/** @type {Page} */
let page;
/** @type {{origin: string, close: () => void}} */
let site;
const folder = mkdtempSync(join(tmpdir(), "firefox-"));
/** What the page did that it must not: requests to others, breaches of its policy, errors. @type {string[]} */
let wrongs = [];
/** What of it the test asked for. */
let meant = NOTHING;

before(async () => {
  site = await startServer();
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env["FIREFOX"] ?? "/usr/bin/firefox-esr",
    // Firefox ESR knows no command for the size of the page.
    defaultViewport: null,
    args: ["--width=1280", "--height=900"],
    extraPrefsFirefox: { "intl.accept_languages": "ja-JP, ja", "dom.events.testing.asyncClipboard": true },
  });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
  site?.close();
});

beforeEach(async () => {
  [wrongs, meant] = [[], NOTHING];
  page = await (await browser.createBrowserContext()).newPage();
  page.on("request", (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:|blob:|data:|file:)/.test(request.url())) wrongs.push(`request to ${request.url()}`);
  });
  page.on("pageerror", (error) => {
    // Firefox says so of its own scripts now and then, before one of the page has begun.
    if (!/Permission denied to access property "length"/.test(String(error))) wrongs.push(String(error));
  });
  page.on("console", (message) => {
    if (message.type() === "error") wrongs.push(message.text());
  });
  await page.evaluateOnNewDocument(() => {
    const breaches = Reflect.set(window, "breaches", []) && Reflect.get(window, "breaches");
    addEventListener("securitypolicyviolation", ({ blockedURI }) => breaches.push(`policy broken by ${blockedURI}`));
  });
});

afterEach(async () => {
  wrongs.push(...(await breaches()));
  await page.browserContext().close();
  assert.deepEqual(wrongs.filter((wrong) => !meant.test(wrong)), []);
});

/**
 * Waits until what is asked of the page is true. Asked from here: the page's policy lets no code be made of strings.
 *
 * @template A
 * @param {(given: A) => boolean | undefined | Promise<boolean>} question
 * @param {A} [given]
 */
async function until(question, given) {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(/** @type {(given: any) => unknown} */ (question), given))) {
    assert.ok(Date.now() < end, `never came true: ${question} ${given === undefined ? "" : JSON.stringify(given)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const breaches = () => page.evaluate(() => /** @type {string[]} */ (Reflect.get(window, "breaches")).splice(0));

/** @param {string} selector @param {string} text */
const shows = (selector, text) =>
  until(([selector, text]) => [...document.querySelectorAll(selector)].some((element) => element.textContent?.includes(text)), [selector, text]);

/** @param {string} selector */
const isThere = (selector) => until((selector) => document.querySelector(selector) !== null, selector);

/** @param {string} text */
async function paste(text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.down("Control");
  await page.keyboard.press("v");
  await page.keyboard.up("Control");
}

/** Opens the page and pastes an article. @param {string} [address] */
async function openArticle(address = `${site.origin}/`) {
  await page.goto(address);
  await until(() => document.activeElement?.matches("textarea"));
  await paste(ARTICLE);
  await shows("article-text .block", TITLE);
}

/** What a highlight covers. @param {string} name */
const highlighted = (name) =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endOffset }) => String(startContainer.nodeValue).slice(startOffset, endOffset)), name);

describe("the page", () => {
  test("loads under its policy and starts with an empty box", async () => {
    await page.goto(`${site.origin}/`);
    await until(() => document.activeElement?.matches("main.first textarea"));
    await shows(".lead", "文章はこの端末から出ません");
    meant = /https:\/\/example\.com\//;
    const answer = await page.evaluate(() => fetch("https://example.com/").then(() => "sent", () => "blocked"));
    assert.equal(answer, "blocked");
    assert.deepEqual([...new Set(await breaches())], ["policy broken by https://example.com/"]);
  });

  test("analyses what is pasted, in a worker and with its models", async () => {
    await openArticle();
    await shows("[data-number=sentences]", "3 文");
    await shows(".meta", "2025年3月4日");
    const { warnings, roles } = await page.evaluate(() => {
      const { report } = /** @type {any} */ (document.querySelector("analyzer-page")).session;
      return { warnings: report.warnings, roles: report.blocks.map((/** @type {any} */ block) => block.role) };
    });
    assert.deepEqual(warnings, []);
    assert.deepEqual(roles, ["title", "date", "paragraph"]);
    assert.deepEqual(await highlighted("quantities"), ["120席"]);
  });

  test("opens every view, and the article again after a reload", async () => {
    await openArticle();
    for (const [key, view] of ["statistics", "words", "names", "figures", "style", "compare"].entries()) {
      await page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (String(key + 2)));
      await until((view) => location.hash === `#${view}` && document.querySelector("#panel")?.textContent?.trim() !== "", view);
    }
    await page.reload();
    await isThere("#tab-compare[aria-selected=true]");
    await page.keyboard.press("1");
    await shows("article-text .block", TITLE);
  });

  test("sets two texts side by side", async () => {
    await page.goto(`${site.origin}/`);
    await isThere("input[type=file]");
    const files = [ARTICLE, OTHER].map((text, index) => join(folder, `${index}.txt`));
    for (const [index, file] of files.entries()) writeFileSync(file, [ARTICLE, OTHER][index]);
    const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await page.$("input[type=file]"));
    await input.uploadFile(...files);
    await until(() => location.hash === "#compare");
    await shows("#panel", "150席");
    await shows("#panel", "120席");
  });

  test("is used by keys alone", async () => {
    await openArticle();
    await page.keyboard.press("n");
    await isThere(".card h2");
    await page.keyboard.press("s");
    await until(() => CSS.highlights.has("sentences"));
    await page.keyboard.press("/");
    await until(() => document.activeElement?.matches("input[type=search]"));
    await page.keyboard.type("学生");
    await page.keyboard.press("Enter");
    await until(() => CSS.highlights.has("current"));
    assert.deepEqual(await highlighted("current"), ["学生"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await isThere("dialog.keys[open]");
    await page.keyboard.press("Escape");
    await until(() => !document.querySelector("dialog[open]"));
    await page.keyboard.press("e");
    await until(() => document.activeElement?.matches("textarea"));
    await page.keyboard.press("Escape");
    await isThere("article-text .block");
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".skip")).focus());
    /** @type {Set<string>} */
    const reached = new Set();
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      // Past the last one the browser's own buttons follow.
      if (!(await page.evaluate(() => document.hasFocus()))) break;
      const { name, what, isSeen } = await page.evaluate(() => {
        const { activeElement } = document;
        const { outlineStyle, outlineWidth } = getComputedStyle(activeElement ?? document.body);
        return { what: activeElement?.outerHTML.slice(0, 200), name: activeElement?.closest("[role=tab], .site-actions, article-text, .inspector, .chips")?.className ?? "", isSeen: activeElement === document.body || (outlineStyle !== "none" && outlineWidth !== "0px") };
      });
      assert.ok(isSeen, `no outline at ${what}`);
      reached.add(name.split(" ")[0]);
    }
    for (const part of ["site-actions", "chips", "inspector"]) assert.ok(reached.has(part), `${part} among ${[...reached].join(", ")}`);
  });

  test("holds a long text beside the box and sets it out to its end", async () => {
    const text = Array.from({ length: 2000 }, (_, index) => `${index}番目の駅は山の上にあり、朝の列車は7時15分に着く。`).join("\n");
    await page.goto(`${site.origin}/`);
    await until(() => document.activeElement?.matches("textarea"));
    await paste(text);
    await shows("article-text .block", "0番目の駅");
    await page.keyboard.press("e");
    await shows(".held", "長い文章です");
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await until(() => document.activeElement?.matches("input[type=search]"));
    await page.keyboard.type("1998番目");
    await page.keyboard.press("Enter");
    await until(() => {
      const line = [...document.querySelectorAll("article-text .block")].find((block) => block.textContent?.startsWith("1998番目"));
      const { top = -1, bottom = 0 } = line?.getBoundingClientRect() ?? {};
      return top >= 0 && bottom <= innerHeight;
    });
  });

  test("keeps the text and says so when the core breaks off", async () => {
    const headers = { "content-security-policy": POLICY };
    const breaks = `self.addEventListener("message", (event) => {
      if (!event.data.source?.includes("溢れる")) return;
      event.stopImmediatePropagation();
      throw new Error("out of memory");
    });`;
    const broken = await serve((path) => {
      const file = fileIn(SITE, path);
      if (!file || !/worker-[\w-]+\.js$/.test(file) || /service|runner/.test(file)) return { file, headers };
      return { body: breaks + readFileSync(file, "utf8"), type: "text/javascript", headers };
    });
    meant = /out of memory/;
    await openArticle(`${broken.origin}/`);
    await page.keyboard.press("e");
    await until(() => document.activeElement?.matches("textarea"));
    await page.keyboard.type("溢れる文。");
    await shows("[role=alert]", "文章は残っています");
    const kept = await page.evaluate(() => document.querySelector("textarea")?.value ?? "");
    assert.ok(kept.includes("溢れる文。") && kept.includes(TITLE), kept);
    broken.close();
  });

  test("works without its server after the first visit", async () => {
    const passing = await startServer();
    await page.goto(`${passing.origin}/`);
    await until(async () => (await navigator.serviceWorker.ready).active?.state === "activated" && navigator.serviceWorker.controller !== null);
    passing.close();
    await page.reload();
    await until(() => document.activeElement?.matches("textarea"));
    await paste(ARTICLE);
    await shows("article-text .block", TITLE);
    const warnings = await page.evaluate(() => /** @type {any} */ (document.querySelector("analyzer-page")).session.report.warnings);
    assert.deepEqual(warnings, []);
  });
});

test("the page as one file works from a folder", async () => {
  const copy = join(folder, "記事.html");
  copyFileSync(ONE_FILE, copy);
  await page.goto(pathToFileURL(copy).href);
  await until(() => document.activeElement?.matches("textarea"));
  await page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), ARTICLE);
  await shows("article-text .block", TITLE);
  const { warnings, words } = await page.evaluate(() => {
    const { report } = /** @type {any} */ (document.querySelector("analyzer-page")).session;
    return { warnings: report.warnings, words: report.tokens.length };
  });
  assert.deepEqual(warnings, []);
  assert.ok(words > 20);
});

test("the elements work on a page that embeds them", async () => {
  await page.goto(`${site.origin}/embedding.html`);
  await until(() => document.querySelector("[data-snippet=report] .live article-report")?.shadowRoot?.querySelector("[part=numbers]")?.textContent?.includes("文"));
  await until(() => document.querySelector("[data-snippet=events] output")?.textContent === "ja 2");
  await until(() => /** @type {HTMLIFrameElement} */ (document.querySelector("#frame")).contentDocument?.querySelector("article-report")?.shadowRoot?.querySelector("[part=numbers]")?.textContent?.includes("2 文"));
});
