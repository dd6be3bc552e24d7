/** @import { Translate } from "../strings/index.js" */
/** @import { Session } from "./session.js" */

/**
 * Gives the document the language, the theme and the title that go with what it shows.
 *
 * @param {Session} session
 * @param {Translate} t
 */
export function applyLook({ settings, report }, t) {
  document.documentElement.lang = t.language;
  document.documentElement.dataset.theme = settings.theme ?? "auto";
  const title = report?.metadata.title;
  document.title = title ? `${title} – ${t("name")}` : t("name");
}
