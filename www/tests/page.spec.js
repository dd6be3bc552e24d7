import { ARTICLE, MEGABYTE, chooseLine, expect, highlighted, openArticle, paste, test } from "./fixtures.js";
import { POLICY } from "./server.js";

test("an article is pasted, read, and there again after a reload", async ({ page }) => {
  await openArticle(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("新しい図書館が港に開いた");
  await expect(page.locator(".meta")).toContainText("2025年3月4日");

  await test.step("numbers", async () => {
    await expect(page.locator("[data-number=characters]")).toContainText("74 字");
    await expect(page.locator("[data-number=sentences]")).toContainText("6 文");
    await expect(page.locator("[data-number=left-out]")).toContainText("除外");
    await page.locator("[data-number=characters] select").selectOption({ label: "すべて" });
    await expect(page.locator("[data-number=characters] strong")).toHaveText("79 字");
  });

  await test.step("roles", async () => {
    const roles = page.locator("article-text .block");
    const found = await roles.evaluateAll((blocks) => blocks.map((block) => block.dataset.role));
    expect(found).toEqual(["title", "date", "heading", "paragraph", "listItem", "listItem"]);
  });

  await test.step("a highlighted span", async () => {
    expect(await highlighted(page, "sentences")).toEqual([]);
    await page.locator(".chip[data-layer=sentences]").click();
    await expect.poll(() => highlighted(page, "sentences")).toContain("座席は120席あり、夜9時まで使える。");
    expect(await highlighted(page, "sentences-alternate")).toContain("港町に新しい図書館が開いた。");
  });

  await test.step("the interface in English", async () => {
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("tab", { name: "Text" })).toBeVisible();
    await expect(page.locator("[data-number=sentences]")).toContainText("6 sentences");
  });

  await test.step("after a reload", async () => {
    await page.reload();
    await expect(page.locator("article-text .block[data-role=paragraph]")).toContainText("「静かで広い」と近くの学生は話す。");
    await expect(page.getByRole("tab", { name: "Text" })).toBeVisible();
    await page.keyboard.press("e");
    await expect(page.locator("textarea")).toHaveValue(ARTICLE);
  });
});

test("the page keeps its policy and asks nobody else", async ({ page, context, origin, guard }) => {
  /** @type {string[]} */
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  const response = await page.goto("/");
  expect(response?.headers()["content-security-policy"]).toBe(POLICY);
  expect(POLICY).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  await page.getByRole("button", { name: "日本語の記事" }).click();
  await expect(page.locator("article-text .block").first()).toBeVisible();
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  const blocked = await page.evaluate(() => fetch("https://example.com/").then(() => "sent", () => "blocked"));
  expect(blocked).toBe("blocked");
  expect(guard.splice(0).join()).toContain("connect-src 'self'");
  asked.length = 0;
  await page.keyboard.press("e");
  await page.keyboard.type("もう一文。");
  await page.waitForTimeout(600);
  expect(asked).toEqual([]);
});

