/** The order that labels of names stand in. */
export const LABELS = /** @type {const} */ ([
  "person", "organization", "location", "facility", "product", "event", "work", "law", "language", "norp", "title", "other",
]);

/** The order that classes of words stand in. */
export const CLASSES = /** @type {const} */ ([
  "NOUN", "PROPN", "VERB", "ADJ", "ADV", "PRON", "DET", "NUM", "ADP", "AUX", "PART", "CCONJ", "SCONJ", "INTJ", "X",
]);

/** The classes that a word of the reader's own can have. */
export const WORD_CLASSES = /** @type {const} */ (["PROPN", "NOUN", "VERB", "ADJ", "ADV", "INTJ"]);
