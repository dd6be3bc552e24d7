import { save, saveText } from "./save.js";

/** What of a drawing's look is set by the style sheet and goes into its file. */
const LOOKS = [
  "fill", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "paint-order", "font-family", "font-size", "font-weight", "text-anchor",
  "opacity",
];
/** Pixels of a picture for each of the drawing. */
const SCALE = 2;
/** A drawing of bars: its width, where the bars begin and end, and the height of a row and of the margin, in pixels. */
const BARS = { width: 640, from: 208, to: 536, row: 28, margin: 16 };

/**
 * Saves a drawing as a file of its own, with the colours and fonts that it has on the page. A table of bars is drawn first.
 *
 * @param {SVGSVGElement | HTMLTableElement} shown
 * @param {string} name
 * @param {"svg" | "png"} kind
 */
export async function saveDrawing(shown, name, kind) {
  const drawing = shown instanceof SVGSVGElement ? shown : drawBars(shown);
  try {
    if (kind === "svg") saveText(asSvg(drawing), `${name}.svg`, "image/svg+xml");
    else save(await asPng(drawing), `${name}.png`);
  } finally {
    if (drawing !== shown) drawing.remove();
  }
}

/** @param {SVGSVGElement} drawing */
function asSvg(drawing) {
  const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  const { width, height } = drawing.getBoundingClientRect();
  set(copy, { xmlns: SVG, width: Math.round(width), height: Math.round(height) });
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [index, element] of [drawing, ...drawing.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(element);
    for (const look of LOOKS) copies[index].setAttribute(look, style.getPropertyValue(look));
  }
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) comments.currentNode.nodeValue = "";
  copy.prepend(create("rect", { width: "100%", height: "100%", fill: paper() }));
  // Comments are the templates' own.
  return new XMLSerializer().serializeToString(copy).replaceAll("<!---->", "");
}

/**
 * Paints shape by shape: an image made from the SVG would need a policy that lets images come from anywhere but the site.
 *
 * @param {SVGSVGElement} drawing
 * @returns {Promise<Blob>}
 */
async function asPng(drawing) {
  const { width, height } = drawing.getBoundingClientRect();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SCALE, height: height * SCALE });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("the browser has no canvas");
  context.fillStyle = paper();
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const element of drawing.querySelectorAll("rect, line, circle, path, text")) {
    if (element instanceof SVGGraphicsElement) paint(context, element);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png");
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {SVGGraphicsElement} element
 */
function paint(context, element) {
  const { a, b, c, d, e, f } = element.getCTM() ?? new DOMMatrix();
  const style = getComputedStyle(element);
  context.setTransform(SCALE * a, SCALE * b, SCALE * c, SCALE * d, SCALE * e, SCALE * f);
  context.globalAlpha = Number(style.opacity) * Number(getComputedStyle(element.parentElement ?? element).opacity);
  context.lineWidth = parseFloat(style.strokeWidth);
  context.setLineDash((style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number));
  if (element instanceof SVGTextElement) return write(context, element, style);
  const outline = outlineOf(element);
  if (style.fill !== "none") {
    context.fillStyle = style.fill;
    context.fill(outline);
  }
  if (style.stroke !== "none") {
    context.globalAlpha *= Number(style.strokeOpacity);
    context.strokeStyle = style.stroke;
    context.stroke(outline);
  }
}

/** @param {SVGGraphicsElement} element */
function outlineOf(element) {
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute("d") ?? "");
  const outline = new Path2D();
  const at = (/** @type {SVGAnimatedLength} */ length) => length.baseVal.value;
  if (element instanceof SVGRectElement) outline.roundRect(at(element.x), at(element.y), at(element.width), at(element.height), at(element.rx));
  if (element instanceof SVGCircleElement) outline.arc(at(element.cx), at(element.cy), at(element.r), 0, 2 * Math.PI);
  if (element instanceof SVGLineElement) {
    outline.moveTo(at(element.x1), at(element.y1));
    outline.lineTo(at(element.x2), at(element.y2));
  }
  return outline;
}

/** Where canvas has what SVG calls `text-anchor`. @type {Record<string, CanvasTextAlign>} */
const ALIGN = { start: "left", middle: "center", end: "right" };

/**
 * @param {CanvasRenderingContext2D} context
 * @param {SVGTextElement} element
 * @param {CSSStyleDeclaration} style
 */
function write(context, element, style) {
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = ALIGN[style.textAnchor] ?? "left";
  context.fillStyle = style.fill;
  const { x, y } = element;
  const at = (/** @type {SVGAnimatedLengthList} */ list) => (list.baseVal.numberOfItems > 0 ? list.baseVal.getItem(0).value : 0);
  const text = element.textContent?.trim() ?? "";
  // Paper around the letters keeps lines out of them.
  if (style.stroke !== "none") {
    context.lineJoin = "round";
    context.strokeStyle = style.stroke;
    context.strokeText(text, at(x), at(y));
  }
  context.fillText(text, at(x), at(y));
}

/**
 * A table whose numbers are bars as one drawing, put behind the table, where it takes the page's fonts.
 *
 * @param {HTMLTableElement} table
 * @returns {SVGSVGElement}
 */
function drawBars(table) {
  const { color, fontFamily } = getComputedStyle(table);
  const bar = table.querySelector(".bar rect");
  const hue = bar ? getComputedStyle(bar).fill : color;
  const rows = [...table.tBodies[0].rows];
  const { width, from, to, row, margin } = BARS;
  const height = rows.length * row + 2 * margin;
  const drawing = /** @type {SVGSVGElement} */ (create("svg", { class: "saved-drawing", width, height, "font-family": fontFamily, "font-size": 14, fill: color }));
  for (const [index, { cells }] of rows.entries()) {
    const share = Number(cells[1].querySelector("rect")?.getAttribute("width")) / 100;
    const [top, base] = [margin + index * row, margin + index * row + 0.65 * row];
    drawing.append(
      create("text", { x: margin, y: base }, cells[0].textContent?.trim()),
      create("rect", { x: from, y: top + 6, width: share * (to - from), height: row - 12, fill: hue }),
      create("text", { x: width - margin, y: base, "text-anchor": "end" }, cells[1].textContent?.trim()),
    );
  }
  table.after(drawing);
  return drawing;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function create(name, attributes, text = "") {
  const element = set(document.createElementNS(SVG, name), attributes);
  element.textContent = text;
  return element;
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, string | number>} attributes
 */
function set(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

const paper = () => getComputedStyle(document.documentElement).backgroundColor;
