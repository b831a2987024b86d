/** How a declaration looks on a screen and on paper; served as /api/document.css. */
export const documentCss = `:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f3, #12171b);
  --ink: light-dark(#17212b, #ece8df);
  --soft: light-dark(#566370, #a9b3bb);
  --line: light-dark(#ddd6c8, #313b43);
  --accent: light-dark(#0a5a68, #74cbd8);
  --clay: light-dark(#a2421a, #f0a47e);
}
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.0625rem/1.65 "Source Serif 4", "Iowan Old Style", Georgia, "Noto Naskh Arabic", "Noto Serif SC", serif }
main { max-inline-size: 46rem; margin-inline: auto; padding: 2.5rem 1.25rem 5rem }
p { margin-block: 0 1rem; text-wrap: pretty; overflow-wrap: anywhere }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: from-font }
:focus-visible, :target { outline: 2px solid var(--accent); outline-offset: 4px; border-radius: 2px }
.mark { margin: 0; padding: .6rem 1.25rem; text-align: center; font-weight: 600; color: var(--paper); background: var(--soft) }
.mark.rehearsal, .mark.reported { background: var(--clay) }
.title { margin-block-end: 2.5rem }
.title p { margin: 0; color: var(--soft); font-style: italic }
.title .summit { padding-block-end: .5rem; border-block-end: 2px solid var(--ink); color: var(--ink); font-style: normal; font-weight: 600 }
h1 { margin-block: 1.5rem .75rem; font-size: clamp(1.85rem, 1.4rem + 2.2vw, 2.75rem); line-height: 1.15; letter-spacing: -.011em; text-wrap: balance; color: var(--accent); overflow-wrap: anywhere }
h2 { margin-block: 2.5rem 1rem; font-size: 1.3rem; line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere }
.preambular { margin-inline-start: 2.25rem }
.operative > p { padding-inline-start: 2.25rem }
.operative > p:first-child > .number, .point > .number { display: inline-block; min-inline-size: 2.25rem; margin-inline-end: -.25em; font-variant-numeric: lining-nums tabular-nums }
.operative > p:first-child > .number { margin-inline-start: -2.25rem }
.operative > .point { padding-inline-start: 4.5rem }
.point { padding-inline-start: 2.25rem }
.point > .number { margin-inline-start: -2.25rem }
.close { margin-block: 2rem }
.close p { margin: 0 }
small { display: block; font-size: .8125rem; line-height: 1.4; color: var(--soft) }
.annex { margin-block-start: 3rem; border-block-start: 1px solid var(--line); overflow-x: auto }
table { inline-size: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.45 }
th, td { padding: .45rem .75rem .45rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: baseline; overflow-wrap: anywhere }
th { color: var(--soft); font-weight: 600; overflow-wrap: normal }
td:first-child { min-inline-size: 7em }
@media print {
  @page { margin: 22mm 20mm }
  :root { color-scheme: light; --paper: #fff; --ink: #000 }
  body { font-size: 11pt }
  main { max-inline-size: none; padding: 0 }
  .mark { color: #000; background: none; border: 1px solid; padding: .2rem .5rem }
  .mark.rehearsal { position: fixed; inset-block-start: -14mm; inset-inline: 0; font-size: 8pt }
  h2, tr, .point { break-inside: avoid } h2 { break-after: avoid }
  a { color: inherit; text-decoration: none }
}
`;
