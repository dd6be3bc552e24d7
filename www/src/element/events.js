/** @import { Report } from "../../pkg/article_analyzer.js" */
/** @import { AnalyzerError } from "../analyzer/error.js" */

// A page that is made ready on a server has no events.
const Base = globalThis.Event ?? class {};

/** They leave shadow roots, so that a host hears them wherever the element stands. */
const FAR = { bubbles: true, composed: true };

/** An article was analysed. */
export class ArticleReportEvent extends Base {
  static type = /** @type {const} */ ("article-report");

  /** @param {Report} report */
  constructor(report) {
    super(ArticleReportEvent.type, FAR);
    this.report = report;
  }
}

/** An analysis goes on. */
export class ArticleProgressEvent extends Base {
  static type = /** @type {const} */ ("article-progress");

  /** @param {number} done 0 to 1. */
  constructor(done) {
    super(ArticleProgressEvent.type, FAR);
    this.done = done;
  }
}

/** An article could not be analysed. The element says so itself, and goes on. */
export class ArticleErrorEvent extends Base {
  static type = /** @type {const} */ ("article-error");

  /** @param {AnalyzerError} error */
  constructor(error) {
    super(ArticleErrorEvent.type, FAR);
    this.error = error;
  }
}
