import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test as base } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { SITE, fileIn, serve } from "./server.js";

/** @import { Page } from "@playwright/test" */

const POST = `<article id="post" lang="ja"><h1>港の図書館</h1>
  <p>港町に新しい図書館が開いた。座席は120席あり、夜9時まで使える。「静かで広い」と近くの学生は話す。</p>
  <p>市長の山本健一氏は開館式で、来年は分館を建てると述べた。</p></article>`;

/** What the page of a host allows the element's own site. @param {string} site */
const strict = (site) =>
  `default-src 'none'; img-src data:; script-src 'self' ${site} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${site}; worker-src blob:; ` +
  "require-trusted-types-for 'script'; trusted-types article-analyzer";

/**
 * A site of somebody else, which takes the element from ours.
 *
 * @typedef {{open: (body: string, policy?: string | null) => Promise<string[]>, site: string}} Host
 */

const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{host: Host}, {}, import("@playwright/test").PlaywrightTestArgs>} */ ({
    host: async ({ page }, use) => {
      const open = { "access-control-allow-origin": "*" };
      const site = await serve((path) => ({ file: fileIn(SITE, path), headers: open }));
      let body = "";
      /** @type {string | null} */
      let policy = null;
      const scripts = fileURLToPath(new URL("../", import.meta.url));
      const host = await serve((path) => {
        if (path !== "/") return { file: fileIn(scripts, path) };
        const html = `<!doctype html><html lang="ja"><title>Host</title><link rel="icon" href="data:,"><body>${body}`;
        return { body: html, headers: policy === null ? {} : { "content-security-policy": policy } };
      });
      /** @type {string[]} */
      const wrongs = [];
      page.on("pageerror", (error) => wrongs.push(String(error.stack)));
      page.on("console", (message) => {
        if (message.type() === "error") wrongs.push(message.text());
      });
      await page.addInitScript(() => {
        const counts = { started: 0 };
        const Real = globalThis.Worker;
        globalThis.Worker = class extends Real {
          /** @param {ConstructorParameters<typeof Worker>} given */
          constructor(...given) {
            super(...given);
            counts.started += 1;
          }
        };
        Object.assign(window, { workers: counts });
      });
      await use({
        site: site.origin,
        open: async (given, given_policy = strict(site.origin)) => {
          [body, policy] = [`<script type="module" src="${site.origin}/element.js"></script>${given}`, given_policy];
          await page.goto(host.origin);
          return wrongs;
        },
      });
      site.close();
      host.close();
    },
  }),
);

const numbers = (/** @type {Page} */ page, within = "article-report") => page.locator(`${within} [part=numbers]`);
const workers = (/** @type {Page} */ page) => page.evaluate(() => Reflect.get(window, "workers"));

test("analyses an article of its page from another origin, under a strict policy with Trusted Types", async ({ page, host }) => {
  const wrongs = await host.open(`${POST}<article-report for="#post"></article-report>`);
  await expect(numbers(page)).toContainText("4 文");
  await expect(page.locator("article-report [part=name]", { hasText: "山本健一" })).toBeVisible();
  await expect(page.locator("article-report [part=keyword]").first()).toBeVisible();
  // The first way to start one is refused: the script is of another origin.
  expect(await workers(page)).toEqual({ started: 1 });
  expect(page.workers()).toHaveLength(1);
  expect(wrongs.filter((wrong) => !/worker|Worker/.test(wrong))).toEqual([]);
});

test("speaks the language of the page around it, or the one it is told", async ({ page, host }) => {
  await host.open(`${POST}<div lang="en"><article-report for="#post"></article-report></div>`);
  await expect(numbers(page)).toContainText("4 sentences");
  await page.locator("article-report").evaluate((element) => Reflect.set(element, "interfaceLanguage", "ja"));
  await expect(numbers(page)).toContainText("4 文");
  await expect(page.locator("article-report")).toHaveAttribute("interface-language", "ja");
});

