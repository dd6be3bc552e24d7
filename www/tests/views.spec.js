import AxeBuilder from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { expect, highlighted, openArticle, test } from "./fixtures.js";
import { BARE, COST, LIGHTHOUSE, findInstead } from "./lists.js";
import { difference, painted } from "./pictures.js";

/** @import { Page } from "@playwright/test" */

test.beforeEach(async ({ page }) => findInstead(page));

/** @param {Page} page */
async function openLighthouse(page) {
  await openArticle(page, LIGHTHOUSE.text);
}

/**
 * Puts the other article beside the one on the page.
 *
 * @param {Page} page
 */
async function openBoth(page) {
  await openLighthouse(page);
  await page.keyboard.press("7");
  await page.getByRole("textbox", { name: "もう一本の記事" }).fill(COST.text);
  await page.getByRole("button", { name: "加える" }).click();
  await expect(page.locator("[data-part=statistics]")).toBeVisible();
}

test("the overview says in one glance what the article is about", async ({ page }) => {
  await openLighthouse(page);
  const glance = (/** @type {string} */ name) => page.locator(`[data-glance=${name}]`);
  await expect(glance("summary").getByRole("listitem")).toHaveCount(2);
  await expect(glance("topics").getByRole("listitem")).toHaveText([/経済.*根拠：費用、契約/s, /社会.*根拠：町民/s]);
  await expect(glance("genre")).toContainText("報道");
  await expect(glance("genre").getByRole("listitem")).toHaveText(["報道でよく使う言い回し：「によると」（中くらいの手がかり、0.8）"]);
  await expect(glance("figures").locator("strong")).toHaveText(["約 4300万円", "72%"]);
  await expect(glance("level")).toContainText("3.1 中級後半 · 日本語学習者向け (jReadability)");
  await expect(glance("names").getByRole("button").first()).toContainText("港南建設");

  await test.step("a keyword walks through its places", async () => {
    await glance("keywords").getByRole("button", { name: "汐見灯台" }).click();
    expect(await highlighted(page, "chosen")).toEqual(["汐見灯台", "汐見灯台"]);
    await expect(page.locator(".card h2")).toContainText("汐見灯台 1 / 2");
    await page.keyboard.press("n");
    await expect(page.locator(".card h2")).toContainText("2 / 2");
    await page.keyboard.press("Escape");
    await expect(glance("summary")).toBeVisible();
    expect(await highlighted(page, "chosen")).toEqual([]);
  });

  await test.step("a topic walks through the words that spoke for it", async () => {
    await glance("topics").getByRole("button", { name: "経済" }).click();
    expect(await highlighted(page, "chosen")).toEqual(["費用", "費用", "契約"]);
    await page.keyboard.press("Escape");
  });

  await test.step("a key figure and a headline go to their places", async () => {
    await glance("figures").getByRole("button").nth(1).click();
    expect(await highlighted(page, "current")).toEqual(["72%"]);
    await page.keyboard.press("Escape");
    await glance("headline").getByRole("button").click();
    expect(await highlighted(page, "current")).toEqual(["古くなった汐見灯台の改修費用が約4,300万円になる"]);
    await expect(page.locator(".card")).toContainText("要約の中で得点が最も高い文");
    await page.keyboard.press("Escape");
  });

  await test.step("a sentence of the summary goes to its place", async () => {
    await glance("summary").getByRole("button").first().click();
    expect(await highlighted(page, "current")).toHaveLength(1);
  });
});

test("every view of an article without any of it says so plainly", async ({ page }) => {
  await openArticle(page, BARE.text);
  await expect(page.locator("[data-glance]")).toHaveCount(0);
  await page.keyboard.press("4");
  await expect(page.locator(".empty")).toHaveText(["この記事に名前はありません。"]);
  await page.keyboard.press("5");
  await expect(page.locator(".empty")).toHaveText([
    "この記事に数値はありません。", "この記事に日付や時刻はありません。", "この記事に発言は見つかりませんでした。",
  ]);
  await page.keyboard.press("6");
  await expect(page.locator(".empty")).toHaveText(["文体の注意はありません。調べた規則は下にあります。"]);
  await page.keyboard.press("7");
  await expect(page.locator(".empty")).toContainText("もう一本の記事を並べると");
});

