import { readFileSync } from "node:fs";
import { ARTICLE, SAMPLES, expect, test } from "./fixtures.js";
import { POLICY, SITE, fileIn, serve } from "./server.js";

/** @import { Page } from "@playwright/test" */

// The only tests with a service worker.
test.use({ serviceWorkers: "allow" });

/** Opens the page and waits until it is kept. @param {Page} page */
async function install(page) {
  await page.goto("/");
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** All that the caches hold. @param {Page} page */
const cached = (page) =>
  page.evaluate(async () => {
    const entries = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        const isText = /text|javascript|json|html/.test(response?.headers.get("content-type") ?? "");
        entries.push({ url: request.url, text: isText ? await response?.text() : "" });
      }
    }
    return entries;
  });

test("works without a network after the first visit, with its models", async ({ page, context }) => {
  await install(page);
  const urls = (await cached(page)).map(({ url }) => url);
  for (const part of [/third-party\.txt/, /\.wasm/, /ja-words-[\w-]+\.model/, /en-names-[\w-]+\.model/, /worker-[\w-]+\.js/, /index\.html/]) {
    expect(urls.some((url) => part.test(url)), String(part)).toBe(true);
  }
  expect(urls.some((url) => url.includes("light"))).toBe(false);
  await context.setOffline(true);
  await expect(page.locator(".notice")).toContainText("オフラインです");
  await page.reload();
  await page.getByRole("button", { name: "日本語の記事" }).click();
  await expect(page.locator("article-text .block").first()).toBeVisible();
  const warnings = await page.evaluate(() => /** @type {any} */ (document.querySelector("analyzer-page")).session.report.warnings);
  expect(warnings).toEqual([]);
  for (const key of ["2", "3", "4", "5", "6", "7"]) {
    await page.keyboard.press(key);
    await expect(page.locator("#panel")).toBeVisible();
  }
  expect((await cached(page)).map(({ url }) => url).sort()).toEqual(urls.sort());
});

test("what is pasted and shared never reaches a cache", async ({ page }) => {
  await install(page);
  await page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), ARTICLE);
  await expect(page.locator("article-text .block").first()).toBeVisible();
  await share(page, { title: "題", text: "共有された文章です。よく晴れた朝でした。" });
  await expect(page.locator("article-text")).toContainText("共有された文章です。");
  for (const { text } of await cached(page)) {
    expect(text).not.toContain("港町に新しい図書館");
    expect(text).not.toContain("共有された文章");
  }
});

/**
 * Shares to the page as the system does: it posts a form to where the manifest says.
 *
 * @param {Page} page
 * @param {Record<string, string>} fields
 * @param {{name: string, content: string, type: string}} [file]
 */
