/** A declaration: the text as a document, where each paragraph comes from, who signed it from where, and what makes it sure. */
export const declarationCss = `@layer pages {
  .mast { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .2rem 1rem; inline-size: 100%; max-inline-size: none; padding-block-end: .5rem; border-block-end: 2px solid var(--ink); font: 600 1.05rem/1.3 var(--serif) }
  .mast bdi { font-variant-numeric: tabular-nums; white-space: nowrap }
  .document { font: 400 clamp(1.08rem, 1.02rem + .3vw, 1.2rem)/1.62 var(--serif); display: grid; gap: .95em; grid-template-columns: minmax(0, 43rem); inline-size: 100% }
  .document:lang(ar) { line-height: 2 }
  .document h1 { color: var(--accent); margin-block-start: .3em }
  .document h2 { margin-block-start: 1em }
  .document p { max-inline-size: none }
  .adopted { font-style: italic; color: var(--soft); font-size: .95em; text-wrap: balance }
  .adopted:is(:lang(ar), :lang(zh)) { font-style: normal }
  .preamble { display: grid; gap: .95em; padding-inline-start: 2.4rem; margin-block-start: .6em }
  .operative, .operative ol:has(> li > .number) { display: grid; gap: .95em; padding: 0 }
  .operative ol:has(> li > .number) { margin-block-start: .6em; gap: .6em }
  .operative li:has(> .number) { display: grid; grid-template-columns: 2.4rem minmax(0, 1fr) }
  .operative .number { font-weight: 400; font-variant-numeric: tabular-nums }
  .operative .number a { color: inherit; text-decoration: none }
  .operative .number a:hover { text-decoration: underline }
  .address { overflow-wrap: anywhere }
  .document :target { background: var(--clay-tint); box-shadow: 0 0 0 .5rem var(--clay-tint); border-radius: 2px }
  .provenance { margin-block-start: .35em; font: 400 .95rem/1.5 var(--sans) }
  .provenance:lang(ar) { line-height: 1.85 }
  .provenance > summary { display: inline-block; color: var(--soft); font-size: .92rem }
  .provenance > summary::before { content: "▸ " / ""; color: var(--clay) }
  .provenance[open] > summary::before { content: "▾ " / "" }
  .provenance:dir(rtl):not([open]) > summary::before { content: "◂ " / "" }
  .provenance > summary:hover { color: var(--ink) }
  .provenance > :not(summary) { margin-block: .4rem .8rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--clay) }
  .provenance ul { list-style: none; display: grid; gap: .4rem }
  .footnotes { font-size: .86em; line-height: 1.5; color: var(--soft); border-block-start: 1px solid var(--line); padding-block-start: 1rem; margin-block-start: 1.2em; display: grid; gap: .4em }
  sup a { display: inline-block; min-inline-size: 1.5rem; padding: .4rem .15rem; margin-block: -.4rem; line-height: 1; text-decoration: none }
  .big { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); inline-size: 100% }
  .big > div { display: flex; flex-direction: column-reverse; justify-content: flex-end }
  .big dd { font: 600 clamp(2rem, 1.6rem + 1.6vw, 2.9rem)/1.1 var(--serif); font-variant-numeric: lining-nums tabular-nums; color: var(--accent) }
  .big dt { color: var(--soft); font-size: .98rem }
  .map { display: grid; gap: .6rem; inline-size: 100%; min-inline-size: 0 }
  .map svg { display: block; inline-size: 100%; block-size: auto; overflow: hidden; direction: ltr }
  .land { fill: color-mix(in oklab, var(--soft) 24%, var(--paper)); color: color-mix(in oklab, var(--soft) 24%, var(--paper)) }
  .dots { fill: none; stroke: var(--accent); stroke-linecap: round; stroke-opacity: .75 }
  .dots.many, .dots .many { stroke: var(--clay) }
  .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .92rem; color: var(--soft); padding: 0 }
  .legend svg { display: inline-block; inline-size: 1rem; block-size: 1rem; vertical-align: -.15em; margin-inline-end: .35em }
  .bars { display: grid; gap: .7rem; padding: 0; inline-size: 100% }
  .bars li { display: grid; grid-template-columns: minmax(6rem, 11rem) 1fr 4.5rem; gap: .1rem 1rem; align-items: center; line-height: 1.4 }
  .bars svg { display: block; inline-size: 100%; block-size: .7rem; border-radius: 99px; background: var(--well); fill: var(--hue, var(--accent)) }
  .bars .figures { text-align: end }
  .bars svg:dir(rtl) { transform: scaleX(-1) }
  .signatories.columns { columns: 2 17rem; column-gap: 2.5rem; padding: 0 }
  .signatories.columns > li { break-inside: avoid; padding-block: .25rem; line-height: 1.4 }
  .hash { display: block; direction: ltr }
  .sure { display: grid; grid-template-columns: 1.6rem minmax(0, 1fr); gap: .3rem .6rem; align-items: start }
  .sure svg { inline-size: 1.5rem; block-size: 1.5rem; color: var(--good) }
  ins { background: var(--good-tint); color: var(--good); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .15em; border-radius: 2px }
  del { background: var(--bad-tint); color: var(--bad); text-decoration: line-through; border-radius: 2px }
  .pair { display: grid; gap: .6rem 2rem; font-family: var(--serif); min-inline-size: 0 }
  .pair .minor { font-family: var(--sans) }
  .pair + .pair { padding-block-start: 1rem; border-block-start: 1px solid var(--line) }
  @media (width >= 48rem) { .two .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) } }
  @media (width < 34rem) {
    .bars li { grid-template-columns: minmax(0, 1fr) auto }
    .bars svg { grid-row: 2; grid-column: 1 / -1 }
    .preamble { padding-inline-start: 1.2rem }
    .operative li:has(> .number) { grid-template-columns: 1.9rem minmax(0, 1fr) }
  }
  @media (forced-colors: active) { .land { fill: CanvasText; fill-opacity: .25 } .dots { stroke: Highlight } .bars svg { border: 1px solid; fill: CanvasText } }
  @media print {
    .document { font-size: 11.5pt; grid-template-columns: minmax(0, 1fr) }
    .provenance:not([open]) { display: none }
    .document h1 { color: inherit; font-size: 20pt }
    .operative li { break-inside: avoid-page }
  }
}`;
