import { Outcome } from '../domain/outcome.ts';
import { Carriage } from '../domain/paragraph.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordOf, recordsOf } from './item.ts';
import { lists, outcomeKey, placeIn, sessionKey, wentFrom, wentKey } from './key.ts';

export const outcomeKind: Kind<Outcome> = {
  type: 'outcome',
  schema: 1,
  record: Outcome,
  key: ({ summit, session, slug }) => outcomeKey(summit, session, slug),
  place: ({ summit, session, slug }) => placeIn(lists.outcomesOf(summit), `${session}#${slug.padStart(3, '0')}`),
  card: ({ summit, session, slug, type, state }) => ({ summit, session, slug, type, state }),
};

/** Where an outcome went, kept beside its session, so that it can be read from there. */
export const wentKind: Kind<Carriage> = {
  type: 'went',
  schema: 1,
  record: Carriage,
  key: ({ summit, session, outcome, declaration, batch, paragraph, point }) =>
    wentKey(summit, session, outcome, declaration, batch, ...[paragraph, point].filter((part) => part !== undefined)),
};

/** Errors: `not-found`. */
export const getOutcome = async (table: Table, summit: string, session: string, outcome: string): Promise<Outcome> =>
  (await findRecord(table, outcomeKind, outcomeKey(summit, session, outcome))) ?? absent('outcome');

/** Those of the named outcomes that there are; a name is session and number. */
export const findOutcomes = async (
  table: Table,
  summit: string,
  named: readonly { session: string; outcome: string }[],
): Promise<Outcome[]> => {
  const items =
    named.length > 0
      ? await table.batchGet(named.map(({ session, outcome }) => outcomeKey(summit, session, outcome)))
      : [];
  return items.map((item) => recordOf(outcomeKind, item));
};

/**
 * Which outcomes a summit has, from the index. The index follows its records a moment later, so it says where to look and not how an outcome
 * stands: whoever goes by their state reads them.
 */
export const listedOutcomes = async (table: Table, summit: string): Promise<{ session: string; outcome: string }[]> => {
  const items = await table.all({ pk: lists.outcomesOf(summit), index: 'list' });
  return items
    .map(({ card }) => card as { session: string; slug: string })
    .map(({ session, slug }) => ({ session, outcome: slug }));
};

/** Where the outcomes of a session went, according to every compilation, finished or not. */
export const whereOutcomesWent = async (table: Table, summit: string, session: string): Promise<Carriage[]> =>
  recordsOf(wentKind, await table.all({ pk: sessionKey(summit, session).pk, from: wentFrom }));