test("figures: values with bounds, filtered, sorted, and found in the text", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("5");
  const values = page.locator("[data-table=figures] th.value");
  await expect(values).toHaveText(["約 4300万円", "72%", "約 2万人以上", "6か月"]);
  await expect(page.locator("[data-table=figures] tbody tr").nth(1)).toContainText("町民");
  await page.getByRole("group", { name: "数値の種類" }).getByRole("button", { name: "割合" }).click();
  await expect(values).toHaveText(["72%"]);
  await page.getByRole("button", { name: "すべて" }).click();
  await page.getByRole("button", { name: "文", exact: true }).click();
  await expect(values).toHaveText(["約 4300万円", "6か月", "約 2万人以上", "72%"]);
  await expect(page.locator("th[aria-sort]")).toHaveAttribute("aria-sort", "ascending");
  await page.locator("[data-table=figures] .place").nth(1).click();
  expect(await highlighted(page, "current")).toEqual(["6か月"]);
  await expect(page.locator(".card")).toContainText("港南建設");
  await page.locator("[data-action=from]").click();
  await expect(page.getByRole("tab", { name: "数値" })).toHaveAttribute("aria-selected", "true");
});

test("figures: the timeline and who said what", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("5");
  await expect(page.locator(".strip .point")).toHaveCount(6);
  await expect(page.locator("[data-table=times] tbody th")).toHaveText([
    "1931年", "2024年10月", "2025年3月3日", "2025年3月4日 18:40", "2025年4月", "2026年夏",
  ]);
  await expect(page.locator(".source h3")).toHaveText([/佐伯真由 2 件/, /港南建設 1 件/, /話し手の名がない 1 件/]);
  await page.locator(".source").first().getByRole("button").last().click();
  expect(await highlighted(page, "current")).toEqual(["「灯台は町の顔だ」"]);
});

test("tables can be copied and saved", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("5");
  const download = page.waitForEvent("download");
  await page.locator("[data-table=figures]").locator("xpath=../following-sibling::p").getByRole("button", { name: "CSV で保存" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("汐見灯台の改修、費用は約4,300万円-figures.csv");
  const lines = readFileSync(await file.path(), "utf8").split("\r\n");
  expect(lines[0]).toBe("\ufeff値,下限,上限,単位,およその値,種類,何の,話し手,文");
  expect(lines[1]).toContain('約 4300万円,43000000,43000000,JPY,はい,金額,改修費用,');
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "表をコピー" }).first().click();
  await expect(page.getByRole("status").last()).toHaveText("表をコピーしました。");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("約 4300万円\t43000000");
});

/**
 * Saves a chart that is shown, by the buttons below it.
 *
 * @param {Page} page
 * @param {string} shown Selects the drawing, or the table of bars.
 * @param {string} button
 */
async function saveChart(page, shown, button) {
  const row = page.locator(shown).locator("xpath=ancestor-or-self::*/following-sibling::div[@class='data-row'][1]").first();
  const download = page.waitForEvent("download");
  await row.getByRole("button", { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), data: readFileSync(await file.path()) };
}

/**
 * Both files of a chart are to show it: the drawing every word that the page shows, the picture what the drawing does.
 *
 * @param {Page} page
 * @param {string} shown
 * @param {string} name
 */
async function expectFiles(page, shown, name) {
  const [svg, png] = [await saveChart(page, shown, "図を SVG で保存"), await saveChart(page, shown, "図を PNG で保存")];
  expect(svg.name).toMatch(new RegExp(`-${name}\\.svg$`));
  expect(png.name).toMatch(new RegExp(`-${name}\\.png$`));
  const drawing = svg.data.toString();
  const words = await page.locator(shown).evaluate((chart) =>
    [...chart.querySelectorAll(chart instanceof SVGElement ? "text" : "tbody :is(th, td)")].map((text) => text.textContent?.trim() ?? ""),
  );
  expect(words.length).toBeGreaterThan(2);
  const written = [...drawing.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text.trim());
  expect(written).toEqual(words);
  expect(drawing).not.toMatch(/var\(|style=/);
  const blank = await page.context().newPage();
  const seen = await painted(blank, drawing);
  // Letters are not smoothed in one way by both.
  expect(await difference(blank, png.data, seen)).toBeLessThan(0.02);
  const paper = await painted(blank, drawing.replace(/^(<svg[^>]*><rect[^>]*\/>)[\s\S]*$/, "$1</svg>"));
  expect(await difference(blank, png.data, paper)).toBeGreaterThan(0.005);
  await blank.close();
}

test("charts are saved as drawings and as pictures", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("2");
  await expectFiles(page, "[data-table=scripts]", "scripts");
  await page.keyboard.press("5");
  await expectFiles(page, "figure .strip", "timeline");
  await page.keyboard.press("4");
  await expectFiles(page, "svg.network", "network");
  await expect(page.locator(".saved-drawing")).toHaveCount(0);
});

