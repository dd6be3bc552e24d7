import { LONG, chunks, idle, sections } from "./chunks.js";
import { BlockChosenEvent, PassageSelectedEvent, PlaceHoveredEvent } from "./events.js";
import { center, firstEndingAfter, paint, ranges, spanIn } from "./highlights.js";
import { LineCursor } from "./line-cursor.js";
import { translator } from "../strings/index.js";
import { countRoles, groups, isNoise } from "./roles.js";

/** @import { Block, Report, Span } from "../../pkg/article_analyzer.js" */
/** @import { Translate } from "../strings/index.js" */
/** @import { Chunk } from "./chunks.js" */
/** @import { Group } from "./roles.js" */

/** Chunks of a long article that are built at once. */
const FIRST_CHUNKS = 2;
/** How far from the screen chunks are built, as an observer's margin. */
const NEAR = "1500px 0px";
/** A block of more UTF-16 units is set out in parts, */
const LONG_BLOCK = 20_000;
/** of so much each: laying out a longer text node stops the page. */
const PART = 2_000;

/** @type {Partial<Record<Block["role"], string>>} */
const TAGS = { title: "h2", heading: "h3", quote: "blockquote", code: "pre" };

/** How long a selection stays as it is before it is told of, in milliseconds. */
const SETTLED = 120;

/** Frames after which what was scrolled to stays where it is. */
const FRAMES_TO_SETTLE = 5;
/** Lines that end above this lie behind the head of the page, in pixels. */
const LINE_ON_TOP = 160;
/** How long the pointer rests on a place before it is told of, in milliseconds. */
const REST = 60;

/**
 * The article as text to read. Tens of thousands of lines are built by hand and not by templates, in chunks that the
 * browser skips while they are off the screen. Of a long article those near the screen are built first, the others in
 * rests, and marks are painted only near the screen.
 */
export class ArticleText extends HTMLElement {
  /** @type {Report | null} */
  #report = null;
  /** @type {Translate} */
  #t = translator("ja");
  /** @type {Map<number, HTMLElement>} */
  #elements = new Map();
  /** @type {Chunk[]} */
  #chunks = [];
  /** The chunks near the screen, all of a short article. @type {Set<Chunk>} */
  #near = new Set();
  /** The parts of blocks near the screen, of a long article. @type {Set<Element>} */
  #nearParts = new Set();
  /** Watches what of a long article comes near the screen. @type {IntersectionObserver | null} */
  #observer = null;
  /** Where in the article the text nodes begin. @type {WeakMap<Node, number>} */
  #starts = new WeakMap();
  #cursor = new LineCursor(this, (line) => this.#around(line));
  /** @type {Map<string, {spans: readonly Span[], priority: number}>} */
  #painted = new Map();
  /** First blocks of the folds that the reader opened. @type {Set<number>} */
  #opened = new Set();
  #selected = -1;
  #building = new AbortController();
  #repaintIsDue = false;
  #resting = 0;
  #settling = 0;
  /** Whether to tell of the places that the pointer rests on. */
  hovers = false;

