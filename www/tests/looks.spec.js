import { ARTICLE, MEGABYTE, SAMPLES, expect, openArticle, test } from "./fixtures.js";

/** @import { Locator, Page } from "@playwright/test" */

// What was once seen to look wrong.

/** Where something begins, from the left. @param {Locator} of */
const left = (of) =>
  of.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return Math.round(range.getBoundingClientRect().left);
  });

for (const width of [390, 1440]) {
  test(`the article stands below its title, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openArticle(page, SAMPLES.ja);
    const edge = await left(page.locator("h1"));
    for (const part of [".block[data-role=title]", ".block[data-role=paragraph]"]) {
      expect(Math.abs((await left(page.locator(part).first())) - edge), part).toBeLessThanOrEqual(1);
    }
  });
}

test("on a phone what is looked for stands in one row", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openArticle(page, SAMPLES.ja);
  await page.keyboard.press("/");
  await page.locator("input[type=search]").fill("電気");
  const tops = await page.locator(".search > *").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()).map(({ top, height }) => Math.round(top + height / 2)));
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(2);
});

for (const [locale, language, width] of /** @type {const} */ ([["ja-JP", "ja", 390], ["en-US", "en", 390], ["en-US", "en", 360]])) {
  test.describe(() => {
    test.use({ locale, viewport: { width, height: 800 } });

    test(`on a phone all views are within reach: ${language}, ${width} px`, async ({ page }) => {
      await openArticle(page, SAMPLES[language]);
      const list = page.locator("[role=tablist]");
      for (const key of ["1", "5"]) {
        await page.keyboard.press(key);
        expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
        const right = await page.locator("[role=tab]").last().evaluate((tab) => tab.getBoundingClientRect().right);
        expect(right).toBeLessThanOrEqual(width);
      }
      await page.keyboard.press("1");
      await page.locator(".sheet-button").click();
      await expect(page.locator(".inspector")).toBeVisible();
      const covers = await page.locator("[role=tab]").last().evaluate((tab) => {
        const { left, top, width, height } = tab.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === tab;
      });
      expect(covers).toBe(true);
    });
  });
}

test("nothing runs into the button that closes the sheet", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openArticle(page, SAMPLES.ja);
  await page.getByRole("button", { name: "概要" }).click();
  const sheet = page.locator(".inspector");
  const covered = await sheet.evaluate((sheet) => {
    sheet.scrollTop = 400;
    const close = /** @type {HTMLElement} */ (sheet.querySelector(".sheet-close"));
    const { left, right, top, bottom } = close.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].map((share) => document.elementFromPoint(left + share * (right - left), (top + bottom) / 2));
    return { isWhole: right - left > sheet.clientWidth - 40, isOnTop: points.every((point) => point === close), paper: getComputedStyle(close).backgroundColor };
  });
  expect(covered).toEqual({ isWhole: true, isOnTop: true, paper: await sheet.evaluate((sheet) => getComputedStyle(sheet).backgroundColor) });
});

test("levels are named in the reader's language, and no range looks like a number below zero", async ({ page }) => {
  await openArticle(page, SAMPLES.en);
  await expect(page.locator("[data-number=level]")).toContainText("やや易しい");
  await page.keyboard.press("2");
  await expect(page.locator(".bands").first()).toContainText("とても難しい 30未満");
  await expect(page.locator(".bands").nth(1)).toContainText("大学院 17以上");
  for (const band of await page.locator(".bands li").allTextContents()) expect(band).not.toMatch(/ –|–$/);
});

test("what is copied is told to the eye, too, and goes away again", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openArticle(page, SAMPLES.ja);
  await page.keyboard.press("5");
  await page.getByRole("button", { name: "表をコピー" }).first().click();
  const told = page.locator(".told");
  await expect(told).toHaveText("表をコピーしました。");
  await expect(told).toBeInViewport();
  await expect(told).toHaveCount(0, { timeout: 10_000 });
});

test("figures: no marks of lists, and the units that are left unwritten", async ({ page }) => {
  await openArticle(page, SAMPLES.ja);
  await page.keyboard.press("5");
  const rows = page.locator("[data-table=figures] tbody tr");
  await expect(rows.filter({ has: page.locator("td", { hasText: /^年齢$/ }) }).first().locator("th")).toHaveText("72歳");
  const things = await rows.locator("td:nth-child(3)").allTextContents();
  expect(things.filter((thing) => thing.includes("費用")).length).toBeGreaterThan(0);
  expect(things.filter((thing) => thing.startsWith("・"))).toEqual([]);
});

test("names that nothing joins do not cross", async ({ page }) => {
  await openArticle(page, SAMPLES.ja);
  await page.keyboard.press("4");
  await page.locator("svg.network").waitFor();
  const lines = await page.locator("svg.network line").evaluateAll((lines) => lines.map((line) => ["x1", "y1", "x2", "y2"].map((end) => Number(line.getAttribute(end)))));
  expect(lines.length).toBeGreaterThan(1);
  const side = (/** @type {number[]} */ [px, py, qx, qy], /** @type {number} */ x, /** @type {number} */ y) => Math.sign((qx - px) * (y - py) - (qy - py) * (x - px));
  const cross = (/** @type {number[]} */ one, /** @type {number[]} */ other) => side(one, other[0], other[1]) * side(one, other[2], other[3]) < 0 && side(other, one[0], one[1]) * side(other, one[2], one[3]) < 0;
  const crosses = lines.some((one, index) => lines.slice(index + 1).some((other) => cross(one, other)));
  expect(crosses).toBe(false);
});

test("reasons for an English article are told in the reader's language, with how strong they are", async ({ page }) => {
  await openArticle(page, SAMPLES.en);
  await expect(page.locator("[data-glance=topics] strong").first()).toHaveText("経済・ビジネス・金融");
  await expect(page.locator("[data-glance=genre] li").first()).toHaveText(/^報道でよく使う言い回し：「.+」（.+手がかり、[0-9.]+）$/);
  await expect(page.locator(".facts")).toContainText("5 min read（一致する数え方がありません）");
  for (const layer of ["quantities", "times", "entities"]) {
    await page.locator("[data-glance=names]").waitFor();
    const reasons = await page.evaluate((layer) => /** @type {any} */ (document.querySelector("analyzer-page")).session.report[layer].flatMap((/** @type {{because: string[]}} */ { because }) => because), layer);
    expect(reasons.length, layer).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/[ぁ-ん]/);
  }
  await page.keyboard.press("2");
  await expect(page.locator("[data-table=readability]")).toContainText("英語としての読みやすさ。およそ 0（難しい）から 100（易しい）。");
});

test("every measure of how varied words are says what it means, one click away", async ({ page }) => {
  await openArticle(page, SAMPLES.ja);
  await page.keyboard.press("2");
  const terms = page.locator("[data-table=diversity] details");
  await expect(terms).toHaveCount(9);
  const means = await terms.locator("p").allTextContents();
  expect(means.filter((text) => text.length < 15 || !text.endsWith("。"))).toEqual([]);
  await terms.filter({ hasText: "MTLD" }).locator("summary").click();
  await expect(terms.filter({ hasText: "MTLD" }).locator("p")).toBeVisible();
});

/** Forty names that many sentences give together. */
const MANY = Array.from({ length: 60 }, (_, index) => {
  const names = ["三井精工", "青木交通", "港南電力", "北浜大学", "若草市", "東雲新聞", "白鳥製薬", "赤松建設", "緑丘銀行", "朝霧鉄道", "福岡県", "長野県", "札幌市", "神戸市", "横浜市", "台湾", "ドイツ", "フランス", "インド", "ブラジル", "経済産業省", "国土交通省", "総務省", "財務省"];
  const name = (/** @type {number} */ step) => names[(index * step + step) % names.length];
  return `${name(1)}と${name(5)}は5月${(index % 28) + 1}日、${name(7)}で新しい計画を発表した。\n`;
}).join("\n");

for (const width of [390, 1440]) {
  test(`many names stay apart in their drawing, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openArticle(page, MANY);
    await page.keyboard.press("4");
    const drawing = page.locator("svg.network");
    await drawing.waitFor();
    const hidden = await drawing.evaluate((drawing) => {
      const box = (/** @type {Element | null} */ part) => /** @type {Element} */ (part).getBoundingClientRect();
      const nodes = [...drawing.querySelectorAll(".node")].map((node) => ({ name: node.textContent.trim(), label: box(node.querySelector("text")), shape: box(node.querySelector(":not(text)")) }));
      const shared = (/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) =>
        Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
      return nodes.flatMap((one) => nodes.filter((other) => other !== one && shared(one.label, other.shape) > 0.25 * one.label.width * one.label.height).map((other) => `${one.name} under ${other.name}`));
    });
    expect(hidden).toEqual([]);
    const drawn = await drawing.locator(".node").count();
    expect(drawn).toBeGreaterThan(10);
    await expect(page.locator("figcaption")).toContainText(`${drawn} 件の名前`);
  });
}

