import type { Outcome } from '../domain/outcome.ts';
import type { Panelist } from '../domain/panelist.ts';
import { Session } from '../domain/session.ts';
import type { Crew } from '../domain/crew.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { crewKind } from './crew.ts';
import { findRecord, type Kind, recordOf, recordsOf } from './item.ts';
import { lists, placeIn, sessionKey, wentFrom } from './key.ts';
import { linkedOrganizations, listedOrganizations } from './link.ts';
import { outcomeKind } from './outcome.ts';
import { panelistKind } from './panelist.ts';
import { type Tally, tallyOf } from './tally.ts';

export const sessionKind: Kind<Session> = {
  type: 'session',
  schema: 2,
  record: Session,
  key: ({ summit, slug }) => sessionKey(summit, slug),
  place: ({ summit, slug, start }) => placeIn(lists.sessionsOf(summit), `${start ?? '~'}#${slug}`),
  card: ({
    summary: _,
    objectives: __,
    sources: ___,
    corrections: ____,
    history: _____,
    instruments: ______,
    overridden: _______,
    waivers: _________,
    texts: ________,
    ...card
  }) => card,
};

/** A session with everything that belongs to it. */
export interface WholeSession {
  session: Session;
  panel: Panelist[];
  crew: Crew[];
  outcomes: Outcome[];
  tally: Tally;
  /** Organizations that have to do with the session, as leads, partners or through panelists. */
  linked: string[];
  /** Those, and whoever once had: the session's place in their lists lies empty. */
  listed: string[];
}

export const findSession = (table: Table, summit: string, session: string): Promise<Session | undefined> =>
  findRecord(table, sessionKind, sessionKey(summit, session));

/** Errors: `not-found`. */
export const getSession = async (table: Table, summit: string, session: string): Promise<Session> =>
  (await findSession(table, summit, session)) ?? absent('session');

/** One Query. Errors: `not-found`. */
export const getWholeSession = async (table: Table, summit: string, slug: string): Promise<WholeSession> => {
  const items = await table.all({ pk: sessionKey(summit, slug).pk, below: wentFrom });
  const [session] = recordsOf(sessionKind, items);
  if (!session) return absent('session');
  return {
    session,
    panel: recordsOf(panelistKind, items),
    crew: recordsOf(crewKind, items),
    outcomes: recordsOf(outcomeKind, items),
    tally: tallyOf(items),
    linked: linkedOrganizations(items),
    listed: listedOrganizations(items),
  };
};

/** Every session of a summit, whole, in the order of the programme. */
export const listSessions = async (table: Table, summit: string): Promise<Session[]> => {
  const items = await table.all({ pk: lists.sessionsOf(summit), index: 'list' });
  const slugs = items.map(({ card }) => (card as Pick<Session, 'slug'>).slug);
  const sessions = await findSessions(table, summit, slugs);
  return slugs.flatMap((slug) => sessions.get(slug) ?? []);
};

/** Those of the named sessions that there are, by slug. */
export const findSessions = async (
  table: Table,
  summit: string,
  slugs: readonly string[],
): Promise<Map<string, Session>> => {
  const items = slugs.length > 0 ? await table.batchGet(slugs.map((slug) => sessionKey(summit, slug))) : [];
  return new Map(items.map((item) => recordOf(sessionKind, item)).map((session) => [session.slug, session]));
};
