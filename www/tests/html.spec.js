import { chooseLine, expect, test } from "./fixtures.js";

/** @import { Page } from "@playwright/test" */

/** An article as a browser copies it, with what tries to run or to load. */
const COPIED = {
  html: `<meta charset="utf-8"><nav><a href="/">ホーム</a> <a href="/n">ニュース</a></nav>
    <article><h1>島の灯台が百歳になった</h1><time datetime="2025-03-04T18:40:00+09:00">3月4日 18時40分</time>
    <script>document.title = "run"</script><style>body { display: none }</style>
    <figure><img src="https://example.com/a.jpg" onerror="document.title = 'run'"><figcaption>朝の灯台</figcaption></figure>
    <p onclick="alert(1)">島の<ruby>灯台<rt>とうだい</rt></ruby>が百歳になり、記念の点灯式が開かれた。集まったのは三百人。</p>
    <p>灯台守の家も、この夏から泊まれる宿になる。予約は来月から受け付ける。</p>
    <ul><li>点灯は毎晩七時から</li></ul></article>
    <iframe src="https://example.com/frame"></iframe>
    <aside class="related"><h2>あわせて読みたい</h2><a href="/x">海の道をゆく小さな船</a></aside>`,
  text: "ホーム ニュース\n島の灯台が百歳になった\n3月4日 18時40分\n朝の灯台\n島の灯台が百歳になり、記念の点灯式が開かれた。集まったのは三百人。",
};

/** The lines of its text. */
const LINES = [
  "ホーム ニュース",
  "島の灯台が百歳になった",
  "3月4日 18時40分",
  "朝の灯台",
  "島の灯台が百歳になり、記念の点灯式が開かれた。集まったのは三百人。",
  "灯台守の家も、この夏から泊まれる宿になる。予約は来月から受け付ける。",
  "点灯は毎晩七時から",
  "あわせて読みたい",
  "海の道をゆく小さな船",
];

/**
 * Pastes into the box what the clipboard holds after copying from a page or a program.
 *
 * @param {Page} page
 * @param {{html: string, text: string}} copied
 */
const pasteCopied = (page, copied) =>
  page.locator("textarea").evaluate((box, { html, text }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, copied);

const roles = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const { report } = /** @type {any} */ (document.querySelector("analyzer-page")).session;
    return (report?.blocks ?? []).map((/** @type {{role: string}} */ { role }) => role);
  });

const characters = "[data-number=characters] strong";

test("a pasted page gives its structure, and nothing of it runs, loads or is shown", async ({ page }) => {
  await page.goto("/");
  await pasteCopied(page, COPIED);
  await expect(page.locator("article-text .block")).toHaveText(LINES);
  expect(await roles(page)).toEqual([
    "navigation", "title", "date", "caption", "paragraph", "paragraph", "listItem", "related", "related",
  ]);
  await expect(page.locator("h1")).toContainText("島の灯台が百歳になった");
  expect(await page.locator("article-text :is(script, img, iframe, style, ruby, a)").count()).toBe(0);
  expect(await page.title()).not.toBe("run");
  await page.keyboard.press("e");
  await expect(page.locator("textarea")).toHaveValue(/^ホーム ニュース\n\n島の灯台/);
});

test("a pasted page is corrected, kept and brought back with its structure", async ({ page }) => {
  await page.goto("/");
  await pasteCopied(page, COPIED);
  const caption = page.locator("article-text .block").nth(3);
  await chooseLine(caption);
  await page.locator(".card select").first().selectOption("paragraph");
  await expect.poll(async () => (await roles(page))[3]).toBe("paragraph");
  expect((await roles(page))[6]).toBe("listItem");
  await page.reload();
  await expect(page.locator("article-text .block")).toHaveText(LINES);
  await expect.poll(async () => (await roles(page)).slice(2, 8)).toEqual(
    ["date", "paragraph", "paragraph", "paragraph", "listItem", "related"],
  );
  await page.getByRole("button", { name: "別の記事" }).click();
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect.poll(async () => (await roles(page))[6]).toBe("listItem");
});

