/** @import { Analyzer } from "./analyzer.js" */

/** What the clipboard or a drag holds: HTML where there is some, and the same in plain text; either can be empty. @typedef {{html: string, text: string}} Copied */

/** HTML that has less than this share of the characters of the plain text beside it lacks some of the text. */
const LEAST_SHARE = 0.8;
/** White space is not looked for in longer texts, in UTF-16 units. */
const LONG = 50_000;

/**
 * What was copied, as it is best read: a text, with the HTML it was taken from where its markup says something of it.
 * HTML of an editor that only colours its text, or that lacks a good part of the text that came with it, gives way to that
 * text, and so does HTML that can't be read. Rejects only where there is nothing to give way to.
 *
 * @param {() => Promise<Pick<Analyzer, "readHtml">>} load
 * @param {Copied} copied
 * @returns {Promise<{text: string, html?: string}>}
 */
export async function readCopied(load, { html, text: plain }) {
  if (html === "") return { text: plain };
  try {
    const { text, isStructured } = await (await load()).readHtml(html);
    const isBetter = plain === "" || (isStructured && weight(text) >= LEAST_SHARE * weight(plain));
    return isBetter ? { text, html } : { text: plain };
  } catch (error) {
    if (plain === "") throw error;
    return { text: plain };
  }
}

/** How many characters a text has but for white space. @param {string} text */
const weight = (text) => (text.length > LONG ? text.length : text.replace(/\s+/gu, "").length);
