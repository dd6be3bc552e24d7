export { Analyzer } from "./analyzer.js";
export { AnalyzerError } from "./error.js";
