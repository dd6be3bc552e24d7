import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test as base } from "@playwright/test";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";
import { fileIn, serve } from "./server.js";

const PACKAGE = fileURLToPath(new URL("../../dist/package/", import.meta.url));
const TEXT = "港町に新しい図書館が開いた。座席は120席ある。";
/** What every program under test puts out: the words and names of the text, by the models. */
const PROGRAM = (/** @type {string} */ from, options = "") => `
  import { Analyzer } from "${from}";
  const analyzer = await Analyzer.load(${options});
  const { tokens, sentences, quantities, warnings } = await analyzer.analyze({ text: ${JSON.stringify(TEXT)} });
  const found = JSON.stringify([sentences.length, tokens.some(({ lemma }) => lemma === "座席"), quantities.length, warnings.length]);
  const { implementation } = analyzer;
  analyzer.close();
`;
const SHOW = `document.body.textContent = found + " " + implementation;`;
const FOUND = "[2,true,1,0]";

const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{}, {project: string}>} */ ({
    // A project of somebody who installed the package from its tarball.
    project: [
      async ({}, use) => {
        const project = mkdtempSync(join(tmpdir(), "package-"));
        const packed = execFileSync("npm", ["pack", PACKAGE, "--pack-destination", project, "--json"], { encoding: "utf8" });
        const [{ filename }] = JSON.parse(packed);
        const installed = join(project, "node_modules/article-analyzer");
        mkdirSync(installed, { recursive: true });
        execFileSync("tar", ["-xzf", join(project, filename), "-C", installed, "--strip-components=1"]);
        writeFileSync(join(project, "package.json"), '{ "type": "module" }');
        await use(project);
      },
      { scope: "worker" },
    ],
  }),
);

/**
 * Serves a folder and says what its page shows in the end.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} folder
 */
async function shown(page, folder) {
  /** @type {string[]} */
  const wrongs = [];
  page.on("pageerror", (error) => wrongs.push(String(error.stack)));
  const server = await serve((path) => ({ file: fileIn(folder, path) }));
  await page.goto(`${server.origin}/`);
  await expect.poll(async () => wrongs.join() || page.locator("body").textContent(), { timeout: 30_000 }).toContain("[");
  const text = await page.locator("body").textContent();
  server.close();
  return text;
}

const HTML = (/** @type {string} */ script) => `<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="${script}"></script>`;

/**
 * A folder of its own in the project, with a page and a program.
 *
 * @param {string} project
 * @param {string} name
 * @param {string} program
 */
function application(project, name, program, script = "./main.js") {
  const folder = join(project, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "main.js"), program);
  writeFileSync(join(folder, "index.html"), HTML(script));
  return folder;
}

for (const from of ["article-analyzer", "article-analyzer/inline"]) {
  test(`Node: ${from}`, ({ project }) => {
    const program = `${PROGRAM(from)} console.log(found, implementation);`;
    const out = execFileSync("node", ["--input-type=module", "--eval", program], { cwd: project, encoding: "utf8" });
    expect(out.trim()).toBe(`${FOUND} local`);
  });
}

test("Node: the elements are imported without a document, and what the manifest exports is there", ({ project }) => {
  const program = `
    import { ArticleReport, define } from "article-analyzer/element";
    import "article-analyzer/define";
    import { MODELS } from "article-analyzer/models";
    import { fileURLToPath } from "node:url";
    define();
    const paths = ["wasm", "worker", "models/ja-words.model"].map((path) => fileURLToPath(import.meta.resolve("article-analyzer/" + path)));
    console.log(JSON.stringify({ for: ArticleReport.observedAttributes[0], paths, integrity: MODELS["ja-words"].integrity }));`;
  const out = JSON.parse(execFileSync("node", ["--input-type=module", "--eval", program], { cwd: project, encoding: "utf8" }));
  expect(out.for).toBe("for");
  const [, , model] = out.paths.map((/** @type {string} */ path) => readFileSync(path));
  expect(out.integrity).toBe(`sha256-${createHash("sha256").update(model).digest("base64")}`);
});