test("a view is a link: the fragment opens it, and follows it", async ({ page }) => {
  await openArticle(page);
  await page.goto("/#figures");
  await expect(page.getByRole("tab", { name: "数値" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("[data-table=figures]")).toBeVisible();
  await page.keyboard.press("4");
  await expect(page).toHaveURL(/#names$/);
  await page.keyboard.press("1");
  await expect(page).toHaveURL(/\/$/);
  await page.evaluate(() => (location.hash = "#style"));
  await expect(page.getByRole("tab", { name: "文体" })).toHaveAttribute("aria-selected", "true");
  await page.evaluate(() => (location.hash = "#nothing"));
  await expect(page.getByRole("tab", { name: "文体" })).toHaveAttribute("aria-selected", "true");
});

test("a language without rules of its own is told, and what can be measured is there", async ({ page }) => {
  await openArticle(page, "Порт снова открыт\n\nСтарый порт снова открылся в апреле после двух лет работ. Рыбаки вернулись вчера.\n");
  await expect(page.locator(".notice")).toContainText("専用の規則がありません");
  await expect(page.locator("[data-number=characters] strong")).toContainText("字");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator(".notice")).toContainText("no rules of its own");
  await expect(page.locator(".notice")).toHaveCount(1);
  await page.keyboard.press("2");
  await expect(page.locator(".statistics")).toBeVisible();
});

test("both samples are articles among page noise", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "英語の記事" }).click();
  await expect(page.locator(".fold-button").first()).toBeVisible();
  await expect(page.locator("article-text")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Ferry That Runs on Yesterday's Wind");
  await page.getByRole("button", { name: "別の記事" }).click();
  await page.getByRole("button", { name: "日本語の記事" }).click();
  await expect(page.locator("article-text")).toHaveAttribute("lang", "ja");
  await page.locator(".fold-button").first().click();
  await expect(page.locator(".fold-body .block").first()).toBeVisible();
});

test("analysis follows typing, and only the last text counts", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("textarea")).toBeFocused();
  await page.keyboard.type("一文目です。", { delay: 5 });
  await expect(page.locator("[data-number=sentences]")).toContainText("1 文");
  await expect(page.locator("textarea")).toBeFocused();
  await page.keyboard.type("二文目です。", { delay: 5 });
  await expect(page.locator("[data-number=sentences]")).toContainText("2 文");
  await expect(page.locator("textarea")).toHaveValue("一文目です。二文目です。");
});

test("an input method is left alone until its word is done", async ({ page }) => {
  await page.goto("/");
  const box = page.locator("textarea");
  await expect(box).toBeFocused();
  await box.evaluate((box) => box.setAttribute("data-mine", ""));
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "きじ", selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(400);
  await expect(page.locator("textarea[data-mine]")).toHaveValue("きじ");
  await client.send("Input.insertText", { text: "記事です。" });
  await expect(page.locator("[data-number=sentences]")).toContainText("1 文");
  await expect(page.locator("textarea")).toHaveValue("記事です。");
  await expect(page.locator("textarea")).toBeFocused();
});

test("what is counted follows the switches", async ({ page }) => {
  await openArticle(page);
  const all = page.locator("[data-number=characters] strong");
  const before = await all.textContent();
  await page.getByRole("switch", { name: "題名" }).check();
  await expect(all).not.toHaveText(before ?? "");
  await expect(page.locator("[data-number=characters] strong")).toHaveText("86 字");
  await page.getByRole("button", { name: "数え方を元に戻す" }).click();
  await expect(all).toHaveText(before ?? "");
});

test("a role set by hand stays, through edits and reloads, until it is undone", async ({ page }) => {
  await openArticle(page);
  await chooseLine(page.locator(".block[data-role=paragraph]"));
  await expect(page.locator(".card")).toContainText("理由");
  await expect(page.locator(".card .reasons li").first()).toContainText(/[ぁ-ん]/);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator(".card .reasons li").first()).toHaveText(/^[ -~“”]+$/);
  await page.getByRole("button", { name: "日本語" }).click();
  await page.locator("[data-action=role]").selectOption("caption");
  await expect(page.locator(".block[data-role=caption]")).toContainText("座席は120席");
  await expect(page.locator("[data-number=sentences]")).toContainText("3 文");
  await expect(page.locator(".card")).toContainText("手で変えました");

  await page.keyboard.press("e");
  await page.locator("textarea").evaluate((/** @type {HTMLTextAreaElement} */ box) => box.setSelectionRange(0, 0));
  await page.keyboard.type("号外\n");
  await page.keyboard.press("Escape");
  await expect(page.locator(".block[data-role=caption]")).toContainText("座席は120席");
  await page.reload();
  await expect(page.locator(".block[data-role=caption]")).toContainText("座席は120席");

  await chooseLine(page.locator(".block[data-role=caption]"));
  await page.locator("[data-action=undo]").click();
  await expect(page.locator(".block[data-role=paragraph]")).toContainText("座席は120席");
});

