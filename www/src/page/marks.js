import { LAYERS, findAll } from "../reading/layers.js";

/** @import { Report, Span } from "../../pkg/article_analyzer.js" */
/** @import { LayerId, Mark } from "../reading/layers.js" */
/** @import { Translate } from "../strings/index.js" */
/** @import { View } from "./page.js" */

/** @typedef {LayerId | "search" | "chosen"} MarksId */

/** Places chosen in a view, to be walked through under a title. @typedef {{title: string, marks: readonly Mark[], from: View}} Chosen */

/** @type {readonly Span[]} */
const NONE = [];

/** What is marked in the text: the layers, which of them are shown, and the mark that the reader stands at. */
export class Marks {
  /** @type {Report | null} */
  #report = null;
  /** @type {Translate | null} */
  #t = null;
  /** @type {Map<MarksId, readonly Mark[]>} */
  #found = new Map();
  /** @type {Map<MarksId, readonly Span[]>} */
  #places = new Map();
  /** @type {Set<MarksId>} */
  #shown = new Set(LAYERS.filter((layer) => !layer.quiet).map(({ id }) => id));
  /** @type {Set<LayerId>} */
  #available = new Set();
  /** @type {MarksId | null} */
  #active = null;
  query = "";
  /** @type {Chosen | null} */
  chosen = null;
  /** The mark of the active layer that the reader stands at; -1 before the first. */
  index = -1;

  /**
   * @param {Report | null} report
   * @param {Translate} t
   */
  update(report, t) {
    if (report === this.#report && t === this.#t) return;
    const sameText = report?.text === this.#report?.text;
    const before = sameText ? this.current : null;
    this.#report = report;
    this.#t = t;
    this.#found.clear();
    this.#places.clear();
    this.#available.clear();
    if (!sameText) this.index = -1;
    if (sameText) this.#set("chosen", this.chosen?.marks ?? []);
    else this.choose(null);
    if (report) for (const { id, count } of LAYERS) if (count(report) > 0) this.#available.add(id);
    this.search(this.query, { keepIndex: sameText });
    // Other marks may have come before it, and it may have gone.
    if (before) this.index = this.activeMarks.findIndex(({ span }) => span.start === before.span.start && span.end === before.span.end);
  }

  /** The layers that have something to show. */
  get layers() {
    return LAYERS.filter(({ id }) => this.#available.has(id));
  }

  /** The layer that `n` and `p` walk through. @returns {MarksId | null} */
  get active() {
    if (this.query !== "") return "search";
    if (this.chosen) return "chosen";
    if (this.#active && this.isShown(this.#active)) return this.#active;
    return this.layers.find(({ id }) => this.isShown(id))?.id ?? null;
  }

  /** @returns {readonly Mark[]} */
  get activeMarks() {
    return this.active ? this.marksOf(this.active) : [];
  }

  /** The mark that the reader stands at. @returns {Mark | null} */
  get current() {
    return this.index < 0 ? null : (this.activeMarks[this.index] ?? null);
  }

  /** Those of a layer are made when they are first asked for. @param {MarksId} id */
  marksOf(id) {
    const layer = this.#found.has(id) ? undefined : LAYERS.find((layer) => layer.id === id);
    if (layer && this.#report && this.#t) this.#found.set(id, layer.marks(this.#report, this.#t));
    return this.#found.get(id) ?? [];
  }

  /** How many marks there are. @param {MarksId} id */
  count(id) {
    const layer = LAYERS.find((layer) => layer.id === id);
    return layer ? (this.#report ? layer.count(this.#report) : 0) : this.marksOf(id).length;
  }

  /** Where the marks stand. @param {MarksId} id */
  #placesOf(id) {
    const layer = this.isPlaced(id) ? undefined : LAYERS.find((layer) => layer.id === id);
    if (layer && this.#report) this.#places.set(id, layer.spans(this.#report));
    return this.#places.get(id) ?? NONE;
  }

  /** Whether it is known where the marks stand; finding out takes its time in a long article. @param {MarksId} id */
  isPlaced(id) {
    return this.#places.has(id);
  }

  /** @param {MarksId} id */
  isShown(id) {
    if (id === "search") return this.query !== "";
    if (id === "chosen") return this.chosen !== null;
    return this.#shown.has(id) && this.#available.has(id);
  }

  /**
   * What of a layer is to be painted: always the same list until it changes.
   *
   * @param {MarksId} id
   */
  painted(id) {
    return this.isShown(id) ? this.#placesOf(id) : NONE;
  }

  /** @param {MarksId} id */
  toggle(id) {
    this.choose(null);
    const show = !this.#shown.delete(id);
    if (show) this.#shown.add(id);
    this.#active = show ? id : null;
    this.index = -1;
  }

  /**
   * Sets places out to be walked through; null puts them away.
   *
   * @param {Chosen | null} chosen
   */
  choose(chosen, index = -1) {
    if (chosen === this.chosen) return;
    this.chosen = chosen;
    this.index = index;
    this.#set("chosen", chosen?.marks ?? []);
  }

  /** @param {string} query */
  search(query, { keepIndex = false } = {}) {
    this.query = query;
    if (!keepIndex) this.index = -1;
    this.#set("search", this.#report ? findAll(this.#report.text, query) : []);
  }

  /**
   * The next mark of the active layer, or the one before; past the last the first comes again.
   *
   * @param {1 | -1} by
   * @returns {Mark | null}
   */
  step(by) {
    const { length } = this.activeMarks;
    if (length === 0) return null;
    this.index = this.index < 0 ? (by > 0 ? 0 : length - 1) : (this.index + by + length) % length;
    return this.current;
  }

  /**
   * Stands at the mark that covers a place in the article: of the active layer if it has one there, else of another
   * that is shown.
   *
   * @param {number} offset
   * @returns {Mark | null}
   */
  standAt(offset) {
    const shown = this.layers.map(({ id }) => id).filter((id) => id !== "sentences" && this.isShown(id));
    for (const id of this.active ? [this.active, ...shown] : shown) {
      const index = this.#placesOf(id).findIndex((span) => span.start <= offset && offset < span.end);
      if (index < 0) continue;
      if (id !== this.active && id !== "search") {
        this.choose(null);
        this.#active = id;
      }
      this.index = index;
      return this.current;
    }
    return null;
  }

  /**
   * @param {MarksId} id
   * @param {readonly Mark[]} marks
   */
  #set(id, marks) {
    this.#found.set(id, marks);
    this.#places.set(id, marks.length === 0 ? NONE : marks.map(({ span }) => span));
  }
}
