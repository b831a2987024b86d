import { base } from '../../../shared/contract/mounted.ts';
import { type DeclarationWords, declarationWordsIn } from '../../../shared/words/page/declaration.ts';
import type { Asked } from '../page.ts';

/** The words of these pages in the reader's language. */
export const wordsHere = ({ language }: Pick<Asked, 'language'>): DeclarationWords => declarationWordsIn(language);

/** A name out of the address, such as that of the summit. */
export const named = ({ context }: Pick<Asked, 'context'>, part: string): string => context.req.param(part) ?? '';

/** Which text is asked for. */
export interface Place {
  summit: string;
  declaration: string;
}

export const placeOf = (asked: Pick<Asked, 'context'>): Place => ({
  summit: named(asked, 'summit'),
  declaration: named(asked, 'declaration'),
});

const joined = (segments: readonly string[]): string => segments.map(encodeURIComponent).join('/');

/** The address of a text's pages below the language, or of one of them. */
export const textPath = ({ summit, declaration }: Place, ...more: readonly string[]): string =>
  `/${joined(['summits', summit, 'declarations', declaration, ...more])}`;

/** The same in the reader's language. */
export const textPage = ({ language }: Pick<Asked, 'language'>, place: Place, ...more: readonly string[]): string =>
  `/${language}${textPath(place, ...more)}`;

/** Where the same stands as data. */
export const textRecord = (place: Place, ...more: readonly string[]): string => `${base}${textPath(place, ...more)}`;

/** The page of a session, a summit, an organization. */
export const pageOf = ({ language }: Pick<Asked, 'language'>, ...segments: readonly string[]): string =>
  `/${language}/${joined(segments)}`;

/** Where a package is checked that comes from here. */
export const checkPage = ({ language }: Pick<Asked, 'language'>, { summit, declaration }: Place): string =>
  `/${language}/verify?declaration=${summit}/${declaration}`;

/** What is asked for beside the address. */
export const queryOf = ({ request }: Pick<Asked, 'request'>): URLSearchParams => new URL(request.url).searchParams;
