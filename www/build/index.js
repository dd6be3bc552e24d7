import { fileURLToPath } from "node:url";
import { build } from "vite";
import { inlineParts } from "./data.js";
import { oneFile } from "./one-file.js";

/** @import { InlineConfig } from "vite" */

const WWW = fileURLToPath(new URL("../", import.meta.url));

/** @type {InlineConfig} */
const COMMON = { root: WWW, configFile: false, logLevel: "warn" };
const TARGET = "es2023";
// The first to know `light-dark()`.
const CSS_TARGET = ["chrome123", "firefox120", "safari17.5"];

/** What can be built, in the order of what needs what. */
const STEPS = { worker, site, file };
/** What is built only where it is asked for. */
const OTHERS = { inline };

/** The worker as one script without imports: it starts from an address, from a blob, as a module and as none. */
async function worker() {
  await build({
    ...COMMON,
    build: {
      target: TARGET,
      outDir: "pkg",
      emptyOutDir: false,
      copyPublicDir: false,
      // Those who bundle the package make it small; and tests break it by the names of its functions.
      minify: false,
      lib: { entry: "src/analyzer/worker.js", formats: ["iife"], name: "worker", fileName: () => "worker.js" },
    },
  });
}

/** The site, as `vite.config.js` has it. */
async function site() {
  await build({ root: WWW, logLevel: "warn" });
}

/** The page as one HTML file that opens by a double click. */
async function file() {
  await build({
    ...COMMON,
    base: "./",
    plugins: [inlineParts(), oneFile("article-analyzer.html")],
    build: {
      target: TARGET,
      cssTarget: CSS_TARGET,
      outDir: "../dist",
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: 1e5,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}

/** Everything of the npm package in one module. */
async function inline() {
  await build({
    ...COMMON,
    plugins: [inlineParts()],
    build: {
      target: TARGET,
      outDir: "../dist/package",
      emptyOutDir: false,
      copyPublicDir: false,
      chunkSizeWarningLimit: 1e5,
      lib: { entry: "src/element/complete.js", formats: ["es"], fileName: () => "inline.js" },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}

const wanted = process.argv.slice(2);
for (const [name, step] of Object.entries({ ...STEPS, ...OTHERS })) {
  if (wanted.length > 0 ? wanted.includes(name) : name in STEPS) await step();
}
