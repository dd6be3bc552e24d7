/** @import { Report } from "../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "./page.js" */

/**
 * What is said aloud when an article has been analysed.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function announcement({ t, session }, { statistics: { characters, sentences } }) {
  return t("state.done", {
    characters: t("number.characters", { n: characters[session.characterRule] }),
    sentences: t("number.sentences", { n: sentences }),
  });
}
