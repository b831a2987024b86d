/** What stands in the frame: cards, lists of facts, buttons and forms. */
export const partsCss = `@layer parts {
  .card { inline-size: 100%; padding: 1.4rem; background: var(--leaf); border: 1px solid var(--line); border-radius: var(--round); box-shadow: var(--lift) }
  .facts { display: grid; gap: 1rem }
  .facts dt { font-size: .86rem; line-height: 1.4; color: var(--soft) }
  .facts dd { font-weight: 500; line-height: 1.45 }
  .facts .chief { font: 600 1.3rem/1.3 var(--serif) }
  .facts .chief:is(:lang(ar), :lang(zh)) { line-height: 1.55 }
  .facts .ruled { padding-block-start: 1rem; border-block-start: 1px solid var(--line) }
  .minor { color: var(--soft); font-weight: 400; font-size: .95rem }
  .button { display: inline-flex; align-items: center; justify-content: center; min-block-size: 2.9rem; padding: .55rem 1.3rem; border: 1px solid var(--edge); border-radius: 8px; color: var(--ink); background: var(--leaf); font-weight: 600; line-height: 1.3; text-decoration: none; cursor: pointer }
  .button:hover { border-color: var(--accent); color: var(--accent) }
  .button.chief { color: var(--on-accent); background: var(--accent); border-color: var(--accent) }
  .button.chief:hover { background: color-mix(in oklab, var(--accent) 86%, var(--ink)) }
  .row { display: flex; flex-wrap: wrap; gap: .8rem 1rem; align-items: center }
  .note { padding-inline-start: 1rem; border-inline-start: 3px solid var(--clay) }
  .holdings { display: grid; inline-size: 100%; max-inline-size: 42rem; list-style: none }
  .holdings h2 { font-size: 1.25rem }
  .holdings li { padding-block: 1rem; border-block-start: 1px solid var(--line); display: grid; gap: .35rem }

  form.fields { display: grid; gap: 1.9rem; inline-size: 100%; max-inline-size: 42rem }
  fieldset { min-inline-size: 0; padding: 0; border: 0; display: grid; gap: .6rem }
  legend { padding: 0; margin-block-end: .6rem; font: 600 1.3rem/1.3 var(--serif) }
  legend:is(:lang(ar), :lang(zh)) { line-height: 1.6 }
  .field { display: grid; gap: .3rem }
  .field > label { font-weight: 600 }
  .optional { font-weight: 400; color: var(--soft) }
  .hint { color: var(--soft); font-size: .96rem; line-height: 1.5; max-inline-size: 38rem }
  .fault { color: var(--bad); font-weight: 600; font-size: .98rem }
  input:not([type="radio"], [type="checkbox"]), textarea { inline-size: 100%; min-block-size: 2.9rem; padding: .55rem .8rem; color: var(--ink); background: var(--leaf); border: 1px solid var(--edge); border-radius: 8px }
  textarea { min-block-size: 6.5rem; line-height: 1.55; resize: vertical; field-sizing: content; max-block-size: 30rem }
  input[type="radio"], input[type="checkbox"] { flex: none; inline-size: 1.3rem; block-size: 1.3rem; margin-block-start: .14em; accent-color: var(--accent) }
  .choice { display: flex; gap: .8rem; align-items: start; padding: .85rem 1rem; background: var(--leaf); border: 1px solid var(--line); border-radius: 8px; line-height: 1.45; cursor: pointer }
  .choice:hover { border-color: var(--accent) }
  .choice:has(:checked) { border-color: var(--accent); background: var(--accent-tint); box-shadow: inset 0 0 0 1px var(--accent) }
  .choice:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px }
  .choice :focus-visible { outline: 0 }
  .choice + .hint { padding-inline: .2rem; margin-block-start: .5rem }
  [aria-invalid="true"]:not([type="radio"], [type="checkbox"]) { border: 2px solid var(--bad) }
  .wrong .choice { border-color: var(--bad) }
  .faults { padding: 1.1rem 1.3rem; border: 2px solid var(--bad); border-radius: var(--round); background: var(--leaf); display: grid; gap: .5rem }
  .faults h2 { font-size: 1.25rem }
  .faults ul { padding-inline-start: 1.2rem }
  .faults a { color: var(--bad) }
  .part { padding: 1.3rem; background: var(--well); border-radius: var(--round); display: grid; gap: 1.2rem }
  .part .part { padding: 0; background: none }
  .part legend { float: inline-start; inline-size: 100%; margin: 0; font-size: 1.15rem }
  .part legend + * { clear: both }
  @supports selector(:has(*)) {
    form:not(:has([value="confirm"]:checked)) .confirming, form:not(:has([value="decline"]:checked, [value="withdraw"]:checked)) .declining { display: none }
  }
  .text { inline-size: 100%; display: grid; gap: 1.2rem; padding: 1.4rem; background: var(--leaf); border: 1px solid var(--line); border-radius: var(--round) }
  .text h3 { font-size: 1.1rem; margin-block-end: .4rem }
  .text .lead { color: var(--ink) }
  .text ul { padding-inline-start: 1.3rem }
  .pair { display: grid; gap: .6rem 2rem; font-family: var(--serif); min-inline-size: 0 }
  .pair .minor { font-family: var(--sans) }
  .pair + .pair { padding-block-start: 1rem; border-block-start: 1px solid var(--line) }
  .number { font-weight: 600 }
  code { overflow-wrap: anywhere; font-size: .88rem }
  @media (width >= 48rem) { .two .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) } }
  @media print { .top, .foot, form { display: none } }
}`;
