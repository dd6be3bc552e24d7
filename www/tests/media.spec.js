import { AxeBuilder } from "@axe-core/playwright";
import { SAMPLES, chooseLine, expect, highlighted, openArticle, paste, test } from "./fixtures.js";

/** @import { Page } from "@playwright/test" */

// The page on paper, in the colours of the system, without motion, and twice as large.

const VIEWS = /** @type {const} */ (["text", "statistics", "words", "names", "figures", "style", "compare"]);

/**
 * An article with another beside it.
 *
 * @param {Page} page
 */
async function openTwo(page) {
  await openArticle(page, SAMPLES.ja);
  await page.keyboard.press("7");
  await page.getByRole("textbox", { name: "もう一本の記事" }).fill(SAMPLES.ja.replace(/\d+/, "7"));
  await page.getByRole("button", { name: "加える" }).click();
  await expect(page.locator("[data-part=statistics]")).toBeVisible();
}

/**
 * Opens a view, with all that it loads.
 *
 * @param {Page} page
 * @param {typeof VIEWS[number]} view
 */
async function open(page, view) {
  await page.locator(`#tab-${view}`).click();
  await expect(page.locator(`[aria-labelledby=tab-${view}]`)).toBeVisible();
  // What is folded on a phone fits it, too.
  if (view === "compare") await page.locator("details.compared").evaluateAll((parts) => parts.forEach((part) => part.setAttribute("open", "")));
  if (view === "names") await page.locator("svg.network").waitFor();
  if (view === "figures" || view === "compare") await page.locator("svg.strip").waitFor();
}

/** Names of ticks that lie on each other, or are cut off. @param {Page} page */
const collisions = (page) =>
  page.locator("svg.chart").evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const ticks = [...chart.querySelectorAll(".tick")];
      const boxes = ticks.map((tick) => tick.getBoundingClientRect());
      const { left, right } = chart.getBoundingClientRect();
      return ticks.filter((_, at) => boxes[at].left < left || boxes[at].right > right || (at > 0 && boxes[at].left < boxes[at - 1].right)).map(({ textContent }) => textContent);
    }),
  );

/** What is wider than the screen. @param {Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("paper shows the article and its numbers, and nothing to press", async ({ page }) => {
  await openArticle(page, SAMPLES.ja);
  await page.keyboard.press("n");
  const lines = await page.locator(".block:not(.noise)").count();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[data-number=characters] strong")).toBeVisible();
  expect(await page.locator(".block:not(.noise):visible").count()).toBe(lines);
  expect(await page.locator("button:not(.key-numbers *):visible, [role=tab]:visible, .fold:visible, .inspector:visible").count()).toBe(0);
  const pdf = (await page.pdf({ format: "A4", tagged: true })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
  // Its headings are headings for who reads it by ear.
  expect(pdf).toContain("/H1");
  for (const view of VIEWS.slice(1)) {
    await page.emulateMedia({ media: "screen" });
    await open(page, view === "compare" ? "figures" : view);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".data-tools:visible, .chips:visible, [role=tab]:visible").count(), view).toBe(0);
  }
});

test("in the colours of the system: marks, choices and the selected line are told apart, and axe finds nothing", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await openTwo(page);
  for (const view of VIEWS) {
    await open(page, view);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${view} ${id} ${nodes.map(({ html }) => html.slice(0, 100))}`)).toEqual([]);
  }
  await page.keyboard.press("1");
  await page.keyboard.press("n");
  expect(await highlighted(page, "current")).toHaveLength(1);
  const look = (/** @type {string} */ selector) =>
    page.locator(selector).first().evaluate((element) => {
      const { backgroundColor, borderColor, borderWidth, outlineStyle, color } = getComputedStyle(element);
      return [backgroundColor, borderColor, borderWidth, outlineStyle, color].join();
    });
  expect(await look(".chip[aria-pressed=true]")).not.toBe(await look(".chip[aria-pressed=false]"));
  expect(await look("[role=tab][aria-selected=true]")).not.toBe(await look("[role=tab][aria-selected=false]"));
  await chooseLine(page.locator(".block[data-role=paragraph]").first());
  expect(await look(".block[aria-current=true]")).not.toBe(await look(".block[data-role=paragraph]:not([aria-current])"));
});

test("a reader who wants no motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openTwo(page);
  for (const view of VIEWS) {
    await open(page, view);
    const moving = await page.evaluate(() =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0).map((animation) => String(Reflect.get(animation, "animationName"))),
    );
    expect(moving, view).toEqual([]);
    const smooth = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
      const { scrollBehavior, transitionDuration } = getComputedStyle(element);
      return scrollBehavior === "smooth" || parseFloat(transitionDuration) > 0;
    }).map(({ tagName, className }) => `${tagName} ${className}`));
    expect(smooth, view).toEqual([]);
  }
});

