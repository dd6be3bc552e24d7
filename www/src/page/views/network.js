import { html, svg } from "lit";
import { dataTools, drawingTools, empty, moreRows, sentenceAt } from "./parts.js";

/** @import { SimulationLinkDatum, SimulationNodeDatum } from "d3-force" */
/** @import { Entity, EntityLabel, Report } from "../../../pkg/article_analyzer.js" */
/** @import { AnalyzerPage } from "../page.js" */

/** Two entities and how many sentences name both; `a` and `b` are indices. @typedef {{a: number, b: number, n: number}} Pair */
/** @typedef {SimulationNodeDatum & {index: number, entity: Entity, radius: number, width: number, x: number, y: number}} Node */
/** @typedef {{nodes: Node[], links: {source: Node, target: Node, n: number}[], width: number, height: number}} Layout */

/** Entities drawn at most: more can't be told apart. */
const MOST_NODES = { wide: 30, narrow: 16 };
/** Steps of the layout; it is done before it is shown, so nothing moves. */
const STEPS = 260;
const WIDTHS = { wide: 720, narrow: 340 };
/** Few names need no tall drawing. */
const HEIGHT = { least: 180, most: 560, each: 28 };
const LETTER = 13;
/** Room above and below a drawing, in units of its own. */
const EDGE = 8;

const isWide = () => matchMedia("(min-width: 768px)").matches;

/** @type {typeof import("d3-force") | null} */
let force = null;

/**
 * Who is named together with whom in one sentence, as a drawing and as a table.
 *
 * @param {AnalyzerPage} page
 * @param {Report} report
 */
export function coOccurrence(page, report) {
  const { t } = page;
  const pairs = pairsOf(report);
  if (pairs.length === 0) return empty(t("together.none"));
  const drawn = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].slice(0, MOST_NODES[isWide() ? "wide" : "narrow"]);
  const name = (/** @type {number} */ index) => report.entities[index].name;
  const listed = pairs.slice(0, page.choices.pairRows);
  return html`
    <p class="over">${t("together.over", { n: pairs.length })}</p>
    <figure class="drawing">${network(page, report, pairs, drawn)}</figure>
    <div class="data-row">${drawingTools(page, "network", ".network")}</div>
    <div class="wide">
      <table class="records narrow" aria-labelledby="together-title" data-table="together">
        <thead><tr><th scope="col">${t("together.one")}</th><th scope="col">${t("together.other")}</th><th scope="col" class="number">${t("together.sentences")}</th></tr></thead>
        <tbody>
          ${listed.map(
            ({ a, b, n }) => html`
              <tr>
                <td data-label=${t("together.one")}>${entityButton(page, report, a)}</td>
                <td data-label=${t("together.other")}>${entityButton(page, report, b)}</td>
                <td class="number" data-label=${t("together.sentences")}>${n}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
    ${moreRows(page, pairs.length - listed.length, (more) => page.choose({ pairRows: page.choices.pairRows + more }))}
    ${dataTools(page, "together", () => [
      [t("together.one"), t("together.other"), t("together.sentences")],
      ...pairs.map(({ a, b, n }) => [name(a), name(b), String(n)]),
    ])}
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {number} index
 */
function entityButton(page, report, index) {
  const { name } = report.entities[index];
  return html`<button type="button" class="link" lang=${report.language} @click=${() => pick(page, name)}><bdi>${name}</bdi></button>`;
}

/**
 * @param {AnalyzerPage} page
 * @param {string} name
 */
async function pick(page, name) {
  page.choose({ entity: name, entityLabel: null });
  await page.updateComplete;
  page.querySelector(".detail")?.scrollIntoView({ block: "nearest" });
}

/**
 * @param {Report} report
 * @returns {Pair[]} The most frequent first.
 */