test("an edited page is plain text from then on, which is said and can be taken back", async ({ page }) => {
  await page.goto("/");
  await pasteCopied(page, COPIED);
  await expect(page.locator("article-text .block")).toHaveText(LINES);
  await page.keyboard.press("e");
  const note = page.locator(".notice", { hasText: "文面だけで分析しています" });
  await expect(note).toHaveCount(0);
  const box = page.locator("textarea");
  const whole = await box.inputValue();
  await box.press("ControlOrMeta+End");
  await box.pressSequentially("おわり。");
  await expect(note).toBeVisible();
  await expect.poll(() => roles(page)).not.toContain("listItem");
  await page.locator("[data-action=unedit]").click();
  await expect(box).toHaveValue(whole);
  await expect(box).toBeFocused();
  await expect(note).toHaveCount(0);
  await expect.poll(() => roles(page)).toContain("listItem");
  await box.pressSequentially("a");
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "別の記事" }).click();
  await expect(note).toHaveCount(0);
});

for (const { what, ...copied } of [
  {
    what: "says no more",
    html: `<div style="font-family: Consolas; white-space: pre"><div><span style="color: #00f">港の朝は早い。</span></div></div>`,
    text: "港の朝は早い。\n   次の行。",
  },
  {
    what: "lacks some of it",
    html: `<p>写真</p><img src="https://example.com/b.jpg">`,
    text: "港の朝は早い。船が三隻出ていった。",
  },
]) {
  test(`plain text is taken where HTML ${what}`, async ({ page }) => {
    await page.goto("/");
    await pasteCopied(page, copied);
    await expect(page.locator("article-text .block").first()).toContainText("港の朝は早い。");
    await page.keyboard.press("e");
    await expect(page.locator("textarea")).toHaveValue(copied.text);
  });
}

test("a paste into a text is plain text", async ({ page }) => {
  await page.goto("/");
  await page.locator("textarea").fill("書きかけの文。");
  await page.locator("textarea").press("End");
  const isPrevented = await page.locator("textarea").evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", "<h1>題</h1>");
    return !box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  expect(isPrevented).toBe(false);
  await expect(page.locator(characters)).toHaveText("7 字");
});

test("a part of a page is dropped with its structure", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(({ html, text }) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", text);
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, COPIED);
  await expect(page.locator("article-text .block")).toHaveText(LINES);
});

for (const implementation of /** @type {const} */ (["worker", "local"])) {
  test(`${implementation}: HTML and elements give reports`, async ({ page }) => {
    await page.goto("/source/tests/harness.html");
    await page.locator("html[data-ready]").waitFor();
    const found = await page.evaluate(
      async ({ html, implementation }) => {
        const analyzer = await Analyzer.load({ implementation });
        const report = await analyzer.analyze({ html });
        const host = document.createElement("div");
        const add = (/** @type {string} */ name, /** @type {string} */ text, display = "") => {
          const child = host.appendChild(document.createElement(name));
          child.textContent = text;
          child.style.display = display;
          return child;
        };
        add("h2", "小さな見出し");
        add("p", "見えない段落。", "none");
        add("span", "一行目の文です。", "block");
        add("span", "二行目の文です。", "block");
        add("p", "隠した語").style.visibility = "hidden";
        add("script", "document.title = 'run'").setAttribute("type", "text/plain");
        const box = add("div", "");
        box.attachShadow({ mode: "open" }).append(document.createElement("slot"), " & <影>");
        box.append("差し込んだ文");
        document.body.append(host);
        const before = host.outerHTML;
        const element = await analyzer.analyzeElement(host);
        const detached = document.createElement("p");
        detached.textContent = "どこにもない段落です。";
        const bomb = await analyzer.analyze({ html: `<p>始まり。${"<div>".repeat(100_000)}終わり。` });
        const slice = (/** @type {import("../pkg/article_analyzer.js").Report} */ { text, blocks }) => blocks.map(({ span }) => text.slice(span.start, span.end));
        return {
          lines: slice(report),
          title: report.metadata.title,
          element: slice(element),
          isUntouched: host.outerHTML === before,
          roles: element.blocks.map(({ role }) => role),
          detached: (await analyzer.analyzeElement(detached)).text,
          warnings: bomb.warnings.map(({ code }) => code),
          bomb: slice(bomb),
        };
      },
      { html: COPIED.html, implementation },
    );
    expect(found.lines).toEqual(LINES);
    expect(found.title).toBe("島の灯台が百歳になった");
    expect(found.element).toEqual(["小さな見出し", "一行目の文です。", "二行目の文です。", "差し込んだ文 & <影>"]);
    expect(found.roles[0]).toBe("heading");
    expect(found.isUntouched).toBe(true);
    expect(found.detached).toBe("どこにもない段落です。");
    expect(found.warnings).toContain("html-too-deep");
    expect(found.bomb).toEqual(["始まり。", "終わり。"]);
  });
}
