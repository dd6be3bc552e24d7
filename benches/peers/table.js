import { CONTESTANTS } from "./contestants.js";

/** @import { Contestant } from "./contestants.js" */

/** @typedef {{median: number, least: number, most: number}} Spread */
/** @typedef {Spread & {name: string, language: string, task: string, size: string}} Rate */
/**
 * @typedef {object} Results
 * @property {string} date
 * @property {string} machine
 * @property {number} rounds
 * @property {{rates: Rate[], starts: {start: Spread, memory: Spread}[]}} node
 * @property {{rates: Rate[], starts: Spread[]}} chromium
 * @property {number[]} transfer
 * @property {{page: number, core: number, models: number, full: number, light: number}} weight
 * @property {Spread} page
 */

const LONG = "100,000";
const SHORT = "4,000";
const OURS = "article-analyzer";

const thousands = (/** @type {number} */ value) => `${Math.round(value / 1000).toLocaleString("en")} k`;
const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2);
const between = (/** @type {Spread} */ { median, least, most }, /** @type {(value: number) => string} */ format) =>
  `${format(median)} (${format(least)}–${format(most)})`;

/**
 * @param {readonly Rate[]} rates
 * @param {Pick<Contestant, "name" | "language">} contestant
 * @param {string} size
 */
function rate(rates, { name, language }, size) {
  const found = rates.find((row) => row.name === name && row.language === language && row.size === size);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
}

/** @param {Results} results */
export function markdown(results) {
  const { date, machine, rounds } = results;
  const parts = ["ja", "en"].map((language) => speedTable(results, language));
  return [
    `${date}; ${machine}; medians of ${rounds} rounds, with the least and the most.`,
    "",
    ...parts,
    "### To begin with",
    "",
    "Time from nothing to the first result on 4,000 characters; what travels, packed (brotli, but for files that are packed already); memory that a process holds more than an empty one after 100,000 characters (Node).",
    "",
    "| | language | Chromium, ms | Node, ms | transfer, MB | memory, MB |",
    "| --- | --- | --- | --- | --- | --- |",
    ...CONTESTANTS.map(({ name, language }, index) => {
      const { start, memory } = results.node.starts[index];
      const cells = [name, language, between(results.chromium.starts[index], (value) => value.toFixed(0)), between(start, (value) => value.toFixed(0)), megabytes(results.transfer[index]), megabytes(memory.median)];
      return `| ${cells.join(" | ")} |`;
    }),
    "",
    "### Goals",
    "",
    "| goal | measured | met | where not, why and how far it could go |",
    "| --- | --- | --- | --- |",
    ...goals(results).map(({ goal, measured, isMet, limit }) => `| ${goal} | ${measured} | ${isMet ? "yes | |" : `no | ${limit} |`}`),
    "",
  ].join("\n");
}

/**
 * @param {Results} results
 * @param {string} language
 */
