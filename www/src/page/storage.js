import { validSettings } from "./settings.js";

/** @import { EarlierArticle } from "./earlier.js" */
/** @import { RoleCorrection } from "./corrections.js" */
/** @import { Settings } from "./settings.js" */

/**
 * What stays on this machine of the article: its text, the HTML that it was taken from, and the language it is in.
 *
 * @typedef {{text: string, corrections: RoleCorrection[], html?: string, language?: string}} KeptArticle
 */

const ARTICLE = "article-analyzer.article";
const SHELF = "article-analyzer.shelf";
const EARLIER = "article-analyzer.earlier";
const SETTINGS = "article-analyzer.settings";

/**
 * @template T
 * @param {string} key
 * @returns {T | null}
 */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 * @returns {boolean} Whether the browser kept it.
 */
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    remove(key);
    return false;
  }
}

/** @param {string} key */
function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that refuses storage holds nothing to remove.
  }
}

/** @returns {KeptArticle | null} */
export const readArticle = () => {
  const kept = /** @type {Partial<KeptArticle> | null} */ (read(ARTICLE));
  if (typeof kept?.text !== "string") return null;
  const asText = (/** @type {unknown} */ value) => (typeof value === "string" ? value : undefined);
  const corrections = Array.isArray(kept.corrections) ? kept.corrections : [];
  return { text: kept.text, corrections, html: asText(kept.html), language: asText(kept.language) };
};

/** @param {KeptArticle} article */
export const writeArticle = (article) => write(ARTICLE, article);

export const forgetArticle = () => remove(ARTICLE);

/** @returns {KeptArticle[]} The articles beside the one on the page. */
export const readShelf = () => {
  const kept = /** @type {unknown} */ (read(SHELF));
  return Array.isArray(kept) ? kept.filter((article) => typeof article?.text === "string") : [];
};

/** @param {KeptArticle[]} articles */
export const writeShelf = (articles) => write(SHELF, articles);

export const forgetShelf = () => remove(SHELF);

/** @returns {EarlierArticle[]} The articles that were on the page before, newest first. */
export const readEarlier = () => {
  const kept = /** @type {unknown} */ (read(EARLIER));
  const are = (/** @type {Partial<EarlierArticle> | null} */ article) =>
    typeof article?.text === "string" && typeof article.title === "string" && Array.isArray(article.corrections);
  return Array.isArray(kept) ? kept.filter(are) : [];
};

/** @param {readonly EarlierArticle[]} articles */
export const writeEarlier = (articles) => write(EARLIER, articles);

export const forgetEarlier = () => remove(EARLIER);

/**
 * Tells when another tab has changed what is kept.
 *
 * @param {"earlier" | "settings"} what
 * @param {() => void} listener
 */
export function whenOthersStore(what, listener) {
  const wanted = { earlier: EARLIER, settings: SETTINGS }[what];
  // Without a key everything was cleared.
  addEventListener("storage", ({ key }) => (key === wanted || key === null) && listener());
}

export const readSettings = () => validSettings(read(SETTINGS));

/** @param {Settings} settings */
export const writeSettings = (settings) => write(SETTINGS, settings);
