// Draws the icons of the installed page from icon.svg: `npm run icons`, with a Chromium that CHROME names.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const folder = new URL("../public/", import.meta.url);
const drawing = readFileSync(new URL("icon.svg", folder), "utf8");
/** Systems that cut icons to a shape leave the middle four fifths. */
const ICONS = [
  { file: "icon-192.png", size: 192, share: 1 },
  { file: "icon-512.png", size: 512, share: 1 },
  { file: "icon-maskable-512.png", size: 512, share: 0.8 },
  { file: "apple-touch-icon.png", size: 180, share: 0.9 },
];

const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const { file, size, share } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const square = share < 1 ? "background:#fbfaf7;" : "";
  const image = `<img width="${size * share}" src="data:image/svg+xml,${encodeURIComponent(drawing)}">`;
  await page.setContent(`<body style="margin:0;${square}display:grid;place-content:center;height:100vh">${image}`);
  await page.screenshot({ path: fileURLToPath(new URL(file, folder)), omitBackground: share === 1 });
  await page.close();
}
await browser.close();
