/**
 * @typedef {"input-too-large" | "invalid-option" | "model-missing" | "model-version" | "model-damaged" | "load-failed" | "aborted" | "crashed"} AnalyzerErrorCode
 */

/** Why there is no report. Programs test for `code`; `message` is for people. */
export class AnalyzerError extends Error {
  /**
   * @param {AnalyzerErrorCode} code
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = "AnalyzerError";
    /** @type {AnalyzerErrorCode} */
    this.code = code;
  }
}

/**
 * What the core threw, as an `AnalyzerError`. The core's own errors carry a code; anything else means that it broke
 * off in the middle and can't be used again.
 *
 * @param {unknown} thrown
 * @returns {AnalyzerError}
 */
export function fromThrown(thrown) {
  if (thrown instanceof AnalyzerError) return thrown;
  const { code, message } = /** @type {{code?: unknown, message?: unknown}} */ (Object(thrown));
  if (typeof code === "string") return new AnalyzerError(/** @type {AnalyzerErrorCode} */ (code), String(message));
  return new AnalyzerError("crashed", `the analysis broke off (${message ?? thrown}); the text is untouched`, {
    cause: thrown,
  });
}

/**
 * @param {AbortSignal} [signal]
 * @returns {AnalyzerError}
 */
export function aborted(signal) {
  return new AnalyzerError("aborted", "the analysis was stopped", { cause: signal?.reason });
}
