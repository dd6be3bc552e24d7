import { USUALLY_COUNTED, ALL_ROLES } from "../reading/roles.js";
import { LABELS, WORD_CLASSES } from "./views/labels.js";

/** @import { DictionaryEntry, Role } from "../../pkg/article_analyzer.js" */

/**
 * The reader's choices, as they are kept on this machine and in a file.
 *
 * @typedef {object} Settings
 * @property {"ja" | "en"} [interfaceLanguage]
 * @property {"auto" | "light" | "dark"} [theme]
 * @property {keyof import("../../pkg/article_analyzer.js").Characters} [characterRule]
 * @property {"ja" | "en" | "zh" | null} [language] Of the articles; null to have it found out.
 * @property {number} [pace] How fast the reader reads, as a share of the usual speed.
 * @property {Role[] | null} [countedRoles]
 * @property {string[]} [disabledRules] Names of style rules that are switched off.
 * @property {string[]} [enabledRules] Names of style rules that are switched on.
 * @property {string[]} [stopWords] Phrases that are no keywords.
 * @property {DictionaryEntry[]} [dictionary] Names and words that the reader knows.
 * @property {boolean} [keep]
 */

/** The paces that can be set. */
export const PACES = { least: 0.3, most: 4 };

const isOneOf = (/** @type {readonly unknown[]} */ ...values) => (/** @type {unknown} */ value) => values.includes(value);
const areTexts = (/** @type {unknown} */ value) =>
  Array.isArray(value) && value.length <= 5000 && value.every((text) => typeof text === "string" && text.length <= 200);
const areRoles = (/** @type {unknown} */ value) =>
  value === null || (Array.isArray(value) && value.every((role) => ALL_ROLES.includes(role)));
const areEntries = (/** @type {unknown} */ value) => Array.isArray(value) && value.length <= 5000 && value.every(isEntry);
const isLabel = isOneOf("never", ...LABELS);
const isWordClass = isOneOf(undefined, ...WORD_CLASSES);
/** @param {unknown} value */
const isEntry = (value) => {
  const { name, label, aliases = [], upos } = Object(value);
  return typeof name === "string" && name.length <= 200 && isLabel(label) && areTexts(aliases) && isWordClass(upos);
};

/** What each choice may be. @type {Record<keyof Settings, (value: unknown) => boolean>} */
const VALID = {
  interfaceLanguage: isOneOf("ja", "en"),
  theme: isOneOf("auto", "light", "dark"),
  characterRule: isOneOf("all", "withoutLineBreaks", "withoutSpaces", "withoutBoth"),
  language: isOneOf("ja", "en", "zh", null),
  pace: (value) => typeof value === "number" && value >= PACES.least && value <= PACES.most,
  countedRoles: areRoles,
  disabledRules: areTexts,
  enabledRules: areTexts,
  stopWords: areTexts,
  dictionary: areEntries,
  keep: (value) => typeof value === "boolean",
};

/**
 * The choices that mean something; the rest is left out, so that a file of another version does what it can.
 *
 * @param {unknown} value
 * @returns {Settings}
 */
export function validSettings(value) {
  const given = Object(value);
  const valid = Object.entries(VALID).filter(([name, isValid]) => Object.hasOwn(given, name) && isValid(given[name]));
  return Object.fromEntries(valid.map(([name]) => [name, given[name]]));
}

const KIND = "article-analyzer-settings";

/**
 * The choices as a file.
 *
 * @param {Settings} settings
 */
export const settingsFile = (settings) => `${JSON.stringify({ kind: KIND, version: 1, settings }, null, 2)}\n`;

/**
 * The choices of a file; null where it is none of ours.
 *
 * @param {string} json
 * @returns {Settings | null}
 */
export function readSettingsFile(json) {
  try {
    const { kind, settings } = Object(JSON.parse(json));
    return kind === KIND ? validSettings(settings) : null;
  } catch {
    return null;
  }
}

/**
 * Roles to count with one switched; null where they are the usual ones again.
 *
 * @param {readonly Role[]} counted
 * @param {Role} role
 * @param {boolean} on
 * @returns {Role[] | null}
 */
export function withRole(counted, role, on) {
  const others = counted.filter((other) => other !== role);
  const roles = on ? [...others, role] : others;
  const isUsual = roles.length === USUALLY_COUNTED.length && USUALLY_COUNTED.every((role) => roles.includes(role));
  return isUsual ? null : roles;
}
