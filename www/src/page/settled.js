/** @import { Session } from "./session.js" */

/**
 * Waits until the report is of the text and the choices as they stand, or it is known that there is none.
 *
 * @param {Session} session
 * @returns {Promise<void>}
 */
export function settled(session) {
  if (session.isCurrent || session.failure) return Promise.resolve();
  return new Promise((resolve) => {
    const onChange = () => {
      if (!session.isCurrent && !session.failure) return;
      session.removeEventListener("change", onChange);
      resolve();
    };
    session.addEventListener("change", onChange);
  });
}
