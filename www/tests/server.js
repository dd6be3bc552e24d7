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

/** The text on which the core under `/trapping/` breaks off. */
export const TRAP = "a text that breaks the core";

/**
 * The core's JavaScript, changed so that it traps on one text: it is handed a text that lies outside its memory.
 *
 * @param {string} script
 */
function trapping(script) {
  const trap = `if (source === ${JSON.stringify(TRAP)}) wasm.analyze(0x7ffffff0, 0x7ffffff0, 0, 0, 0);`;
  return script.replace(/(export (?:async )?function analyze\w*\(source, .*\) \{)/g, `$1\n${trap}`);
}

/**
 * Serves the built site at `/`, the sources at `/source/`, and at `/trapping/` the sources with a core that can be
 * broken; all with the page's policy as a header.
 *
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function startServer() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const file = locate(pathname.replace("/trapping/", "/source/"));
    if (!file) return void response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-security-policy": POLICY });
    const isChanged = pathname.startsWith("/trapping/pkg/") && file.endsWith(".js");
    if (isChanged) response.end(trapping(readFileSync(file, "utf8")));
    else createReadStream(file).pipe(response);
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
