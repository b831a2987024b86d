import { type Caller, type DeedName, may } from '../../../shared/domain/access.ts';
import type { Check, Verdict } from '../../../shared/domain/check.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import type { Panelist } from '../../../shared/domain/panelist.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage, type Text } from '../../../shared/domain/text.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { moment, stretch } from '../../../shared/words/moment.ts';
import { sessionWordsIn } from '../../../shared/words/workspace/session.ts';
import type { SessionWords } from '../../../shared/words/workspace/session-en.ts';
import { type Read, readList, readOwn } from '../contract.ts';
import type { Asked, Page, Way } from '../page.ts';
import { enter, partAt, summitHere, workLanguage, workPage } from '../workspace.ts';

/** The words of sessions. */
export const wordsOf = (asked: Pick<Asked, 'language'>): SessionWords => sessionWordsIn(workLanguage(asked));

/** A session with its panel and outcomes, as those who plan it read it. */
export type WholeSession = Session & { panel: Panelist[]; outcomes: Outcome[] };

/** What is said of one session by rules. */
export interface SessionChecks {
  session: string;
  reference: string;
  judged: boolean;
  verdict: Verdict;
  checks: Check[];
}

/** A summit in whose workspace somebody plans. */
export interface Planning {
  asked: Asked;
  summit: Summit;
  caller: Caller;
}

/** Lets in who may do a deed at the summit, or within it. Errors: `sign-in-required`, `forbidden`, `not-found`. */
export const planning = async (asked: Asked, deed: DeedName): Promise<Planning> => {
  const caller = await enter(asked, deed, { summit: asked.context.req.param('summit') });
  return { asked, caller, summit: await summitHere(asked) };
};

/** Whether who plans here may do a deed here. */
export const mayHere = ({ caller, summit }: Planning, deed: DeedName): boolean =>
  may(caller, deed, { summit: summit.slug });

/** Where a session is reached in the contract. */
export const sessionRecord = ({ summit }: Pick<Planning, 'summit'>, session: string): string =>
  `/summits/${summit.slug}/sessions/${session}`;

/** Where the sessions stand in the workspace, and what is below them. */
export const sessionsAt = ({ asked, summit }: Pick<Planning, 'asked' | 'summit'>, ...parts: string[]): string =>
  [partAt(asked, summit.slug, 'sessions'), ...parts].join('/');

export const sessionName = ({ asked }: Pick<Planning, 'asked'>): string => asked.context.req.param('session') ?? '';

export const readSession = (here: Planning, session = sessionName(here)): Promise<Read<WholeSession>> =>
  readOwn<WholeSession>(here.asked, sessionRecord(here, session));

export const tracksOf = ({ asked, summit }: Planning): Promise<Track[]> =>
  readList<Track>(readOwn, asked, `/summits/${summit.slug}/tracks`);
export const roomsOf = ({ asked, summit }: Planning): Promise<Room[]> =>
  readList<Room>(readOwn, asked, `/summits/${summit.slug}/rooms`);

/** What a record of the summit is called, by its slug. */
export const calledIn = (
  { language }: Pick<Asked, 'language'>,
  records: readonly { slug: string; title?: Text; name?: Text }[],
  slug: string | undefined,
): string => {
  const found = records.find((one) => one.slug === slug);
  return found ? inLanguage(found.title ?? found.name ?? {}, language) : (slug ?? '');
};

/** From when to when, by the clock on the wall at the summit. */
export const whenOf = (
  { asked, summit }: Planning,
  { start, end }: { start?: string | undefined; end?: string | undefined },
): string => (start && end ? stretch(asked.language, start, end, summit.zone ?? 'UTC') : '');

/** A sentence of the contract with its instants as the clock on the wall at the summit shows them. */
export const onTheWall = ({ asked, summit }: Planning, sentence: string): string =>
  sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, (at) => moment(asked.language, at, summit.zone ?? 'UTC'));

/** A page about the sessions of a summit. `below` is its address below those of all; a session that it belongs to stands above it. */
export const sessionPage = (
  here: Planning,
  { below = '', above, ...page }: Page & { below?: string; above?: Pick<Session, 'slug' | 'reference'> },
): Page => {
  const { asked, summit } = here;
  const crumbs: Way[] = [
    ...(below === '' ? [] : [{ href: sessionsAt(here), label: wordsOf(asked).title }]),
    ...(above ? [{ href: sessionsAt(here, above.slug), label: above.reference }] : []),
  ];
  const path = `/organize/${summit.slug}/sessions${below}`;
  return workPage(asked, summit, 'sessions', { path, crumbs, ...page });
};

/** The word of what was just done, out of the address that a form led to. */
export const doneHere = ({ request }: Asked): string => new URL(request.url).searchParams.get('done') ?? '';
