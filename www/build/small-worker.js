import { minify } from "vite";

/** @import { Plugin } from "vite" */

/**
 * Makes the worker's script small where the site serves it. The package keeps it as it was written, for those who bundle
 * it and read it.
 *
 * @returns {Plugin}
 */
export const smallWorker = () => ({
  name: "small-worker",
  apply: "build",
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === "asset" && /\bworker-[^/]*\.js$/.test(file.fileName)) {
        file.source = (await minify(file.fileName, new TextDecoder().decode(bytes(file.source)))).code;
      }
    }
  },
});

/** @param {string | Uint8Array} source */
const bytes = (source) => (typeof source === "string" ? new TextEncoder().encode(source) : source);
