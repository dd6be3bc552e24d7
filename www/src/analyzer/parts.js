/**
 * What an analyzer is put together from: served files, or data built into a program.
 *
 * @typedef {object} Parts
 * @property {(signal?: AbortSignal) => Promise<WebAssembly.Module>} core Rejects with an `AnalyzerError`.
 * @property {readonly StartWorker[]} workers Ways to start the worker, the best first.
 * @property {(name: string) => Promise<Uint8Array> | null} model The file of a model; null where there is no such model.
 * @property {boolean} [light] Whether light models are wanted where there are any.
 */

/** @typedef {() => Worker | Promise<Worker>} StartWorker */

/** Addresses that this module made or was built with: the only ones that the policy lets through. @type {Set<string>} */
const own = new Set();

/** @type {{createScriptURL: (url: string) => unknown} | undefined} */
let policy;

/**
 * Starts a worker. Pages that require Trusted Types must allow the policy `article-analyzer`.
 *
 * @param {string} url
 * @returns {Worker}
 */
export function startWorker(url) {
  own.add(url);
  policy ??= Reflect.get(globalThis, "trustedTypes")?.createPolicy("article-analyzer", { createScriptURL: checked });
  const trusted = /** @type {string} */ (policy?.createScriptURL(url) ?? url);
  return new Worker(trusted, { name: "article-analyzer" });
}

/** @param {string} url */
function checked(url) {
  if (!own.has(url)) throw new TypeError(`${url} is no script of the analyzer`);
  return url;
}

/**
 * A way to start the worker from its source, where it can't be loaded from its address: that is of another origin, or
 * there is none.
 *
 * @param {() => string | Promise<string>} source
 * @returns {StartWorker}
 */
export function fromSource(source) {
  /** @type {Promise<string> | undefined} */
  let address;
  return async () => {
    address ??= Promise.resolve(source()).then((script) => URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
    address.catch(() => (address = undefined));
    return startWorker(await address);
  };
}
