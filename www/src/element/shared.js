import { Analyzer } from "../analyzer/analyzer.js";

/** How long the worker stays after the last element has gone, in milliseconds: elements are moved by taking them out. */
const LINGER = 1000;

/** The elements on the page that use the analyzer. @type {Set<object>} */
const users = new Set();
/** @type {Promise<Analyzer> | null} */
let analyzer = null;
/** @type {{base?: string | URL, light?: boolean}} */
let served = {};
/** @type {ReturnType<typeof setTimeout> | undefined} */
let closing;

/**
 * Names the folder that the core, the worker and the models are served from, where they don't lie as they do in the
 * package, and whether light models are wanted. To be called before the first element analyses.
 *
 * @param {string | URL | undefined} base
 * @param {{light?: boolean}} [options]
 */
export function serveFrom(base, { light } = {}) {
  served = { base, light };
}

/**
 * The one analyzer of all elements, for a user who will let go of it.
 *
 * @param {object} user
 * @returns {Promise<Analyzer>}
 */
export function acquire(user) {
  users.add(user);
  clearTimeout(closing);
  analyzer ??= Analyzer.load(served).catch((error) => {
    analyzer = null;
    throw error;
  });
  return analyzer;
}

/** @param {object} user */
export function release(user) {
  if (!users.delete(user) || users.size > 0) return;
  clearTimeout(closing);
  closing = setTimeout(() => {
    analyzer?.then((analyzer) => analyzer.close(), () => {});
    analyzer = null;
  }, LINGER);
}
