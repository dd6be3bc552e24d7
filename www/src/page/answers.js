/** @import { Answers as AnswersByKind, Question, Report } from "../../pkg/article_analyzer.js" */
/** @import { Session } from "./session.js" */

/** An answer and what it answers; null where there is none, since the core broke off. @template {Question} Q @typedef {{question: Q, answer: AnswersByKind[Q["kind"]] | null}} Answered */
/** The last answer of a kind, and whether another is under way. @typedef {{shown: Answered<Question> | null, isAsking: boolean}} Place */

/** The answers to questions about reports, each asked for when it is first shown. Tells its listeners by a `change` event. */
export class Answers extends EventTarget {
  #session;
  /** @type {WeakMap<Report, Map<string, Place>>} */
  #places = new WeakMap();

  /** @param {Session} session */
  constructor(session) {
    super();
    this.#session = session;
  }

  /**
   * The answer to a question; until it is there the one before of the same kind about the same report, or null.
   *
   * @template {Question} Q
   * @param {Report} report
   * @param {Q} question
   * @returns {Answered<Q> | null}
   */
  to(report, question) {
    const places = this.#places.get(report) ?? new Map();
    this.#places.set(report, places);
    /** @type {Place} */
    const place = places.get(question.kind) ?? { shown: null, isAsking: false };
    places.set(question.kind, place);
    const isShown = JSON.stringify(place.shown?.question) === JSON.stringify(question);
    if (!isShown && !place.isAsking) this.#ask(report, question, place);
    return /** @type {Answered<Q> | null} */ (place.shown);
  }

  /**
   * @param {Report} report
   * @param {Question} question
   * @param {Place} place
   */
  async #ask(report, question, place) {
    place.isAsking = true;
    const answer = await this.#session.ask(report, question).catch(() => null);
    place.shown = { question, answer };
    place.isAsking = false;
    this.dispatchEvent(new Event("change"));
  }
}
