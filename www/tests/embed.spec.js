import { SAMPLES, expect, test as base } from "./fixtures.js";
import { SITE, fileIn, serve } from "./server.js";

/** @import { Page } from "@playwright/test" */

/** A page of another site. @typedef {(body: string) => Promise<string>} Around */

const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{around: Around}, {}, {guard: string[]}>} */ ({
    around: async ({ guard }, use) => {
      let body = "";
      const server = await serve((path) => (path === "/" ? { body } : null));
      await use(async (given) => {
        body = `<!doctype html><html lang="ja"><title>Around</title><link rel="icon" href="data:,"><body>${given}`;
        return server.origin;
      });
      server.close();
      // Two sites talk here: requests to the other are meant.
      guard.splice(0, guard.length, ...guard.filter((wrong) => !/^request to (?:blob:)?http:\/\/127\.0\.0\.1/.test(wrong)));
    },
  }),
);

/**
 * A page around the frame, which notes what it is told.
 *
 * @param {string} embed
 * @param {Record<string, string>} options
 */
const framed = (embed, options) => `
  <script>
    const told = [];
    addEventListener("message", ({ origin, data }) => told.push({ origin, ...data, report: data.report?.statistics }));
  </script>
  <iframe width="400" height="100" src="${embed}#${new URLSearchParams(options).toString().replaceAll("&", "&amp;")}"></iframe>`;

const told = (/** @type {Page} */ page) => page.evaluate("told");
const send = (/** @type {Page} */ page, /** @type {unknown} */ message) =>
  page.evaluate((message) => document.querySelector("iframe")?.contentWindow?.postMessage(message, "*"), message);

test("a frame analyses what its page sends, and tells its height", async ({ page, origin, around }) => {
  const host = await around("");
  await around(framed(`${origin}/embed.html`, { origin: host, "interface-language": "en", theme: "dark" }));
  await page.goto(host);
  await expect.poll(() => told(page)).toContainEqual(expect.objectContaining({ origin, type: "article-analyzer", event: "ready" }));
  await send(page, { type: "article-analyzer", text: SAMPLES.ja });
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[part=numbers]")).toContainText("sentences");
  await expect.poll(() => told(page)).toContainEqual(expect.objectContaining({ event: "report", report: expect.objectContaining({ paragraphs: expect.any(Number) }) }));
  const heights = /** @type {any[]} */ (await told(page)).filter(({ event }) => event === "height").map(({ height }) => height);
  expect(heights.at(-1)).toBeGreaterThan(heights[0]);
  const scheme = await frame.locator("html").evaluate((html) => getComputedStyle(html).colorScheme);
  expect(scheme).toBe("dark");
});

test("a page that is not the one named is neither heard nor told", async ({ page, origin, around }) => {
  const host = await around("");
  await around(framed(`${origin}/embed.html`, { origin: "https://example.com" }));
  await page.goto(host);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[part=message]")).toBeVisible();
  await send(page, { type: "article-analyzer", text: "本を読む。雨が降る。" });
  await page.waitForTimeout(500);
  await expect(frame.locator("[part=numbers]")).toHaveCount(0);
  expect(await told(page)).toEqual([]);
});

test("a frame of its own site needs no name, and one with a box takes typing", async ({ page, origin }) => {
  await page.goto(`${origin}/embed.html#box=1&sections=numbers`);
  await page.locator("textarea").fill("本を読む。雨が降る。");
  await expect(page.locator("[part=numbers]")).toContainText("2 文");
});

test("every example works, on the page and copied to another site", async ({ page, origin, around }) => {
  await page.goto(`${origin}/embedding.html`);
  await expect(page.locator("[data-snippet=report] .live [part=numbers]")).toContainText("文");
  await expect(page.locator("[data-snippet=events] output")).toHaveText("ja 2");
  await expect(page.frameLocator("#frame").locator("[part=numbers]")).toContainText("2 文");
  await expect(page.locator("[data-snippet=looks] .live [part=numbers]")).toContainText("文");
  const examples = await page.locator("[data-snippet]").evaluateAll((sections) =>
    sections.map((section) => ({
      name: /** @type {HTMLElement} */ (section).dataset.snippet,
      code: section.querySelector("code:not([data-file])")?.textContent ?? "",
    })),
  );
  expect(examples.map(({ name }) => name)).toEqual(["report", "box", "events", "frame", "looks"]);
  // The site that hands the element out must allow others to load it.
  const site = await serve((path) => ({ file: fileIn(SITE, path), headers: { "access-control-allow-origin": "*" } }));
  for (const { name, code } of examples) {
    expect(code, name).not.toContain("HERE");
    const filled = code.replaceAll(origin, site.origin).replace("…", "<p>本を読む。雨が降る。</p>");
    const post = name === "looks" ? '<p id="post">本を読む。雨が降る。</p>' : "";
    await page.goto(await around(post + filled));
    if (name === "box") await page.locator("textarea").fill("本を読む。雨が降る。");
    const place = name === "frame" ? page.frameLocator("iframe") : page;
    await expect(place.locator("[part=numbers]"), name).toContainText("2 文");
  }
  site.close();
});
