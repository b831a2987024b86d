/** Colours, sizes and letters: what everything else is made of. Each colour is a light one and a dark one. */
export const baseCss = `@layer base, frame, parts, form, pages;
@layer base {
  :root {
    color-scheme: light dark;
    --paper: light-dark(#faf8f3, #12171b);
    --leaf: light-dark(#fffefb, #1a2127);
    --well: light-dark(#f2eee4, #0d1215);
    --ink: light-dark(#17212b, #ece8df);
    --soft: light-dark(#566370, #a9b3bb);
    --line: light-dark(#ddd6c8, #313b43);
    --edge: light-dark(#7c8790, #77828b);
    --accent: light-dark(#0a5a68, #74cbd8);
    --accent-tint: light-dark(#e3f0f0, #16323a);
    --on-accent: light-dark(#ffffff, #08252b);
    --clay: light-dark(#a2421a, #f0a47e);
    --clay-tint: light-dark(#f9ece3, #33221a);
    --good: light-dark(#1c6b3f, #83d3a3);
    --good-tint: light-dark(#e4f1e8, #14301f);
    --bad: light-dark(#a8231f, #ffa39d);
    --bad-tint: light-dark(#faeae7, #3a1c1c);
    --hue-1: light-dark(#0a5a68, #74cbd8);
    --hue-2: light-dark(#2f6b2a, #93cf86);
    --hue-3: light-dark(#9a4a12, #efae7d);
    --hue-4: light-dark(#5d3d99, #bba5ef);
    --hue-5: light-dark(#9c2a57, #f095b6);
    --hue-6: light-dark(#2a549c, #94b8f4);
    --hue-7: light-dark(#6b5a10, #d9c46a);
    --hue-8: light-dark(#54606b, #b3bdc5);
    --serif: "Source Serif 4", "Noto Naskh Arabic", "Iowan Old Style", Georgia, "Noto Serif", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", serif;
    --sans: "Source Sans 3", "Noto Naskh Arabic", system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
    --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    --round: 10px;
    --lift: 0 1px 2px light-dark(rgb(23 33 43 / .05), rgb(0 0 0 / .35)), 0 10px 28px -16px light-dark(rgb(23 33 43 / .25), rgb(0 0 0 / .7));
  }
  /* Latin letters stand beside Arabic ones in one face only: a page in Arabic loads no third font. */
  :root:lang(ar) { --serif: "Noto Naskh Arabic", "Source Sans 3", "Geeza Pro", serif; --sans: var(--serif) }
  *, ::before, ::after { box-sizing: border-box }
  * { margin: 0 }
  html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block: 1.5rem }
  body { min-block-size: 100dvb; display: flex; flex-direction: column; color: var(--ink); background: var(--paper); font: 400 1.0625rem/1.6 var(--sans); overflow-wrap: anywhere }
  /* What lies side by side keeps its words whole as long as there is room for them. */
  :is(nav, table, .days) { overflow-wrap: break-word }
  :is(.crumbs, .rail .heading, .tag) { overflow-wrap: anywhere }
  :lang(ar) { line-height: 1.85 }
  h1, h2, h3, h4 { font-family: var(--serif); font-weight: 600; line-height: 1.15; letter-spacing: -.01em; text-wrap: balance }
  h1 { font-size: clamp(1.9rem, 1.45rem + 2.1vw, 3rem) }
  h2 { font-size: clamp(1.3rem, 1.2rem + .5vw, 1.55rem) }
  h3 { font-size: 1.15rem; line-height: 1.3 }
  h4 { font-size: 1rem; line-height: 1.35 }
  :is(h1, h2, h3, h4):is(:lang(ar), :lang(zh)) { letter-spacing: 0; line-height: 1.4 }
  :is(h1, h2, h3, h4):lang(ar) { font-weight: 700; line-height: 1.5 }
  /* Neither script slants: what is stressed is bold. */
  :is(em, cite, i):is(:lang(ar), :lang(zh)) { font-style: normal; font-weight: 700 }
  p, li, dd { text-wrap: pretty }
  p { max-inline-size: 40rem }
  ul, ol, dl, dd { padding: 0 }
  :is(ul, ol):not([class]) { padding-inline-start: 1.3rem }
  ul[class], ol[class] { list-style: none }
  button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit }
  a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: from-font }
  a:hover { text-decoration-thickness: 2px }
  img, svg { max-inline-size: 100% }
  img { block-size: auto }
  hr { inline-size: 100%; border: 0; border-block-start: 1px solid var(--line) }
  summary { cursor: pointer; min-block-size: 1.5rem }
  sup { line-height: 0 }
  code, .hash { font: 400 .86rem/1.5 var(--mono); overflow-wrap: anywhere }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px }
  main:focus-visible { outline: 0 }
  ::selection { color: var(--on-accent); background: var(--accent) }
  [hidden] { display: none !important }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  .hue-1 { --hue: var(--hue-1) } .hue-2 { --hue: var(--hue-2) } .hue-3 { --hue: var(--hue-3) } .hue-4 { --hue: var(--hue-4) }
  .hue-5 { --hue: var(--hue-5) } .hue-6 { --hue: var(--hue-6) } .hue-7 { --hue: var(--hue-7) } .hue-8 { --hue: var(--hue-8) }
  @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
  @media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important } }
}`;
