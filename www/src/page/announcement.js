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

/** How long what was done is seen, in milliseconds. */
const SEEN = 5000;

/**
 * Tells what became of something that shows nowhere else: to those who listen, and to the eye for a while.
 *
 * @param {AnalyzerPage} page
 * @param {string} text
 */
export function tell(page, text) {
  page.say(text, true);
  setTimeout(() => page.live === text && page.say(""), SEEN);
}
