/** How the reference page looks on a screen and on paper; served as /api/reference.css. */
export const referenceCss = `:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f3, #12171b);
  --leaf: light-dark(#f2eee4, #1a2127);
  --ink: light-dark(#17212b, #ece8df);
  --soft: light-dark(#566370, #a9b3bb);
  --line: light-dark(#ddd6c8, #313b43);
  --accent: light-dark(#0a5a68, #74cbd8);
  --clay: light-dark(#a2421a, #f0a47e);
  --serif: "Source Serif 4", "Iowan Old Style", Georgia, "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
* { box-sizing: border-box }
html { scroll-padding-block-start: 1.5rem }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.6 var(--sans) }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: from-font }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px }
.skip { position: absolute; inset-inline-start: -100vw }
.skip:focus { inset: .5rem auto auto .5rem; z-index: 1; padding: .5rem 1rem; background: var(--paper) }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }

nav { padding: 1.5rem 1.25rem; font-size: .875rem; line-height: 1.5; border-block-end: 1px solid var(--line) }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .5rem 0 0; padding: 0; list-style: none }
nav ul ul { display: none }
nav li a { display: inline-block; padding-block: .2rem; color: var(--ink); text-decoration: none }
nav a:hover { color: var(--accent); text-decoration: underline }
.brand { font: 600 1.25rem/1.2 var(--serif); color: var(--accent); text-decoration: none }
.brand span { color: var(--clay) }

main { max-inline-size: 58rem; padding: 1.5rem 1.25rem 5rem; overflow-wrap: break-word }
h1, h2, h3 { font-family: var(--serif); line-height: 1.15; text-wrap: balance }
h1 { margin-block: .5rem 1rem; font-size: clamp(2rem, 1.5rem + 2.2vw, 3rem); letter-spacing: -.012em; color: var(--accent) }
h2 { margin-block: 0 .75rem; font-size: clamp(1.6rem, 1.4rem + 1vw, 2.1rem) }
h3 { margin-block: 2.5rem .75rem; font-size: 1.25rem }
h4 { margin-block: 0 .5rem; font: 600 1rem/1.5 var(--sans) }
p { max-inline-size: 44rem; margin-block: 0 1rem; text-wrap: pretty }
main > section { padding-block: 2.5rem; border-block-start: 1px solid var(--line) }
main > #start { padding-block-start: 0; border: 0 }
.chapter { border-block-start: 3px double var(--line) }
.lead, .about { font: 1.1875rem/1.55 var(--serif) }
.about { margin-block-end: 2rem; color: var(--soft) }

code { font: .875em/1.5 var(--mono); overflow-wrap: anywhere }
pre { margin-block: 0 1rem; padding: .9rem 1.1rem; font: .8125rem/1.5 var(--mono); overflow-x: auto; background: var(--leaf); border-inline-start: 3px solid var(--line); border-radius: 2px }
pre code { font: inherit; overflow-wrap: normal }
article { margin-block: 0 1.75rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line) }
article h4 { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .6rem; font-weight: 500 }
article p { margin-block-end: .5rem }
article:target, .schema:target { border-inline-start-color: var(--clay) }
.method { padding: .1rem .45rem; font: 700 .75rem/1.5 var(--mono); border: 1px solid currentColor; border-radius: 2px; color: var(--accent) }
.post, .patch, .delete { color: var(--clay) }
.post { color: var(--paper); background: var(--clay); border-color: var(--clay) }
.who { padding: .05rem .4rem; font-size: .8125rem; color: var(--clay); border: 1px solid currentColor; border-radius: 1rem; text-decoration: none; white-space: nowrap }
summary { inline-size: fit-content; padding-block: .2rem; font-size: .875rem; color: var(--accent); cursor: pointer }
details[open] > summary { margin-block-end: .5rem }
.status { margin-block-end: .25rem; font: 600 .8125rem/1.5 var(--mono); color: var(--soft) }
.schema { margin-block: 1.75rem; padding-inline-start: calc(1rem - 3px); border-inline-start: 3px solid transparent; margin-inline-start: -1rem }
.needed { font: 600 .75rem/1.5 var(--sans); color: var(--clay) }
small { display: block; font-size: .8125rem; line-height: 1.45; color: var(--soft) }

.wide { margin-block-end: 1rem; overflow-x: auto }
table { inline-size: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.5 }
th, td { padding: .5rem 1rem .5rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: baseline }
th { font-weight: 500 }
thead th { padding-block: .25rem; font-size: .8125rem; color: var(--soft); border-block-end-color: var(--soft) }
tbody th { inline-size: 8rem }
.fields td code { white-space: nowrap }
.fields table { min-inline-size: 34rem }
.fields tbody th { inline-size: 30% }
.fields td:nth-child(2) { inline-size: 32% }
tr:target { background: var(--leaf) }
tr:target th { box-shadow: inset 3px 0 var(--clay); padding-inline-start: .75rem }

@media (min-width: 62rem) {
  body { display: grid; grid-template-columns: 16rem minmax(0, 1fr) }
  nav { position: sticky; inset-block-start: 0; block-size: 100vh; overflow-y: auto; border-block-end: 0; border-inline-end: 1px solid var(--line) }
  nav ul { display: block; margin-block-start: 1rem }
  nav .chapters > li { margin-block-start: .4rem }
  nav .chapters > li > a { font-weight: 600 }
  nav ul ul { display: block; margin: 0 0 .5rem; padding-inline-start: .75rem; border-inline-start: 1px solid var(--line) }
  nav ul ul a { font: .78rem/1.4 var(--mono); color: var(--soft) }
  tbody th { inline-size: 12rem }
  main { padding: 2.5rem clamp(2rem, 4vw, 4rem) 6rem }
}
@media print {
  @page { margin: 20mm 18mm }
  :root { color-scheme: light; --paper: #fff; --leaf: #fff; --ink: #000 }
  nav, .skip { display: none }
  body { display: block; font-size: 10pt }
  main { max-inline-size: none; padding: 0 }
  pre { white-space: pre-wrap; border: 1px solid var(--line) }
  .fields td code { white-space: nowrap }
.fields table { min-inline-size: 0 }
  details::details-content { content-visibility: visible; block-size: auto }
  summary { display: none }
  h2, h3, h4 { break-after: avoid } tr, pre { break-inside: avoid }
  a { color: inherit; text-decoration: none }
}
`;