  connectedCallback() {
    this.addEventListener("click", this.#onClick);
    this.addEventListener("mousemove", this.#onMove);
    this.addEventListener("keydown", this.#cursor.onKey);
    document.addEventListener("selectionchange", this.#onSelection);
    this.#onSelection();
    if (this.#report) this.#build();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#onClick);
    this.removeEventListener("mousemove", this.#onMove);
    this.removeEventListener("keydown", this.#cursor.onKey);
    document.removeEventListener("selectionchange", this.#onSelection);
    clearTimeout(this.#settling);
    this.#building.abort();
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
      this.#selected = -1;
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
    if (block >= 0) this.#cursor.rest(this.#elements.get(block));
  }

  /**
   * @param {string} name
   * @param {readonly Span[]} spans
   * @param {number} [priority]
   */
  mark(name, spans, priority = 0) {
    if (this.#painted.get(name)?.spans === spans) return;
    this.#painted.set(name, { spans, priority });
    paint(name, this.#piecesNear(), spans, priority);
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
    const element = this.#ensure(this.#blockAt(span.start));
    if (!element) return;
    const [range] = this.#ranges(span);
    const live = document.createRange();
    if (range) live.setStart(range.startContainer, range.startOffset);
    else live.selectNode(element);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    center(live);
    this.#settle(live);
  }

  /** What lies around takes its true height only when it comes near the screen. @param {Range} place */
  async #settle(place) {
    const { signal } = (this.#scrolling.abort(), (this.#scrolling = new AbortController()));
    for (let frames = 0; frames < FRAMES_TO_SETTLE; frames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (signal.aborted || !this.isConnected) return;
      center(place);
    }
  }
  #scrolling = new AbortController();

  /**
   * Scrolls down as far as it takes to show a span above a line of the screen, if it is on the screen at all.
   *
   * @param {Span} span
   * @param {number} line In pixels from the top.
   */
  keepAbove(span, line) {
    const [range] = this.#ranges(span);
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
    this.#cursor.rest(element);
    element.focus();
  }

  /** The place in the article of the first line on the screen. */
  get offsetOnScreen() {
    // From the outside in: asking for the place of what the browser skips makes it lay it out.
    const below = (/** @type {Iterable<Element>} */ elements) =>
      [...elements].find((element) => element.getBoundingClientRect().bottom > LINE_ON_TOP);
    const outer = below(this.children);
    const chunk = outer?.matches(".chunks") ? below(outer.children) : outer;
    const block = below(chunk?.querySelectorAll("[data-block]") ?? []);
    return block instanceof HTMLElement ? (this.#report?.blocks[Number(block.dataset.block)].span.start ?? 0) : 0;
  }

  /** The block at a place in the article, or the next. @param {number} offset */
  #blockAt(offset) {
    return firstEndingAfter(this.#report?.blocks.map((block) => block.span) ?? [], offset);
  }

  /** @param {number} block */
  #chunkOf(block) {
    const after = this.#chunks.findIndex(({ from }) => from > block);
    return this.#chunks.at(after < 0 ? -1 : after - 1);
  }

  /** What of a span is on the page, where it begins. @param {Span} span */
  #ranges(span) {
    return ranges(this.#chunkOf(this.#blockAt(span.start))?.pieces ?? [], span);
  }

  #build() {
    this.#building.abort();
    this.#building = new AbortController();
    this.#elements.clear();
    const { blocks = [], text = "" } = this.#report ?? {};
    const isLong = text.length > LONG;
    this.toggleAttribute("data-long", isLong);
    this.#chunks = chunks(groups(blocks), blocks, isLong);
    this.#observer = isLong ? this.#watch(this.#building.signal) : null;
    this.#nearParts.clear();
    this.#near = new Set(isLong ? this.#chunks.slice(0, FIRST_CHUNKS) : this.#chunks);
    for (const chunk of this.#near) this.#fillChunk(chunk);
    this.replaceChildren(...sections(this.#chunks, isLong));
    this.#cursor.rest(this.#elements.values().next().value);
    this.selected = this.#selected;
    this.#repaint();
    if (isLong) this.#buildRest(this.#building.signal);
  }

  /** Builds and paints what comes near the screen. @param {AbortSignal} signal */
  #watch(signal) {
    const byElement = new Map(this.#chunks.map((chunk) => [/** @type {Element} */ (chunk.element), chunk]));
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const chunk = byElement.get(target);
        if (chunk && isIntersecting) this.#bring(chunk);
        else if (chunk) this.#near.delete(chunk);
        else if (isIntersecting) this.#nearParts.add(target);
        else this.#nearParts.delete(target);
      }
      this.#repaint();
    }, { rootMargin: NEAR });
    for (const { element } of this.#chunks) observer.observe(element);
    signal.addEventListener("abort", () => observer.disconnect());
    return observer;
  }

  /** Builds what is not near the screen bit by bit. @param {AbortSignal} signal */
  async #buildRest(signal) {
    addEventListener("beforeprint", () => this.#chunks.forEach((chunk) => this.#fillChunk(chunk)), { signal });
    let isFree = await idle();
    for (const chunk of this.#chunks) {
      if (chunk.isBuilt) continue;
      if (!isFree()) isFree = await idle();
      if (signal.aborted || !this.isConnected) return;
      this.#fillChunk(chunk);
    }
  }

  /** @param {Chunk} chunk */
  #bring(chunk) {
    this.#fillChunk(chunk);
    this.#near.add(chunk);
  }

  /** @param {Chunk} chunk */
  #fillChunk(chunk) {
    if (chunk.isBuilt) return;
    chunk.isBuilt = true;
    chunk.element.append(...chunk.groups.map((group) => (group.folds ? this.#fold(group) : this.#block(group.from, chunk))));
    this.#elements.get(this.#selected)?.setAttribute("aria-current", "true");
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
    const chunk = /** @type {Chunk} */ (this.#chunkOf(Number(fold.dataset.from)));
    for (let block = Number(fold.dataset.from); block < Number(fold.dataset.to); block++) {
      blocks.append(this.#block(block, chunk));
    }
    fold.append(blocks);
  }

  /**
   * @param {number} index
   * @param {Chunk} chunk
   */
  #block(index, chunk) {
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
    this.#fill(element, block.span, chunk);
    this.#elements.set(index, element);
    return element;
  }

  /**
   * @param {HTMLElement} element
   * @param {Span} span
   * @param {Chunk} chunk
   */
  #fill(element, { start, end }, chunk) {
    const text = this.#report?.text ?? "";
    const isLong = end - start > LONG_BLOCK;
    for (let from = start, to; from < end; from = to) {
      to = isLong ? Math.min(end, from + PART) : end;
      const node = document.createTextNode(text.slice(from, to));
      this.#starts.set(node, from);
      const part = isLong ? document.createElement("span") : undefined;
      chunk.add({ start: from, end: to, node, part: this.#observer ? part : undefined });
      if (!part) return element.append(node);
      part.className = "part";
      part.append(node);
      element.append(part);
      this.#observer?.observe(part);
    }
  }

  #piecesNear() {
    const pieces = this.#chunks.filter((chunk) => this.#near.has(chunk)).flatMap(({ pieces }) => pieces);
    return pieces.filter(({ part }) => !part || this.#nearParts.has(part));
  }

  #repaint() {
    if (this.#repaintIsDue) return;
    this.#repaintIsDue = true;
    queueMicrotask(() => {
      this.#repaintIsDue = false;
      if (!this.isConnected) return;
      const pieces = this.#piecesNear();
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
    const chunk = this.#chunkOf(block);
    if (!chunk) return undefined;
    this.#bring(chunk);
    this.#repaint();
    for (const fold of /** @type {NodeListOf<HTMLElement>} */ (chunk.element.querySelectorAll(".fold"))) {
      const from = Number(fold.dataset.from);
      if (from <= block && block < Number(fold.dataset.to) && !this.#opened.has(from)) this.#toggle(fold);
    }
    return this.#elements.get(block);
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
    return spanIn(range, this.#chunks.filter(({ element }) => range.intersectsNode(element)).flatMap(({ pieces }) => pieces));
  }

  #onMove = (/** @type {MouseEvent} */ { clientX, clientY }) => {
    clearTimeout(this.#resting);
    if (!this.hovers) return;
    this.#resting = window.setTimeout(() => {
      const offset = this.#offsetAt(clientX, clientY);
      if (offset !== null && this.isConnected) this.dispatchEvent(new PlaceHoveredEvent(offset));
    }, REST);
  };

  /** The chunks that a line and its neighbours are in, built. @param {HTMLElement} line */
  #around(line) {
    const at = this.#chunks.findIndex((chunk) => chunk.element.contains(line));
    const around = this.#chunks.slice(Math.max(0, at - 1), at + 2);
    for (const chunk of around) this.#fillChunk(chunk);
    return around.map(({ element }) => element);
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
    const start = caret ? this.#starts.get(caret.offsetNode) : undefined;
    return caret && start !== undefined ? start + caret.offset : null;
  }
}
