import { firstResult, speeds } from "./measure.js";

const FILES = "/benches/peers/node_modules";

/** @type {import("./contestants.js").Place} */
const place = {
  read: async (path) => (await fetch(`/${path}`)).bytes(),
  load: (path) => import(`/${path}`),
  peer: (name) => import(`/target/peers/${name}.min.js`),
  kuromojiDictionary: `${FILES}/kuromoji/dict`,
};

Object.assign(globalThis, {
  speeds: (/** @type {Record<string, Record<string, string>>} */ texts, /** @type {number} */ rounds) => speeds(place, texts, rounds),
  firstResult: async (/** @type {number} */ index, /** @type {string} */ text) => (await firstResult(place, index, text)).milliseconds,
});