test("charts of a comparison are saved, with their data", async ({ page }) => {
  await openBoth(page);
  await expectFiles(page, "#board-0", "figures-1");
  await expectFiles(page, "[data-part=timeline] .strip", "compared-times");
  const { name, data } = await saveChart(page, "#board-0", "CSV で保存");
  expect(name).toMatch(/-figures-1\.csv$/);
  const [, ...rows] = data.toString().trimEnd().split("\r\n");
  expect(rows).toEqual([
    expect.stringMatching(/^汐見灯台,費用,食い違い,A,.*,43000000,43000000,JPY,はい,/),
    expect.stringMatching(/^汐見灯台,費用,食い違い,B,.*,58000000,58000000,JPY,,/),
  ]);
});

test("names: picked out, walked through, drawn together", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("4");
  await expect(page.locator(".over").first()).toHaveText("本文に 10 回現れる 5 件の名前");
  await page.getByRole("button", { name: /^佐伯真由/ }).click();
  await expect(page.locator(".detail .words li")).toHaveText([/佐伯真由 ×1/, /佐伯町長 ×1/]);
  await page.getByText("名前とした理由").click();
  await expect(page.locator(".detail .reasons")).toContainText("後ろの語");
  await page.locator("[data-action=walk]").click();
  expect(await highlighted(page, "chosen")).toEqual(["佐伯真由", "佐伯町長"]);
  await page.keyboard.press("n");
  expect(await highlighted(page, "current")).toEqual(["佐伯町長"]);

  await page.keyboard.press("4");
  await page.keyboard.press("p");
  expect(await highlighted(page, "current")).toEqual(["佐伯町長"]);
  await page.keyboard.press("4");
  await expect(page.locator("[data-table=together] tbody tr").first()).toHaveText(/汐見灯台\s*汐見町\s*1/);
  const node = page.locator(".node", { hasText: "港南建設" });
  await node.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".detail h3").first()).toContainText("港南建設");
  await expect(node).toHaveAttribute("aria-pressed", "true");
});

test("words: frequencies by dictionary form, and classes in the text", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("3");
  const rows = page.locator("[data-table=frequencies] tbody tr");
  await expect(rows.filter({ hasText: "灯台" }).locator("td")).toHaveText(["名詞", "4", /%$/, /^0\.\d\d$/]);
  await page.locator("[data-action=word-class]").selectOption("VERB");
  await expect(rows.locator("th")).toHaveText(["終える", "述べる", "建てる", "壊れる", "話す"]);
  await expect(page.locator("[data-table=origins-title] tbody tr")).toHaveCount(5);

  await page.locator("[data-action=show-words]").click();
  expect(await highlighted(page, "words-verb")).toContain("壊れ");
  await page.locator(".block[data-role=paragraph]").nth(1).hover({ position: { x: 60, y: 16 } });
  await expect(page.locator(".card")).toContainText("辞書形");
});

