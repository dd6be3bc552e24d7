import { AxeBuilder } from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { expect, openArticle, test } from "./fixtures.js";

/** @import { Page } from "@playwright/test" */

const ARTICLE = "北浜の新工場\n\n会見には鈴木一郎氏が出席した。いろは号は北浜の沖に停泊し、鈴木氏は「いろは号は速い」と述べた。船は春まで港にいる。\n";

/** What axe finds. @param {Page} page */
const findings = async (page) => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 100))}`);

/** @param {Page} page */
async function openNames(page) {
  await openArticle(page, ARTICLE);
  await page.keyboard.press("4");
}

test("why a place is a name: weights of the model, by click and by key", async ({ page }) => {
  await openNames(page);
  await page.locator(".entity", { hasText: "鈴木一郎" }).click();
  const ask = page.locator("[data-action=explain]").first();
  await ask.click();
  const weights = page.locator("[data-part=explanation] .weights li");
  await expect(weights.first()).toBeVisible();
  await expect(page.locator("[data-part=explanation]")).toContainText("「氏」");
  await expect(page.locator("[data-part=sum]")).toHaveText(/^合計 \+/);
  // What speaks for it, then what speaks against it, each from the strongest on.
  const numbers = await page.locator("[data-part=explanation] .weights b").allTextContents();
  const signs = numbers.map((number) => Math.sign(Number(number)));
  expect(signs).toEqual([...signs].sort((one, other) => other - one));
  expect(new Set(signs)).toEqual(new Set([1, -1]));
  await expect(page.locator("[data-part=explanation] h5")).toHaveText(["そう見た理由", "そう見ない理由"]);
  await ask.press("Enter");
  await expect(weights).toHaveCount(0);
});

test("the reader's own names: added, corrected, undone, kept", async ({ page }) => {
  await openNames(page);
  const dictionary = page.locator("[data-part=dictionary]");
  await dictionary.getByRole("textbox", { name: "名前" }).fill("いろは号");
  await dictionary.getByRole("combobox", { name: "種類" }).selectOption("product");
  await dictionary.getByRole("button", { name: "辞書に加える" }).click();
  const ship = page.locator("section[data-label=product] .entity", { hasText: "いろは号" });
  await expect(ship).toContainText("2");

  await ship.click();
  await page.locator("[data-action=entity-kind]").selectOption("never");
  await expect(page.locator(".entity", { hasText: "いろは号" })).toHaveCount(0);
  await page.reload();
  await expect(dictionary.locator("tbody tr")).toHaveText([/いろは号\s*名前ではない/]);
  await dictionary.getByRole("button", { name: "いろは号を外す" }).click();
  await expect(dictionary.locator("tbody tr")).toHaveCount(0);
});

test("a name is corrected where it stands in the text, and that is taken back there and by its keys", async ({ page }) => {
  await openArticle(page, ARTICLE);
  const names = () => page.evaluate(() => /** @type {any} */ (document.querySelector("analyzer-page")).session.report.entities.map((/** @type {{name: string, label: string}} */ { name, label }) => `${name} ${label}`));
  await page.locator(".chip[data-layer=entities]").waitFor();
  while (!(await page.locator(".card .excerpt").textContent({ timeout: 1000 }).catch(() => ""))?.includes("鈴木一郎")) await page.keyboard.press("n");
  const card = page.locator(".inspector .card");
  const kind = card.locator("[data-action=entity-kind]");
  await expect(kind).toHaveValue("person");

  await kind.selectOption("work");
  await expect.poll(names).toContain("鈴木一郎 work");
  await expect(card.locator(".excerpt")).toHaveText("鈴木一郎");
  await card.locator("[data-action=undo-name]").click();
  await expect.poll(names).toContain("鈴木一郎 person");

  await kind.selectOption("never");
  await expect(page.locator(".taken-out h2")).toBeFocused();
  await expect(page.locator(".taken-out")).toContainText("「鈴木一郎」を名前から外しました。");
  await expect(page.getByRole("status")).toHaveText("「鈴木一郎」を名前から外しました。");
  expect(String(await names())).not.toContain("鈴木一郎");
  expect(await findings(page)).toEqual([]);
  await page.locator(".taken-out [data-action=undo-name]").click();
  await expect.poll(names).toContain("鈴木一郎 person");
  await expect(page.locator(".taken-out")).toHaveCount(0);

  await page.keyboard.press("n");
  await expect(kind).toBeVisible();
  const name = await card.locator(".excerpt").textContent();
  await kind.selectOption("never");
  await expect(page.locator(".taken-out")).toContainText(String(name));
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator(".taken-out")).toHaveCount(0);
  await expect.poll(async () => String(await names())).toContain(String(name));
});

test("on a phone the card of a name comes up over the list, which stays in sight, and Escape puts it away", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openNames(page);
  const entity = page.locator(".entity").last();
  await entity.click();
  const sheet = page.locator(".detail");
  await expect(sheet).toHaveCSS("position", "fixed");
  await expect(sheet.locator("[data-action=walk]")).toBeInViewport();
  const [name, card] = [await entity.boundingBox(), await sheet.boundingBox()];
  expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThanOrEqual(card?.y ?? 0);
  expect(await findings(page)).toEqual([]);
  await sheet.locator("[data-action=walk]").focus();
  await page.keyboard.press("Escape");
  await expect(page.locator(".entity[aria-pressed=true]")).toHaveCount(0);
  await expect(entity).toBeFocused();
  await expect(sheet).not.toHaveCSS("position", "fixed");
});

test("a table of names is opened, its wrong lines told, and saved again", async ({ page }) => {
  await openNames(page);
  const buffer = Buffer.from("# 船\nいろは号\tproduct\tいろは|伊呂波\n北浜丸\t船\n名前だけ\n北浜\tnever\t\tNOUN\n北浜港\tnever\t\tPUNCT\n");
  await page.locator("[data-action=open-dictionary]").setInputFiles({ name: "names.tsv", mimeType: "text/tab-separated-values", buffer });
  await expect(page.locator("[data-part=dictionary-errors] li")).toHaveText([
    "3 行目：「船」という種類はありません", "4 行目：種類がありません", "6 行目：「PUNCT」はここで使える品詞ではありません",
  ]);
  await expect(page.locator("[data-part=dictionary-errors]")).toContainText("種類は person, organization, location");
  await expect(page.locator("[data-table=dictionary] tbody th")).toHaveText(["いろは号", "北浜"]);
  await expect(page.locator("section[data-label=product] .entity", { hasText: "いろは号" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.locator("[data-action=save-dictionary]").click();
  expect(readFileSync(await (await download).path(), "utf8")).toBe("いろは号\tproduct\tいろは|伊呂波\n北浜\tnever\t\tNOUN\n");
});
