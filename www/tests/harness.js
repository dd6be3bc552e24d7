import { Analyzer, AnalyzerError } from "../src/analyzer/index.js";

/**
 * The code that a promise rejects with.
 *
 * @param {Promise<unknown>} promise
 * @returns {Promise<string>}
 */
function codeOf(promise) {
  return promise.then(
    () => "a report",
    (error) => (error instanceof AnalyzerError ? error.code : `no AnalyzerError: ${error}`),
  );
}

/** What the tests of the interface call in the page. */
Object.assign(window, { Analyzer, codeOf });
document.documentElement.dataset.ready = "";
