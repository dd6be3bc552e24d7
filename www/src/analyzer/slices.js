/** A list of the report, or a part of it, as JSON. @typedef {{key: string, json: string}} Slice */

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * A long object of JSON in slices that are read one by one, so that nobody waits for the whole: its long lists, each cut
 * between items, and the object with nothing in these.
 *
 * @param {string} json Without white space, as the core writes it.
 * @param {number} most Length of a slice, in UTF-16 units. An item is never cut, however long it is.
 * @returns {{slices: Slice[], rest: string}}
 */
export function slice(json, most) {
  /** @type {Slice[]} */
  const slices = [];
  const rest = [];
  let kept = 0;
  for (const { key, start, end, cuts } of lists(json, most)) {
    if (end - start <= most) continue;
    const ends = [...cuts, end];
    for (const [index, end] of ends.entries()) {
      const from = index === 0 ? start : ends[index - 1] + 1;
      slices.push({ key, json: `[${json.slice(from, end)}]` });
    }
    rest.push(json.slice(kept, start));
    kept = end;
  }
  return { slices, rest: [...rest, json.slice(kept)].join("") };
}

/**
 * The lists of an object: where what is in them begins and ends, and the last commas before every `most` units.
 *
 * @param {string} json
 * @param {number} most
 */
function* lists(json, most) {
  let [depth, key, start, comma] = [0, "", 0, -1];
  /** @type {number[]} */
  let cuts = [];
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(json, at);
      if (depth === 1) key = json.slice(at + 1, end);
      at = end;
    } else if (OPENING.has(code)) {
      depth++;
      if (depth === 2) [start, comma, cuts] = [at + 1, -1, []];
    } else if (CLOSING.has(code)) {
      depth--;
      if (depth === 1 && json[at] === "]") yield { key, start, end: at, cuts: withLast(cuts, comma, start, at, most) };
    } else if (code === COMMA && depth === 2) {
      cuts = withLast(cuts, comma, start, at, most);
      comma = at;
    }
  }
}

/**
 * The cuts, with one at the last comma where what follows the cut before has become too long.
 *
 * @param {number[]} cuts
 * @param {number} comma
 * @param {number} start
 * @param {number} at
 * @param {number} most
 */
function withLast(cuts, comma, start, at, most) {
  const from = cuts.at(-1) ?? start;
  if (at - from > most && comma > from) cuts.push(comma);
  return cuts;
}

/**
 * @param {string} json
 * @param {number} at Of its opening quotation mark.
 */
function endOfString(json, at) {
  for (at++; at < json.length && json.charCodeAt(at) !== QUOTE; at++) if (json.charCodeAt(at) === BACKSLASH) at++;
  return at;
}
