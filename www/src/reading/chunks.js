/** @import { Block } from "../../pkg/article_analyzer.js" */
/** @import { Piece } from "./highlights.js" */
/** @import { Group } from "./roles.js" */

/** A text of more UTF-16 units is set out only around what is on the screen; the rest follows in rests. */
export const LONG = 50_000;
/** Groups in one chunk; the browser lays out only the chunks near the screen. */
const CHUNK = 40;
/** Text of one chunk of a long article, in UTF-16 units: so much is laid out between two frames. */
const CHUNK_TEXT = 1_500;

/** Chunks of a long article that stand together: thousands side by side would all be looked at in every frame. */
const SECTION = 20;

/** A stretch of the article with its own element, empty until its blocks are built. */
export class Chunk {
  element = document.createElement("div");
  /** @type {Piece[]} */
  #pieces = [];
  #piecesAreOrdered = true;
  isBuilt = false;

  /** @param {readonly Group[]} groups Not none. */
  constructor(groups) {
    this.groups = groups;
    this.from = groups[0].from;
    this.element.className = "chunk";
  }

  /** @param {Piece} piece */
  add(piece) {
    this.#piecesAreOrdered &&= piece.start >= (this.#pieces.at(-1)?.start ?? 0);
    this.#pieces.push(piece);
  }

  /** The text that is on the page, in order. @returns {readonly Piece[]} */
  get pieces() {
    if (!this.#piecesAreOrdered) this.#pieces.sort((a, b) => a.start - b.start);
    this.#piecesAreOrdered = true;
    return this.#pieces;
  }
}

/**
 * @param {readonly Group[]} groups
 * @param {readonly Block[]} blocks
 * @param {boolean} isLong Whether chunks are kept short.
 * @returns {Chunk[]}
 */
export function chunks(groups, blocks, isLong) {
  /** @type {Group[][]} */
  const parts = [];
  let room = 0;
  for (const group of groups) {
    if (room <= 0 || (parts.at(-1)?.length ?? 0) >= CHUNK) {
      parts.push([]);
      room = isLong ? CHUNK_TEXT : Infinity;
    }
    const { start, end } = blocks[group.from].span;
    room -= end - start;
    parts.at(-1)?.push(group);
  }
  return parts.map((part) => new Chunk(part));
}

/** @returns {Promise<void>} */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

/** How long the browser is kept busy at a time, in milliseconds: half a frame. */
const SLICE = 8;

/**
 * The elements of chunks, those of a long article in sections.
 *
 * @param {readonly Chunk[]} chunks
 * @param {boolean} isLong
 * @returns {HTMLElement[]}
 */
export function sections(chunks, isLong) {
  const elements = chunks.map(({ element }) => element);
  if (!isLong) return elements;
  return Array.from({ length: Math.ceil(elements.length / SECTION) }, (_, index) => {
    const section = document.createElement("div");
    section.className = "chunks";
    section.append(...elements.slice(index * SECTION, (index + 1) * SECTION));
    return section;
  });
}

/**
 * Time that the browser has nothing better to do with.
 *
 * @returns {Promise<() => boolean>} Whether some of it is left.
 */
export function idle() {
  return new Promise((resolve) => {
    const begin = () => {
      const end = performance.now() + SLICE;
      resolve(() => performance.now() < end);
    };
    if ("requestIdleCallback" in globalThis) requestIdleCallback(begin, { timeout: 200 });
    else setTimeout(begin, 16);
  });
}
