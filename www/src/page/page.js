import { LitElement, html, nothing } from "lit";
import { translator } from "../strings/index.js";
import { announcement } from "./announcement.js";
import { Answers } from "./answers.js";
import { takeArrivals } from "./arrivals.js";
import { Choices } from "./choices.js";
import { Cursor } from "./cursor.js";
import { takeDrops } from "./dropping.js";
import { Earlier } from "./earlier.js";
import { FileError } from "../analyzer/files.js";
import { goBack, onKey } from "./keyboard.js";
import { applyLook } from "./look.js";
import { Marks } from "./marks.js";
import { Painter } from "./paint.js";
import { toFileName } from "./save.js";
import { Offline } from "../offline/offline.js";
import { Session } from "./session.js";
import { openSheet } from "./sheet.js";
import { Shelf } from "./shelf.js";
import { focusHeld } from "./views/article-box.js";
import { articleHeader } from "./views/article-header.js";
import { earlierList, firstVisit } from "./views/first-visit.js";
import { inspector } from "./views/inspector.js";
import { keysDialog } from "./views/keys-dialog.js";
import { notices } from "./views/notices.js";
import { walkEntity } from "./views/overview.js";
import { PANELS } from "./views/panels.js";
import { settingsDialog } from "./views/settings-dialog.js";
import { siteHeader } from "./views/site-header.js";
import { textView } from "./views/text-view.js";
import { viewTabs } from "./views/view-tabs.js";

/** @import { PropertyValues } from "lit" */
/** @import { Key, InterfaceLanguage, Translate } from "../strings/index.js" */
/** @import { ArticleText } from "../reading/article-text.js" */
/** @import { Span } from "../../pkg/article_analyzer.js" */
/** @import { Mark } from "../reading/layers.js" */

/** @typedef {"text" | "statistics" | "words" | "names" | "figures" | "style" | "compare"} View */
/** @typedef {{kind: "block", block: number} | {kind: "mark"} | null} Selection */

/** @type {readonly View[]} */
export const VIEWS = ["text", "statistics", "words", "names", "figures", "style", "compare"];

/** The whole page. It holds what the reader sees; the article itself is in the session. */
export class AnalyzerPage extends LitElement {
  session = new Session();
  answers = new Answers(this.session);
  shelf = new Shelf(this.session);
  earlier = new Earlier(this.session);
  offline = new Offline();
  choices = new Choices();
  marks = new Marks();
  /** @type {Translate} */
  t = translator("ja");
  /** @type {View} */
  view = "text";
  /** Whether the article is in the box to be changed, and not set out to be read. */
  isEditing = true;
  /** @type {Selection} */
  selection = null;
  /** The part of the text that is selected, or was when the reader left the text. @type {Span | null} */
  passage = null;
  isSheetOpen = false;
  isSearchOpen = false;
  isDropping = false;
  /** @type {{key: Key, values: Record<string, string | number>} | null} */
  fileError = null;
  /** The article that this one took the place of. @type {string | null} */
  putAway = null;
  /** The text as it was taken from HTML, while the reader edits it. @type {string | null} */
  unedited = null;
  live = "";
  isTold = false;
  /** The dialog that was opened last. @type {"keys" | "settings" | ""} */
  dialog = "";
  /** What became of the last file of settings. @type {Key | ""} */
  settingsNote = "";

  /** Whether the box stands alone, as on a first visit. */
  isFirst = true;
  /** Whether a long text is to stand in the box all the same. */
  wantsBox = false;
  /** Whether a word is being put in by an input method: the box must not be touched until it is done. */
  isComposing = false;

  /** Whether to set the article out to be read once its report is there. */
  #readWhenDone = false;
  #said = /** @type {unknown} */ (null);

