import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const WWW = fileURLToPath(new URL("..", import.meta.url));
/** The folder of the built site. */
export const SITE = join(WWW, "../dist/site");

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** The policy that the page gives itself. */
export const POLICY = /content="(default-src [^"]+)"/.exec(readFileSync(join(WWW, "index.html"), "utf8"))?.[1] ?? "";

/** The text on which the core under `/trapping/` breaks off. */
export const TRAP = "a text that breaks the core";

/**
 * The core's JavaScript, changed so that it traps on one text: it is handed a text that lies outside its memory.
 *
 * @param {string} script
 */
function trapping(script) {
  const trap = `if (source === ${JSON.stringify(TRAP)}) wasm.analyze(0x7ffffff0, 0x7ffffff0, 0, 0, 0);`;
  return script.replace(/((?:export )?(?:async )?function analyze\w*\(source, .*\) \{)/g, `$1\n${trap}`);
}

/**
 * What is answered to a path: a file, or a body with its type, and headers beside the type; null for nothing.
 *
 * @typedef {{file?: string | null, body?: string, type?: string, headers?: Record<string, string | undefined>} | null} Answer
 */

/**
 * A server on this machine.
 *
 * @param {(path: string) => Answer} answer
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function serve(answer) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const { file, body, type, headers } = answer(decodeURIComponent(pathname)) ?? {};
    if (body === undefined && !file) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": type ?? TYPES[extname(file ?? "page.html")] ?? "application/octet-stream", ...headers });
    if (body !== undefined) response.end(body);
    else createReadStream(/** @type {string} */ (file)).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the test server has no port");
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/**
 * Serves the built site at `/`, the sources at `/source/`, and at `/trapping/` the sources with a core that can be
 * broken; all with the page's policy as a header.
 */
export function startServer() {
  const headers = { "content-security-policy": POLICY };
  return serve((path) => {
    const isSource = /^\/(?:source|trapping)\//.test(path);
    const file = isSource ? fileIn(WWW, path.replace(/^\/\w+/, "")) : fileIn(SITE, path);
    // The system that shares something has no policy of the page.
    if (path === "/system.html") return { body: "<!doctype html><link rel=icon href='data:,'>" };
    // They have policies of their own, which let frames in.
    if (path.startsWith("/embed")) return { file };
    const isChanged = path.startsWith("/trapping/pkg/") && file?.endsWith(".js");
    if (isChanged && file) return { body: trapping(readFileSync(file, "utf8")), type: TYPES[".js"], headers };
    return { file, headers };
  });
}

/**
 * The file in a folder that a path names.
 *
 * @param {string} folder
 * @param {string} path
 * @returns {string | null}
 */
export function fileIn(folder, path) {
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}
