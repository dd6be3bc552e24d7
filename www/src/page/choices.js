/** @import { ContextSort, EntityLabel, LineError, Quantity, Reason } from "../../pkg/article_analyzer.js" */

/** @typedef {"kind" | "value" | "of" | "source" | "place"} FigureColumn */

/** What the reader chose in the views: filters, orders, the thing picked out. */
export class Choices {
  /** @type {Quantity["kind"] | null} */
  figureKind = null;
  /** The articles that are read beside each other; null until the reader chooses. @type {[number, number] | null} */
  pair = null;
  /** @type {{column: FigureColumn, isDown: boolean}} */
  figureOrder = { column: "kind", isDown: false };
  /** Whether figures and times of the page's furniture are listed too. */
  withNoise = false;
  /** @type {EntityLabel | null} */
  entityLabel = null;
  /** The entity picked out, by its name: its index changes from one analysis to the next. */
  entity = "";
  /** The name that the reader just said is none; empty where something else was done since. */
  takenOut = "";
  /** How many pairs of names that stand in one sentence are shown. */
  pairRows = 15;
  /** How many names of the articles compared are shown. */
  matrixRows = 30;
  /** The place of a name that is explained; reasons are null while they are asked for. @type {{entity: string, index: number, reasons: Reason[] | null} | null} */
  explained = null;
  /** What was wrong with the table of names read last. @type {readonly LineError[]} */
  dictionaryErrors = [];
  /** A part of speech; null for all words that mean something by themselves. @type {string | null} */
  wordClass = null;
  /** How many rows of the frequency list are shown. */
  wordRows = 30;
  /** The word or phrase whose places are shown in context; null until the reader chooses. @type {string | null} */
  phrase = null;
  /** @type {ContextSort} */
  contextOrder = "position";
  /** How many rows of its collocates are shown; 0 for those that stand beside it more than once. */
  collocateRows = 0;
  /** How many words the runs have that are listed. @type {2 | 3 | 4 | 5} */
  runLength = 2;
  /** How many rows of their list are shown. */
  runRows = 15;
  /** Whether the list of marks is open. */
  isListOpen = false;
  /** How many of them are listed. */
  listedMarks = 100;
  /** The shared passage that is set side by side. */
  passage = 0;
  /** A text that the reader wants to keep in one piece. */
  isOneArticle = "";
}