test("several share one worker, which goes when the last has gone", async ({ page, host }) => {
  await host.open(`${POST}<article-report for="#post"></article-report>`.concat('<article-report for="#post"></article-report>'.repeat(4), "<article-analyzer></article-analyzer>"));
  await expect(numbers(page)).toHaveCount(5);
  expect(page.workers()).toHaveLength(1);
  await page.evaluate(() => document.querySelectorAll("article-report, article-analyzer").forEach((element) => element.remove()));
  await expect.poll(() => page.workers().length).toBe(0);
  await page.evaluate(() => {
    const element = document.createElement("article-report");
    element.setAttribute("for", "#post");
    document.body.append(element);
  });
  await expect(numbers(page)).toContainText("4 文");
  expect(page.workers()).toHaveLength(1);
});

test("moved about and removed, elements leave nothing behind", async ({ page, host }) => {
  await host.open(POST);
  const client = await page.context().newCDPSession(page);
  await page.evaluate(() => customElements.whenDefined("article-report"));
  const round = async () => {
    await page.evaluate(async () => {
      for (let turn = 0; turn < 20; turn++) {
        const element = document.createElement("article-report");
        element.setAttribute("for", "#post");
        element.toggleAttribute("live", true);
        document.body.append(element);
        if (turn % 2 === 0) await new Promise((resolve) => element.addEventListener("article-report", resolve, { once: true }));
        document.body.prepend(element);
        element.remove();
      }
    });
    await expect.poll(() => page.workers().length).toBe(0);
    await client.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
    return { nodes, jsEventListeners };
  };
  await round();
  const before = await round();
  const after = await round();
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(5);
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThanOrEqual(2);
});

test("works in a shadow root, and its events leave it", async ({ page, host }) => {
  await host.open('<div id="host"></div>');
  const heard = await page.evaluate(async (post) => {
    await customElements.whenDefined("article-report");
    const shadow = /** @type {HTMLElement} */ (document.querySelector("#host")).attachShadow({ mode: "open" });
    const article = document.createElement("p");
    article.id = "post";
    article.textContent = post;
    const element = document.createElement("article-report");
    element.setAttribute("for", "#post");
    const heard = new Promise((resolve) => document.addEventListener("article-report", resolve, { once: true }));
    shadow.append(article, element);
    const event = /** @type {any} */ (await heard);
    return { name: event.constructor.name !== "Event", text: event.report.text, target: event.target.id };
  }, "本を読む。雨が降る。");
  expect(heard).toEqual({ name: true, text: "本を読む。雨が降る。", target: "host" });
});

test("properties: a text, HTML and a report, set before the element was defined or after", async ({ page, host }) => {
  await host.open('<article-report id="late"></article-report>', null);
  await page.evaluate(() => {
    const early = document.createElement("article-report");
    document.body.append(early);
    Reflect.set(document.querySelector("#late") ?? {}, "text", "本を読む。雨が降る。");
  });
  const late = page.locator("#late");
  await expect(late.locator("[part=numbers]")).toContainText("2 文");
  await late.evaluate((element) => Reflect.set(element, "html", "<p>一つの文。</p><img src=x onerror='window.ran = 1'>"));
  await expect(late.locator("[part=numbers]")).toContainText("1 文");
  expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
  const shown = await late.evaluate(async (element) => {
    const other = document.createElement("article-report");
    const { report } = /** @type {any} */ (element);
    Reflect.set(other, "report", report);
    document.body.append(other);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { same: Reflect.get(other, "report") === report, state: Reflect.get(other, "state"), text: other.shadowRoot?.textContent };
  });
  expect(shown).toMatchObject({ same: true, state: "done", text: expect.stringContaining("1 文") });
  await late.evaluate((element) => Reflect.set(element, "report", { odd: true }));
  await expect(late.getByRole("status")).toBeVisible();
});

test("says what is wrong and throws nothing into its host", async ({ page, host }) => {
  const wrongs = await host.open(`${POST}<article-report id="none" for="#nowhere"></article-report>
    <article-report id="odd" for="##"></article-report><article-report id="blank"></article-report>
    <article-report id="wrong" for="#post" language="xx-nothing"></article-report>`);
  await expect(page.locator("#none [part=message]")).toContainText("見つかりません");
  await expect(page.locator("#odd").getByRole("alert")).toBeVisible();
  await expect(page.locator("#blank [part=message]")).toContainText("まだありません");
  await expect(page.locator("#wrong").getByRole("alert")).toContainText("設定に誤り");
  expect(await page.locator("#wrong").evaluate((element) => Reflect.get(element, "error").code)).toBe("invalid-option");
  await page.locator("#wrong").evaluate((element) => element.removeAttribute("language"));
  await expect(numbers(page, "#wrong")).toContainText("4 文");
  expect(wrongs.filter((wrong) => !/worker|Worker/.test(wrong))).toEqual([]);
});

