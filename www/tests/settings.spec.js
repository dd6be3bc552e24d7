import { readFileSync } from "node:fs";
import { ARTICLE, SAMPLES, chooseLine, expect, openArticle, paste, test } from "./fixtures.js";
import { readSettingsFile, settingsFile, validSettings } from "../src/page/settings.js";

const file = (/** @type {string} */ content) => ({ name: "settings.json", mimeType: "application/json", buffer: Buffer.from(content) });

test("choices are exported and imported as one file", async ({ page }) => {
  await openArticle(page, SAMPLES.ja);
  await page.locator("[data-action=settings]").click();
  const dialog = page.getByRole("dialog", { name: "設定" });
  await dialog.locator("[data-setting=language]").selectOption("ja");
  await dialog.locator("[data-setting=pace]").fill("200");
  await dialog.locator("[data-setting=stopWords]").fill("電力\n 駅 \n\n電力");
  await dialog.getByRole("checkbox", { name: "題名" }).check();
  const saving = page.waitForEvent("download");
  await dialog.locator("[data-action=export-settings]").click();
  const json = readFileSync(await (await saving).path(), "utf8");
  expect(JSON.parse(json)).toEqual({
    kind: "article-analyzer-settings",
    version: 1,
    settings: expect.objectContaining({ language: "ja", pace: 2, stopWords: ["電力", "駅"], countedRoles: expect.arrayContaining(["title"]) }),
  });

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await paste(page, SAMPLES.ja);
  await page.locator("[data-action=settings]").click();
  await dialog.locator("[data-action=import-settings]").setInputFiles(file(json));
  await expect(dialog.getByRole("status")).toHaveText("設定を読み込みました。");
  await expect(dialog.locator("[data-setting=stopWords]")).toHaveValue("電力\n駅");
  await expect(dialog.getByRole("checkbox", { name: "題名" })).toBeChecked();
  await dialog.locator("[data-action=import-settings]").setInputFiles(file('{"kind": "other"}'));
  await expect(dialog.getByRole("status")).toContainText("設定のファイルではありません");
  await expect(dialog.locator("[data-setting=pace]")).toHaveValue("200");
});

test("the reader's pace and stop words change what is shown", async ({ page }) => {
  await openArticle(page, SAMPLES.ja);
  const reading = page.locator("[data-number=reading] strong");
  const usual = Number.parseInt((await reading.textContent()) ?? "", 10);
  expect(usual).toBeGreaterThanOrEqual(2);
  await page.locator("[data-action=settings]").click();
  await page.locator("[data-setting=pace]").fill("50");
  await page.locator("[data-setting=pace]").press("Tab");
  await expect(reading).not.toHaveText(`${usual} 分`);
  expect(Number.parseInt((await reading.textContent()) ?? "", 10)).toBeGreaterThan(usual);
  const first = page.locator("[data-glance=keywords] bdi").first();
  const keyword = (await first.textContent()) ?? "";
  await page.locator("[data-setting=stopWords]").fill(keyword);
  await page.locator("[data-setting=stopWords]").press("Tab");
  await expect(page.locator("[data-glance=keywords] bdi").first()).not.toHaveText(keyword);
});

test("a file of settings brings all of them: languages, pace, roles, rules, own names, words that are no keywords", async ({ page }) => {
  /** @type {import("../src/page/settings.js").Settings} */
  const settings = {
    interfaceLanguage: "en", theme: "dark", language: "ja", pace: 1.5, characterRule: "all", countedRoles: ["title", "paragraph"],
    disabledRules: ["long-sentence"], stopWords: ["港"], dictionary: [{ name: "北浜丸", label: "product", aliases: ["北浜"] }],
  };
  expect(readSettingsFile(settingsFile(settings))).toEqual(settings);
  await openArticle(page);
  await page.locator("[data-action=settings]").click();
  await page.locator("[data-action=import-settings]").setInputFiles(file(settingsFile(settings)));
  await expect(page.getByRole("dialog", { name: "Settings" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const saving = page.waitForEvent("download");
  await page.locator("[data-action=export-settings]").click();
  expect(readSettingsFile(readFileSync(await (await saving).path(), "utf8"))).toEqual(expect.objectContaining(settings));
  await page.keyboard.press("Escape");
  await page.keyboard.press("4");
  await expect(page.locator("[data-table=dictionary]")).toContainText("北浜丸");
});

test("what means nothing in a file of settings is left out", () => {
  const settings = { theme: "dark", pace: 99, language: "tlh", countedRoles: ["title", "poem"], stopWords: ["a", 1], later: true };
  expect(validSettings(settings)).toEqual({ theme: "dark" });
  for (const odd of [null, 1, "x", [], undefined]) expect(validSettings(odd)).toEqual({});
  expect(readSettingsFile(settingsFile({ pace: 1.5, keep: false }))).toEqual({ pace: 1.5, keep: false });
  for (const odd of ["", "null", "[]", '{"kind":1}', "{"]) expect(readSettingsFile(odd)).toBeNull();
});

test("earlier articles are listed, opened again with what was set by hand, and forgotten", async ({ page }) => {
  await openArticle(page, ARTICLE);
  await chooseLine(page.locator(".block[data-role=paragraph]"));
  await page.locator("[data-action=role]").selectOption("caption");
  await expect(page.locator(".block[data-role=caption]")).toBeVisible();
  await page.getByRole("button", { name: "別の記事" }).click();
  await paste(page, SAMPLES.en);
  await expect(page.locator("article-text")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "別の記事" }).click();
  await page.reload();
  const list = page.locator(".earlier li");
  await expect(list).toHaveCount(2);
  await list.filter({ hasText: "新しい図書館が港に開いた" }).getByRole("button").click();
  await expect(page.locator(".block[data-role=caption]")).toContainText("座席は120席");
  await page.getByRole("button", { name: "別の記事" }).click();
  await expect(list).toHaveCount(2);
  await page.getByRole("button", { name: "すべて消す" }).click();
  await expect(page.locator(".earlier")).toHaveCount(0);
  await expect(page.locator("textarea")).toBeFocused();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toContain("図書館");
  expect(kept).not.toContain(SAMPLES.en.slice(200, 240));
});

test("nothing is listed while the reader wants nothing kept", async ({ page }) => {
  await openArticle(page);
  await page.getByRole("button", { name: "保存しない" }).click();
  await page.getByRole("button", { name: "別の記事" }).click();
  await expect(page.locator(".earlier")).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("図書館");
});

test("the last change of a role is taken back by its keys", async ({ page }) => {
  await openArticle(page);
  await chooseLine(page.locator(".block[data-role=paragraph]"));
  await page.locator("[data-action=role]").selectOption("caption");
  await expect(page.locator(".block[data-role=caption]")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator(".block[data-role=caption]")).toHaveCount(0);
  await expect(page.locator(".block[data-role=paragraph]")).toBeVisible();
});

test("the licences of what ships are a click away", async ({ page, request }) => {
  await openArticle(page);
  await page.locator("[data-action=settings]").click();
  const link = page.getByRole("link", { name: "ライセンス" });
  const listing = await (await request.get(String(await link.evaluate((/** @type {HTMLAnchorElement} */ link) => link.href)))).text();
  for (const name of ["regex v", "wasm-bindgen v", "lit v", "workbox-precaching v"]) expect(listing).toContain(`\n${name}`);
  expect(listing).toContain("Permission is hereby granted");
});
