import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** @import { Place } from "./contestants.js" */

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** What the benchmark builds and writes. */
export const OUT = join(ROOT, "target/peers");

/** @type {Place} */
export const NODE = {
  read: (path) => readFile(join(ROOT, path)),
  load: (path) => import(pathToFileURL(join(ROOT, path)).href),
  // Its build for browsers asks for its dictionary by XMLHttpRequest.
  peer: (name) => import(name === "kuromoji" ? name : pathToFileURL(join(OUT, `${name}.min.js`)).href),
  kuromojiDictionary: join(ROOT, "benches/peers/node_modules/kuromoji/dict"),
};

/** The project's own articles joined, cut or repeated to so many characters. */
export function texts() {
  const folder = join(ROOT, "tests/articles");
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const joined = (/** @type {boolean} */ isEnglish) => {
    const own = names.filter((name) => name.includes("english") === isEnglish);
    return [...own.map((name) => readFileSync(join(folder, name), "utf8")).join("\n")];
  };
  const sized = (/** @type {string[]} */ characters) => {
    const cut = (/** @type {number} */ size) => {
      const times = Math.ceil(size / characters.length);
      return Array.from({ length: times }, () => characters).flat().slice(0, size).join("");
    };
    return { "4,000": cut(4000), "100,000": cut(100_000) };
  };
  return { ja: sized(joined(false)), en: sized(joined(true)) };
}