test("follows an article that changes, when it is live", async ({ page, host }) => {
  await host.open(`${POST}<article-report for="#post" live></article-report>`);
  await expect(numbers(page)).toContainText("4 文");
  await page.locator("#post").evaluate((post) => (post.querySelector("p") ?? post).append("もう一つの文が足された。"));
  await expect(numbers(page)).toContainText("5 文");
});

test("looks are set from outside: sections, parts, properties, colour scheme, slots", async ({ page, host }) => {
  const css = ":root{color-scheme:dark} .mine{--article-analyzer-ink:rgb(1, 2, 3)} .mine::part(number){font-size:40px}";
  await host.open(`<style>${css}</style>${POST}<article-report for="#post" id="dark" sections="numbers"></article-report>
    <article-report for="#post" class="mine" sections="keywords numbers"><b slot="footer">足し書き</b></article-report>`, null);
  await expect(numbers(page)).toHaveCount(2);
  await expect(page.locator("#dark [part=keyword]")).toHaveCount(0);
  const dark = await page.locator("#dark").evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(dark).toBe("rgb(34, 32, 29)");
  const mine = await page.locator(".mine").evaluate((element) => {
    const number = /** @type {Element} */ (element.shadowRoot?.querySelector("[part=number]"));
    return [getComputedStyle(element).color, getComputedStyle(number).fontSize, element.querySelector("b")?.assignedSlot !== null];
  });
  expect(mine).toEqual(["rgb(1, 2, 3)", "40px", true]);
});

test("the box analyses what is typed, and axe finds nothing", async ({ page, host }) => {
  await host.open("<main><h1>Host</h1><article-analyzer></article-analyzer></main>", null);
  await page.locator("article-analyzer textarea").fill("本を読む。雨が降る。");
  await expect(numbers(page, "article-analyzer")).toContainText("2 文");
  expect(await page.locator("article-analyzer").evaluate((element) => Reflect.get(element, "text"))).toBe("本を読む。雨が降る。");
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});

/** A page as a browser copies it. */
const COPIED = {
  html: `<nav><a href="/">ホーム</a></nav><article><h1>橋の塗り替え</h1><p>川にかかる古い橋が塗り替えられた。作業は三週間かかった。</p>
    <ul><li>通行止めは夜だけ</li></ul></article><img src="x" onerror="window.ran = 1"><script>window.ran = 1</script>`,
  text: "ホーム\n橋の塗り替え\n川にかかる古い橋が塗り替えられた。作業は三週間かかった。\n通行止めは夜だけ",
};
const COPIED_TEXT = "ホーム\n\n橋の塗り替え\n\n川にかかる古い橋が塗り替えられた。作業は三週間かかった。\n\n通行止めは夜だけ";

/**
 * Pastes or drops into the box of an element.
 *
 * @param {Page} page
 * @param {"paste" | "drop"} type
 * @param {{html?: string, text: string}} copied
 * @returns {Promise<boolean>} Whether it was left to the browser.
 */
const bring = (page, type, copied) =>
  page.locator("article-analyzer textarea").evaluate((box, { type, copied }) => {
    const data = new DataTransfer();
    if (copied.html) data.setData("text/html", copied.html);
    data.setData("text/plain", copied.text);
    const how = { bubbles: true, cancelable: true, composed: true };
    return box.dispatchEvent(type === "paste" ? new ClipboardEvent(type, { clipboardData: data, ...how }) : new DragEvent(type, { dataTransfer: data, ...how }));
  }, { type, copied });

const roles = (/** @type {Page} */ page) =>
  page.locator("article-analyzer").evaluate((element) => /** @type {any} */ (element).report?.blocks.map((/** @type {{role: string}} */ { role }) => role) ?? []);

