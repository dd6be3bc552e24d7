import { firstEndingAfter, paint, ranges } from "./highlights.js";
import { translator } from "../strings/index.js";
import { countRoles, groups, isNoise } from "./roles.js";

/** @import { Block, Report, Span } from "../../pkg/article_analyzer.js" */
/** @import { Translate } from "../strings/index.js" */
/** @import { Piece } from "./highlights.js" */
/** @import { Group } from "./roles.js" */

/** Groups in one chunk; the browser lays out only the chunks near the screen. */
const CHUNK = 40;
/** Chunks built at once; the rest follow while the browser has nothing better to do. */
const FIRST_CHUNKS = 25;
/** The longest text node, in UTF-16 units: laying out a longer one stops the page. */
const LONGEST_PIECE = 20_000;

/** @type {Partial<Record<Block["role"], string>>} */
const TAGS = { title: "h2", heading: "h3", quote: "blockquote", code: "pre" };

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

/** How long a selection stays as it is before it is told of, in milliseconds. */
const SETTLED = 120;

/** How long the pointer rests on a place before it is told of, in milliseconds. */
const REST = 60;

/**
 * The article as text to read. Tens of thousands of lines are built by hand and not by templates, in chunks that the
 * browser skips while they are off the screen.
 */
export class ArticleText extends HTMLElement {
  /** @type {Report | null} */
  #report = null;
  /** @type {Translate} */
  #t = translator("ja");
  /** @type {Map<number, HTMLElement>} */
  #elements = new Map();
  /** @type {Piece[]} */
  #pieces = [];
  #piecesAreOrdered = true;
  /** @type {Map<string, {spans: readonly Span[], priority: number}>} */
  #painted = new Map();
  /** First blocks of the folds that the reader opened. @type {Set<number>} */
  #opened = new Set();
  #selected = -1;
  #building = new AbortController();
  #repaintIsDue = false;
  #resting = 0;
  #settling = 0;
  /** The block that a selection of lines began at; -1 for none. */
  #anchor = -1;
  /** Whether to tell of the places that the pointer rests on. */
  hovers = false;

