import { forgetEarlier, readEarlier, whenOthersStore, writeEarlier } from "./storage.js";

/** @import { RoleCorrection } from "./corrections.js" */
/** @import { Session } from "./session.js" */

/**
 * An article that was on the page before.
 *
 * @typedef {object} EarlierArticle
 * @property {string} text
 * @property {RoleCorrection[]} corrections
 * @property {string} title
 * @property {number} characters
 * @property {string} at When it left the page, ISO 8601.
 */

/** So many are kept at most, */
const MOST = 20;
/** and so much text of all of them, in UTF-16 units: browsers keep five million for a site. */
const MOST_TEXT = 1_500_000;

/** The articles that were on the page before, newest first; on this machine only, and while the reader wants it. */
export class Earlier {
  #session;
  /** @type {readonly EarlierArticle[]} */
  articles = readEarlier();

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
    // What another tab forgot stays forgotten, and what it put away is here too.
    whenOthersStore("earlier", () => {
      this.articles = readEarlier();
      session.dispatchEvent(new Event("change"));
    });
    session.addEventListener("change", () => {
      if (session.settings.keep === false && this.articles.length > 0) this.forget();
    });
  }

  /** Notes the article that is about to leave the page. One that was never analysed leaves no trace. */
  note() {
    const { report, text, corrections, settings, characterRule } = this.#session;
    if (settings.keep === false || report?.text !== text || report.blocks.length === 0) return;
    const title = report.metadata.title ?? text.trim().slice(0, 40).toWellFormed();
    const characters = report.statistics.characters[characterRule];
    this.#set([{ text, corrections, title, characters, at: new Date().toISOString() }, ...this.#without(text)]);
  }

  /**
   * Takes an article off the list, to be put on the page again.
   *
   * @param {EarlierArticle} article
   */
  take(article) {
    this.#set(this.#without(article.text));
    this.#session.corrections = article.corrections;
  }

  forget() {
    this.articles = [];
    forgetEarlier();
  }

  /** @param {string} text */
  #without(text) {
    return this.articles.filter((article) => article.text !== text);
  }

  /** @param {readonly EarlierArticle[]} articles */
  #set(articles) {
    let room = MOST_TEXT;
    // One that is too long by itself does not drive the others out.
    this.articles = articles.slice(0, MOST).filter(({ text }) => text.length <= room && (room -= text.length) >= 0);
    // What the browser does not keep is gone with the page.
    writeEarlier(this.articles);
  }
}
