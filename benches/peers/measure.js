import { CONTESTANTS } from "./contestants.js";

/** @import { Place } from "./contestants.js" */

/** Every contestant is called for so long in each round, in milliseconds, and at least once. */
const TURN = 80;

/**
 * Characters a second of every contestant, in rounds, so that whatever else the machine does falls on all of them.
 *
 * @param {Place} place
 * @param {Record<string, Record<string, string>>} texts By language, then by name.
 * @param {number} rounds
 */
export async function speeds(place, texts, rounds) {
  const started = [];
  for (const contestant of CONTESTANTS) started.push({ contestant, run: await contestant.start(place) });
  const rows = started.flatMap(({ contestant: { name, language, task }, run }) =>
    Object.entries(texts[language]).map(([size, text]) => ({ name, language, task, size, text, run, rates: /** @type {number[]} */ ([]) })),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const row of rows) {
      const rate = turn(row.run, row.text);
      // The first round only warms up.
      if (round > 0) row.rates.push(rate);
    }
    // Lets a page breathe.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return rows.map(({ name, language, task, size, rates }) => ({ name, language, task, size, ...spread(rates) }));
}

/**
 * @param {(text: string) => number} run
 * @param {string} text
 */
function turn(run, text) {
  const begin = performance.now();
  let calls = 0;
  let now = begin;
  do {
    if (!(run(text) > 0)) throw new Error("a contestant found nothing");
    calls++;
    now = performance.now();
  } while (now - begin < TURN);
  return (1000 * calls * [...text].length) / (now - begin);
}

/** @param {readonly number[]} values */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], least: sorted[0], most: sorted[sorted.length - 1] };
}

/**
 * How long a contestant takes from nothing to its first result, in milliseconds.
 *
 * @param {Place} place
 * @param {number} index
 * @param {string} text
 */
export async function firstResult(place, index, text) {
  const begin = performance.now();
  const run = await CONTESTANTS[index].start(place);
  run(text);
  return { run, milliseconds: performance.now() - begin };
}
