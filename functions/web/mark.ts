// A hall seen from above: rows of seats around whoever speaks.
const drawing = `<g fill="none" stroke-linecap="round"><g stroke="var(--seats, #0a5a68)" stroke-width="3.1"><path d="M3 24a13 13 0 0 1 26 0" stroke-dasharray="0 5.1"/><path d="M8.4 24a7.6 7.6 0 0 1 15.2 0" stroke-dasharray="0 4.77"/></g><path d="M16 24h0" stroke="var(--speaker, #a2421a)" stroke-width="4.2"/></g>`;

/** The mark of the product, to stand in a page; it takes its colours from there. */
export const mark = `<svg viewBox="1 9 30 17.5" width="30" height="17.5" aria-hidden="true" focusable="false">${drawing}</svg>`;

/** The same as a file, for a browser's tab. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>@media (prefers-color-scheme:dark){svg{--seats:#74cbd8;--speaker:#f0a47e}}</style>${drawing}</svg>`;
