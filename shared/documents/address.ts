// The addresses under which the sources of a document can be checked.
const path = (...segments: readonly string[]): string => `/api/v1/${segments.map(encodeURIComponent).join('/')}`;

export const sessionAddress = (summit: string, session: string): string => path('summits', summit, 'sessions', session);

export const outcomeAddress = (summit: string, session: string, outcome: string): string =>
  path('summits', summit, 'sessions', session, 'outcomes', outcome);

export const instrumentAddress = (instrument: string): string => path('instruments', instrument);

export const paragraphAddress = (summit: string, declaration: string, paragraph: string): string =>
  path('summits', summit, 'declarations', declaration, 'paragraphs', paragraph);

/** A web address that a source gives, in its normal form, if it may become a link: no other scheme than http and https ever does. */
export const webAddress = (url: string | undefined): string | undefined => {
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
};
