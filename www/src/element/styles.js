/** Colours follow the page's colour scheme; every one can be set from outside. */
const STYLE = `
:host {
  display: block;
  padding: 1rem;
  border: 1px solid var(--article-analyzer-line, light-dark(#dcd7cc, #3a3732));
  border-radius: var(--article-analyzer-radius, 4px);
  background: var(--article-analyzer-paper, light-dark(#ffffff, #22201d));
  color: var(--article-analyzer-ink, light-dark(#1d1b18, #ece8e0));
  font: var(--article-analyzer-font, inherit);
  font-variant-numeric: tabular-nums;
  line-height: 1.6;
  text-align: start;
}
:host([hidden]) { display: none; }
*, ::before { box-sizing: border-box; }
ul, ol, p { margin: 0; padding: 0; }
ul, ol { list-style: none; }
[part=title] { margin-block: 1rem .25rem; font-size: .8125em; font-weight: 700; color: var(--article-analyzer-soft, light-dark(#5c574f, #b0a99d)); }
small, [part=note] { font-size: .8125em; color: var(--article-analyzer-soft, light-dark(#5c574f, #b0a99d)); }
[part=numbers], [part=words] { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
[part=number] { font-weight: 700; }
p, [part=summary] li { word-break: auto-phrase; }
[part=message] { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
[part=summary] li { padding-block: .25rem; overflow-wrap: anywhere; }
[part=summary] li + li { border-block-start: 1px solid var(--article-analyzer-line, light-dark(#dcd7cc, #3a3732)); }
[part=keyword], [part=name] { overflow-wrap: anywhere; }
[part=keyword] { border-block-end: 2px solid var(--article-analyzer-accent, light-dark(#a0301e, #ff9d88)); }
[part=box] {
  display: block; width: 100%; padding: .75rem; margin-block-end: .25rem;
  border: 1px solid light-dark(#8a8377, #857e72); border-radius: 4px;
  background: transparent; color: inherit; font: inherit; line-height: 1.8; resize: vertical;
}
[part=box]::placeholder { color: var(--article-analyzer-soft, light-dark(#5c574f, #b0a99d)); opacity: 1; }
[part=box] ~ [part=body] { margin-block-start: .75rem; }
[part=button] {
  min-height: 32px; padding: 0 .75rem; border: 1px solid light-dark(#8a8377, #857e72); border-radius: 4px;
  background: transparent; color: inherit; font: inherit; cursor: pointer;
}
:focus-visible { outline: 2px solid var(--article-analyzer-accent, light-dark(#a0301e, #ff9d88)); outline-offset: 2px; }
`;

/** @type {CSSStyleSheet | undefined} */
let shared;

/** One sheet for all elements; a constructed one needs no leave of a policy for styles. */
export function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(STYLE);
  }
  return shared;
}