test("on a phone the labels of a timeline stand inside it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const day = (/** @type {number} */ n) => `市は2025年9月${n}日21時に会議を開いた。\n\n`;
  await openArticle(page, `会議の記録\n\n2025年9月4日 22:30\n\n${[4, 5, 6].map(day).join("")}`);
  await page.keyboard.press("5");
  const strip = page.locator("svg.strip");
  await strip.waitFor();
  const outside = await strip.evaluate((strip) => {
    const { left, right } = strip.getBoundingClientRect();
    const labels = [...strip.querySelectorAll(".point text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    return { all: labels.length, cut: labels.filter(({ box }) => box.left < left - 1 || box.right > right + 1).map(({ text }) => text) };
  });
  expect(outside.all).toBeGreaterThan(2);
  expect(outside.cut).toEqual([]);
});

test("the examples of embedding leave no gap below them, and the frame is as wide as its place", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/embedding.html");
  await expect(page.frameLocator("#frame").locator("[part=numbers]")).toContainText("2 文");
  await expect(page.locator("#report [part=numbers]")).toContainText("2 文");
  const gaps = () =>
    page.locator("main section").evaluateAll((sections) =>
      sections.map((section) => {
        const bottoms = [...section.querySelectorAll("pre, .live > *")].map((part) => part.getBoundingClientRect().bottom);
        return Math.round(section.getBoundingClientRect().bottom - Math.max(...bottoms) - Number.parseFloat(getComputedStyle(section).paddingBottom));
      }),
    );
  await expect.poll(async () => (await gaps()).filter((gap) => gap > 16)).toEqual([]);
  const edges = await page.locator("#frame").evaluate((frame) => [frame, /** @type {Element} */ (frame.parentElement)].map((part) => Math.round(part.getBoundingClientRect().right)));
  expect(edges[0]).toBeLessThanOrEqual(edges[1]);
});