  /**
   * The page is one document with one style sheet.
   *
   * @override
   */
  createRenderRoot() {
    return this;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#connected = new AbortController();
    const on = { signal: this.#connected.signal };
    this.session.addEventListener("change", this.#onSession, on);
    this.shelf.addEventListener("change", this.#onShelf, on);
    document.addEventListener("keydown", this.#onKey, on);
    for (const told of [this.offline, this.answers]) told.addEventListener("change", () => this.requestUpdate(), on);
    takeDrops(this, on.signal);
    addEventListener("hashchange", this.#onHash, on);
    // Charts have as many names on their axes as have room.
    addEventListener("resize", () => this.requestUpdate(), on);
    this.#readWhenDone = true;
    this.#onHash();
    this.session.restore();
    this.#useSettings();
    takeArrivals(this);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#connected.abort();
  }
  #connected = new AbortController();

  /** @returns {InterfaceLanguage} */
  get interfaceLanguage() {
    return this.session.interfaceLanguage;
  }

  /** What files made of the article are called, without an ending. */
  get fileName() {
    return toFileName(this.session.report?.metadata.title ?? "") || "article";
  }

  /** The text column, while it is on the page. @returns {ArticleText | null} */
  get articleText() {
    return this.querySelector("article-text");
  }

  /** The box, while it is on the page. @returns {HTMLTextAreaElement | null} */
  get box() {
    return this.querySelector("textarea[autofocus]");
  }

  /** @override */
  render() {
    const { isFirst, t } = this;
    const notice = notices(this);
    return html`
      <a class="skip visually-hidden" href="#main" @click=${this.#skip}>${t("action.skip")}</a>
      ${siteHeader(this)}
      <main id="main" tabindex="-1" class=${isFirst ? "first" : "article"} ?data-editing=${this.isEditing}>
        ${isFirst
          ? html`${firstVisit(this, notice)}${earlierList(this)}`
          : html`${articleHeader(this)} ${viewTabs(this)} ${notice} ${this.#columns()}`}
      </main>
      ${keysDialog(this)} ${settingsDialog(this)}
      <p class=${this.isTold ? "told" : "visually-hidden"} role="status">${this.live}</p>
      ${this.isDropping ? html`<div class="drop" aria-hidden="true"><p>${t("state.drop")}</p></div>` : nothing}
    `;
  }

  #columns() {
    if (this.view !== "text") return PANELS[this.view](this);
    return html`<div class="columns">${textView(this)}${inspector(this)}</div>`;
  }

  /**
   * @override
   * @param {PropertyValues} changed
   */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!this.isComposing) this.isFirst = this.session.text === "";
    this.#cursor.leave(this.box);
  }
  #cursor = new Cursor();

  /**
   * @override
   * @param {PropertyValues} changed
   */
  updated(changed) {
    super.updated(changed);
    this.#cursor.enter(this.box);
    const { report } = this.session;
    const text = this.articleText;
    if (!report || !text) return;
    text.show(report, this.t);
    text.selected = this.selection?.kind === "block" ? this.selection.block : -1;
    this.#painter.paint(text, report, this.marks, this.selection?.kind === "mark");
  }
  #painter = new Painter();

  /**
   * The reader made a choice in a view.
   *
   * @param {Partial<Choices>} choices
   */
  choose(choices) {
    Object.assign(this.choices, choices);
    this.requestUpdate();
  }

  /**
   * Sets places out in the text to be walked through, and goes to one of them.
   *
   * @param {string} title
   * @param {readonly Mark[]} marks In order.
   */
  walk(title, marks, index = 0) {
    this.marks.search("");
    this.marks.choose({ title, marks, from: this.view }, index);
    const mark = this.marks.current;
    if (mark) this.selectMark(mark);
  }

  /** The name of the marks that `n` and `p` walk through. */
  get activeName() {
    const { active, chosen } = this.marks;
    return active === "chosen" && chosen ? chosen.title : this.t(`layer.${active === "chosen" || !active ? "search" : active}`);
  }

  /**
   * Takes several articles: the first to be read, the others beside it.
   *
   * @param {readonly string[]} texts
   */
  openAll([first, ...others]) {
    this.shelf.add(others);
    this.open(first);
    this.#go("compare");
  }

  /**
   * Takes a whole new article, set out to be read as soon as it is analysed.
   *
   * @param {string} text
   */
  open(text) {
    const before = this.session.text;
    if (before !== text) this.earlier.note();
    this.putAway = before !== "" && before !== text ? before : null;
    this.unedited = null;
    this.fileError = null;
    this.selection = null;
    this.choices.phrase = null;
    this.choices.takenOut = "";
    this.#readWhenDone = true;
    this.isEditing = true;
    this.wantsBox = false;
    this.session.setText(text, { at: "once" });
  }

  /**
   * Files dropped together are put side by side; one dropped on the comparison is put beside the others.
   *
   * @param {readonly File[]} files
   */
  async openFiles(files) {
    try {
      const texts = await this.session.textsOf(files);
      if (texts.length === 0) return;
      if (this.view === "compare" && this.session.text !== "") this.shelf.add(texts);
      else if (texts.length > 1) this.openAll(texts);
      else this.open(texts[0]);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.fileError = error;
      this.requestUpdate();
    }
  }

  /**
   * Takes a whole new article off the clipboard or from a drag: the HTML where it says more than the text beside it.
   *
   * @param {{html: string, text: string}} copied
   */
  async openCopied({ html, text }) {
    this.session.abandon();
    const taken = html === "" ? text : await this.session.takeHtml(html, text);
    if (taken) this.open(taken);
  }

  /**
   * The text in the box has changed.
   *
   * @param {string} text
   * @param {boolean} replaced Whether nothing of what stood in the box is left.
   */
  type(text, replaced) {
    if (replaced) return this.open(text);
    if (this.session.hasMarkup(this.session.text)) this.unedited = this.session.text;
    this.fileError = null;
    this.putAway = null;
    this.#readWhenDone = false;
    this.wantsBox = true;
    this.session.setText(text);
  }

  /** Takes all edits of a text from HTML back: its markup is read with it again. */
  takeEditsBack() {
    if (this.unedited === null) return;
    this.session.setText(this.unedited, { at: "once" });
    this.unedited = null;
    this.updateComplete.then(() => this.box?.focus());
  }

  putArticleAway() {
    const { text } = this.session;
    this.earlier.note();
    this.isEditing = true;
    this.selection = null;
    this.marks.search("");
    this.choices.isOneArticle = "";
    this.session.setText("");
    this.putAway = text;
    this.unedited = null;
    this.#go("text");
    this.say(this.t("state.cleared"));
    this.updateComplete.then(() => this.box?.focus());
  }

  /** Forgets every article that is kept on this machine. */
  forgetAll() {
    this.earlier.forget();
    this.shelf.clear();
    this.putAway = null;
    this.say(this.t("earlier.forgotten"));
    this.updateComplete.then(() => this.box?.focus());
  }

  /** Puts the article into the box, the cursor where the reader is. */
  async edit() {
    if (this.isEditing || this.session.text === "") return;
    const offset = this.articleText?.offsetOnScreen ?? 0;
    this.isEditing = true;
    this.wantsBox = false;
    this.#readWhenDone = false;
    this.#go("text");
    await this.updateComplete;
    const { box } = this;
    if (!box) return focusHeld(this);
    box.setSelectionRange(offset, offset);
    box.blur();
    box.focus();
  }

  /** Sets the article out to be read, where the cursor is. */
  async read() {
    const { report } = this.session;
    if (!this.isEditing || !report) return;
    const offset = this.box?.selectionStart ?? 0;
    this.isEditing = false;
    this.requestUpdate();
    await this.updateComplete;
    if (offset > 0) this.articleText?.reveal({ start: offset, end: offset });
  }

  /** @param {View} view */
  show(view) {
    if (this.session.text === "") return;
    this.#go(view);
  }

  /** @param {View} view */
  #go(view) {
    this.view = view;
    if (view === "compare") this.shelf.update();
    this.updateComplete.then(() => this.querySelector(`#tab-${view}`)?.scrollIntoView({ block: "nearest", inline: "center" }));
    const hash = view === "text" ? "" : `#${view}`;
    if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
    this.requestUpdate();
  }

  /**
   * @param {number} block
   * @param {{focus?: boolean}} [how]
   */
  selectBlock(block, { focus = false } = {}) {
    this.selection = { kind: "block", block };
    openSheet(this);
    if (focus) this.updateComplete.then(() => this.#focusCard());
  }

  /** @param {Mark} mark */
  async selectMark(mark) {
    const { marks, t } = this;
    if (this.isEditing) await this.read();
    this.view = "text";
    this.selection = { kind: "mark" };
    this.requestUpdate();
    await this.updateComplete;
    this.articleText?.reveal(mark.span);
    const text = this.session.report?.text.slice(mark.span.start, mark.span.end).slice(0, 120) ?? "";
    const position = { index: marks.index + 1, all: marks.activeMarks.length };
    this.say(t("mark.announce", { layer: this.activeName, ...position, text }));
  }

  /** @param {1 | -1} by */
  step(by) {
    const { entity } = this.choices;
    const picked = this.view === "names" && this.session.report?.entities.find(({ name }) => name === entity);
    if (picked) return walkEntity(this, picked, by > 0 ? 0 : picked.mentions.length - 1);
    const mark = this.marks.step(by);
    if (mark) this.selectMark(mark);
  }

  /** Goes one step back: out of the selection, the search, the card, the sheet. */
  escape() {
    goBack(this);
  }

  async openSearch() {
    if (this.session.text === "") return;
    if (this.isEditing) await this.read();
    this.#go("text");
    this.isSearchOpen = true;
    await this.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.querySelector("input[type=search]"))?.select();
  }

  /** @param {"keys" | "settings"} name */
  async openDialog(name) {
    this.dialog = name;
    this.settingsNote = "";
    this.requestUpdate();
    await this.updateComplete;
    /** @type {HTMLDialogElement | null} */ (this.querySelector(`dialog.${name}`))?.showModal();
  }

  closeDialog() {
    this.dialog = "";
    this.requestUpdate();
  }

  /** @param {string} text Told to those who listen to the page, and to all where it is to be seen, too. */
  say(text, isTold = false) {
    this.live = text;
    this.isTold = isTold;
    this.requestUpdate();
  }

  #focusCard() {
    /** @type {HTMLElement | null} */ (this.querySelector(".card h2"))?.focus();
  }

  #skip = (/** @type {Event} */ event) => {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (this.querySelector("#main"))?.focus();
  };

  #useSettings() {
    if (this.t.language !== this.interfaceLanguage) this.t = translator(this.interfaceLanguage);
    applyLook(this.session, this.t);
  }

  #onSession = () => {
    const { session } = this;
    this.#useSettings();
    this.marks.update(session.report, this.t);
    if (this.selection?.kind === "mark" && !this.marks.current) this.selection = null;
    if (session.report?.text !== session.text) this.passage = null;
    if (this.selection?.kind === "block" && !session.report?.blocks[this.selection.block]) this.selection = null;
    if (session.isCurrent) this.#onReport();
    if (session.isCurrent) this.#onShelf();
    this.requestUpdate();
  };

  #onShelf = () => {
    if (this.view === "compare") this.shelf.update();
    this.requestUpdate();
  };

  #onReport() {
    const { report } = this.session;
    if (!report || this.#said === report) return;
    this.#said = report;
    if (this.#readWhenDone && report.blocks.length > 0) {
      this.isEditing = false;
      // The box, which had the cursor, may have drawn the screen down to it.
      if (this.view === "text") this.updateComplete.then(() => scrollTo({ top: 0, behavior: "instant" }));
    }
    this.#readWhenDone = false;
    this.say(announcement(this, report));
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => onKey(this, event);

  #onHash = () => {
    const wanted = /** @type {View} */ (location.hash.slice(1));
    if (VIEWS.includes(wanted)) this.view = wanted;
    this.requestUpdate();
  };
}