for (const language of /** @type {const} */ (["日本語", "English"])) {
  test(`every view fits a phone and twice the size, with targets large enough: ${language}`, async ({ page }) => {
    test.slow();
    await openTwo(page);
    if (language === "English") await page.locator("[data-action=language]").click();
    for (const viewport of [{ width: 360, height: 740 }, { width: 640, height: 450 }, { width: 320, height: 640 }]) {
      await page.setViewportSize(viewport);
      for (const view of VIEWS) {
        await open(page, view);
        expect(await overflow(page), `${view} at ${viewport.width}`).toBeLessThanOrEqual(0);
        expect(await collisions(page), `${view} at ${viewport.width}`).toEqual([]);
        const small = await page.locator("button:visible, select:visible, input:visible, summary:visible, a:visible").evaluateAll((controls) =>
          controls
            // Those of a label are as large as the label.
            .map((control) => ({ box: (control.closest("label") ?? control).getBoundingClientRect(), html: control.outerHTML.slice(0, 100) }))
            .filter(({ box, html }) => (box.width < 24 || box.height < 24) && !html.includes("visually-hidden"))
            .map(({ html }) => html),
        );
        expect(small, `${view} at ${viewport.width}`).toEqual([]);
      }
    }
  });
}

test("text spaced as wide as readers may set it, or in a wide font, fits a phone", async ({ page }) => {
  test.slow();
  await openTwo(page);
  // WCAG 2.2, 1.4.12.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }");
    document.adoptedStyleSheets.push(sheet);
  });
  for (const language of ["ja", "en"]) {
    await page.setViewportSize({ width: 1280, height: 740 });
    if (language === "en") await page.locator("[data-action=language]").click();
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      for (const view of VIEWS) {
        await open(page, view);
        expect(await overflow(page), `${language}: ${view} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  }
});

test("axe finds nothing in what the page tells, on a phone and a desktop", async ({ page }) => {
  test.slow();
  const findings = async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  };
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("", "QuotaExceededError");
    };
  });
  await page.route("**/*.model", (route) => route.fulfill({ status: 404 }));
  await openArticle(page, `${SAMPLES.ja}\n===\n${SAMPLES.en}`);
  await expect(page.locator("[data-action=split]")).toBeVisible();
  await expect(page.locator(".notices")).toContainText("保存を受け付けませんでした");
  await page.locator(".notice summary").click();
  await expect(page.locator(".notice li").first()).toContainText("辞書を読み込めませんでした");
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme });
      expect(await findings()).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  }
  await page.getByRole("button", { name: "書き出す" }).click();
  expect(await findings()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "別の記事" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "絵.png", mimeType: "image/png", buffer: Buffer.from("x") });
  await expect(page.getByRole("alert")).toContainText("開けません");
  expect(await findings()).toEqual([]);
  await page.evaluate(() => dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true })));
  await expect(page.locator(".drop")).toBeVisible();
  expect(await findings()).toEqual([]);
  await paste(page, "x");
});

test("no two layers of marks are told apart by colour alone", async ({ page }) => {
  await openArticle(page, SAMPLES.ja);
  for (const forcedColors of /** @type {const} */ (["none", "active"])) {
    await page.emulateMedia({ forcedColors });
    const looks = await page.evaluate(() => {
      const line = document.querySelector(".block[data-role=paragraph]");
      const layers = ["entities", "quantities", "times", "attributions", "hedges", "keywords", "style"];
      return line ? layers.map((layer) => {
        const { textDecorationLine, textDecorationStyle, textDecorationThickness, backgroundColor } = getComputedStyle(line, `::highlight(${layer})`);
        const isTinted = !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);
        return [textDecorationLine, textDecorationStyle, textDecorationThickness, isTinted].join(" ");
      }) : [];
    });
    expect(looks).toHaveLength(7);
    if (forcedColors === "none") expect(new Set(looks).size).toBe(7);
  }
});

for (const [width, views] of /** @type {const} */ ([[1280, ["text", "names", "figures", "compare"]], [360, ["text", "figures"]]])) {
  test(`where the keyboard is can be seen at every stop, and nothing lies over it: ${width} px`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openTwo(page);
    await page.setViewportSize({ width, height: 740 });
    for (const view of views) {
      await open(page, view);
      await page.evaluate(() => {
        scrollTo(0, 0);
        /** @type {HTMLElement} */ (document.activeElement)?.blur();
      });
      const seen = new Set();
      for (let stop = 0; stop < 90; stop++) {
        await page.keyboard.press("Tab");
        const found = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          // A file is chosen by a label, which shows where the keyboard is.
          const shown = element.matches("input[type=file]") ? (element.closest("label") ?? element) : element;
          const { outlineStyle, outlineWidth } = getComputedStyle(shown);
          const { left, top, right, bottom } = shown.getBoundingClientRect();
          // Of what is larger than the screen, the part on it.
          const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
          const x = (Math.max(left, 0) + Math.min(right, innerWidth, left + 80)) / 2;
          const isFree = [0.1, 0.5, 0.9].some((part) => {
            const y = from + part * (to - from);
            const over = document.elementFromPoint(x, y);
            return over !== null && (shown.contains(over) || over.contains(shown));
          });
          const name = `${shown.outerHTML.slice(0, 90).replace(/<!--.*?-->/g, "")} ${shown.textContent?.trim().slice(0, 20)}`;
          return { name, isMarked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, isFree };
        });
        if (!found) break;
        expect(found, `${view} at ${width}`).toEqual({ name: found.name, isMarked: true, isFree: true });
        seen.add(found.name);
      }
      expect(seen.size, view).toBeGreaterThan(10);
    }
  });
}
