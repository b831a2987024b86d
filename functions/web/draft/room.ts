import { type Caller, type DeedName, isInsider, may, mayList } from '../../../shared/domain/access.ts';
import type { Carriage, Numbered } from '../../../shared/domain/paragraph.ts';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import type { Spoken } from '../../../shared/domain/translation.ts';
import { type DraftWords, draftWordsIn } from '../../../shared/words/workspace/draft.ts';
import { readOwn } from '../contract.ts';
import type { Asked } from '../page.ts';
import { partAt, summitHere, whoWorks, workLanguage } from '../workspace.ts';

/** A declaration as who drafts it reads it. */
export type Drafted = Omit<Declaration, 'batch'> & {
  paragraphs?: Numbered<Spoken>[];
  leftOutOutcomes?: Carriage[];
};

/** The room of one declaration: what is asked, by whom, and the text as it stands. */
export interface Room {
  asked: Asked;
  caller: Caller;
  summit: Summit;
  declaration: Drafted;
  tag: string;
  /** Its paragraphs in their order. */
  paragraphs: readonly Numbered<Spoken>[];
  words: DraftWords;
  /** Its address as a page, and as a record below /api/v1. */
  at: string;
  record: string;
  can: (deed: DeedName, more?: { language?: string }) => boolean;
}

/** The words of the drafting room. */
export const draftWords = (asked: Pick<Asked, 'language'>): DraftWords => draftWordsIn(workLanguage(asked));

/** Where a declaration's room stands. */
export const roomAt = (asked: Pick<Asked, 'language'>, summit: string, declaration: string): string =>
  `${partAt(asked, summit, 'declarations')}/${declaration}`;

/** Part of the address, such as {paragraph}. */
export const namedIn = ({ asked }: Pick<Room, 'asked'>, name: string): string => asked.context.req.param(name) ?? '';

/** What the query says of a name, once or more often. */
export const queried = ({ request }: Asked, name: string): string[] => new URL(request.url).searchParams.getAll(name);

/**
 * Lets in who works at a declaration, or may do this deed within it, and reads it for them. Errors: `sign-in-required`, `forbidden`, `not-found`.
 */
export const roomOf = async (asked: Asked, deed?: DeedName): Promise<Room> => {
  const [caller, summit] = await Promise.all([whoWorks(asked), summitHere(asked)]);
  const slug = namedIn({ asked }, 'declaration');
  const language = namedIn({ asked }, 'language');
  const place = { summit: summit.slug, declaration: slug };
  if (deed !== undefined || !isInsider(caller, 'declaration', { summit: summit.slug, slug }))
    mayList(caller, deed ?? 'text:write', language ? { ...place, language } : place);
  const record = `/summits/${summit.slug}/declarations/${slug}`;
  const { record: declaration, tag } = await readOwn<Drafted>(asked, record);
  return {
    asked,
    caller,
    summit,
    declaration,
    tag,
    paragraphs: declaration.paragraphs ?? [],
    words: draftWords(asked),
    at: roomAt(asked, summit.slug, slug),
    record,
    can: (wanted, more = {}) => may(caller, wanted, { ...place, ...more }),
  };
};

/** The ETag of a record whose version is known. */
export const tagOf = ({ version }: { version: number }): string => `"${version}"`;

/** The paragraph of that id. */
export const paragraphIn = ({ paragraphs }: Room, slug: string): Numbered<Spoken> | undefined =>
  paragraphs.find((one) => one.slug === slug);
