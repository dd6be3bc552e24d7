/** Attributes that say something of a text. */
const TOLD = ["class", "content", "datetime", "href", "id", "itemprop", "name", "open", "property", "rel", "role", "type"];
/** Elements whose contents are no text of the page, but for descriptions of it. */
const SKIPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "TEXTAREA"]);
/** Elements that describe a page and are displayed nowhere. */
const DESCRIBING = new Set(["HEAD", "TITLE", "META"]);
const VOID = new Set(["BR", "HR", "IMG", "INPUT", "META", "LINK", "WBR", "AREA", "BASE", "COL", "EMBED", "SOURCE", "TRACK"]);
const ESCAPES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

const escape = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark]);

/**
 * An element as HTML, as it is displayed now: the trees of its shadows where they are open, without what is hidden, and
 * with the display that its styles give it. Contents of a closed `<details>` are kept, for a reader may open it. An
 * element that stands in no page has no styles, and is taken as it is written.
 *
 * @param {Element} element
 * @returns {string}
 */
export function elementHtml(element) {
  /** @type {string[]} */
  const html = [];
  /** A string is an end tag whose element was begun. @type {{node: Node | string, isVisible: boolean}[]} */
  const waiting = [{ node: element, isVisible: true }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, isVisible } = next;
    if (typeof node === "string") html.push(node);
    else if (node.nodeType === Node.TEXT_NODE) html.push(isVisible ? escape(node.nodeValue ?? "") : " ");
    else if (node instanceof Element) for (const inside of begin(node, html).reverse()) waiting.push(inside);
  }
  return html.join("");
}

/**
 * Writes the start tag of an element, and gives what comes after it.
 *
 * @param {Element} element
 * @param {string[]} html
 * @returns {{node: Node | string, isVisible: boolean}[]}
 */
function begin(element, html) {
  const { display, visibility, whiteSpace } = getComputedStyle(element);
  const tag = element.tagName.toUpperCase();
  const isHidden = (display === "none" && !DESCRIBING.has(tag)) || element.getAttribute("aria-hidden") === "true";
  if (SKIPPED.has(tag) || isHidden) {
    const isDescription = element.getAttribute("type") === "application/ld+json";
    if (isDescription) html.push(`<script type="application/ld+json">${element.textContent}</script>`);
    return [];
  }
  const name = element.localName;
  const told = TOLD.filter((attribute) => element.hasAttribute(attribute));
  const attributes = told.map((attribute) => ` ${attribute}="${escape(element.getAttribute(attribute) ?? "")}"`);
  const style = display === "" || DESCRIBING.has(tag) ? "" : ` style="display:${outer(display)};white-space:${whiteSpace}"`;
  html.push(`<${name}${attributes.join("")}${style}>`);
  if (VOID.has(tag)) return [];
  const children = [...childrenOf(element)].map((node) => ({ node, isVisible: visibility === "" || visibility === "visible" }));
  return [...children, { node: `</${name}>`, isVisible: true }];
}

/**
 * What is shown inside an element.
 *
 * @param {Element} element
 * @returns {Iterable<Node>}
 */
function childrenOf(element) {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    return assigned.length > 0 ? assigned : element.childNodes;
  }
  return (element.shadowRoot ?? element).childNodes;
}

/** The outer half of a display such as `inline flow-root`. @param {string} display */
const outer = (display) => display.split(" ")[0];
