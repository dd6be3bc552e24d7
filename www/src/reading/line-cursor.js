import { BlockChosenEvent, BlockReachedEvent } from "./events.js";

/**
 * The line of an article that the keyboard is on. Tab reaches one line; from there the arrow keys go to the others and to
 * the buttons of folds, and with Shift they select what they pass.
 */
export class LineCursor {
  /** @type {HTMLElement} */
  #article;
  /** @type {(from: HTMLElement) => Element[]} */
  #around;
  /** @type {HTMLElement | null} */
  #stop = null;
  /** The line that a selection of lines began at. @type {HTMLElement | null} */
  #anchor = null;

  /**
   * @param {HTMLElement} article
   * @param {(from: HTMLElement) => Element[]} around The elements around a line that hold its neighbours, in their order.
   */
  constructor(article, around) {
    this.#article = article;
    this.#around = around;
  }

  /** Makes a line the one that Tab reaches. @param {HTMLElement | null | undefined} line */
  rest(line) {
    this.#stop?.setAttribute("tabindex", "-1");
    this.#stop = line ?? null;
    this.#stop?.setAttribute("tabindex", "0");
  }

  onKey = (/** @type {KeyboardEvent} */ event) => {
    const line = event.target;
    if (!(line instanceof HTMLElement) || line.dataset.block === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      this.#article.dispatchEvent(new BlockChosenEvent(Number(line.dataset.block), null));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.#moveTo(this.#beside(line, event.key === "ArrowDown" ? 1 : -1));
      if (event.shiftKey) this.#select(line);
      else this.#anchor = null;
    } else return;
    event.preventDefault();
  };

  /**
   * The line or the button of a fold that comes after a line, or before it.
   *
   * @param {HTMLElement} line
   * @param {1 | -1} by
   */
  #beside(line, by) {
    const stops = this.#around(line).flatMap((element) => [...element.querySelectorAll("[data-block], .fold-button")]);
    const open = stops.filter((stop) => !stop.closest("[hidden]"));
    return open[open.indexOf(line) + by];
  }

  /** @param {Element | undefined} stop */
  #moveTo(stop) {
    if (!(stop instanceof HTMLElement)) return;
    stop.focus();
    if (stop.dataset.block === undefined) return;
    this.rest(stop);
    this.#article.dispatchEvent(new BlockReachedEvent(Number(stop.dataset.block)));
  }

  /**
   * Selects the lines from where the selection began to where the reader is.
   *
   * @param {HTMLElement} from The line that the reader comes from.
   */
  #select(from) {
    if (!this.#anchor?.isConnected) this.#anchor = from;
    const here = document.activeElement;
    if (!here || !this.#article.contains(here)) return;
    const isBefore = Boolean(this.#anchor.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_PRECEDING);
    const [first, last] = isBefore ? [here, this.#anchor] : [this.#anchor, here];
    getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
  }
}
