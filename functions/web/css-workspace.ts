/** Where people work: what needs them today, steps, how far it has come, pasted rows before they count, and checks while one writes. */
export const workspaceCss = `@layer pages {
  .tasks { display: grid; padding: 0; inline-size: 100%; background: var(--leaf); border: 1px solid var(--line); border-radius: var(--round); box-shadow: var(--lift) }
  .tasks > li { position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; align-items: center; padding: .9rem 1.2rem; line-height: 1.45 }
  .tasks > li + li { border-block-start: 1px solid var(--line) }
  .tasks > li > :not(.tag, .button) { grid-column: 1 }
  .tasks > li > :is(.tag, .button) { grid-column: 2; grid-row: 1 / span 2; justify-self: end }
  .tasks a:not(.button) { font-weight: 600; color: var(--ink) }
  .tasks a:not(.button)::after { content: ""; position: absolute; inset: 0 }
  .tasks > li:has(a:not(.button)):hover { background: var(--well) }
  .tasks .late { color: var(--bad); font-weight: 600 }
  .steps { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; padding: 0; inline-size: 100% }
  .steps > li { display: flex; gap: .55rem; align-items: center; color: var(--soft); line-height: 1.4 }
  .steps .mark { flex: none; display: grid; place-items: center; inline-size: 1.7rem; block-size: 1.7rem; border: 1px solid var(--edge); border-radius: 50%; font: 600 .9rem/1 var(--sans) }
  .steps .done { color: var(--ink) }
  .steps .done .mark { color: var(--good); border-color: var(--good); background: var(--good-tint) }
  .steps [aria-current] { color: var(--ink); font-weight: 600 }
  .steps [aria-current] .mark { color: var(--on-accent); border-color: var(--accent); background: var(--accent) }
  progress { appearance: none; display: block; inline-size: 100%; block-size: .7rem; border: 1px solid var(--edge); border-radius: 99px; background: var(--well); overflow: hidden; accent-color: var(--accent) }
  progress::-webkit-progress-bar { background: var(--well) }
  progress::-webkit-progress-value { background: var(--accent) }
  progress::-moz-progress-bar { background: var(--accent) }
  .toolbar { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; inline-size: 100%; padding-block: .6rem; border-block: 1px solid var(--line) }
  .toolbar > .end { margin-inline-start: auto }
  .tabs { contain: inline-size; display: flex; gap: .2rem 1.4rem; overflow-x: auto; inline-size: 100%; padding: 3px; border-block-end: 1px solid var(--line) }
  .tabs a { display: block; padding-block: .4rem; white-space: nowrap; color: var(--soft); text-decoration: none; border-block-end: 3px solid transparent }
  .tabs a:hover { color: var(--ink) }
  .tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--clay) }
  .preview :is(th, td) { padding-inline: .7rem }
  .preview tbody tr > :first-child { border-inline-start: 4px solid transparent }
  .preview .ok > :first-child { border-inline-start-color: var(--good) }
  .preview .warning > :first-child { border-inline-start-color: var(--clay) }
  .preview .error > :first-child { border-inline-start-color: var(--bad) }
  .preview .warning > * { background: var(--clay-tint) }
  .preview .error > * { background: var(--bad-tint) }
  .preview .fault { display: block; font-size: .92rem }
  .checks { display: grid; gap: .5rem; padding: 0; inline-size: 100% }
  .checks > li { position: relative; padding-inline-start: 1.9rem; line-height: 1.45 }
  .checks > li::before { position: absolute; inset-inline-start: 0; inset-block-start: .1rem; inline-size: 1.25rem; block-size: 1.25rem; border-radius: 50%; font: 700 .85rem/1.25rem var(--sans); text-align: center; color: var(--leaf) }
  .checks .pass::before { content: "✓" / ""; background: var(--good) }
  .checks .warn::before { content: "!" / ""; background: var(--clay) }
  .checks .block::before { content: "×" / ""; background: var(--bad) }
  .compare { display: grid; gap: 1rem 2rem; inline-size: 100% }
  .compare > * { min-inline-size: 0 }
  @media (width >= 60rem) { .compare { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) } }
  .gap { background: var(--clay-tint); outline: 1px dashed var(--clay); outline-offset: 2px; border-radius: 2px }
  .report { inline-size: 100%; max-inline-size: 46rem }
  .line textarea { min-block-size: 5rem; font: 400 1.2rem/1.5 var(--serif) }
  .continues { list-style: none; padding: 0 }
  @supports selector(:has(*)) {
    .line:not(:has([value="ask"]:checked, [value="recommendation"]:checked)) .of-address, .line:not(:has([value="commitment"]:checked)) .of-commitment { display: none }
    .continues > li { display: none }
    .line:has([value="key-message"]:checked) .for-key-message, .line:has([value="recommendation"]:checked) .for-recommendation, .line:has([value="commitment"]:checked) .for-commitment, .line:has([value="practice"]:checked) .for-practice, .line:has([value="ask"]:checked) .for-ask { display: list-item }
  }
  @media (width < 34rem) {
    .tasks > li { grid-template-columns: minmax(0, 1fr) }
    .tasks > li > :is(.tag, .button) { grid-column: 1; grid-row: auto; justify-self: start; margin-block-start: .4rem }
  }
  @media (forced-colors: active) { .checks > li::before { border: 1px solid } progress { appearance: auto } .tabs a[aria-current] { border-color: Highlight } }
}`;
