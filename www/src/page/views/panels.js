import { compareView } from "./compare.js";
import { figuresView } from "./figures.js";
import { namesView } from "./names.js";
import { statisticsView } from "./statistics.js";
import { styleView } from "./style.js";
import { wordsView } from "./words.js";

/** The views that take the whole width. */
export const PANELS = {
  statistics: statisticsView,
  words: wordsView,
  names: namesView,
  figures: figuresView,
  style: styleView,
  compare: compareView,
};
