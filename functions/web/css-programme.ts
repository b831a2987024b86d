const from = (first: number, last: number, rule: (number: number) => string): string =>
  Array.from({ length: last - first + 1 }, (_, index) => rule(first + index)).join('');

// No style attribute is let in: where a session stands is one of these classes. Rooms are columns, five minutes are a row, and the rooms' names are the first.
const columns = from(1, 40, (number) => `.c${number}{grid-column:${number + 1}}`);
const rows = from(1, 216, (number) => `.r${number}{grid-row-start:${number + 1}}`);
const spans = from(1, 144, (number) => `.s${number}{grid-row-end:span ${number}}`);

/** Where something stands in the grid of a day: `c1` to `c40`, `r1` to `r216` (eighteen hours) and `s1` to `s144`. */
export const placesCss = `@layer pages { @media screen and (width >= 48rem) { ${columns}${rows}${spans} } }`;

/** The programme: its days, its filters, and a day's grid, which is a list of cards where it has no room. */
export const programmeCss = `@layer pages {
  .days { display: flex; gap: .5rem; overflow-x: auto; padding: 4px; margin: -4px; max-inline-size: calc(100% + 8px) }
  .days a { flex: none; display: grid; padding: .55rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--leaf); color: var(--soft); text-decoration: none; font-size: .92rem; line-height: 1.25 }
  .days a:hover { border-color: var(--accent) }
  .days b { color: var(--ink); font: 600 1.1rem/1.3 var(--serif) }
  .days a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
  .days a[aria-current] b { color: inherit }
  .hours { padding: 0; display: grid; gap: .6rem }
  .hours > .room, .hours > .hour { display: none }
  .event { position: relative; display: grid; gap: .1rem; align-content: start; padding: .75rem .9rem; border: 1px solid var(--line); border-inline-start: 4px solid var(--hue, var(--accent)); border-radius: 6px; background: var(--leaf); line-height: 1.3 }
  .event small { color: var(--soft); font-size: .9rem; font-variant-numeric: tabular-nums }
  .event a { color: var(--ink); font-weight: 600; text-decoration: none }
  .event a::after { content: ""; position: absolute; inset: 0 }
  .event a:hover { text-decoration: underline }
  .event .now { color: var(--clay); font-weight: 600 }
  .event.cancelled a { text-decoration: line-through }
  .event:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 1px }
  .event :focus-visible { outline: 0 }
  .event:lang(ar) { line-height: 1.6 }
  @media screen and (width >= 48rem) {
    .grid { overflow: auto; max-block-size: min(82vb, 64rem); border: 1px solid var(--line); border-radius: var(--round); background: var(--leaf); box-shadow: var(--lift) }
    .hours { position: relative; gap: 0; inline-size: max-content; min-inline-size: 100%; grid-template: 2.9rem / 4.25rem; grid-auto-rows: .5rem; grid-auto-columns: minmax(11.25rem, 1fr) }
    .hours > .room { contain: inline-size; display: block; position: sticky; inset-block-start: 0; z-index: 2; grid-row: 1; padding: .75rem .7rem .5rem; background: var(--leaf); border-block-end: 1px solid var(--ink); font-weight: 600; font-size: .95rem; line-height: 1.4 }
    .hours > .corner { z-index: 3; inset-inline-start: 0; grid-column: 1 }
    .hours > .hour { display: block; position: sticky; inset-inline-start: 0; z-index: 1; grid-column: 1; grid-row-end: span 12; padding: .2rem .6rem; background: var(--leaf); border-inline-end: 1px solid var(--line); border-block-start: 1px solid var(--line); color: var(--soft); font-size: .9rem; line-height: 1.4; font-variant-numeric: tabular-nums }
    /* The first line of each hour, as far as the rooms go. */
    .hours { background: repeating-linear-gradient(var(--line) 0 1px, transparent 1px 6rem) 0 2.9rem no-repeat }
    .event { contain: inline-size; overflow: hidden; margin: 2px 3px; padding: .35rem .6rem; border-block: 0; border-inline-end: 0; min-inline-size: 0; font-size: .94rem; line-height: 1.25; background: color-mix(in oklab, var(--hue, var(--accent)) 9%, var(--leaf)) }
    .event:hover { background: color-mix(in oklab, var(--hue, var(--accent)) 16%, var(--leaf)) }
    .event small { font-size: .85rem }
    /* The columns say it to the eye, and this to the ear. */
    .event .where { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
    /* No line is cut in half: as many as the session is long. */
    .event a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden }
    .event:is(.s12, .s13, .s14) a { -webkit-line-clamp: 3 }
    .event:is(.s9, .s10, .s11) a { -webkit-line-clamp: 2 }
    .event:is(.s1, .s2, .s3, .s4, .s5, .s6, .s7, .s8) a { -webkit-line-clamp: 1 }
  }
  @media (forced-colors: active) { .event { border: 1px solid } .days a[aria-current] { outline: 2px solid Highlight } }
  @media print { .days, .filters { display: none } .event { break-inside: avoid } }
}`;
