import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** @import { Plugin, Rolldown } from "vite" */

/** Scripts and styles by their hashes, blobs for the worker, and no way out. */
const policy = (/** @type {string} */ script, /** @type {string} */ style) =>
  [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const hash = (/** @type {string} */ text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * Sets the one script and the one style sheet of a page into its HTML, and leaves nothing beside it.
 *
 * @param {string} name Of the file.
 * @returns {Plugin}
 */
export function oneFile(name) {
  return {
    name: "one-file",
    // Last of all: Vite fills in what it left open in the script.
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        this.emitFile({ type: "asset", fileName: name, source: together(Object.values(bundle)) });
        for (const file of Object.keys(bundle)) if (file !== name) delete bundle[file];
      },
    },
  };
}

/** @param {(Rolldown.OutputAsset | Rolldown.OutputChunk)[]} files */
function together(files) {
  const script = only(files, ".js").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const style = only(files, ".css").replaceAll("</style", "<\\/style");
  return only(files, ".html")
    .replace(/<script type="module"[^>]*><\/script>\s*/, "")
    .replace(/<link rel="(?:stylesheet|modulepreload|apple-touch-icon)"[^>]*>\s*/g, "")
    .replace(/(<link rel="icon" href=")[^"]*/, (_all, start) => start + icon())
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")[^"]*/, (_all, start) => start + policy(script, style))
    // What is set in is not looked through for `$`.
    .replace("</head>", () => `  <style>${style}</style>\n  </head>`)
    .replace("</body>", () => `  <script type="module">${script}</script>\n  </body>`);
}

function icon() {
  const drawing = readFileSync(new URL("../public/icon.svg", import.meta.url), "utf8");
  return `data:image/svg+xml,${encodeURIComponent(drawing.replace(/\s+/g, " ").trim())}`;
}

/**
 * @param {(Rolldown.OutputAsset | Rolldown.OutputChunk)[]} files
 * @param {string} ending
 */
function only(files, ending) {
  const found = files.filter(({ fileName }) => fileName.endsWith(ending));
  if (found.length !== 1) throw new Error(`${found.length} files end in ${ending}, not one`);
  const [file] = found;
  return String(file.type === "chunk" ? file.code : file.source);
}
