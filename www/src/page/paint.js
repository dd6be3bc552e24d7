import { LONG, nextTask } from "../reading/chunks.js";
import { LAYERS, WORD_HUES, wordsOfHue } from "../reading/layers.js";

/** @import { Report } from "../../pkg/article_analyzer.js" */
/** @import { ArticleText } from "../reading/article-text.js" */
/** @import { LayerId } from "../reading/layers.js" */
/** @import { Marks } from "./marks.js" */

/** @typedef {keyof typeof WORD_HUES} Hue */

/** Paints the marks onto the text, and nothing that stands there already. Marks of a long article come layer by layer. */
export class Painter {
  /** The sentences that are painted. @type {unknown} */
  #sentences = null;
  /** The report whose words are painted, and where. @type {{of: unknown, on: unknown}} */
  #words = { of: null, on: null };

  /**
   * @param {ArticleText} text
   * @param {Report} report
   * @param {Marks} marks
   * @param {boolean} atMark Whether the reader stands at a mark.
   */
  async paint(text, report, marks, atMark) {
    const turn = (this.#turn = {});
    text.mark("search", marks.painted("search"), 2);
    text.mark("chosen", marks.painted("chosen"), 2);
    text.hovers = marks.isShown("words");
    for (const { id } of LAYERS) {
      const rests = report.text.length > LONG && marks.isShown(id) && !marks.isPlaced(id);
      if (rests) await nextTask();
      if (turn !== this.#turn) return;
      this.#layer(text, report, marks, id);
    }
    const current = atMark ? marks.current : null;
    text.mark("current", current ? [current.span] : [], 3);
  }
  /** Stands for the last painting that was asked for. */
  #turn = {};

  /**
   * Sentences lie edge to edge: every other one has a style of its own. Words have that of their class.
   *
   * @param {ArticleText} text
   * @param {Report} report
   * @param {Marks} marks
   * @param {LayerId} id
   */
  #layer(text, report, marks, id) {
    if (id === "words") return this.#paintWords(text, marks.isShown("words") ? report : null);
    const spans = marks.painted(id);
    if (id !== "sentences") return text.mark(id, spans, 1);
    if (this.#sentences === spans) return;
    this.#sentences = spans;
    const every = (/** @type {number} */ parity) => spans.filter((_, index) => index % 2 === parity);
    text.mark("sentences", every(0));
    text.mark("sentences-alternate", every(1));
  }

  /**
   * @param {ArticleText} text
   * @param {Report | null} shown
   */
  #paintWords(text, shown) {
    if (this.#words.of === shown && this.#words.on === text) return;
    this.#words = { of: shown, on: text };
    for (const hue of /** @type {Hue[]} */ (Object.keys(WORD_HUES))) {
      text.mark(`words-${hue}`, shown ? wordsOfHue(shown, hue) : []);
    }
  }
}
