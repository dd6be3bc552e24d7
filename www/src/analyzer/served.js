import { MODELS } from "../../pkg/models.js";
import { AnalyzerError, aborted } from "./error.js";
import { fromSource, startWorker } from "./parts.js";

/** @import { Parts } from "./parts.js" */

// Bundlers know files by this form.
const CORE = new URL("../../pkg/article_analyzer_bg.wasm", import.meta.url);
const WORKER = new URL("../../pkg/worker.js", import.meta.url);

/** Node's `fetch` knows no files. */
const files = /** @type {typeof import("node:fs/promises") | undefined} */ (
  globalThis.process?.getBuiltinModule?.("node:fs/promises")
);

/**
 * The parts as files: where the package has them, or the same names in another folder.
 *
 * @param {string | URL} [base]
 * @returns {Parts}
 */
export function servedParts(base) {
  const folder = base === undefined ? null : new URL(`${String(base).replace(/\/*$/, "")}/`, globalThis.document?.baseURI);
  const at = (/** @type {URL} */ usual, /** @type {string} */ name) => (folder ? new URL(name, folder) : usual);
  const worker = at(WORKER, "worker.js");
  return {
    core: (signal) => loadCore(at(CORE, "article_analyzer_bg.wasm"), signal),
    workers: [() => startWorker(worker.href), fromSource(async () => (await get(worker)).text())],
    model: (name) => {
      if (!Object.hasOwn(MODELS, name)) return null;
      const { url, integrity } = MODELS[name];
      return load(at(url, `models/${name}.model`), integrity);
    },
  };
}

/**
 * Fetches and compiles the core. Servers that don't send it as `application/wasm` are put up with.
 *
 * @param {URL} url
 * @param {AbortSignal} [signal]
 * @returns {Promise<WebAssembly.Module>}
 */
async function loadCore(url, signal) {
  try {
    const response = await get(url, { signal });
    const type = response.headers.get("content-type")?.trim();
    return type === "application/wasm"
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw aborted(signal);
    throw new AnalyzerError("load-failed", `the analyzer could not be loaded (${cause}); try again`, { cause });
  }
}

/**
 * A file whose hash is compared, by the browser where it is fetched: one that was cut or swapped on its way never reaches the core.
 *
 * @param {URL} url
 * @param {string} integrity
 */
async function load(url, integrity) {
  const bytes = new Uint8Array(await (await get(url, { integrity })).arrayBuffer());
  if (url.protocol !== "file:") return bytes;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (`sha256-${btoa(String.fromCharCode(...hash))}` !== integrity) throw new Error(`${url} is damaged`);
  return bytes;
}

/**
 * @param {URL} url
 * @param {RequestInit} [how]
 * @returns {Promise<Response>}
 */
async function get(url, how) {
  if (url.protocol === "file:" && files) return new Response(await files.readFile(url));
  const response = await fetch(url, how);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}