test("a model that was swapped never reaches the core", ({ project }) => {
  const copy = mkdtempSync(join(tmpdir(), "swapped-"));
  cpSync(join(project, "node_modules"), join(copy, "node_modules"), { recursive: true });
  writeFileSync(join(copy, "node_modules/article-analyzer/pkg/models/ja-words.model"), "swapped");
  const program = `${PROGRAM("article-analyzer")} console.log(String(warnings.length > 0));`;
  const out = execFileSync("node", ["--input-type=module", "--eval", program], { cwd: copy, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  expect(out.trim()).toBe("true");
});

test("types: a program in TypeScript is checked against the declarations", ({ project }) => {
  const folder = join(project, "types");
  mkdirSync(folder);
  writeFileSync(
    join(folder, "main.ts"),
    `import { Analyzer, AnalyzerError } from "article-analyzer";
    import { ArticleReport, ArticleReportEvent } from "article-analyzer/element";
    import "article-analyzer/define";
    const analyzer: Analyzer = await Analyzer.load({ base: "/vendor/" });
    const report = await analyzer.analyze({ text: "x" }, { language: "ja" });
    const { statistics } = report;
    const [place] = await analyzer.ask(report, { kind: "concordance", phrase: "x", sort: "left" });
    const left: string = place.left;
    // @ts-expect-error A concordance is of a phrase.
    analyzer.ask(report, { kind: "concordance" });
    const sentences: number = statistics.sentences;
    // @ts-expect-error There is no such measure.
    statistics.nothing;
    document.addEventListener("article-report", (event) => event instanceof ArticleReportEvent && event.report.language);
    const element = new ArticleReport();
    element.text = "x";
    export { AnalyzerError, left, sentences };`,
  );
  const options = { strict: true, noEmit: true, target: "es2023", module: "esnext", moduleResolution: "bundler", lib: ["es2024", "dom", "dom.iterable"], types: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["main.ts"] }));
  const tsc = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));
  expect(() => execFileSync(tsc, ["-p", folder], { encoding: "utf8" })).not.toThrow();
});

test("Vite", async ({ page, project }) => {
  const folder = application(project, "vite", PROGRAM("article-analyzer") + SHOW);
  await vite({ root: folder, configFile: false, logLevel: "error", build: { target: "es2023" } });
  expect(await shown(page, join(folder, "dist"))).toBe(`${FOUND} worker`);
});

test("webpack", async ({ page, project }) => {
  const folder = application(project, "webpack", PROGRAM("article-analyzer") + SHOW, "./dist/main.js");
  const wrong = await new Promise((resolve) => {
    webpack({ mode: "production", context: folder, entry: "./main.js", output: { path: join(folder, "dist"), filename: "main.js", module: true }, experiments: { outputModule: true, topLevelAwait: true }, performance: false }, (error, stats) =>
      resolve(error ?? (stats?.hasErrors() ? stats.toString("errors-only") : null)),
    );
  });
  expect(wrong).toBeNull();
  expect(await shown(page, folder)).toBe(`${FOUND} worker`);
});

test("esbuild: everything inline, and with the parts served from a folder of ours", async ({ page, project }) => {
  const bundle = (/** @type {string} */ folder) =>
    esbuild({ entryPoints: [join(folder, "main.js")], outfile: join(folder, "out.js"), bundle: true, format: "esm", logLevel: "error" });
  const inline = application(project, "esbuild-inline", PROGRAM("article-analyzer/inline") + SHOW, "./out.js");
  await bundle(inline);
  expect(await shown(page, inline)).toBe(`${FOUND} worker`);
  const served = application(project, "esbuild", PROGRAM("article-analyzer", '{ base: "./vendor" }') + SHOW, "./out.js");
  cpSync(join(project, "node_modules/article-analyzer/pkg"), join(served, "vendor"), { recursive: true });
  await bundle(served);
  expect(await shown(page, served)).toBe(`${FOUND} worker`);
});

test("a plain module script, from the files as they are", async ({ page, project }) => {
  const program = PROGRAM("/node_modules/article-analyzer/src/analyzer/index.js") + SHOW;
  writeFileSync(join(project, "main.js"), program);
  writeFileSync(join(project, "index.html"), HTML("./main.js"));
  expect(await shown(page, project)).toBe(`${FOUND} worker`);
  const element = `<article-report></article-report>`;
  writeFileSync(join(project, "index.html"), `${HTML("/node_modules/article-analyzer/src/element/define.js")}${element}`);
  const server = await serve((path) => ({ file: fileIn(project, path) }));
  await page.goto(`${server.origin}/`);
  await page.locator("article-report").evaluate((element, text) => Reflect.set(element, "text", text), TEXT);
  await expect(page.locator("[part=numbers]")).toContainText("2");
  server.close();
});
