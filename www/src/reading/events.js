/** @import { Span } from "../../pkg/article_analyzer.js" */

/** A block was chosen; `offset` is the place in the article, where the choice has one. */
export class BlockChosenEvent extends Event {
  /**
   * @param {number} block
   * @param {number | null} offset
   */
  constructor(block, offset) {
    super("block-chosen", { bubbles: true });
    this.block = block;
    this.offset = offset;
  }
}

/** The arrow keys came to a block. */
export class BlockReachedEvent extends Event {
  /** @param {number} block */
  constructor(block) {
    super("block-reached", { bubbles: true });
    this.block = block;
  }
}

/** The pointer came to rest on a place of the text. */
export class PlaceHoveredEvent extends Event {
  /** @param {number} offset */
  constructor(offset) {
    super("place-hovered", { bubbles: true });
    this.offset = offset;
  }
}

/** Another part of the text is selected; null for none. */
export class PassageSelectedEvent extends Event {
  /** @param {Span | null} span */
  constructor(span) {
    super("passage-selected", { bubbles: true });
    this.span = span;
  }
}
