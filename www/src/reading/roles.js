/** @import { Block, Role } from "../../pkg/article_analyzer.js" */

/** Roles that can be part of the article, in the order of the menu. @type {readonly Role[]} */
export const ARTICLE_ROLES = [
  "title", "byline", "date", "metadata", "heading", "paragraph", "listItem", "quote", "code", "table", "caption",
];

/** Roles of page noise. @type {readonly Role[]} */
export const NOISE_ROLES = ["toc", "advertisement", "related", "references", "disclaimer", "navigation"];

/** The roles that the core counts unless it is told others. @type {readonly Role[]} */
export const USUALLY_COUNTED = ["heading", "paragraph", "listItem", "quote"];

export const ALL_ROLES = [...ARTICLE_ROLES, ...NOISE_ROLES];

const NOISE = new Set(NOISE_ROLES);

/** So many lines of noise in a row are folded away. */
const FOLDED = 3;

/** @param {Block} block */
export const isNoise = (block) => NOISE.has(block.role) || block.duplicateOf !== null;

/**
 * Blocks that stand together: one that is read, or a run of noise that can be folded. `to` is exclusive.
 *
 * @typedef {{from: number, to: number, folds: boolean}} Group
 */

/**
 * @param {readonly Block[]} blocks
 * @returns {Group[]}
 */
export function groups(blocks) {
  /** @type {Group[]} */
  const found = [];
  for (let from = 0, to; from < blocks.length; from = to) {
    const noise = isNoise(blocks[from]);
    for (to = from + 1; noise && to < blocks.length && isNoise(blocks[to]); to++);
    if (to - from >= FOLDED) found.push({ from, to, folds: true });
    else for (let block = from; block < to; block++) found.push({ from: block, to: block + 1, folds: false });
  }
  return found;
}

/**
 * How many blocks there are of each role, in reading order.
 *
 * @param {readonly Block[]} blocks
 * @returns {Map<Role, number>}
 */
export function countRoles(blocks) {
  /** @type {Map<Role, number>} */
  const counts = new Map();
  for (const { role } of blocks) counts.set(role, (counts.get(role) ?? 0) + 1);
  return counts;
}
