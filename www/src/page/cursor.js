/** Hands the cursor on where an update puts another box in place of the one that had it. */
export class Cursor {
  /** The box that had the cursor before the update. @type {HTMLTextAreaElement | null} */
  #before = null;

  /** @param {HTMLTextAreaElement | null} box Before the update. */
  leave(box) {
    this.#before = box && document.activeElement === box ? box : null;
  }

  /** @param {HTMLTextAreaElement | null} box After the update. */
  enter(box) {
    const before = this.#before;
    if (!before || !box || before === box) return;
    box.focus();
    box.setSelectionRange(before.selectionStart, before.selectionEnd);
  }
}