function pairsOf(report) {
  /** @type {Map<number, Set<number>>} */
  const inSentence = new Map();
  for (const [index, { mentions }] of report.entities.entries()) {
    for (const { start } of mentions) {
      const sentence = sentenceAt(report, start);
      if (sentence < 0) continue;
      inSentence.set(sentence, (inSentence.get(sentence) ?? new Set()).add(index));
    }
  }
  /** @type {Map<string, Pair>} */
  const pairs = new Map();
  for (const entities of inSentence.values()) {
    const named = [...entities].sort((a, b) => a - b);
    for (const [at, a] of named.entries()) {
      for (const b of named.slice(at + 1)) {
        const pair = pairs.get(`${a} ${b}`) ?? { a, b, n: 0 };
        pair.n++;
        pairs.set(`${a} ${b}`, pair);
      }
    }
  }
  return [...pairs.values()].sort((one, other) => other.n - one.n || one.a - other.a || one.b - other.b);
}

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Pair[]} pairs
 * @param {readonly number[]} drawn
 */
function network(page, report, pairs, drawn) {
  const { t, choices } = page;
  const layout = layoutFor(page, report, pairs, drawn);
  if (!layout) return html`<p class="soft">${t("together.loading")}</p>`;
  const { nodes, links, width, height } = layout;
  return html`
    <svg class="chart network" role="group" aria-label=${t("together.drawing", { n: nodes.length })} viewBox="0 0 ${width} ${height}">
      ${links.map(
        ({ source, target, n }) => svg`
          <line class="edge" x1=${source.x} y1=${source.y} x2=${target.x} y2=${target.y} stroke-width=${Math.min(8, 2 * n - 1)}>
            <title>${t("together.edge", { one: source.entity.name, other: target.entity.name, n })}</title>
          </line>
        `,
      )}
      ${nodes.map(
        ({ entity, x, y, radius }) => svg`
          <g
            class="node"
            role="button"
            tabindex="0"
            data-label=${entity.label}
            aria-pressed=${entity.name === choices.entity}
            aria-label=${t("together.node", { name: entity.name, label: t(`label.${entity.label}`), n: entity.mentions.length })}
            transform="translate(${x} ${y})"
            @click=${() => pick(page, entity.name)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => onNodeKey(page, entity, event)}
          >
            ${shape(entity.label, radius)}
            <text y=${radius + LETTER + 1}>${short(entity.name)}</text>
          </g>
        `,
      )}
    </svg>
    <figcaption class="soft small">${t("together.legend", { n: nodes.length })}</figcaption>
  `;
}

/**
 * @param {AnalyzerPage} page
 * @param {Entity} entity
 * @param {KeyboardEvent} event
 */
function onNodeKey(page, entity, event) {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  pick(page, entity.name);
}

/**
 * Labels are told apart by shape as well as by colour.
 *
 * @param {EntityLabel} label
 * @param {number} r
 */
function shape(label, r) {
  const side = r * 1.7;
  if (label === "organization") return svg`<rect x=${-side / 2} y=${-side / 2} width=${side} height=${side}></rect>`;
  if (label === "location" || label === "facility") return svg`<path d="M0 ${-1.2 * r}L${1.15 * r} ${0.8 * r}H${-1.15 * r}z"></path>`;
  if (label === "person" || label === "title" || label === "norp") return svg`<circle r=${r}></circle>`;
  return svg`<path d="M0 ${-1.2 * r}L${1.2 * r} 0L0 ${1.2 * r}L${-1.2 * r} 0z"></path>`;
}

/** @param {string} name */
const short = (name) => ([...name].length > 12 ? `${[...name].slice(0, 11).join("")}…` : name);

/** The layout drawn last: it is asked for at every update. @type {{report: Report, width: number, layout: Layout} | null} */
let last = null;

/**
 * @param {AnalyzerPage} page
 * @param {Report} report
 * @param {readonly Pair[]} pairs
 * @param {readonly number[]} drawn
 * @returns {Layout | null} Null until the library is there.
 */
