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

/** A text, or HTML that a text is to be taken from. @typedef {{text: string} | {html: string}} Source */

/**
 * What a dropped or chosen file holds.
 *
 * @param {File} file
 * @returns {Promise<Source>}
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
  return isHtml ? { html: text } : { text };
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