async function share(page, fields, file) {
  const manifest = await page.request.get(new URL("/manifest.webmanifest", page.url()).href);
  const { share_target } = await manifest.json();
  await page.goto("/system.html");
  const arrived = page.waitForURL(/shared=|\/$/);
  await page.evaluate(
    ({ fields, file, share_target }) => {
      const form = document.createElement("form");
      Object.assign(form, { method: share_target.method, enctype: share_target.enctype, action: share_target.action });
      for (const [name, value] of Object.entries(fields)) {
        const input = document.createElement("textarea");
        Object.assign(input, { name, value });
        form.append(input);
      }
      if (file) {
        const input = document.createElement("input");
        const data = new DataTransfer();
        data.items.add(new File([file.content], file.name, { type: file.type }));
        Object.assign(input, { name: "files", type: "file" });
        input.files = data.files;
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    },
    { fields, file, share_target },
  );
  await arrived;
}

test("takes a text, a file, and says what an address alone lacks", async ({ page }) => {
  await install(page);
  await share(page, { title: "港の図書館", text: "新しい図書館が開きました。\n席は120あります。", url: "https://example.com/a" });
  await expect(page.locator("article-text")).toContainText("席は120あります。");
  await expect(page).toHaveURL(/\/$/);

  await share(page, {}, { name: "記事.html", content: "<h1>川辺の市</h1><p>朝市が六月に始まります。</p>", type: "text/html" });
  await expect(page.locator("article-text")).toContainText("朝市が六月に始まります。");

  await share(page, { title: "見出し", text: "https://example.com/news/1" });
  await expect(page.getByRole("alert")).toContainText("アドレスだけ");
  await expect(page.locator("article-text")).toContainText("朝市が六月に始まります。");
});

test("opens files that the system hands it", async ({ page }) => {
  await page.addInitScript(() => {
    const file = { getFile: async () => new File(["渡されたファイルの文章です。"], "渡.txt", { type: "text/plain" }) };
    const launchQueue = { setConsumer: (/** @type {any} */ take) => take({ files: [file] }) };
    Object.defineProperty(window, "launchQueue", { value: launchQueue });
  });
  await page.goto("/");
  await expect(page.locator("article-text")).toContainText("渡されたファイルの文章です。");
});

test("can be installed: its manifest names what is there", async ({ page, origin }) => {
  await page.goto("/");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(new URL(href ?? "", `${origin}/`).href)).json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: "./", lang: "ja" });
  expect(manifest.share_target).toMatchObject({ method: "POST", enctype: "multipart/form-data" });
  expect(manifest.file_handlers[0].accept["text/html"]).toContain(".html");
  for (const { src, sizes } of manifest.icons) {
    const icon = await page.request.get(new URL(src, `${origin}/`).href);
    expect(icon.ok(), src).toBe(true);
    if (sizes === "any") continue;
    const [width, height] = [16, 20].map((at) => icon.body().then((bytes) => bytes.readUInt32BE(at)));
    expect(`${await width}x${await height}`).toBe(sizes);
  }
});

test("an update is told of, taken when the reader says so, and leaves nothing of the old version", async ({ context }) => {
  const OLD_SCRIPT = "assets/old-00000000.js";
  let isOld = true;
  const headers = { "content-security-policy": POLICY };
  // The old version has another page, and a script that the new one does not know.
  const server = await serve((path) => {
    const file = fileIn(SITE, path);
    if (!isOld) return { file, headers };
    if (path === `/${OLD_SCRIPT}`) return { body: "export {};", type: "text/javascript", headers };
    if (file?.endsWith("/index.html")) return { body: readFileSync(file, "utf8").replace("<head>", "<head><meta name=old>"), headers };
    if (!file?.endsWith("service-worker.js")) return { file, headers };
    const list = /\{"revision":"\w+","url":"index\.html"\}/;
    const script = readFileSync(file, "utf8");
    expect(script).toMatch(list);
    return { body: script.replace(list, `{revision:"old",url:"index.html"},{revision:null,url:"${OLD_SCRIPT}"}`), type: "text/javascript", headers };
  });
  const page = await context.newPage();
  const isOldPage = () => page.evaluate(() => document.querySelector("meta[name=old]") !== null);
  const old = async () => (await cached(page)).map(({ url }) => url).filter((url) => /old/.test(url));
  await page.goto(server.origin);
  await page.waitForFunction(() => navigator.serviceWorker?.controller !== null);
  // As an older Workbox left it.
  await page.evaluate((origin) => caches.open(`workbox-precache-v1-${origin}/`), server.origin);
  await page.reload();
  expect(await isOldPage()).toBe(true);
  await page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), SAMPLES.en);
  await expect(page.locator("article-text .block").first()).toBeVisible();
  await expect(page.locator("[data-action=update]")).toHaveCount(0);
  expect(await old()).toHaveLength(2);

  isOld = false;
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.locator(".notices")).toContainText("新しい版があります");
  // Until the reader says so it is the old version, whole, although the server has it no more.
  await page.reload();
  expect(await isOldPage()).toBe(true);
  await expect(page.locator(".notices")).toContainText("新しい版があります");

  const loaded = page.waitForEvent("load");
  await page.locator("[data-action=update]").click();
  await loaded;
  expect(await isOldPage()).toBe(false);
  await expect(page.locator("article-text")).toContainText("The Ferry That Runs on Yesterday");
  await expect(page.locator("[data-action=update]")).toHaveCount(0);
  await expect.poll(old).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual([expect.stringContaining("precache-v2")]);
  server.close();
});
