import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const WWW = fileURLToPath(new URL("..", import.meta.url));
const SITE = join(WWW, "../dist/site");

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** The policy that the page gives itself. */
export const POLICY = /content="(default-src [^"]+)"/.exec(readFileSync(join(WWW, "index.html"), "utf8"))?.[1] ?? "";

/**
 * Serves the built site at `/` and the sources at `/source/`, with the page's policy as a header.
 *
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function startServer() {
  const server = createServer((request, response) => {
    const file = locate(new URL(request.url ?? "/", "http://site").pathname);
    if (!file) return void response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-security-policy": POLICY });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the test server has no port");
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function locate(path) {
  const [root, inside] = path.startsWith("/source/") ? [WWW, path.slice("/source".length)] : [SITE, path];
  const file = join(root, normalize(inside.endsWith("/") ? `${inside}index.html` : inside));
  return file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}