function layoutFor(page, report, pairs, drawn) {
  if (!force) {
    import("d3-force").then((loaded) => {
      force = loaded;
      page.requestUpdate();
    });
    return null;
  }
  const width = isWide() ? WIDTHS.wide : WIDTHS.narrow;
  const height = Math.min(HEIGHT.most, HEIGHT.least + HEIGHT.each * drawn.length);
  if (last?.report !== report || last.width !== width) {
    last = { report, width, layout: lay(force, report, pairs, drawn, { width, height }) };
  }
  return last.layout;
}

/**
 * @param {typeof import("d3-force")} d3
 * @param {Report} report
 * @param {readonly Pair[]} pairs
 * @param {readonly number[]} drawn
 * @param {{width: number, height: number}} size
 * @returns {Layout}
 */
function lay(d3, report, pairs, drawn, { width, height }) {
  const nodes = drawn.map((index) => node(report.entities[index]));
  const at = new Map(drawn.map((index, place) => [index, nodes[place]]));
  const links = pairs.flatMap(({ a, b, n }) => {
    const [source, target] = [at.get(a), at.get(b)];
    return source && target ? [{ source, target, n }] : [];
  });
  placeApart(nodes, links, width, height);
  const simulation = d3
    .forceSimulation(nodes)
    .force("link", d3.forceLink(/** @type {SimulationLinkDatum<Node>[]} */ (links)).distance(90))
    .force("charge", d3.forceManyBody().strength(-320))
    .force("collide", d3.forceCollide((/** @type {Node} */ { width }) => width / 2 + 8).iterations(4))
    // Many names keep their distance.
    .force("x", d3.forceX(width / 2).strength(Math.min(0.09, 0.9 / nodes.length)))
    .force("y", d3.forceY(height / 2).strength(Math.min(0.14, 1.4 / nodes.length)))
    .stop();
  for (let step = 0; step < STEPS; step++) {
    simulation.tick();
    for (const node of nodes) keepInside(node, width, height);
  }
  return { nodes, links, width, height: cutToNodes(nodes) };
}

/**
 * Starts names that nothing joins beside each other: their lines would cross for no reason.
 *
 * @param {readonly Node[]} nodes
 * @param {Layout["links"]} links The strongest first.
 * @param {number} width
 * @param {number} height
 */
function placeApart(nodes, links, width, height) {
  const groupOf = new Map(nodes.map((node) => [node, [node]]));
  for (const { source, target } of links) {
    const [one, other] = [groupOf.get(source) ?? [], groupOf.get(target) ?? []];
    if (one === other) continue;
    one.push(...other);
    for (const node of other) groupOf.set(node, one);
  }
  const groups = [...new Set(groupOf.values())];
  if (groups.length === 1) return;
  for (const [place, group] of groups.entries()) {
    for (const [turn, node] of group.entries()) {
      node.x = (width * (place + 0.5)) / groups.length + 20 * Math.cos(2.4 * turn);
      node.y = height / 2 + 20 * Math.sin(2.4 * turn);
    }
  }
}

/**
 * Moves nodes up to the edge of the drawing, and gives the height that they take.
 *
 * @param {readonly Node[]} nodes
 */
function cutToNodes(nodes) {
  const top = Math.min(...nodes.map(({ y, radius }) => y - 1.3 * radius)) - EDGE;
  for (const node of nodes) node.y -= top;
  return Math.max(...nodes.map(({ y, radius }) => y + radius + LETTER)) + EDGE;
}

/**
 * @param {Entity} entity
 * @returns {Node}
 */
function node(entity) {
  const radius = Math.min(22, 6 + 3 * Math.sqrt(entity.mentions.length));
  const letters = [...short(entity.name)].reduce((sum, letter) => sum + (/[\u0020-\u024f]/.test(letter) ? 0.6 : 1), 0);
  return /** @type {Node} */ ({ entity, radius, width: Math.max(2 * radius, letters * LETTER) });
}

/**
 * @param {Node} node
 * @param {number} width
 * @param {number} height
 */
function keepInside(node, width, height) {
  const side = node.width / 2 + 2;
  node.x = Math.max(side, Math.min(width - side, node.x));
  node.y = Math.max(node.radius * 1.3, Math.min(height - node.radius - LETTER - 8, node.y));
}
