export { Analyzer, AnalyzerError } from "../analyzer/index.js";
export * from "./index.js";
