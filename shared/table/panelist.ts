import { isSeated, Panelist } from '../domain/panelist.ts';
import type { Session } from '../domain/session.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { lists, panelistKey, placeIn } from './key.ts';
import { sittingOf } from './link.ts';
import { Raced, type Write } from './transact.ts';

/** A panelist as read; what is written goes through `panelistIn`, which knows the session. */
export const panelistKind: Kind<Panelist> = {
  type: 'panelist',
  schema: 3,
  record: Panelist,
  key: ({ summit, session, slug }) => panelistKey(summit, session, slug),
  // Under the first schema one organization had nominated somebody, or none, and whoever had consented was named.
  upcast: ({ nominatedBy, ...record }) => ({
    ...record,
    named: record.named ?? (record.origin === 'reported' || record.consent !== undefined),
    nominatedBy: Array.isArray(nominatedBy) ? nominatedBy : nominatedBy === undefined ? [] : [nominatedBy],
  }),
};

const cardIn = (session: Session, panelist: Panelist) => {
  const { sources: _, corrections: __, history: ___, confirmation: ____, overridden: _____, ...card } = panelist;
  return { ...card, sitting: sittingOf(session) };
};

/** A panelist written beside its session: listed under the person, with what that list says of the session. */
export const panelistIn = (session: Session): Kind<Panelist> => ({
  ...panelistKind,
  // Who has left the panel sits there no more, and leaves the list of the person's sessions.
  place: ({ person, summit, session: slug, state }) =>
    isSeated(state) ? placeIn(lists.sessionsOfPerson(person), `${summit}#${slug}`) : undefined,
  card: (panelist) => cardIn(session, panelist),
});

/** Renews what the person's list says of the session; the panelist itself stays the version it was. */
export const renewSitting = (table: Table, session: Session, panelist: Panelist): Write => ({
  action: {
    Update: {
      TableName: table.name,
      Key: panelistKind.key(panelist),
      UpdateExpression: 'SET card = :card',
      ConditionExpression: '#version = :was',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':card': cardIn(session, panelist), ':was': panelist.version },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: () => new Raced(),
});

/** Errors: `not-found`. */
export const getPanelist = async (table: Table, summit: string, session: string, panelist: string): Promise<Panelist> =>
  (await findRecord(table, panelistKind, panelistKey(summit, session, panelist))) ?? absent('panelist');

/** Those of the named panelists that there are, in any sessions; one round trip up to a hundred. */
export const findPanelists = async (
  table: Table,
  named: readonly { summit: string; session: string; panelist: string }[],
): Promise<Panelist[]> => {
  const keys = named.map(({ summit, session, panelist }) => panelistKey(summit, session, panelist));
  return keys.length === 0 ? [] : recordsOf(panelistKind, await table.batchGet(keys));
};