  connectedCallback() {
    this.addEventListener("click", this.#onClick);
    this.addEventListener("mousemove", this.#onMove);
    this.addEventListener("keydown", this.#onKey);
    document.addEventListener("selectionchange", this.#onSelection);
    this.#onSelection();
    this.#repaint();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#onClick);
    this.removeEventListener("mousemove", this.#onMove);
    this.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("selectionchange", this.#onSelection);
    clearTimeout(this.#settling);
    for (const name of this.#painted.keys()) paint(name, [], []);
  }

  /**
   * @param {Report} report
   * @param {Translate} t
   */
  show(report, t) {
    if (report === this.#report && t === this.#t) return;
    if (report.text !== this.#report?.text) {
      this.#opened.clear();
      this.#selected = this.#anchor = -1;
    }
    this.#report = report;
    this.#t = t;
    this.lang = report.language;
    this.#build();
  }

  /** @param {number} block Its index; -1 for none. */
  set selected(block) {
    this.#elements.get(this.#selected)?.removeAttribute("aria-current");
    this.#selected = block;
    this.#elements.get(block)?.setAttribute("aria-current", "true");
    if (block >= 0) this.#makeTabStop(block);
  }

  /**
   * @param {string} name
   * @param {readonly Span[]} spans In order.
   * @param {number} [priority]
   */
  mark(name, spans, priority = 0) {
    if (this.#painted.get(name)?.spans === spans) return;
    this.#painted.set(name, { spans, priority });
    paint(name, this.#orderedPieces(), spans, priority);
  }

  /** Opens every fold. */
  unfold() {
    this.#opened = new Set(groups(this.#report?.blocks ?? []).map(({ from }) => from));
    this.#build();
  }

  /**
   * Scrolls to a span, opening the fold that it is in.
   *
   * @param {Span} span
   */
  reveal(span) {
    const blocks = this.#report?.blocks ?? [];
    const block = firstEndingAfter(blocks.map((block) => block.span), span.start);
    const element = this.#ensure(block);
    if (!element) return;
    const [range] = ranges(this.#orderedPieces(), span);
    const live = document.createRange();
    if (range) live.setStart(range.startContainer, range.startOffset);
    else live.selectNode(element);
    // The chunk takes its true height only when it comes near the screen.
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { top, bottom } = live.getBoundingClientRect();
    if (top < innerHeight * 0.2 || bottom > innerHeight * 0.7) {
      scrollBy({ top: top - innerHeight * 0.4, behavior: "instant" });
    }
  }

  /**
   * Scrolls down as far as it takes to show a span above a line of the screen, if it is on the screen at all.
   *
   * @param {Span} span
   * @param {number} line In pixels from the top.
   */
  keepAbove(span, line) {
    const [range] = ranges(this.#orderedPieces(), span);
    if (!range) return;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { top, bottom } = live.getBoundingClientRect();
    const above = Math.min(top - 16, bottom - line + 16);
    if (above > 0) scrollBy({ top: above, behavior: "instant" });
  }

  /** @param {number} block */
  focusBlock(block) {
    const element = this.#ensure(block);
    if (!element) return;
    this.#makeTabStop(block);
    element.focus();
  }

  /** The place in the article of the first line on the screen. */
  get offsetOnScreen() {
    const below = [...this.#elements].find(([, element]) => element.getBoundingClientRect().bottom > 160);
    return below ? (this.#report?.blocks[below[0]].span.start ?? 0) : 0;
  }

  #build() {
    this.#building.abort();
    this.#building = new AbortController();
    this.#elements.clear();
    this.#pieces = [];
    this.#piecesAreOrdered = true;
    const all = groups(this.#report?.blocks ?? []);
    const chunks = Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, index) =>
      all.slice(index * CHUNK, (index + 1) * CHUNK),
    );
    this.replaceChildren(...chunks.splice(0, FIRST_CHUNKS).map((groups) => this.#chunk(groups)));
    this.#elements.values().next().value?.setAttribute("tabindex", "0");
    this.selected = this.#selected;
    this.#repaint();
    this.#buildRest(chunks, this.#building.signal);
  }

  /**
   * @param {Group[][]} chunks
   * @param {AbortSignal} signal
   */
  async #buildRest(chunks, signal) {
    while (chunks.length > 0) {
      await idle();
      if (signal.aborted) return;
      this.append(...chunks.splice(0, FIRST_CHUNKS).map((groups) => this.#chunk(groups)));
      this.#repaint();
    }
  }

  /** @param {Group[]} groups */
  #chunk(groups) {
    const chunk = document.createElement("div");
    chunk.className = "chunk";
    chunk.append(...groups.map((group) => (group.folds ? this.#fold(group) : this.#block(group.from))));
    return chunk;
  }

  /** @param {Group} group */
  #fold(group) {
    const fold = document.createElement("div");
    fold.className = "fold";
    fold.dataset.from = String(group.from);
    fold.dataset.to = String(group.to);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold-button";
    const counts = countRoles(this.#report?.blocks.slice(group.from, group.to) ?? []);
    const roles = [...counts].map(([role, n]) => this.#t("text.foldPart", { role: this.#t(`role.${role}`), n }));
    button.textContent = roles.join(this.#t("text.foldJoin"));
    button.addEventListener("click", () => this.#toggle(fold));
    fold.append(button);
    this.#setFold(fold, this.#opened.has(group.from));
    return fold;
  }

  /** @param {HTMLElement} fold */
  #toggle(fold) {
    const from = Number(fold.dataset.from);
    const open = !this.#opened.delete(from);
    if (open) this.#opened.add(from);
    this.#setFold(fold, open);
    this.#repaint();
  }

  /**
   * @param {HTMLElement} fold
   * @param {boolean} open
   */
  #setFold(fold, open) {
    fold.querySelector("button")?.setAttribute("aria-expanded", String(open));
    const body = fold.querySelector(".fold-body");
    if (body) return void body.toggleAttribute("hidden", !open);
    if (!open) return;
    const blocks = document.createElement("div");
    blocks.className = "fold-body";
    for (let block = Number(fold.dataset.from); block < Number(fold.dataset.to); block++) {
      blocks.append(this.#block(block));
    }
    fold.append(blocks);
  }

  /** @param {number} index */
  #block(index) {
    const report = /** @type {Report} */ (this.#report);
    const block = report.blocks[index];
    const element = document.createElement(TAGS[block.role] ?? "p");
    element.className = isNoise(block) ? "block noise" : "block";
    element.tabIndex = -1;
    element.dir = "auto";
    if (block.language !== report.language && block.language !== "und") element.lang = block.language;
    element.dataset.block = String(index);
    element.dataset.role = block.role;
    element.dataset.label = this.#t(block.duplicateOf === null ? `role.${block.role}` : "text.duplicate");
    this.#fill(element, block.span, report.text);
    this.#elements.set(index, element);
    return element;
  }

  /**
   * @param {HTMLElement} element
   * @param {Span} span
   * @param {string} text
   */
  #fill(element, { start, end }, text) {
    const isLong = end - start > LONGEST_PIECE;
    for (let from = start, to; from < end; from = to) {
      to = Math.min(end, from + LONGEST_PIECE);
      const node = document.createTextNode(text.slice(from, to));
      this.#piecesAreOrdered &&= from >= (this.#pieces.at(-1)?.start ?? 0);
      this.#pieces.push({ start: from, end: to, node });
      if (!isLong) return element.append(node);
      const part = document.createElement("span");
      part.className = "part";
      part.append(node);
      element.append(part);
    }
  }

  #orderedPieces() {
    if (!this.#piecesAreOrdered) this.#pieces.sort((a, b) => a.start - b.start);
    this.#piecesAreOrdered = true;
    return this.#pieces;
  }

  #repaint() {
    if (this.#repaintIsDue) return;
    this.#repaintIsDue = true;
    queueMicrotask(() => {
      this.#repaintIsDue = false;
      if (!this.isConnected) return;
      const pieces = this.#orderedPieces();
      for (const [name, { spans, priority }] of this.#painted) paint(name, pieces, spans, priority);
    });
  }

  /**
   * The element of a block, built if it is folded away or not built yet.
   *
   * @param {number} block
   * @returns {HTMLElement | undefined}
   */
  #ensure(block) {
    for (const fold of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".fold"))) {
      const from = Number(fold.dataset.from);
      if (from <= block && block < Number(fold.dataset.to) && !this.#opened.has(from)) this.#toggle(fold);
    }
    return this.#elements.get(block);
  }

  /** @param {number} block */
  #makeTabStop(block) {
    this.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
    this.#elements.get(block)?.setAttribute("tabindex", "0");
  }

  #onClick = (/** @type {MouseEvent} */ event) => {
    const element = /** @type {Element} */ (event.target).closest("[data-block]");
    if (!(element instanceof HTMLElement) || !getSelection()?.isCollapsed) return;
    const block = Number(element.dataset.block);
    this.dispatchEvent(new BlockChosenEvent(block, this.#offsetAt(event.clientX, event.clientY)));
  };

  #onSelection = () => {
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => this.dispatchEvent(new PassageSelectedEvent(this.#selectedSpan())), SETTLED);
  };

  /**
   * The part of the article that is selected, from its first to its last place on the page.
   *
   * @returns {Span | null}
   */
  #selectedSpan() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this)) return null;
    const parts = this.#orderedPieces()
      .filter(({ node }) => range.intersectsNode(node))
      .map(({ start, end, node }) => ({
        start: range.startContainer === node ? start + range.startOffset : start,
        end: range.endContainer === node ? start + range.endOffset : end,
      }))
      .filter(({ start, end }) => start < end);
    const last = parts.at(-1);
    return last ? { start: parts[0].start, end: last.end } : null;
  }

  #onMove = (/** @type {MouseEvent} */ { clientX, clientY }) => {
    clearTimeout(this.#resting);
    if (!this.hovers) return;
    this.#resting = window.setTimeout(() => {
      const offset = this.#offsetAt(clientX, clientY);
      if (offset !== null && this.isConnected) this.dispatchEvent(new PlaceHoveredEvent(offset));
    }, REST);
  };

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const element = event.target;
    if (!(element instanceof HTMLElement) || element.dataset.block === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = [...this.querySelectorAll("[data-block], .fold-button")].filter((stop) => !stop.closest("[hidden]"));
    const here = stops.indexOf(element);
    if (event.key === "Enter" || event.key === " ") {
      this.dispatchEvent(new BlockChosenEvent(Number(element.dataset.block), null));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.#moveTo(stops[here + (event.key === "ArrowDown" ? 1 : -1)]);
      if (event.shiftKey) this.#selectLines(Number(element.dataset.block));
      else this.#anchor = -1;
    } else return;
    event.preventDefault();
  };

  /** @param {Element | undefined} stop */
  #moveTo(stop) {
    if (!(stop instanceof HTMLElement)) return;
    stop.focus();
    if (stop.dataset.block === undefined) return;
    this.#makeTabStop(Number(stop.dataset.block));
    this.dispatchEvent(new BlockReachedEvent(Number(stop.dataset.block)));
  }

  /**
   * Selects the lines from where the selection began to where the reader is.
   *
   * @param {number} from The line that the reader comes from.
   */
  #selectLines(from) {
    if (this.#anchor < 0) this.#anchor = from;
    const here = document.activeElement;
    const anchor = this.#elements.get(this.#anchor);
    if (!anchor || !here || !this.contains(here)) return;
    const isBefore = Boolean(anchor.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_PRECEDING);
    const [first, last] = isBefore ? [here, anchor] : [anchor, here];
    getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
  }

  /**
   * The place in the article under a point of the screen.
   *
   * @param {number} x
   * @param {number} y
   * @returns {number | null}
   */
  #offsetAt(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    const piece = caret && this.#pieces.find(({ node }) => node === caret.offsetNode);
    return piece ? piece.start + caret.offset : null;
  }
}

/** @returns {Promise<void>} */
function idle() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 16);
  });
}
