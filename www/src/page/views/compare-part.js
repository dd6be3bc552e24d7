import { html, nothing } from "lit";

/** From this width on everything stands open. */
const WIDE = "(min-width: 768px)";

/**
 * A part of the comparison under its title. On a phone all but the first are folded, and the title says how much there is.
 *
 * @param {string} name
 * @param {string} title
 * @param {number | null} n How many things it holds; null where a number would say nothing.
 * @param {unknown} content
 */
export function part(name, title, n, content) {
  return html`
    <details class="compared" data-part=${name} ?open=${name === "figures" || matchMedia(WIDE).matches}>
      <summary>
        <h2 id="compared-${name}">${title}</h2>
        ${n === null ? nothing : html`<span class="count">${n}</span>`}
      </summary>
      <div class="view-part">${content}</div>
    </details>
  `;
}
