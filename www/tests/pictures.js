/** @import { Page } from "@playwright/test" */

/**
 * The share of the pixels in which two pictures differ to the eye, once the first is as large as the second.
 *
 * @param {Page} page Any; the pictures are compared in it.
 * @param {Buffer} first
 * @param {Buffer} second
 * @returns {Promise<number>} 0 to 1.
 */
export function difference(page, first, second) {
  return page.evaluate(async ([first, second]) => {
    const read = (/** @type {string} */ bytes) => createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))]));
    const [one, other] = [await read(first), await read(second)];
    const pixels = (/** @type {ImageBitmap} */ image) => {
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(other.width, other.height).getContext("2d"));
      context.imageSmoothingQuality = "high";
      context.drawImage(image, 0, 0, other.width, other.height);
      return context.getImageData(0, 0, other.width, other.height).data;
    };
    const [a, b] = [pixels(one), pixels(other)];
    let differing = 0;
    for (let at = 0; at < a.length; at += 4) {
      if (Math.abs(a[at] - b[at]) + Math.abs(a[at + 1] - b[at + 1]) + Math.abs(a[at + 2] - b[at + 2]) > 150) differing += 1;
    }
    return differing / (a.length / 4);
  }, [first.toString("base64"), second.toString("base64")]);
}

/**
 * An SVG file as a browser paints it, and its size.
 *
 * @param {Page} page A page of its own.
 * @param {string} svg
 */
export async function painted(page, svg) {
  const [width, height] = ["width", "height"].map((name) => Number(new RegExp(`<svg[^>]* ${name}="(\\d+)"`).exec(svg)?.[1]));
  await page.setViewportSize({ width, height });
  await page.goto("about:blank");
  await page.setContent(`<body style="margin:0">${svg}`);
  return page.locator("svg").screenshot();
}
