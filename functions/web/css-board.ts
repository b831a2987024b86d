/** The organizer's board: slots, and the sessions that are put into them by pointer, by keyboard or by a form. */
export const boardCss = `@layer pages {
  .board { overflow-x: auto; inline-size: 100% }
  .board table { table-layout: fixed; border-collapse: separate; border-spacing: .4rem; min-inline-size: 52rem }
  .board th { border: 0; padding: .3rem }
  .board tbody th { inline-size: 4rem; color: var(--soft); font-size: .9rem }
  .slot { block-size: 5.6rem; padding: .25rem; border: 1px dashed var(--edge); border-radius: 8px; vertical-align: top }
  .slot.aim { border: 2px solid var(--accent); background: var(--accent-tint) }
  .slot.clash { border: 2px solid var(--bad); background: var(--bad-tint) }
  .slot.closed { border-style: solid; border-color: var(--line); background: var(--well); color: var(--soft) }
  .chip { display: grid; align-content: start; inline-size: 100%; block-size: 100%; min-block-size: 2.75rem; padding: .4rem .55rem; border: 0; border-inline-start: 4px solid var(--hue, var(--accent)); border-radius: 6px; background: color-mix(in oklab, var(--hue, var(--accent)) 10%, var(--leaf)); text-align: start; font-size: .92rem; line-height: 1.25; cursor: grab; touch-action: none }
  .chip:lang(ar) { line-height: 1.5 }
  .chip small { color: var(--soft) }
  .chip[aria-pressed="true"] { outline: 3px solid var(--clay); outline-offset: 1px; cursor: grabbing }
  .chip.lifted { opacity: .4 }
  .chip.fixed { cursor: default; touch-action: auto }
  .ghost { position: fixed; inset: 0 auto auto 0; z-index: 20; inline-size: 9rem; block-size: 4.6rem; pointer-events: none; box-shadow: var(--lift); rotate: -2deg }
  .tray { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); inline-size: 100%; padding: .8rem; border-radius: var(--round); background: var(--well) }
  .tray .chip { min-block-size: 4.2rem }
  .say { min-block-size: 1.6em; color: var(--soft); max-inline-size: none }
  schedule-board { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); inline-size: 100% }
  schedule-board > .answer:empty { display: none }
  .chip .tag { display: inline-block; inline-size: auto; justify-self: start; font-size: .8rem; padding: 0 .45rem }
  a.chip { color: var(--ink); text-decoration: none }
  .shut { display: none }
  @media (width < 48rem) { .say:empty { min-block-size: 0 } }
  @media screen and (width >= 48rem) {
    .hours > :is(.place, .aim) { min-inline-size: 0; margin: 1px 3px }
    .hours .chip { position: relative; inline-size: 0; min-inline-size: 100%; min-block-size: 0; padding: .25rem .5rem; overflow: hidden }
    .hours .chip .where { display: none }
    .hours .chip:focus-visible { z-index: 1; overflow: visible; block-size: auto; min-block-size: 100% }
    .shut { display: block; padding: .1rem .6rem; background: var(--well); color: var(--soft); font-size: .85rem }
    .aim { display: block; padding: .1rem .5rem; border: 2px solid var(--accent); border-radius: 6px; background: color-mix(in oklab, var(--accent-tint) 70%, transparent); font-weight: 600; pointer-events: none; z-index: 1 }
    .aim.clash { border-color: var(--bad); background: color-mix(in oklab, var(--bad-tint) 70%, transparent) }
  }
  @media (forced-colors: active) { .aim { border: 2px solid Highlight } .chip { border: 1px solid } .slot.aim { border-color: Highlight } }
}`;