test("words: a word or phrase in its context, by what stands before and after", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("3");
  const box = page.locator("[data-action=phrase]");
  await expect(box, "the most frequent word to begin with").toHaveValue("町");
  await expect(page.locator(".kwic li")).toHaveCount(7);
  await page.locator("[data-action=word-class]").selectOption("VERB");
  await page.getByRole("button", { name: "建てる" }).click();
  await expect(page.locator(".kwic mark")).toHaveText(["建て"]);
  await expect(page.locator(".kwic .line")).toHaveText(["5 行目"]);
  await box.fill("灯台");
  await expect(page.getByText("数えた行に 4 か所")).toBeVisible();
  const sides = async (/** @type {string} */ side) =>
    (await page.locator(`.kwic .${side}`).allTextContents()).map((text) => (side === "left" ? text.at(-1) : text[0]) ?? "");
  await page.getByRole("button", { name: "右の語で" }).click();
  await expect.poll(() => sides("right")).toEqual(["に", "の", "は", "は"]);
  await page.getByRole("button", { name: "左の語で" }).click();
  await expect.poll(() => sides("left")).toEqual(["", "", "「", "見"]);

  await test.step("the phrase as it is written, saved with its places", async () => {
    await box.fill("改修費用");
    await expect(page.locator(".kwic mark")).toHaveText(["改修費用"]);
    const download = page.waitForEvent("download");
    await page.locator(".kwic").locator("xpath=../p[@class='data-tools']").getByRole("button", { name: "CSV で保存" }).click();
    const [head, line] = readFileSync(await (await download).path(), "utf8").split("\r\n");
    expect(head).toBe("\ufeff行,文,始まり,終わり,左の語で,語や言い回し,右の語で");
    expect(line).toMatch(/^4,1,\d+,\d+,.*汐見灯台の,改修費用,"が約4,300万円/);
  });

  await test.step("what is nowhere, and nothing at all", async () => {
    await box.fill("鯨");
    await expect(page.getByText("数えた行にはありません。")).toBeVisible();
    await box.fill("");
    await expect(page.locator(".kwic")).toHaveCount(0);
    await expect(page.getByText("一覧から語を選んでください")).toBeVisible();
  });
});

test("words: what stands beside a word, and runs of words", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("3");
  await page.locator("[data-action=phrase]").fill("港南建設");
  await expect(page.getByRole("heading", { name: "「港南建設」の近くの語" })).toBeVisible();
  const beside = page.locator("[data-table=collocates] tbody tr");
  await expect(beside.first().locator("td").nth(1)).toHaveText("2");
  await page.locator(".detail").getByRole("button", { name: /^あと/ }).click();
  await expect(beside.filter({ hasText: "契約" }).locator("td")).toHaveText(["名詞", "1", "1", /^\d+\.\d\d$/]);
  const strength = await beside.locator("td:last-child").allTextContents();
  expect(strength.map(Number)).toEqual(strength.map(Number).toSorted((a, b) => b - a));
  await beside.getByRole("button", { name: "契約" }).click();
  await expect(page.locator("[data-action=phrase]")).toHaveValue("契約");

  await page.getByRole("button", { name: "3 語" }).click();
  await expect(page.getByText("二度以上出る連なりはありません")).toBeVisible();
  await page.getByRole("button", { name: "2 語" }).click();
  await page.locator("[data-table=ngrams]").getByRole("button", { name: "灯台は" }).click();
  expect(await highlighted(page, "chosen")).toEqual(["灯台は", "灯台は"]);
  await page.locator("[data-action=from]").click();
  await expect(page.locator("[data-table=ngrams]")).toBeVisible();
});

test("statistics: by role, lengths, and the part of the text that is selected", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("2");
  const roles = page.locator("[data-table=roles] tbody tr");
  await expect(roles.locator("th")).toHaveText(["題名", "日付", "記事情報", /段落\s*数える/]);
  await expect(roles.last().locator("td").first()).toHaveText("3");
  await expect(page.locator("[data-table=lengths-sentences] tbody tr")).toHaveCount(8);
  await expect(page.locator("[data-table=lengths-words] tbody th").first()).toHaveText("1");
  await expect(page.locator("[data-part=passage]")).toHaveCount(0);

  await page.keyboard.press("1");
  const bar = page.locator(".passage-bar");
  await test.step("selected by the mouse", async () => {
    await page.locator(".block[data-role=paragraph]").nth(1).click({ clickCount: 3 });
    await expect(bar).toContainText("3 文");
    await expect(bar).toContainText("75 字 (空白と改行を除く)");
    await bar.getByRole("button").click();
    await expect(page.locator("[data-table=passage] tr").first().locator("td")).toHaveText("75");
    await expect(page.locator("[data-part=passage] .excerpt")).toContainText("灯台は1931年に");
  });

  await test.step("selected line by line by keys, and let go", async () => {
    await page.keyboard.press("1");
    await expect(bar).toHaveCount(0);
    await page.locator(".block[data-role=paragraph]").first().focus();
    await page.keyboard.press("Shift+ArrowDown");
    await expect(bar).toContainText("6 文");
    await page.keyboard.press("Escape");
    await expect(bar).toHaveCount(0);
  });
});