function speedTable(results, language) {
  const own = CONTESTANTS.filter((contestant) => contestant.language === language);
  const rows = own.map((contestant) => {
    const cells = [results.chromium.rates, results.node.rates].flatMap((rates) =>
      [SHORT, LONG].map((size) => between(rate(rates, contestant, size), thousands)),
    );
    return `| ${[contestant.name, ...cells].join(" | ")} |`;
  });
  return [
    `### ${language === "ja" ? "Japanese" : "English"}, characters a second`,
    "",
    "| | Chromium, 4,000 | Chromium, 100,000 | Node, 4,000 | Node, 100,000 |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/** Share of the lattice in the time of Japanese words, by a profile (Node, 100,000 characters, 2026-11-29). */
const LATTICE = 0.63;

/**
 * @typedef {object} Goal
 * @property {string} goal
 * @property {string} measured
 * @property {boolean} isMet
 * @property {string} limit Why it may be missed, and what bounds it, with the figures of this run.
 */

/**
 * @param {Results} results
 * @returns {Goal[]}
 */
function goals(results) {
  return [...speedGoals(results), ...otherGoals(results)];
}

/**
 * Ratios in Chromium, which decide, with those in Node beside them.
 *
 * @param {Results} results
 * @returns {Goal[]}
 */
function speedGoals({ chromium, node }) {
  const of = (/** @type {readonly Rate[]} */ rates, /** @type {string} */ name, /** @type {"ja" | "en"} */ language) => rate(rates, { name, language }, LONG).median;
  const times = (/** @type {number} */ value) => `${value.toFixed(1)} ×`;
  /**
   * @param {string} goal
   * @param {number} least
   * @param {(rates: readonly Rate[]) => number} value
   * @param {(value: number) => string} limit
   */
  const ratio = (goal, least, value, limit) => {
    const [inChromium, inNode] = [value(chromium.rates), value(node.rates)];
    return { goal, measured: `${times(inChromium)} (Node ${times(inNode)})`, isMet: inChromium >= least, limit: limit(inChromium) };
  };
  const rest = 1 - LATTICE;
  const shareOfWords = () => (100 * of(chromium.rates, `${OURS}: whole report`, "ja")) / of(chromium.rates, `${OURS}: words`, "ja");
  const englishWords = () => of(chromium.rates, `${OURS}: words`, "en") / of(chromium.rates, "wink-nlp", "en");
  return [
    ratio("words ≥ 10 × kuromoji.js", 10, (rates) => of(rates, `${OURS}: words`, "ja") / of(rates, "kuromoji.js", "ja"), (value) => `${LATTICE} of the time is the lattice, five nodes a character in tables of some 12 MB; with a lattice that took no time at all it would be ${times(value / rest)}`),
    ratio("words ≥ 3 × Intl.Segmenter with an array", 3, (rates) => of(rates, `${OURS}: words`, "ja") / of(rates, "Intl.Segmenter, array", "ja"), (value) => `it looks up words without readings, in native code; with a lattice that took no time at all it would be ${times(value / rest)}`),
    ratio("whole report ≥ 4 × the words of kuromoji.js", 4, (rates) => of(rates, `${OURS}: whole report`, "ja") / of(rates, "kuromoji.js", "ja"), () => `words alone take ${shareOfWords().toFixed(0)} % of it; the rest is flat, nothing in it takes more than 4 %`),
    ratio("English whole report ≥ wink-nlp", 1, (rates) => of(rates, `${OURS}: whole report`, "en") / of(rates, "wink-nlp", "en"), () => `wink-nlp looks for no zones, bounds, times, sources or style; our words alone run at ${times(englishWords())}`),
  ];
}

/**
 * @param {Results} results
 * @returns {Goal[]}
 */
function otherGoals({ chromium, weight, page, node, transfer }) {
  const warm = (1000 * 4000) / rate(chromium.rates, { name: `${OURS}: whole report`, language: "ja" }, SHORT).median;
  const all = weight.page + weight.core + weight.models;
  const kuromoji = transfer[CONTESTANTS.findIndex(({ name }) => name === "kuromoji.js")];
  const kept = node.starts[CONTESTANTS.findIndex(({ task, language }) => task === "report" && language === "ja")].memory.median;
  return [
    { goal: "page visited again: readable ≤ 300 ms after navigation", measured: between(page, (value) => `${value.toFixed(0)} ms`), isMet: page.median <= 300, limit: "a worker, the compiled core, two models unpacked and code that is not optimised yet" },
    { goal: "4,000 characters analysed again ≤ 15 ms", measured: `${warm.toFixed(1)} ms`, isMet: warm <= 15, limit: "as the whole report" },
    {
      goal: "page, core and Japanese models ≤ 2.5 MB",
      measured: `${megabytes(all)} MB (${megabytes(weight.page)} + ${megabytes(weight.core)} + ${megabytes(weight.models)}; kuromoji.js ${megabytes(kuromoji)})`,
      isMet: all <= 2.5e6,
      limit: `with the light model of words ${megabytes(all - weight.full + weight.light)} MB; the page takes the full one, which cuts more surely`,
    },
    { goal: "memory ≤ models + 30 × the text (100,000 characters, 3 bytes each)", measured: `${megabytes(kept)} MB`, isMet: kept <= 6e6 + 30 * 3e5, limit: "the core holds 24 MB once the models are laid out, 7 of them free again, and compiled code takes 20 MB before the first text, more once it is optimised" },
  ];
}

const BAR = { height: 26, name: 250, width: 430, margin: 16 };

/**
 * The speeds in Chromium on the long text as bars.
 *
 * @param {Results} results
 */
export function picture({ chromium: { rates }, date }) {
  const rows = rates.filter(({ size }) => size === LONG);
  const most = Math.max(...rows.map(({ median }) => median));
  const height = BAR.height * (rows.length + 1) + 2 * BAR.margin;
  const bars = rows.map(({ name, language, median }, index) => {
    const y = BAR.margin + BAR.height * (index + 1);
    const width = Math.max(1, (BAR.width * median) / most);
    const isOurs = name.startsWith(OURS);
    return [
      `<text x="${BAR.name}" y="${y + 13}" text-anchor="end">${name} · ${language}</text>`,
      `<rect x="${BAR.name + 8}" y="${y}" width="${width.toFixed(1)}" height="18" fill="${isOurs ? "#1f6f5c" : "#9aa7a3"}"/>`,
      `<text x="${(BAR.name + 14 + width).toFixed(1)}" y="${y + 13}">${thousands(median)}</text>`,
    ].join("");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${height}" font-family="sans-serif" font-size="13" fill="#222">
<rect width="760" height="${height}" fill="#fff"/>
<text x="${BAR.margin}" y="${BAR.margin + 8}" font-weight="bold">Characters a second in Chromium, 100,000 characters, ${date}</text>
${bars.join("\n")}
</svg>
`;
}
