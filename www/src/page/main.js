import { ArticleText } from "../reading/article-text.js";
import { AnalyzerPage } from "./page.js";

customElements.define("article-text", ArticleText);
customElements.define("analyzer-page", AnalyzerPage);