test("style: notes by rule, and a rule switched off stays off", async ({ page }) => {
  await openLighthouse(page);
  await page.keyboard.press("6");
  await expect(page.locator(".rule h3")).toHaveText([/弱い言い方\s*2 か所/, /長い文\s*1 か所/]);
  await page.locator(".rule").first().locator("[data-action=rule-off]").click();
  await expect(page.locator(".rule")).toHaveCount(1);
  await page.reload();
  await expect(page.locator(".rule")).toHaveCount(1);
  await page.getByRole("checkbox", { name: "弱い言い方" }).check();
  await expect(page.locator(".rule")).toHaveCount(2);
  await page.locator(".rule .place").first().click();
  expect(await highlighted(page, "current")).toHaveLength(1);
});

for (const [language, text, none, looked, on, off] of /** @type {const} */ ([
  ["ja", "港は朝から静かだった。", "文体の注意はありません。調べた規則は下にあります。", /個の規則のうち \d+ 個で、数えた 1 行を調べました/, "ら抜き言葉", "助詞の重なり"],
  ["en", "The harbour was calm all day, and the boats stayed out.", "There are no notes on style. The rules that looked stand below.", /\d+ of \d+ rules look at the lines counted \(1\)/, "Repeated words", "There is"],
])) {
  test(`style: which rules looked is said, and each is switched on and off (${language})`, async ({ page }) => {
    await openArticle(page, text);
    if (language === "en") await page.getByRole("button", { name: "English" }).click();
    await page.keyboard.press("6");
    await expect(page.locator(".empty")).toHaveText(none);
    await expect(page.locator("#panel")).toContainText(looked);
    const [usuallyOn, usuallyOff] = [on, off].map((name) => page.getByRole("checkbox", { name }));
    await expect(usuallyOn).toBeChecked();
    await expect(usuallyOff).not.toBeChecked();
    await usuallyOff.check();
    await page.reload();
    await expect(usuallyOff).toBeChecked();
    await usuallyOn.uncheck();
    await page.reload();
    await expect(usuallyOn).not.toBeChecked();
  });
}

test("an article is saved in every format", async ({ page }) => {
  await openLighthouse(page);
  for (const [format, holds, ...endings] of [
    ["csv", "汐見灯台", ".csv"],
    ["tsv", "\t汐見灯台", ".tsv"],
    ["markdown", "# 汐見灯台の改修", ".md"],
    ["html", "<!DOCTYPE html>", ".html"],
    ["json", '"schema": 1', ".json"],
    ["jsonl", '"schema":1', ".jsonl"],
    ["brat", "汐見灯台", ".ann", ".txt"],
    ["annotation", "TextQuoteSelector", ".annotations.jsonld"],
    ["schema", "NewsArticle", ".jsonld"],
    ["conllu", "\tNOUN\t", ".conllu"],
  ]) {
    /** @type {import("@playwright/test").Download[]} */
    const files = [];
    const take = (/** @type {import("@playwright/test").Download} */ file) => void files.push(file);
    page.on("download", take);
    await page.locator("[data-action=exports]").click();
    await page.locator(`[data-format=${format}]`).click();
    await expect.poll(() => files.map((file) => file.suggestedFilename()).sort()).toEqual(endings.map((ending) => `汐見灯台の改修、費用は約4,300万円${ending}`));
    page.off("download", take);
    for (const file of files) expect(readFileSync(await file.path(), "utf8")).toContain(holds);
  }
  expect(await page.locator("[data-format]").count()).toBe(10);
});

