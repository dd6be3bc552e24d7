import { CORE, MODELS, WORKER } from "article-analyzer:data";
import { AnalyzerError } from "./error.js";
import { fromSource } from "./parts.js";

/** @import { Parts } from "./parts.js" */

/**
 * The parts as data of the program itself: nothing is fetched. Takes the place of `served.js` where everything is to be
 * in one file.
 *
 * @returns {Parts}
 */
export function servedParts() {
  return {
    core: async () => {
      try {
        return await WebAssembly.compile(await unpack(CORE));
      } catch (cause) {
        throw new AnalyzerError("load-failed", `the analyzer could not be started (${cause})`, { cause });
      }
    },
    workers: [fromSource(() => WORKER)],
    model: (name) => (Object.hasOwn(MODELS, name) ? Promise.resolve(bytes(MODELS[name])) : null),
  };
}

/** @param {string} packed Of gzip, in base64. */
function unpack(packed) {
  const unpacked = new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}

/** @param {string} base64 */
function bytes(base64) {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}
