import { SAMPLES, expect, openArticle, test } from "./fixtures.js";

/** @import { Locator } from "@playwright/test" */

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

test("on a phone all views are within reach, and what is looked for stands in one row", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openArticle(page, SAMPLES.ja);
  const list = page.locator("[role=tablist]");
  expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  await page.keyboard.press("/");
  await page.locator("input[type=search]").fill("電気");
  const tops = await page.locator(".search > *").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()).map(({ top, height }) => Math.round(top + height / 2)));
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(2);
});

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
  expect(lines.length).toBe(2);
  const [[ax, ay, bx, by], [cx, cy, dx, dy]] = lines;
  const side = (/** @type {number[]} */ [px, py, qx, qy], /** @type {number} */ x, /** @type {number} */ y) => Math.sign((qx - px) * (y - py) - (qy - py) * (x - px));
  const crosses = side(lines[0], cx, cy) !== side(lines[0], dx, dy) && side(lines[1], ax, ay) !== side(lines[1], bx, by);
  expect(crosses).toBe(false);
});
