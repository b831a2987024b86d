/** What stands in the frame: cards, tags, lists of facts, buttons, notes, tables and lists. */
export const partsCss = `@layer parts {
  .card { inline-size: 100%; min-inline-size: 0; padding: 1.4rem; background: var(--leaf); border: 1px solid var(--line); border-radius: var(--round); box-shadow: var(--lift) }
  .card.stack { gap: 1rem }
  .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); padding: 0 }
  .cards > li { display: grid }
  .cards .card { display: grid; gap: .5rem; align-content: start }
  a.card { color: var(--ink); text-decoration: none }
  a.card:hover { border-color: var(--accent) }
  .facts { display: grid; gap: 1rem }
  .facts dt { font-size: .88rem; line-height: 1.4; color: var(--soft) }
  .facts dd { font-weight: 500; line-height: 1.45 }
  .facts .chief { font: 600 1.3rem/1.3 var(--serif) }
  .facts .chief:is(:lang(ar), :lang(zh)) { line-height: 1.55 }
  .facts .ruled:not(:first-child) { padding-block-start: 1rem; border-block-start: 1px solid var(--line) }
  .facts.across { grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: .8rem 1.6rem; inline-size: 100% }
  .minor { color: var(--soft); font-weight: 400; font-size: .95rem }
  .figures { font-variant-numeric: tabular-nums }
  .button { display: inline-flex; align-items: center; justify-content: center; gap: .5rem; min-block-size: 2.9rem; padding: .55rem 1.3rem; border: 1px solid var(--edge); border-radius: 8px; color: var(--ink); background: var(--leaf); font-weight: 600; line-height: 1.3; text-align: center; text-decoration: none; cursor: pointer }
  .button:hover { border-color: var(--accent); color: var(--accent) }
  .button.chief { color: var(--on-accent); background: var(--accent); border-color: var(--accent) }
  .button.chief:hover { background: color-mix(in oklab, var(--accent) 86%, var(--ink)) }
  .button.grave { color: var(--bad); border-color: var(--bad) }
  .button.grave:hover { background: var(--bad-tint) }
  .button.small { min-block-size: 2.2rem; padding: .3rem .8rem; font-size: .95rem }
  .button.full { inline-size: 100% }
  .button:disabled { color: var(--soft); background: var(--well); border-color: var(--line); cursor: default }
  .link { padding: 0; border: 0; min-block-size: 1.5rem; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: .18em; cursor: pointer }
  .row { display: flex; flex-wrap: wrap; gap: .8rem 1rem; align-items: center }
  .row.close { gap: .4rem .6rem }
  .row.apart { justify-content: space-between; inline-size: 100% }
  .halves { display: grid; gap: .5rem; grid-template-columns: 1fr 1fr; padding: 0 }
  .halves .button { inline-size: 100%; padding-inline: .6rem }
  .tag { display: inline-flex; align-items: center; gap: .4em; padding: .38em .7em; border-radius: 99px; font: 600 .85rem/1.1 var(--sans); color: var(--hue, var(--accent)); background: color-mix(in oklab, var(--hue, var(--accent)) 9%, var(--leaf)) }
  .tag:lang(ar) { line-height: 1.5; padding-block: .1em }
  .tag::before { content: ""; flex: none; inline-size: .5em; block-size: .5em; border-radius: 50%; background: currentColor }
  .tag.plain { background: none; border: 1px solid var(--line); color: var(--soft); font-weight: 500; font-variant-numeric: tabular-nums }
  .tag.plain::before { display: none }
  .tag.good { --hue: var(--good) } .tag.warn { --hue: var(--clay) } .tag.bad { --hue: var(--bad) } .tag.idle { --hue: var(--hue-8) }
  a.tag { text-decoration: none; min-block-size: 1.75rem }
  a.tag:hover { text-decoration: underline }
  a.tag[aria-current] { outline: 2px solid var(--hue, var(--accent)); outline-offset: 1px }
  .count { display: inline-block; min-inline-size: 1.6em; padding: .1em .45em; border-radius: 99px; background: var(--well); color: var(--soft); font: 600 .8rem/1.4 var(--sans); font-variant-numeric: tabular-nums; text-align: center }
  .note { padding-inline-start: 1rem; border-inline-start: 3px solid var(--clay) }
  .note.good { border-color: var(--good) } .note.bad { border-color: var(--bad) } .note.quiet { border-color: var(--line); color: var(--soft) }
  .said { inline-size: 100%; padding: .9rem 1.2rem; border: 1px solid var(--good); border-radius: var(--round); background: var(--good-tint) }
  .said.warn { border-color: var(--clay); background: var(--clay-tint) }
  .said.bad { border-color: var(--bad); background: var(--bad-tint) }
  .none { padding: 1.6rem 1.2rem; inline-size: 100%; max-inline-size: none; border: 1px dashed var(--edge); border-radius: var(--round); color: var(--soft); text-align: center }
  .holdings { display: grid; inline-size: 100%; max-inline-size: 42rem; list-style: none }
  .holdings h2 { font-size: 1.25rem }
  .holdings li { padding-block: 1rem; border-block-start: 1px solid var(--line); display: grid; gap: .35rem }
  .list { display: grid; inline-size: 100% }
  .list > li { display: grid; gap: .25rem .9rem; padding-block: .85rem; border-block-start: 1px solid var(--line); align-items: baseline }
  .list > li:last-child { border-block-end: 1px solid var(--line) }
  .list.apart > li { grid-template-columns: minmax(0, 1fr) auto }
  .scroll { overflow-x: auto; inline-size: 100%; max-inline-size: 100% }
  table { border-collapse: collapse; inline-size: 100%; font-size: .98rem; line-height: 1.45; font-variant-numeric: tabular-nums }
  caption { text-align: start; padding-block-end: .5rem; font-weight: 600 }
  th { text-align: start; vertical-align: bottom; font-weight: 600; padding: .5rem .9rem .5rem 0; padding-inline: 0 .9rem }
  thead th { font-size: .88rem; color: var(--soft); border-block-end: 1px solid var(--ink) }
  td, tbody th { padding-block: .55rem; padding-inline: 0 .9rem; border-block-end: 1px solid var(--line); vertical-align: top }
  .sum { text-align: end; white-space: nowrap }
  .pager { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; inline-size: 100% }
  .find { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; inline-size: 100% }
  .find > .field { flex: 1 1 14rem }
  .number { font-weight: 600 }
  .qr { display: grid; grid-template-columns: 5.5rem 1fr; gap: 1rem; align-items: center }
  /* A code is read as black on white in either scheme. */
  .qr svg { inline-size: 5.5rem; padding: .3rem; background: #fff; color: #000; border-radius: 6px }
  details.more > summary { font-weight: 600; color: var(--accent) }
  details.more[open] > summary { margin-block-end: .7rem }
  .text { inline-size: 100%; display: grid; gap: 1.2rem; padding: 1.4rem; background: var(--leaf); border: 1px solid var(--line); border-radius: var(--round) }
  .text h3 { font-size: 1.1rem; margin-block-end: .4rem }
  .text .lead { color: var(--ink) }
  .text ul { padding-inline-start: 1.3rem }
  @media (width < 48rem) {
    .folds thead { position: absolute; clip-path: inset(50%); block-size: 1px; overflow: hidden }
    .folds :is(tbody, tr, td, th) { display: block }
    .folds tr { padding-block: .6rem; border-block-end: 1px solid var(--line) }
    .folds :is(td, tbody th) { padding: .1rem 0; border: 0; text-align: start; white-space: normal }
    .folds td[data-name]::before { content: attr(data-name) " "; color: var(--soft); font-size: .9rem }
  }
  @media (forced-colors: active) {
    .tag, .button, .count { border: 1px solid }
    :is(.nav, .tabs) a:not([aria-current]) { border-color: Canvas }
    .nav a[aria-current], .rail a[aria-current] { border-block-end: 2px solid Highlight }
  }
  @media print {
    form, .button, .find, .pager { display: none }
    .card { box-shadow: none; break-inside: avoid }
    table, li { break-inside: avoid }
    thead { display: table-header-group }
  }
}`;