test("articles side by side: figures that differ, names, passages, numbers", async ({ page }) => {
  await openBoth(page);
  await expect(page.locator(".article-card")).toHaveCount(2);
  // The button that was pressed is gone; the keyboard goes on where another is added.
  await expect(page.locator(".add summary")).toBeFocused();
  const group = page.locator(".group").first();
  await expect(group).toHaveAttribute("data-relation", "conflict");
  await expect(group.locator("td.value")).toHaveText(["約 4300万円", "5800万円"]);
  await expect(group.locator(".board .figure-value")).toHaveCount(2);
  await expect(page.locator("[data-table=matrix] tbody tr", { hasText: "港南建設" }).locator("td")).toHaveText([/3/, /1/]);
  await expect(page.locator("[data-part=shared] .pair").first()).toContainText("台風で窓が壊れた");
  await expect(page.locator("[data-part=timeline] tbody tr").first()).toContainText("1931年");
  await expect(page.locator("[data-table=compared-statistics] [data-end=most]").first()).toBeVisible();

  await test.step("the comparison is saved as a document", async () => {
    const download = page.waitForEvent("download");
    await page.locator("[data-action=comparison-markdown]").click();
    const document = readFileSync(await (await download).path(), "utf8");
    expect(document).toContain("## 汐見灯台 · 費用 (食い違い)");
    expect(document).toContain("| B | 5800万円 |");
  });

  await test.step("and as one table", async () => {
    const download = page.waitForEvent("download");
    await page.locator("[data-action=comparison-csv]").click();
    const table = readFileSync(await (await download).path(), "utf8");
    expect(table).toContain("記事と名前");
    expect(table).toContain("数値の比較");
  });

  await test.step("a passage that both have leads to the same place in the other, by keys alone", async () => {
    const side = (/** @type {number} */ n) => page.locator(`.pair-side[data-side="${n}"] .passage`).first();
    await side(0).focus();
    await page.keyboard.press("Enter");
    await expect(side(1)).toBeFocused();
    await expect(side(1)).toHaveAttribute("data-followed", "");
    await expect(side(1)).toContainText("台風で窓が壊れた");
  });

  await test.step("what one article alone has", async () => {
    await expect(page.locator("[data-part=only] .source")).toHaveCount(2);
  });

  await test.step("a place in the other article takes that article up", async () => {
    await group.locator(".place").last().click();
    await expect(page.locator("h1")).toHaveText("灯台の工事、5,800万円に");
    expect(await highlighted(page, "current")).toEqual(["5,800万円"]);
    await page.keyboard.press("7");
    await expect(page.locator(".article-card").last()).toContainText("汐見灯台の改修");
  });

  await test.step("the shelf is there after a reload", async () => {
    await page.reload();
    await expect(page.locator(".article-card")).toHaveCount(2);
    await page.getByRole("button", { name: "記事 B を外す" }).click();
    await expect(page.locator(".article-card")).toHaveCount(1);
  });
});

test("a paste of several articles is offered to be split, and never forced", async ({ page }) => {
  const both = `${LIGHTHOUSE.text}\n===\n${COST.text}`;
  await openArticle(page, both);
  await expect(page.locator(".notice", { hasText: "2 本の記事のようです" })).toBeVisible();
  await page.getByRole("button", { name: "一本の記事のまま" }).click();
  await expect(page.locator("[data-action=split]")).toHaveCount(0);
  await page.getByRole("button", { name: "別の記事" }).click();
  await page.locator("textarea").fill(both);
  await page.locator("[data-action=split]").click();
  await expect(page.locator(".article-card")).toHaveCount(2);
  await expect(page.locator("[data-part=statistics]")).toBeVisible();
});

test("a paste of several articles with titles and dates is offered to be split", async ({ page }) => {
  const first = `港の図書館が開いた\n\n2025年3月4日\n\n${"港町に新しい図書館が開いた。座席は120席あり、夜9時まで使える。".repeat(3)}`;
  const second = `駅前の公園、秋に完成\n\n2025年3月5日 10:20\n\n${"駅前の公園は秋に完成する。広さは3000平方メートルになる見込みだ。".repeat(3)}`;
  await openArticle(page, `${first}\n\n${second}`);
  await page.locator("[data-action=split]").click();
  await expect(page.locator(".article-card")).toHaveCount(2);
  await expect(page.locator(".article-card").last()).toContainText("駅前の公園");
});

for (const view of /** @type {const} */ (["text", "statistics", "words", "names", "figures", "style", "compare"])) {
  test(`nobody is kept out of the view: ${view}`, async ({ page }) => {
    test.slow();
    const violations = async (/** @type {AxeBuilder} */ axe) =>
      (await axe.analyze()).violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await openBoth(page);
    await page.locator(`#tab-${view}`).click();
    if (view === "names") await page.locator(".network").waitFor();
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(new AxeBuilder({ page }).withRules("color-contrast"))).toEqual([]);
  });
}
