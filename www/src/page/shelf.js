import { forgetShelf, readShelf, writeShelf } from "./storage.js";

/** @import { Comparison, Report } from "../../pkg/article_analyzer.js" */
/** @import { Session } from "./session.js" */

/** An article beside the one on the page. @typedef {{text: string, report: Report | null, failed: boolean}} Shelved */

/** So many articles stand side by side at most. */
export const MOST_ARTICLES = 20;

/** A line of nothing but `===` or `---` parts two articles; so do titles with a date below them. */
const DIVIDER = /^[ \t\u3000]*(?:[=＝]{3,}|[-－―─]{3,})[ \t\u3000]*$/gmu;
/** A longer text, in UTF-16 units, is not looked through for several articles: the page would stop. */
const LONGEST_SPLIT = 200_000;
/** Shorter parts, in UTF-16 units, are no articles. */
const SHORTEST_ARTICLE = 80;

/**
 * The articles that a paste seems to hold; itself alone where it is one.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function splitArticles(text) {
  if (text.length > LONGEST_SPLIT) return [text];
  if (lastSplit.text !== text) lastSplit = { text, parts: split(text) };
  return lastSplit.parts;
}

/** The page asks again and again for the same text. */
let lastSplit = { text: "", parts: /** @type {string[]} */ ([]) };

/** @param {string} text */
function split(text) {
  const ways = [text.split(DIVIDER), atTitles(text)].map((parts) => parts.map((part) => part.trim()).filter(Boolean));
  const are = (/** @type {string[]} */ parts) =>
    parts.length > 1 && parts.length <= MOST_ARTICLES && parts.every((part) => part.length >= SHORTEST_ARTICLE);
  return ways.find(are) ?? [text];
}

/** A line that is a date, perhaps with a time of day. */
const DATE_LINE = /^\s*(?:\d{4}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}\s*日?|[A-Z][a-z]{2,8} \d{1,2}, \d{4})(?:\s+\d{1,2}[:：]\d{2})?\s*$/;
/** A title is no longer than this, in UTF-16 units, and ends like none of these sentences. */
const LONGEST_TITLE = 80;
const SENTENCE_END = /[。．.！!]\s*$/u;

/**
 * The text parted before every title that has a line with its date below it; whole where it begins otherwise.
 *
 * @param {string} text
 */
function atTitles(text) {
  const lines = text.split("\n");
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const starts = filled.filter((index, place) => {
    const below = filled[place + 1];
    const isTitle = lines[index].trim().length <= LONGEST_TITLE && !SENTENCE_END.test(lines[index]) && !DATE_LINE.test(lines[index]);
    return isTitle && below !== undefined && DATE_LINE.test(lines[below]);
  });
  if (starts[0] !== filled[0]) return [text];
  return starts.map((start, index) => lines.slice(start, starts[index + 1]).join("\n"));
}

/** The articles put beside the one on the page, and what they have in common. Tells its listeners by `change`. */
export class Shelf extends EventTarget {
  /** @type {Shelved[]} */
  articles = [];
  /** @type {Comparison | null} */
  comparison = null;
  /** The reports that the comparison is of: that of the page first. @type {readonly Report[]} */
  reports = [];
  isRunning = false;
  hasFailed = false;

  #session;
  /** What the reports were asked for with. */
  #optionsKey = "";

  /** @param {Session} session */
  constructor(session) {
    super();
    this.#session = session;
    this.articles = readShelf().map(({ text, html }) => {
      session.rememberMarkup(text, html);
      return { text, report: null, failed: false };
    });
    session.addEventListener("change", () => {
      if (session.settings.keep !== this.#wasKept) this.keep();
    });
  }
  /** @type {boolean | undefined} */
  #wasKept = undefined;

  /** How many more there is room for. */
  get room() {
    return MOST_ARTICLES - 1 - this.articles.length;
  }

  /** @param {readonly string[]} texts */
  add(texts) {
    const known = new Set([this.#session.text, ...this.articles.map(({ text }) => text)]);
    const added = texts.filter((text) => text.trim() !== "" && !known.has(text)).slice(0, this.room);
    this.articles = [...this.articles, ...added.map((text) => ({ text, report: null, failed: false }))];
    this.#changed();
  }

  /** @param {number} index */
  remove(index) {
    this.articles = this.articles.filter((_, other) => other !== index);
    this.#changed();
  }

  clear() {
    this.articles = [];
    this.#changed();
  }

  /**
   * Takes an article off the shelf and puts the one on the page in its place.
   *
   * @param {number} index
   * @param {string} onPage
   * @returns {string}
   */
  swap(index, onPage) {
    const { text } = this.articles[index];
    this.articles = this.articles.map((other, at) => (at === index ? { text: onPage, report: null, failed: false } : other));
    this.#changed();
    return text;
  }

  /** Sees to it that everything on the shelf is analysed, and compared with the article on the page. */
  async update() {
    const own = this.#session.isCurrent ? this.#session.report : null;
    if (this.isRunning || !own || this.articles.length === 0) return;
    if (this.#optionsKey !== this.#session.optionsKey) this.#forgetReports();
    const waiting = this.articles.filter(({ report, failed }) => !report && !failed);
    const reports = [own, ...this.articles.flatMap(({ report }) => report ?? [])];
    const isDone = waiting.length === 0 && isSame(reports, this.reports);
    if (isDone) return;
    this.isRunning = true;
    this.dispatchEvent(new Event("change"));
    await this.#work(waiting, own);
    this.isRunning = false;
    this.dispatchEvent(new Event("change"));
  }

  /**
   * @param {readonly Shelved[]} waiting
   * @param {Report} own
   */
  async #work(waiting, own) {
    for (const article of waiting) {
      try {
        article.report = await this.#session.reportOf(article.text);
      } catch {
        article.failed = true;
      }
      this.dispatchEvent(new Event("change"));
    }
    const reports = [own, ...this.articles.flatMap(({ report }) => report ?? [])];
    try {
      this.comparison = reports.length > 1 ? await this.#session.compare(reports) : null;
      this.hasFailed = false;
    } catch {
      this.comparison = null;
      this.hasFailed = true;
    }
    this.reports = reports;
  }

  /** Asks for all reports anew: what is counted has changed. */
  #forgetReports() {
    this.#optionsKey = this.#session.optionsKey;
    this.articles = this.articles.map(({ text }) => ({ text, report: null, failed: false }));
    this.reports = [];
  }

  /** Keeps the articles on this machine while the reader wants it. */
  keep() {
    this.#wasKept = this.#session.settings.keep;
    if (this.#session.settings.keep === false || this.articles.length === 0) return forgetShelf();
    const bare = this.articles.map(({ text }) => ({ text, corrections: [] }));
    // Where there is no room for the markup, the texts are still kept.
    writeShelf(bare.map((article) => ({ ...article, html: this.#session.keptMarkup(article.text) }))) || writeShelf(bare);
  }

  #changed() {
    this.keep();
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * @param {readonly unknown[]} some
 * @param {readonly unknown[]} others
 */
function isSame(some, others) {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}
