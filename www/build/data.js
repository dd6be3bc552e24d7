import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** @import { Plugin } from "vite" */

const WWW = new URL("../", import.meta.url);
const NAME = "article-analyzer:data";
/** The models that a text is given; others are for programs that ask for them. */
const GIVEN = /^(\w+-(?:words|names))\.model$/;

/** The files that the analyzer is put together from. Built before: the core, and the script of the worker. */
export function parts() {
  const models = new URL("pkg/models/", WWW);
  const names = readdirSync(models).flatMap((file) => GIVEN.exec(file)?.[1] ?? []);
  return {
    core: readFileSync(new URL("pkg/article_analyzer_bg.wasm", WWW)),
    worker: readFileSync(new URL("pkg/worker.js", WWW), "utf8"),
    models: Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`${name}.model`, models))])),
  };
}

/**
 * Builds the analyzer's parts into the program, each once, in place of the files that it would fetch.
 *
 * @returns {Plugin}
 */
export function inlineParts() {
  const inline = fileURLToPath(new URL("src/analyzer/inline.js", WWW));
  return {
    name: "inline-parts",
    enforce: "pre",
    resolveId: (source) => (source === NAME ? `\0${NAME}` : source.endsWith("/served.js") ? inline : null),
    load: (id) => (id === `\0${NAME}` ? module() : null),
  };
}

function module() {
  const { core, worker, models } = parts();
  // Models are packed as they are.
  const base64 = Object.fromEntries(Object.entries(models).map(([name, bytes]) => [name, bytes.toString("base64")]));
  return [
    `export const CORE = ${JSON.stringify(gzipSync(core, { level: 9 }).toString("base64"))};`,
    `export const WORKER = ${JSON.stringify(worker)};`,
    `export const MODELS = ${JSON.stringify(base64)};`,
  ].join("\n");
}
