import { AxeBuilder } from "@axe-core/playwright";
import { ARTICLE, SAMPLES, chooseLine, expect, highlighted, openArticle, paste, test } from "./fixtures.js";

/** @import { Page } from "@playwright/test" */

/**
 * What axe finds against WCAG 2.2 AA and its own best practices.
 *
 * @param {Page} page
 */
async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

/** States of the page, and how to get there from an article that is being read. */
const STATES = {
  "read": async (/** @type {Page} */ _page) => {},
  "a line's card": async (/** @type {Page} */ page) => chooseLine(page.locator(".block[data-role=paragraph]").first()),
  "marks and search": async (/** @type {Page} */ page) => {
    await page.keyboard.press("s");
    await page.keyboard.press("n");
    await page.keyboard.press("/");
    await page.keyboard.type("電");
    await page.keyboard.press("Enter");
  },
  "statistics": async (/** @type {Page} */ page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("2");
    await expect(page.locator(".statistics")).toBeVisible();
  },
  "settings": async (/** @type {Page} */ page) => page.locator("[data-action=settings]").click(),
  "keys": async (/** @type {Page} */ page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
  },
  "edit": async (/** @type {Page} */ page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await expect(page.locator("textarea")).toBeFocused();
  },
  "earlier articles": async (/** @type {Page} */ page) => {
    await page.getByRole("button", { name: "別の記事" }).click();
    await expect(page.locator(".earlier li")).toHaveCount(1);
  },
};

const LOOKS = /** @type {const} */ ([
  { colorScheme: "light", viewport: { width: 1280, height: 900 }, states: Object.keys(STATES) },
  { colorScheme: "dark", viewport: { width: 1280, height: 900 }, states: Object.keys(STATES) },
  { colorScheme: "light", viewport: { width: 360, height: 740 }, states: ["read", "a line's card"] },
]);

for (const { colorScheme, viewport, states } of LOOKS) {
  test(`axe finds nothing, ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(viewport);
    await page.goto("/");
    await expect(page.locator("textarea")).toBeFocused();
    expect(await findings(page)).toEqual([]);
    await paste(page, SAMPLES.ja);
    await expect(page.locator("article-text .block").first()).toBeVisible();
    for (const name of /** @type {(keyof typeof STATES)[]} */ (states)) {
      await test.step(name, async () => {
        await STATES[name](page);
        expect(await findings(page)).toEqual([]);
      });
    }
  });
}

test("axe finds nothing in the examples of embedding, and they fit a phone", async ({ page }) => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/embedding.html");
    await expect(page.locator("[data-snippet=looks] .live [part=numbers]")).toBeVisible();
    expect(await findings(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test("axe finds nothing while it is analysing, and where something went wrong", async ({ page }) => {
  await page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    const waits = `self.addEventListener("message", (event) => {
      if (event.data.source?.includes("待つ")) event.stopImmediatePropagation();
    });`;
    await route.fulfill({ response, body: `${waits}${await response.text()}` });
  });
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await paste(page, "本文です。");
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.unroute("**/*.wasm");
  await page.locator("textarea").fill("待つ");
  await expect(page.getByRole("progressbar", { name: "分析しています" })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.locator("textarea").fill(`${"メニュー\n項目\n".repeat(5)}`);
  await expect(page.locator(".notice")).toContainText("見つかりませんでした");
  await expect(page.locator("progress")).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
});

test("everything works by keyboard alone", async ({ page }) => {
  await openArticle(page);

  await test.step("lines, their roles and reasons", async () => {
    const title = page.locator(".block[data-role=title]");
    for (let tabs = 0; tabs < 20 && !(await title.evaluate((block) => block === document.activeElement)); tabs++) {
      await page.keyboard.press("Tab");
    }
    await expect(title).toBeFocused();
    for (let down = 0; down < 3; down++) await page.keyboard.press("ArrowDown");
    await expect(page.locator(".block[data-role=paragraph]")).toBeFocused();
    await expect(page.getByRole("status")).toHaveText("段落（全 6 行の 4 行目）");
    await page.keyboard.press("Enter");
    await expect(page.locator(".card h2")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.locator("[data-action=role]")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator(".block[data-role=paragraph]")).toBeFocused();
  });

  await test.step("marks", async () => {
    await page.keyboard.press("s");
    await expect(page.locator(".chip[data-layer=sentences]")).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    expect(await highlighted(page, "current")).toEqual(["2025年3月4日 18:40"]);
    await page.keyboard.press("p");
    expect(await highlighted(page, "current")).toEqual(["新しい図書館が港に開いた"]);
    await expect(page.getByRole("status")).toContainText("文 1 / 8");
  });

  await test.step("search", async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("図書館");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(page.locator(".search")).toContainText("2 / 2");
    expect(await highlighted(page, "search")).toEqual(["図書館", "図書館"]);
    await page.keyboard.press("Escape");
    expect(await highlighted(page, "search")).toEqual([]);
  });

  await test.step("views, keys, edit", async () => {
    await page.keyboard.press("2");
    await expect(page.getByRole("tab", { name: "統計" })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("1");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.keyboard.press("e");
    await expect(page.locator("textarea")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator("textarea")).toHaveCount(0);
  });
});

test("the inspector is a sheet on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openArticle(page, SAMPLES.ja);
  const sheet = page.locator(".inspector");
  await expect(sheet).toBeHidden();
  await page.getByRole("button", { name: "概要" }).click();
  await expect(sheet).toBeVisible();
  await sheet.getByRole("button", { name: "閉じる" }).click();
  await expect(sheet).toBeHidden();
  await page.locator(".block[data-role=paragraph]").first().click();
  await expect(sheet.locator(".card")).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("targets are large enough, and twice the size fits", async ({ page }) => {
  await openArticle(page, ARTICLE);
  const small = await page.locator("button:visible, select:visible, input:visible").evaluateAll((controls) =>
    controls
      .map((control) => ({ box: control.getBoundingClientRect(), html: control.outerHTML.slice(0, 80) }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ html }) => html),
  );
  expect(small).toEqual([]);
  await page.setViewportSize({ width: 640, height: 450 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
