// The benchmark beside the peers: in Node and in headless Chromium, in one run. Prints a table in Markdown and writes it,
// with a picture, to `target/peers`.

import { execFile } from "node:child_process";
import { createReadStream, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { CONTESTANTS } from "./contestants.js";
import { speeds, spread } from "./measure.js";
import { pageTimes } from "./page.js";
import { NODE, OUT, ROOT, texts } from "./project.js";
import { markdown, picture } from "./table.js";

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const STARTS = 3;
const HERE = "benches/peers";

/** The peers as one module each, as a page would load them. */
async function bundle() {
  mkdirSync(OUT, { recursive: true });
  const modules = `${HERE}/node_modules`;
  const entryPoints = {
    "wink.min": `${HERE}/wink.js`,
    "kuromoji.min": `${HERE}/kuromoji.js`,
    "tiny-segmenter.min": `${modules}/tiny-segmenter/lib/index.js`,
    "compromise.min": `${modules}/compromise/builds/three/compromise-three.mjs`,
    "in-browser": `${HERE}/in-browser.js`,
  };
  await build({ absWorkingDir: ROOT, entryPoints, outdir: OUT, bundle: true, minify: true, format: "esm", platform: "browser", logLevel: "error" });
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/** @param {string} folder */
async function serve(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    if (pathname === "/empty.html") return void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Benchmark</title>");
    const path = join(folder, normalize(pathname === "/" ? "/index.html" : pathname));
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/** Each contestant in processes of its own: milliseconds to the first result, and bytes held after 100,000 characters. */
async function startsInNode() {
  const rows = [];
  for (const index of CONTESTANTS.keys()) {
    const times = [];
    const memory = [];
    for (let round = 0; round < STARTS; round++) {
      const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", join(ROOT, HERE, "one.js"), String(index)]);
      const { milliseconds, bytes } = JSON.parse(stdout);
      times.push(milliseconds);
      memory.push(bytes);
    }
    rows.push({ start: spread(times), memory: spread(memory) });
  }
  return rows;
}

/** @param {import("playwright-core").Browser} browser */
async function inChromium(browser) {
  const { origin, close } = await serve(ROOT);
  const fresh = async () => {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${origin}/empty.html`);
    await page.addScriptTag({ type: "module", url: "/target/peers/in-browser.js" });
    await page.waitForFunction(() => "speeds" in globalThis);
    return page;
  };
  const starts = [];
  for (const [index, { language }] of CONTESTANTS.entries()) {
    const times = [];
    for (let round = 0; round < STARTS; round++) {
      const page = await fresh();
      times.push(await page.evaluate(([index, text]) => /** @type {any} */ (globalThis).firstResult(index, text), /** @type {const} */ ([index, texts()[language]["4,000"]])));
      await page.context().close();
    }
    starts.push(spread(times));
  }
  const page = await fresh();
  const rates = await page.evaluate(([all, rounds]) => /** @type {any} */ (globalThis).speeds(all, rounds), /** @type {const} */ ([texts(), ROUNDS]));
  close();
  return { starts, rates };
}

/** Bytes that travel: files that are packed already as they are, the others by brotli. */
function transfer() {
  return CONTESTANTS.map(({ files }) => files.flatMap(filesUnder).reduce((sum, path) => sum + packed(path), 0));
}

/** @param {string} name */
function filesUnder(name) {
  if (name.endsWith("/")) return readdirSync(join(ROOT, name)).map((file) => join(ROOT, name, file));
  return [name.includes("/") ? join(ROOT, name) : join(OUT, name)];
}

/** @param {string} path */
function packed(path) {
  const bytes = readFileSync(path);
  return /\.(gz|model)$/.test(path) ? bytes.length : brotliCompressSync(bytes).length;
}

/** What the page itself, the core and the Japanese models weigh, and of these the full and the light model of words. */
function pageWeight() {
  const site = join(ROOT, "dist/site");
  const names = readdirSync(site, { recursive: true, encoding: "utf8" });
  const sum = (/** @type {RegExp} */ pattern) => names.filter((name) => pattern.test(name)).reduce((all, name) => all + packed(join(site, name)), 0);
  return { page: sum(/^index\.html$|\.(js|css)$/), core: sum(/\.wasm$/), models: sum(/ja-(?:words|names)-[\w-]{8}\.model$/), full: sum(/ja-words-[\w-]{8}\.model$/), light: sum(/ja-words-light-[\w-]{8}\.model$/) };
}

await bundle();
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const site = await serve(join(ROOT, "dist/site"));
const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}, Chromium ${browser.version()}`,
  rounds: ROUNDS,
  node: { starts: await startsInNode(), rates: await speeds(NODE, texts(), ROUNDS) },
  chromium: await inChromium(browser),
  transfer: transfer(),
  weight: pageWeight(),
  page: await pageTimes(browser, site.origin, texts().ja["4,000"]),
};
site.close();
await browser.close();
const table = markdown(results);
writeFileSync(join(OUT, "results.json"), JSON.stringify(results, null, 2));
writeFileSync(join(OUT, "results.md"), table);
writeFileSync(join(OUT, "results.svg"), picture(results));
console.log(table);