test("statistics say what they are over", async ({ page }) => {
  await openArticle(page);
  await page.getByRole("tab", { name: "統計" }).click();
  await expect(page).toHaveURL(/#statistics$/);
  await expect(page.locator(".over")).toHaveText("数えた 4 行について");
  const row = page.locator("[data-table=characters] [data-row=withoutBoth] td");
  await expect(row).toHaveText(["74", "100"]);
  await expect(page.locator("[data-table=sheets] td").first()).toHaveText("1 枚");
  await expect(page.locator("[data-table=scripts] tbody tr")).toHaveCount(6);
  await page.locator(".longest button").first().click();
  await expect(page.getByRole("tab", { name: "本文" })).toHaveAttribute("aria-selected", "true");
  expect(await highlighted(page, "current")).toHaveLength(1);
});

test("files are opened, and those that can't be are named", async ({ page }) => {
  await page.goto("/");
  const input = page.locator("input[type=file]");
  await input.setInputFiles({ name: "絵.png", mimeType: "image/png", buffer: Buffer.from("x") });
  await expect(page.getByRole("alert")).toContainText("「絵.png」は開けません");
  const shiftJis = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x81, 0x42]);
  await input.setInputFiles({ name: "古い.txt", mimeType: "text/plain", buffer: shiftJis });
  await expect(page.locator("article-text")).toContainText("日本語の文。");
  await page.getByRole("button", { name: "別の記事" }).click();

  const html = `<title>x</title><nav>Menu</nav><h1>A title</h1><p>One <b>bold</b>
    word.</p><script>document.title = "run"</script><ul><li>first<li>second</ul><img src=x onerror="document.title='run'">`;
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.items.add(new File([html], "page.html"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, html);
  await expect(page.locator("article-text")).toContainText("One bold word.");
  await page.getByRole("button", { name: "別の記事" }).click();
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(page.locator("article-text")).toContainText("One bold word.");
  await page.keyboard.press("e");
  await expect(page.locator("textarea")).toHaveValue("Menu\n\nA title\n\nOne bold word.\n\nfirst\nsecond");
  expect(await page.title()).not.toBe("run");
});

test("the text stays on this machine only while the reader wants it", async ({ page }) => {
  const kept = () => page.evaluate(() => localStorage.getItem("article-analyzer.article"));
  await openArticle(page);
  expect(await kept()).toContain("港町に新しい図書館");
  await page.getByRole("button", { name: "保存しない" }).click();
  await expect(page.locator(".keeping")).toContainText("保存していません");
  expect(await kept()).toBeNull();
  await expect(page.locator("article-text")).toContainText("港町に新しい図書館");
  await page.getByRole("button", { name: "保存する" }).click();
  expect(await kept()).toContain("港町に新しい図書館");
  await page.getByRole("button", { name: "別の記事" }).click();
  expect(await kept()).toBeNull();
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(page.locator("article-text")).toContainText("港町に新しい図書館");
});

test("an article that another takes the place of can be brought back", async ({ page }) => {
  await openArticle(page);
  await page.keyboard.press("e");
  await page.keyboard.press("ControlOrMeta+a");
  await paste(page, "別の記事の文章です。");
  await expect(page.locator("article-text")).toContainText("別の記事の文章です。");
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(page.locator("article-text")).toContainText("港町に新しい図書館");
});

test("a browser that stores nothing is told of", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await openArticle(page);
  await expect(page.locator(".notice")).toContainText("ブラウザーが保存を受け付けませんでした");
});

