/** Forms: fields, their faults, and what one chooses from. No letter in them is under 16 pixels: a telephone would zoom. */
export const formCss = `@layer form {
  form.fields { display: grid; gap: 1.9rem; inline-size: 100%; max-inline-size: 42rem }
  fieldset { min-inline-size: 0; padding: 0; border: 0; display: grid; gap: .6rem }
  legend { padding: 0; margin-block-end: .6rem; font: 600 1.3rem/1.3 var(--serif) }
  legend:is(:lang(ar), :lang(zh)) { line-height: 1.6 }
  legend.small { font: 600 1.0625rem/1.4 var(--sans); margin-block-end: .3rem }
  .field { display: grid; gap: .3rem; min-inline-size: 0; align-content: start }
  .field > label { font-weight: 600 }
  .fields .pairs, .pairs { display: grid; gap: 1.4rem 1.2rem; align-items: end; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)) }
  .optional { font-weight: 400; color: var(--soft) }
  .hint { color: var(--soft); font-size: .96rem; line-height: 1.5; max-inline-size: 38rem }
  .fault { color: var(--bad); font-weight: 600; font-size: .98rem }
  input:not([type="radio"], [type="checkbox"]), textarea, select { inline-size: 100%; min-inline-size: 0; min-block-size: 2.9rem; padding: .55rem .8rem; color: var(--ink); background: var(--leaf); border: 1px solid var(--edge); border-radius: 8px }
  :is(input:not([type="radio"], [type="checkbox"]), textarea, select):hover { border-color: var(--accent) }
  .short { max-inline-size: 12rem }
  textarea { min-block-size: 6.5rem; line-height: 1.55; resize: vertical; field-sizing: content; max-block-size: 30rem }
  textarea.rows { font: 400 1rem/1.5 var(--mono); white-space: pre; overflow-x: auto; min-block-size: 12rem }
  input[type="file"] { padding: .5rem }
  input[type="radio"], input[type="checkbox"] { flex: none; inline-size: 1.5rem; block-size: 1.5rem; margin-block-start: .05em; accent-color: var(--accent) }
  .choice { display: flex; gap: .8rem; align-items: start; padding: .85rem 1rem; background: var(--leaf); border: 1px solid var(--line); border-radius: 8px; line-height: 1.45; cursor: pointer }
  .choice:hover { border-color: var(--accent) }
  .choice:has(:checked) { border-color: var(--accent); background: var(--accent-tint); box-shadow: inset 0 0 0 1px var(--accent) }
  .choice:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px }
  .choice :focus-visible { outline: 0 }
  .choice + .hint { padding-inline: .2rem; margin-block-start: .5rem }
  .check { display: flex; gap: .7rem; align-items: start; min-block-size: 1.5rem; line-height: 1.45 }
  [aria-invalid="true"]:not([type="radio"], [type="checkbox"]) { border: 2px solid var(--bad) }
  .wrong .choice { border-color: var(--bad) }
  .faults { inline-size: 100%; padding: 1.1rem 1.3rem; border: 2px solid var(--bad); border-radius: var(--round); background: var(--leaf); display: grid; gap: .5rem }
  .faults h2 { font-size: 1.25rem }
  .faults ul { padding-inline-start: 1.2rem }
  .faults a { color: var(--bad) }
  .part { padding: 1.3rem; background: var(--well); border-radius: var(--round); display: grid; gap: 1.2rem }
  .part .part { padding: 0; background: none }
  .part legend:not(.unseen) { float: inline-start; inline-size: 100%; margin: 0; font-size: 1.15rem }
  .part legend + * { clear: both }
  .filters { display: flex; flex-wrap: wrap; gap: .7rem 1rem; align-items: end; inline-size: 100% }
  .filters .field { flex: 0 1 13rem }
  .filters ul { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 3px }
  @supports selector(:has(*)) {
    form:not(:has([value="confirm"]:checked)) .confirming, form:not(:has([value="decline"]:checked, [value="withdraw"]:checked)) .declining { display: none }
  }
  @media (forced-colors: active) { .choice:has(:checked) { outline: 2px solid Highlight } }
}`;
