/** The order that labels of names stand in. */
export const LABELS = /** @type {const} */ ([
  "person", "organization", "location", "facility", "product", "event", "work", "law", "language", "norp", "title", "other",
]);
