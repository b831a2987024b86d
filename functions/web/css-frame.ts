/** The frame of every page: header, languages, footer, how a page is divided, and the workspace with its own navigation. */
export const frameCss = `@layer frame {
  .wrap { inline-size: min(72rem, 100% - 2.5rem); margin-inline: auto }
  .wrap.wide { inline-size: min(92rem, 100% - 2.5rem) }
  body:has(> .wide) > :is(.top, .foot, .rehearsal) > .wrap { inline-size: min(92rem, 100% - 2.5rem) }
  .skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -5rem; z-index: 9; padding: .6rem 1rem; color: var(--on-accent); background: var(--accent); border-radius: 0 0 var(--round) var(--round) }
  .skip:focus { inset-block-start: 0 }
  .top { background: var(--leaf); border-block-end: 1px solid var(--line) }
  .top .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem 1.75rem; padding-block: .7rem }
  .brand { display: flex; align-items: center; gap: .6rem; margin-inline-end: auto; font: 600 1.2rem/1.2 var(--serif); color: var(--ink); text-decoration: none }
  .brand svg { inline-size: 2.5rem; block-size: auto; --seats: var(--accent); --speaker: var(--clay) }
  .nav, .nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; list-style: none; padding: 0 }
  .nav a { display: block; padding-block: .3rem; line-height: 1.4; color: var(--soft); text-decoration: none; border-block-end: 2px solid transparent }
  .nav a:hover { color: var(--ink); border-color: var(--line) }
  .nav a[aria-current] { color: var(--ink); border-color: var(--clay); font-weight: 600 }
  .languages { display: flex; flex-wrap: wrap; gap: .15rem; padding: 0; margin-inline: -.5rem; font-size: .92rem; line-height: 1.5; list-style: none }
  .languages a { display: block; padding: .2rem .5rem; line-height: 1.5; border-radius: 6px; color: var(--soft); text-decoration: none }
  /* Six names of languages are no reason to load three more fonts. */
  .languages a:is([lang="ar"], [lang="zh"], [lang="ru"]) { font-family: system-ui, sans-serif }
  .languages a:hover { color: var(--ink); background: var(--well) }
  .languages a[aria-current] { color: var(--accent); background: var(--accent-tint); font-weight: 600 }
  .rehearsal { padding-block: .55rem; color: var(--clay); background: var(--clay-tint); border-block-end: 1px solid color-mix(in oklab, var(--clay) 30%, var(--line)); font-size: .95rem; line-height: 1.45 }
  .rehearsal p { max-inline-size: none }
  main, .workspace { flex: 1; padding-block: clamp(1.75rem, 1rem + 3vw, 3.25rem) 5rem }
  .foot { padding-block: 1.5rem; color: var(--soft); background: var(--well); border-block-start: 1px solid var(--line); font-size: .94rem }
  .foot .wrap { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem }
  .foot ul { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; list-style: none; padding: 0 }
  .foot a { display: inline-block; padding-block: .2rem; color: inherit }
  .sides { display: grid; gap: 2rem 4rem }
  .sides + * { margin-block-start: 3.5rem }
  .stack { display: grid; gap: 1.35rem; align-content: start; justify-items: start; grid-template-columns: minmax(0, 1fr) }
  .stack.close { gap: .5rem }
  .body.stack { gap: 2.2rem }
  .stack > :is(nav, .scroll, table, .grid, .cards, .people, .outcomes, .tasks, .list, .board, figure, section, article, ol, ul, details) { inline-size: 100% }
  .lead { font: 400 clamp(1.12rem, 1.05rem + .4vw, 1.28rem)/1.55 var(--serif); color: var(--soft) }
  .lead.ink { color: var(--ink) }
  .lead:lang(ar) { line-height: 1.9 }
  .crumbs { display: flex; flex-wrap: wrap; gap: .1rem .5rem; font-size: .94rem; color: var(--soft) }
  .crumbs li + li::before { content: "/" / ""; margin-inline-end: .5rem; color: var(--edge) }
  .crumbs a { color: inherit; display: inline-block; min-block-size: 1.5rem }
  main.wrap > :is(nav:has(> .crumbs), .said) { margin-block-end: 1.4rem }
  .workspace > main { padding: 0; min-inline-size: 0; flex: none }
  .workspace { display: grid; gap: 1.5rem 3rem; align-content: start; padding-block-start: 1.5rem; grid-template-columns: minmax(0, 1fr) }
  .workspace h1 { font-size: clamp(1.6rem, 1.4rem + 1vw, 2.1rem) }
  .rail { font-size: .98rem; line-height: 1.4; min-inline-size: 0 }
  .rail ul { display: flex; gap: .15rem; list-style: none; padding: 3px; margin: -3px; overflow-x: auto }
  .rail .heading { padding-inline: .7rem; margin-block: 0 .4rem; font-weight: 600; color: var(--soft); font-size: .9rem }
  .rail a { display: flex; justify-content: space-between; gap: .6rem; padding: .42rem .7rem; border-radius: 8px; color: var(--ink); text-decoration: none; white-space: nowrap }
  .rail .heading a { padding: .2rem 0; color: inherit; white-space: normal }
  .rail a:hover { background: var(--well) }
  .rail a[aria-current] { background: var(--accent-tint); color: var(--accent); font-weight: 600 }
  @media (width < 30rem) {
    .languages { font-size: .86rem }
    .languages a { padding-inline: .36rem }
    .nav { inline-size: 100%; order: 3 }
  }
  @media (width >= 60rem) {
    .sides { grid-template-columns: minmax(0, 1fr) 21rem; grid-template-areas: "head side" "body side"; grid-template-rows: auto 1fr }
    .sides:not(:has(> .head)) { grid-template-areas: "body side"; grid-template-rows: auto }
    .sides > .head { grid-area: head }
    .sides > .body { grid-area: body }
    .sides > .side { grid-area: side; position: sticky; inset-block-start: 1.5rem; align-self: start }
    .workspace { grid-template-columns: 13.5rem minmax(0, 1fr); padding-block-start: 2.25rem }
    .rail { position: sticky; inset-block-start: 1.5rem; align-self: start }
    .rail ul { display: grid; overflow: visible }
    .rail ul + .heading { margin-block-start: 1.3rem }
    .rail a { white-space: normal }
  }
  @media print {
    .top, .foot, .skip, .rail, .crumbs, .rehearsal .button { display: none }
    body { background: none; font-size: 11pt }
    main, .workspace { padding: 0 }
    .wrap { inline-size: 100% }
    .sides, .workspace { display: block }
    .side { margin-block: 1.5rem }
  }
}`;
