import type { Analyzer as AnalyzerClass } from "../src/analyzer/analyzer.js";

declare global {
  /** Put there by `harness.js`. */
  var Analyzer: typeof AnalyzerClass;
  /** Put there by `harness.js`. */
  var codeOf: (promise: Promise<unknown>) => Promise<string>;
}
