import type { PublicWords } from '../../../shared/words/page/public-en.ts';
import { publicWordsIn } from '../../../shared/words/page/public.ts';
import type { Asked } from '../page.ts';

/** The words of the public site in the page's language. */
export const wordsHere = ({ language }: Pick<Asked, 'language'>): PublicWords => publicWordsIn(language);

/** A name out of the address, such as that of the summit. */
export const named = ({ context }: Pick<Asked, 'context'>, part: string): string => context.req.param(part) ?? '';

const joined = (segments: readonly string[]): string => segments.map(encodeURIComponent).join('/');

/** An address of the contract, below /api/v1. */
export const recordAt = (...segments: readonly string[]): string => `/${joined(segments)}`;

/** An address of a page in the reader's language. */
export const pageAt = ({ language }: Pick<Asked, 'language'>, ...segments: readonly string[]): string =>
  `/${language}/${joined(segments)}`;
