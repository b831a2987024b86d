/** A session: who is on it, and what became of what was decided there. */
export const sessionCss = `@layer pages {
  .session h1 { margin-block-start: .2rem }
  .when { font: 600 1.35rem/1.3 var(--serif); max-inline-size: none }
  .when:lang(ar) { font-weight: 700; line-height: 1.6 }
  .card.stack > :is(.facts, hr) { inline-size: 100% }
  .people { display: grid; gap: 0 2rem; padding: 0; grid-template-columns: repeat(auto-fill, minmax(min(17.5rem, 100%), 1fr)) }
  .person { display: grid; grid-template-columns: 3.1rem minmax(0, 1fr); gap: .9rem; align-items: start; padding-block: 1rem; border-block-start: 1px solid var(--line); line-height: 1.4 }
  .person b { display: block; font-size: 1.08rem; font-weight: 600 }
  .person .tag { margin-block-end: .3rem }
  .person span:not(.tag, .face) { display: block; font-size: .98rem }
  .face { inline-size: 3.1rem; aspect-ratio: 1; border-radius: 50%; display: grid; place-items: center; overflow: hidden; font-weight: 600; line-height: 1; color: var(--hue, var(--accent)); background: color-mix(in oklab, var(--hue, var(--accent)) 12%, var(--leaf)) }
  .face img { inline-size: 100%; block-size: 100%; object-fit: cover }
  .outcomes { display: grid; padding: 0 }
  .outcomes > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .4rem 1.5rem; align-items: baseline; padding-block: 1rem; border-block-start: 1px solid var(--line) }
  .outcomes > li > :not(.tag) { grid-column: 1 }
  .outcomes > li > .tag { grid-column: 2; grid-row: 1 }
  .outcomes em { font-style: normal; font-weight: 600 }
  .history { display: grid; padding: 0; border-inline-start: 2px solid var(--line); inline-size: 100% }
  .history > li { position: relative; padding: 0 0 1.1rem; padding-inline-start: 1.2rem; line-height: 1.45 }
  .history > li::before { content: ""; position: absolute; inset-inline-start: calc(-.3rem - 1px); inset-block-start: .45rem; inline-size: .6rem; block-size: .6rem; border-radius: 50%; background: var(--hue, var(--accent)) }
  .history time { display: block; color: var(--soft); font-size: .93rem }
  @media (width < 34rem) {
    .outcomes > li { grid-template-columns: minmax(0, 1fr) }
    .outcomes > li > .tag { grid-column: 1; grid-row: auto; justify-self: start }
  }
}`;
