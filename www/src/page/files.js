/** What a file that can't be opened is told as. */
export class FileError extends Error {
  /**
   * @param {"error.file-kind" | "error.file-size" | "error.file-read"} key
   * @param {Record<string, string | number>} values
   */
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** The largest file that is opened, in bytes. */
const LIMIT = 64 * 2 ** 20;
const TEXT = /\.(txt|text|md|markdown)$/i;
const HTML = /\.(html?|xhtml)$/i;

/**
 * The text of a dropped or chosen file.
 *
 * @param {File} file
 * @returns {Promise<string>}
 */
export async function readFile(file) {
  const { name } = file;
  const isHtml = HTML.test(name);
  if (!isHtml && !TEXT.test(name)) throw new FileError("error.file-kind", { name });
  const megabytes = (/** @type {number} */ bytes) => Math.ceil(bytes / 2 ** 20);
  if (file.size > LIMIT) {
    throw new FileError("error.file-size", { name, size: megabytes(file.size), limit: megabytes(LIMIT) });
  }
  const text = decode(await file.arrayBuffer().catch(() => null));
  if (text === null) throw new FileError("error.file-read", { name });
  return isHtml ? htmlText(text) : text;
}

/**
 * The text in the first encoding that fits it.
 *
 * @param {ArrayBuffer | null} bytes
 * @returns {string | null}
 */
export function decode(bytes) {
  if (!bytes) return null;
  const [first, second] = new Uint8Array(bytes);
  const marked = first === 0xff && second === 0xfe ? ["utf-16le"] : first === 0xfe && second === 0xff ? ["utf-16be"] : [];
  for (const encoding of [...marked, "utf-8", "shift_jis", "euc-jp"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Another encoding may fit.
    }
  }
  return null;
}

const SKIPPED = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "SVG", "MATH", "IFRAME", "RT", "RP"]);
const INLINE = new Set([
  "A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "DATA", "DEL", "DFN", "EM", "FONT", "I", "INS", "KBD", "MARK", "Q",
  "RB", "RUBY", "S", "SAMP", "SMALL", "SPAN", "STRONG", "SUB", "SUP", "TIME", "U", "VAR", "WBR",
]);

const BREAKS = /** @type {const} */ ({ line: 1, paragraph: 2 });
const PARAGRAPHS = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "UL", "OL", "TABLE", "PRE", "FIGURE"]);

/**
 * The text of a page, one line for each block and a blank one around paragraphs. The page is parsed and never shown:
 * nothing in it runs or loads.
 *
 * @param {string} html
 * @returns {string}
 */
export function htmlText(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  /** @type {string[]} */
  const parts = [];
  let breaks = 0;
  /** @type {(Node | keyof typeof BREAKS)[]} */
  const waiting = [body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === "string") breaks = Math.max(breaks, BREAKS[node]);
    else if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.nodeValue ?? "").replace(/\s+/g, " ");
      if (text === "" || (breaks > 0 && text === " ")) continue;
      parts.push("\n".repeat(breaks), text);
      breaks = 0;
    } else if (node instanceof Element && !SKIPPED.has(node.tagName.toUpperCase())) {
      if (INLINE.has(node.tagName)) {
        waiting.push(...Array.from(node.childNodes).reverse());
        continue;
      }
      const around = PARAGRAPHS.has(node.tagName) ? "paragraph" : "line";
      waiting.push(around, ...Array.from(node.childNodes).reverse(), around);
    }
  }
  return parts.join("").replace(/ *\n */g, "\n").trim();
}
