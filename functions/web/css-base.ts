/** Colours, letters and the frame of every page. */
export const baseCss = `@layer base, frame, parts;
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
    --bad: light-dark(#a8231f, #ffa39d);
    --serif: "Source Serif 4", "Iowan Old Style", "Noto Naskh Arabic", "Geeza Pro", Georgia, "Noto Serif", "Songti SC", "Noto Serif CJK SC", serif;
    --sans: "Source Sans 3", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "PingFang SC", "Noto Sans CJK SC", sans-serif;
    --round: 10px;
    --lift: 0 1px 2px light-dark(rgb(23 33 43 / .05), rgb(0 0 0 / .35)), 0 10px 28px -16px light-dark(rgb(23 33 43 / .25), rgb(0 0 0 / .7));
  }
  *, ::before, ::after { box-sizing: border-box }
  * { margin: 0 }
  html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block: 1.5rem }
  body { min-block-size: 100dvb; display: flex; flex-direction: column; color: var(--ink); background: var(--paper); font: 400 1.0625rem/1.6 var(--sans); overflow-wrap: break-word }
  :lang(ar) { line-height: 1.85 }
  h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.15; letter-spacing: -.01em; text-wrap: balance }
  h1 { font-size: clamp(1.9rem, 1.45rem + 2.1vw, 3rem) }
  h2 { font-size: clamp(1.3rem, 1.2rem + .5vw, 1.55rem) }
  :is(h1, h2, h3):is(:lang(ar), :lang(zh)) { letter-spacing: 0; line-height: 1.4 }
  p, li, dd { text-wrap: pretty }
  p { max-inline-size: 40rem }
  ul, ol, dl, dd { padding: 0 }
  button, input, textarea { font: inherit; color: inherit; letter-spacing: inherit }
  a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: from-font }
  a:hover { text-decoration-thickness: 2px }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px }
  ::selection { color: var(--on-accent); background: var(--accent) }
}
@layer frame {
  .wrap { inline-size: min(72rem, 100% - 2.5rem); margin-inline: auto }
  .skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -5rem; z-index: 1; padding: .6rem 1rem; color: var(--on-accent); background: var(--accent); border-radius: 0 0 var(--round) var(--round) }
  .skip:focus { inset-block-start: 0 }
  .top { background: var(--leaf); border-block-end: 1px solid var(--line) }
  .top .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem 2rem; padding-block: .7rem }
  .brand { display: flex; align-items: center; gap: .6rem; margin-inline-end: auto; font: 600 1.2rem/1.2 var(--serif); color: var(--ink); text-decoration: none }
  .brand svg { inline-size: 2.5rem; block-size: auto; --seats: var(--accent); --speaker: var(--clay) }
  .languages { display: flex; flex-wrap: wrap; gap: .15rem; padding: 0; margin-inline: -.5rem; font-size: .92rem; line-height: 1.5; list-style: none }
  .languages a { display: block; padding: .2rem .5rem; line-height: 1.5; border-radius: 6px; color: var(--soft); text-decoration: none }
  .languages a:hover { color: var(--ink); background: var(--well) }
  .languages a[aria-current] { color: var(--accent); background: var(--accent-tint); font-weight: 600 }
  .rehearsal { padding-block: .55rem; color: var(--clay); background: var(--clay-tint); border-block-end: 1px solid color-mix(in oklab, var(--clay) 30%, var(--line)); font-size: .95rem; line-height: 1.45 }
  .rehearsal p { max-inline-size: none }
  main { flex: 1; padding-block: clamp(1.75rem, 1rem + 3vw, 3.25rem) 5rem }
  .foot { padding-block: 1.5rem; color: var(--soft); background: var(--well); border-block-start: 1px solid var(--line); font-size: .94rem }
  .foot .wrap { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem }
  .foot a { color: inherit }
  .sides { display: grid; gap: 2rem 4rem }
  .stack { display: grid; gap: 1.35rem; align-content: start; justify-items: start; grid-template-columns: minmax(0, 1fr) }
  .body.stack { gap: 2.2rem }
  .lead { font: 400 clamp(1.12rem, 1.05rem + .4vw, 1.28rem)/1.55 var(--serif); color: var(--soft) }
  .lead:lang(ar) { line-height: 1.9 }
  @media (width < 30rem) {
    .languages { font-size: .86rem }
    .languages a { padding-inline: .36rem }
  }
  @media (width >= 60rem) {
    .sides { grid-template-columns: minmax(0, 1fr) 21rem; grid-template-areas: "head side" "body side"; grid-template-rows: auto 1fr }
    .sides > .head { grid-area: head }
    .sides > .body { grid-area: body }
    .sides > .side { grid-area: side; position: sticky; inset-block-start: 1.5rem; align-self: start }
  }
}`;