const RIVAL = `港の図書館、座席は150席

2025年3月6日

港町の新しい図書館の座席は150席だと、町が6日に発表した。夜9時まで使える。近くの学生は「静かだ」と話す。
`;

/**
 * Sets two articles side by side.
 *
 * @param {Page} page
 */
async function compareTwo(page) {
  await page.goto("/");
  await page.evaluate((texts) => /** @type {any} */ (document.querySelector("analyzer-page")).openAll(texts), [ARTICLE, RIVAL]);
  await page.locator("[data-part=statistics]").waitFor();
}

test("on a phone a comparison is folded but for its first part, opened by key, and told how much is in it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await compareTwo(page);
  const parts = page.locator("details.compared");
  const open = () => parts.evaluateAll((parts) => parts.filter((part) => /** @type {HTMLDetailsElement} */ (part).open).map((part) => part.getAttribute("data-part")));
  expect(await open()).toEqual(["figures"]);
  await expect(page.locator("[data-part=timeline] > summary")).toHaveText(/^\s*年表\s+[1-9]\d*\s*$/);
  await expect(page.getByRole("heading", { name: "年表" })).toBeVisible();
  await expect(page.locator("[data-part=statistics] table")).toBeHidden();
  await page.locator("[data-part=statistics] > summary").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-part=statistics] table")).toBeVisible();
  // What is open stays so while the page is drawn again.
  await page.evaluate(() => /** @type {any} */ (document.querySelector("analyzer-page")).requestUpdate());
  expect(await open()).toEqual(["figures", "statistics"]);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[data-part=timeline] table")).toBeVisible();
  await expect(page.locator(".card-actions, .add").first()).toBeHidden();
  expect(await page.locator(".pair-text").evaluateAll((texts) => texts.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))).toEqual([0, 0]);
});