for (const type of /** @type {const} */ (["paste", "drop"])) {
  test(`the box reads what is copied from a page as a page: ${type}`, async ({ page, host }) => {
    const wrongs = await host.open("<article-analyzer></article-analyzer>");
    await page.evaluate(() => customElements.whenDefined("article-analyzer"));
    const box = page.locator("article-analyzer textarea");
    expect(await bring(page, type, COPIED)).toBe(false);
    await expect.poll(() => roles(page)).toEqual(["navigation", "title", "paragraph", "listItem"]);
    await expect(box).toHaveValue(COPIED_TEXT);
    expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
    expect(await page.locator("article-analyzer :is(img, script, nav, article, h1)").count()).toBe(0);

    // Edited, it is a plain text; what comes into it then is left to the browser.
    await box.press("End");
    await box.pressSequentially("　おわり。");
    await expect.poll(() => page.locator("article-analyzer").evaluate((element) => Reflect.get(element, "text"))).toContain("おわり。");
    expect(await bring(page, type, COPIED)).toBe(true);
    expect(wrongs.filter((wrong) => !/worker|Worker/.test(wrong))).toEqual([]);
  });
}

test("a file dropped into the box is read, and one that can't be is named", async ({ page, host }) => {
  await host.open("<article-analyzer lang='ja'></article-analyzer>");
  await page.evaluate(() => customElements.whenDefined("article-analyzer"));
  const element = page.locator("article-analyzer");
  const dropFile = (/** @type {string} */ name, /** @type {string} */ content) =>
    element.locator("textarea").evaluate((box, [name, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], name));
      const how = { bubbles: true, cancelable: true, composed: true, dataTransfer: data };
      return ["dragover", "drop"].map((type) => box.dispatchEvent(new DragEvent(type, how)));
    }, [name, content]);
  expect(await dropFile("picture.png", "no text")).toEqual([false, false]);
  await expect(element.locator("[part=note]")).toContainText("「picture.png」は開けません");
  expect(await dropFile("article.txt", "港の朝は早い。船は三時に出る。")).toEqual([false, false]);
  await expect(element.locator("textarea")).toHaveValue("港の朝は早い。船は三時に出る。");
  await expect(numbers(page, "article-analyzer")).toContainText("2 文");
  await expect(element.locator("[part=note]")).toContainText("この端末から出ません");
  expect(await dropFile("page.html", "<nav><a href='/'>ホーム</a></nav><article><h1>港の朝</h1><p>船は三時に出る。</p></article>")).toEqual([false, false]);
  await expect.poll(() => roles(page)).toEqual(["navigation", "title", "paragraph"]);
});

test("the box takes the plain text where HTML says no more, and shows what is set from outside", async ({ page, host }) => {
  await host.open("<article-analyzer></article-analyzer>");
  const element = page.locator("article-analyzer");
  const box = element.locator("textarea");
  await bring(page, "paste", { html: "<div style='white-space:pre'><span>港の朝は早い。</span></div>", text: "港の朝は早い。\n   次の行。" });
  await expect(numbers(page, "article-analyzer")).toContainText("2 文");
  await expect(box).toHaveValue("港の朝は早い。\n   次の行。");
  expect(await element.evaluate((element) => Reflect.get(element, "html"))).toBeNull();
  await element.evaluate((element) => Reflect.set(element, "html", "<p>一つの文。</p>"));
  await expect(box).toHaveValue("一つの文。");
  await element.evaluate((element) => Reflect.set(element, "text", "二つ。文。"));
  await expect(box).toHaveValue("二つ。文。");
  await expect(numbers(page, "article-analyzer")).toContainText("2 文");
});

test("without leave for workers it analyses on the page", async ({ page, host }) => {
  const policy = strict(host.site).replace("worker-src blob:", "worker-src 'none'");
  await host.open(`${POST}<article-report for="#post"></article-report>`, policy);
  await expect(numbers(page)).toContainText("4 文");
  expect(page.workers()).toHaveLength(0);
});

test("is imported where there is no document", async () => {
  const { define, ArticleReport } = await import(join(fileURLToPath(new URL("../src/element/", import.meta.url)), "index.js"));
  expect(() => define()).not.toThrow();
  expect(ArticleReport.observedAttributes).toContain("for");
});
