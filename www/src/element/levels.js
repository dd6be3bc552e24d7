/** @import { Readability } from "../../pkg/article_analyzer.js" */

/**
 * What the levels of a measure are called in the reader's language: the core names them in that of the article.
 *
 * @param {(key: string, name: string) => string} name Looks a key up, or gives the other.
 * @param {Readability} readability
 * @returns {{here: string, all: string[]}} The name of its own level, empty where it has none, and those of all its bands.
 */
export function levelNames(name, { measure, level, bands }) {
  const known = name(`level.${measure}`, name("level.grades", "")).split("|");
  const all = known.length === bands.length ? known : bands.map(({ label }) => label);
  return { here: all[bands.findIndex(({ label }) => label === level)] ?? level ?? "", all };
}
