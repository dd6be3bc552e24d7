import { AnalyzerError, aborted } from "./error.js";

const CORE = new URL("../../pkg/article_analyzer_bg.wasm", import.meta.url);

/**
 * Fetches and compiles the core. Servers that don't send it as `application/wasm` are put up with.
 *
 * @param {AbortSignal} [signal]
 * @returns {Promise<WebAssembly.Module>}
 */
export async function loadCore(signal) {
  try {
    const response = await fetch(CORE, { signal });
    if (!response.ok) throw new Error(`${CORE} answered ${response.status}`);
    const type = response.headers.get("content-type")?.trim();
    return type === "application/wasm"
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw aborted(signal);
    throw new AnalyzerError("load-failed", `the analyzer could not be loaded (${cause}); try again`, { cause });
  }
}