test("a megabyte shows how far it is, and can be cancelled", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await page.evaluate(() => {
    const values = /** @type {number[]} */ (Reflect.set(window, "progress", []) && Reflect.get(window, "progress"));
    new MutationObserver(() => {
      const bar = document.querySelector("progress");
      if (!bar) return;
      values.push(bar.value);
      if (Reflect.get(window, "cancels")) /** @type {HTMLElement} */ (document.querySelector(".progress button")).click();
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  // Half of these lines are the same line again, which counts once.
  const lines = MEGABYTE.replaceAll("。", "。\n");
  await page.evaluate((cancels) => Reflect.set(window, "cancels", cancels), true);
  await paste(page, lines);
  await expect(page.locator(".notice")).toContainText("分析を中止しました");
  const held = await page.evaluate(() => /** @type {any} */ (document.querySelector("analyzer-page")).session.text);
  expect(held).toBe(lines);

  await page.evaluate(() => Reflect.set(window, "cancels", false));
  await page.getByRole("button", { name: "もう一度分析する" }).click();
  await expect(page.locator("[data-number=sentences]")).toContainText(/9,00[01] 文/, { timeout: 45_000 });
  const progress = await page.evaluate(() => Reflect.get(window, "progress"));
  expect(Math.max(...progress)).toBeGreaterThan(0);
  await expect(page.locator("progress")).toHaveCount(0);
});

test("a crash is told, and the next analysis works", async ({ page }) => {
  await page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    const breaks = `self.addEventListener("message", (event) => {
      if (!event.data.source?.includes("壊す")) return;
      event.stopImmediatePropagation();
      throw new Error("broken");
    });`;
    await route.fulfill({ response, body: `${breaks}${await response.text()}` });
  });
  await openArticle(page);
  await page.keyboard.press("e");
  await page.locator("textarea").fill("壊す文。");
  await expect(page.getByRole("alert")).toContainText("文章は残っています");
  await expect(page.locator("textarea")).toHaveValue("壊す文。");
  await page.locator("textarea").fill("直した文。");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.locator("[data-number=sentences]")).toContainText("1 文");
});

test("an analyzer that can't be loaded is told, and can be tried again", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.locator("textarea")).toBeFocused();
  await page.keyboard.type("本文です。");
  await expect(page.getByRole("alert")).toContainText("読み込めませんでした");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "読み込み直す" }).click();
  await expect(page.locator("[data-number=sentences]")).toContainText("1 文");
});

test("a page of nothing but noise offers to count it", async ({ page }) => {
  const menu = Array.from({ length: 9 }, (_, index) => `メニュー項目 ${index}`).join("\n");
  await page.goto("/");
  await paste(page, `題名のような行\n${menu}`);
  await expect(page.locator(".notice")).toContainText("本文にあたる行が見つかりませんでした");
  await page.getByRole("button", { name: "畳んだ行をすべて開く" }).click();
  await expect(page.locator(".fold-body .block").first()).toBeVisible();
  await page.getByRole("button", { name: "すべて数える" }).click();
  await expect(page.locator("[data-number=left-out]")).toHaveCount(0);
});

test("edit and read keep the place", async ({ page }) => {
  const lines = Array.from({ length: 300 }, (_, index) => `${index}行目の文章です。読むところを見失わないように、どの行も本文らしい長さにしておきます。`);
  await openArticle(page, lines.join("\n"));
  const line = page.locator(".block", { hasText: /^200行目/ });
  await line.evaluate((block) => block.scrollIntoView({ block: "start", behavior: "instant" }));
  await page.keyboard.press("e");
  const at = await page.locator("textarea").evaluate((/** @type {HTMLTextAreaElement} */ box) =>
    box.value.slice(box.selectionStart).split("\n", 1)[0],
  );
  expect(Math.abs(Number.parseInt(at) - 200)).toBeLessThan(8);
  await page.keyboard.press("Escape");
  await expect(page.locator(".block", { hasText: at })).toBeInViewport();
  // The keyboard goes on from the line that was edited.
  await expect(page.locator(".block", { hasText: at })).toBeFocused();
});
