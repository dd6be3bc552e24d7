import { html, nothing, svg } from "lit";

/** @import { Period } from "../../reading/times.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** One time on the strip. @typedef {{period: Period, label: string, title: string, series: number}} Point */

/** Height of a lane and of the axis, in pixels. */
const LANE = 26;
const AXIS = 28;
/** Width of a letter of a label in pixels, of a narrow one and of one as wide as it is high. */
const LETTER = { narrow: 7.5, wide: 13 };
/** The least width of a bar, in per cent. */
const BAR = 0.6;
const MOST_LANES = 30;
/** Room that the name of a tick takes, in pixels. */
const TICK = 84;
/** The width of the page at most, and of its margins, in pixels. */
const WIDEST = 1248;
const MARGINS = 64;
const TICKS = 5;

/** @type {typeof import("d3-scale") | null} */
let scales = null;

/**
 * The library that chooses the ticks, once it is there; the page is drawn again when it comes.
 *
 * @param {AnalyzerPage} page
 */
export function scalesFor(page) {
  if (!scales) {
    import("d3-scale").then((loaded) => {
      scales = loaded;
      page.requestUpdate();
    });
  }
  return scales;
}

/** The width of a chart that is as wide as the page allows, in pixels, not quite exact. @param {AnalyzerPage} page */
export const chartWidth = (page) => Math.min(page.clientWidth, WIDEST) - MARGINS;

/**
 * Times drawn along one axis. What it shows stands in the table beside it too.
 *
 * @param {AnalyzerPage} page
 * @param {readonly Point[]} points In order.
 * @param {string} label
 */
export function timeStrip(page, points, label) {
  const d3 = scalesFor(page);
  if (!d3 || points.length === 0) return nothing;
  const start = Math.min(...points.map(({ period }) => period.start));
  const end = Math.max(...points.map(({ period }) => period.end));
  const pixels = chartWidth(page);
  const width = (100 * Math.max(...points.map(({ label }) => widthOf(label)))) / pixels;
  // A bar as long as the axis leaves its label no room on either side.
  const free = d3.scaleUtc([start, end], [2, 98]);
  const fits = points.every(({ period }) => free(period.start) > width || free(period.end) + width < 98);
  const scale = fits ? free : free.copy().range([2, Math.max(40, 97 - width)]);
  const placed = inLanes(points, (time) => scale(time), width);
  const lanes = Math.max(...placed.map(({ lane }) => lane)) + 1;
  const bottom = lanes * LANE + 8;
  const tick = tickFormat(page.interfaceLanguage, end - start);
  // Several ticks of one day, or of one month, have one name.
  const named = scale.ticks(TICKS).filter((time, index, all) => index === 0 || tick(time) !== tick(all[index - 1]));
  const step = Math.ceil((named.length * TICK) / pixels);
  const ticks = named.filter((_, index) => index % step === 0);
  const edge = (50 * TICK) / pixels;
  return html`
    <svg class="chart strip" role="img" aria-label=${label} width="100%" height=${bottom + AXIS}>
      ${ticks.map(
        (time) => svg`
          <line class="grid" x1="${scale(time)}%" x2="${scale(time)}%" y1="0" y2=${bottom}></line>
          ${scale(time) < edge || scale(time) > 100 - edge ? nothing : svg`<text class="tick" x="${scale(time)}%" y=${bottom + 18}>${tick(time)}</text>`}
        `,
      )}
      ${placed.map(
        ({ point, x, width, lane, isAtEnd }) => svg`
          <g class="point" data-series=${point.series}>
            <title>${point.title}</title>
            <rect x="${x}%" width="${width}%" y=${lane * LANE + 6} height="14" rx="2"></rect>
            <text x="${isAtEnd ? x - 0.6 : x + width + 0.6}%" y=${lane * LANE + 17.5} class=${isAtEnd ? "end" : ""}>${point.label}</text>
          </g>
        `,
      )}
    </svg>
  `;
}

/** @param {string} label */
const widthOf = (label) => [...label].reduce((sum, letter) => sum + (letter < "\u2e80" ? LETTER.narrow : LETTER.wide), 0);

/**
 * Puts each time into the first lane where it and its label have room.
 *
 * @param {readonly Point[]} points
 * @param {(time: number) => number} scale
 * @param {number} label Width of a label.
 */
function inLanes(points, scale, label) {
  /** @type {number[]} */
  const taken = [];
  return points.map((point) => {
    const x = scale(point.period.start);
    const width = Math.max(BAR, scale(point.period.end) - x);
    const isAtEnd = x + width + label > 100 && x > 100 - (x + width);
    const [from, to] = isAtEnd ? [x - label, x + width] : [x, x + width + label];
    const free = taken.findIndex((end) => end <= from);
    const lane = free >= 0 ? free : Math.min(taken.length, MOST_LANES - 1);
    taken[lane] = Math.max(to, taken[lane] ?? 0);
    return { point, x, width, lane, isAtEnd };
  });
}

const YEAR = 365 * 86_400_000;

/**
 * @param {string} language
 * @param {number} length
 */
function tickFormat(language, length) {
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = length > 4 * YEAR ? { year: "numeric" } : length > YEAR / 4 ? { year: "numeric", month: "short" } : { month: "short", day: "numeric" };
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...parts });
  return (/** @type {Date} */ time) => format.format(time);
}
