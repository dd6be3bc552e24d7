import { spread } from "./measure.js";

const VISITS = 7;

/**
 * How long the page takes from its navigation to a report that can be read, in milliseconds, where it has been visited
 * before and keeps the article: the files and the models come from the cache, everything else starts afresh.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {string} text
 */
export async function pageTimes(browser, origin, text) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], locale: "ja-JP" });
  const page = await context.newPage();
  await page.goto(origin);
  await page.locator("textarea").waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("ControlOrMeta+v");
  await page.locator("article-text .block").first().waitFor();
  await page.addInitScript(() => {
    const shown = () => document.querySelector("article-text .block");
    const watcher = new MutationObserver(() => {
      if (!shown()) return;
      watcher.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(globalThis, { readable: performance.now() })));
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  const times = [];
  for (let visit = 0; visit < VISITS; visit++) {
    await page.reload();
    const handle = await page.waitForFunction(() => /** @type {any} */ (globalThis).readable);
    times.push(Number(await handle.jsonValue()));
  }
  await context.close();
  return spread(times);
}