test("with room for it all of a comparison is open", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await compareTwo(page);
  const parts = page.locator("details.compared");
  expect(await parts.count()).toBeGreaterThanOrEqual(8);
  await expect(page.locator("details.compared:not([open])")).toHaveCount(0);
});

test("on a phone a figure is one line with what there is to say of it, and its sentence", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openArticle(page, SAMPLES.ja);
  await page.keyboard.press("5");
  const row = page.locator("[data-table=figures] tbody tr", { hasText: "400世帯" });
  const tops = await row.locator("th, td:not(:last-child, [data-none])").evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().bottom)));
  expect(tops.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(3);
  const [line, sentence] = await Promise.all([row.locator("th").boundingBox(), row.locator("td").last().boundingBox()]);
  expect(sentence?.y).toBeGreaterThanOrEqual((line?.y ?? 0) + (line?.height ?? 0) - 1);
  expect(sentence?.width).toBeGreaterThan(300);
});

test("the words that tell a statement are words, and no marks", async ({ page }) => {
  await openArticle(page, SAMPLES.en);
  await page.keyboard.press("5");
  const forms = await page.locator(".source li > .small").allTextContents();
  expect(forms.length).toBeGreaterThan(4);
  for (const form of forms) expect(form).toMatch(/[\p{L}]$/u);
});

test("on a phone a file that can't be opened is told in sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/");
  await page.locator("input[type=file]").setInputFiles({ name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n\0\0") });
  await expect(page.getByRole("alert")).toContainText("「scan.pdf」は開けません");
  await expect(page.getByRole("alert")).toBeInViewport({ ratio: 1 });
});

test("notes on the style of an English article are told in the reader's language", async ({ page }) => {
  await openArticle(page, SAMPLES.en);
  await page.keyboard.press("6");
  const notes = page.locator(".rule > p, .rule .places .soft");
  await notes.first().waitFor();
  for (const note of await notes.allTextContents()) expect(note).toMatch(/[ぁ-ん]/);
  await page.getByRole("button", { name: "English" }).click();
  await expect(notes.first()).not.toHaveText(/[ぁ-ん]/);
});

test("the beginning of a long sentence ends with a whole word", async ({ page }) => {
  await openArticle(page, SAMPLES.en);
  await page.keyboard.press("2");
  const beginnings = (await page.locator(".longest li [lang]").allTextContents()).filter((text) => text.endsWith("…"));
  expect(beginnings.length).toBeGreaterThan(1);
  for (const beginning of beginnings) expect(SAMPLES.en).toMatch(new RegExp(`${beginning.slice(-13, -1).replace(/[.*+?^$()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u"));
});

test("on a phone a table that goes on beyond the edge says so", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/");
  await page.getByRole("button", { name: "English" }).click();
  await page.evaluate((text) => /** @type {any} */ (document.querySelector("analyzer-page")).open(text), SAMPLES.en);
  await page.locator("article-text .block").first().waitFor();
  await page.keyboard.press("2");
  const table = page.locator(".scrolls:has([data-table=roles])");
  const { goesOn, shade } = await table.evaluate((table) => ({ goesOn: table.scrollWidth - table.clientWidth, shade: getComputedStyle(table).backgroundImage }));
  expect(goesOn).toBeGreaterThan(0);
  expect(shade).toContain("gradient");
});

test("a time to read of many hours is told in hours", async ({ page }) => {
  await openArticle(page, MEGABYTE.slice(0, 120_000));
  await expect(page.locator("[data-number=reading]")).toHaveText(/^\s*4 時間\s+3–5 時間\s*$/);
});
