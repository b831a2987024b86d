import { Desk, quotaBelow } from '../domain/desk.ts';
import { absent } from './absent.ts';
import type { Item, Table } from './client.ts';
import { findRecord, type Kind, recordOf } from './item.ts';
import { deskCountKey, deskKey, type Key, nominatedKey } from './key.ts';
import { markOf, put } from './mark.ts';
import { Raced, type Write } from './transact.ts';

export const deskKind: Kind<Desk> = {
  type: 'desk',
  schema: 1,
  record: Desk,
  key: ({ summit, slug }) => deskKey(summit, slug),
};

/** A desk, and how much of its quota is used. */
export interface DeskInUse {
  desk: Desk;
  used: number;
}

type At = Pick<Desk, 'summit' | 'slug'>;

/** Errors: `not-found`. */
export const getDesk = async (table: Table, summit: string, desk: string): Promise<Desk> =>
  (await findRecord(table, deskKind, deskKey(summit, desk))) ?? absent('desk');

/** Both in one BatchGet. Errors: `not-found`. */
export const getDeskInUse = async (table: Table, summit: string, slug: string): Promise<DeskInUse> => {
  const items = await table.batchGet([deskKey(summit, slug), deskCountKey(summit, slug)]);
  const found = items.find(({ type }) => type === 'desk');
  const count = items.find(({ type }) => type === 'desk-count');
  return { desk: found ? recordOf(deskKind, found) : absent('desk'), used: Number(count?.used ?? 0) };
};

/** Nothing is used at a desk that opens. */
export const insertCount = (table: Table, { summit, slug, quota }: Desk, request: string): Write =>
  put(table, markOf(deskCountKey(summit, slug), 'desk-count', request, { quota, used: 0 }));

const update = (
  table: Table,
  key: Key,
  parts: { expression: string; condition: string; values: Record<string, unknown> },
  request: string,
): Write['action'] => ({
  Update: {
    TableName: table.name,
    Key: key,
    UpdateExpression: `${parts.expression}, #request = :request`,
    ConditionExpression: parts.condition,
    ExpressionAttributeNames: { '#request': 'request' },
    ExpressionAttributeValues: { ':request': request, ...parts.values },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** Another quota, as long as no more than that is used. */
export const changeQuota = (table: Table, desk: Desk, request: string): Write => ({
  action: update(
    table,
    deskCountKey(desk.summit, desk.slug),
    { expression: 'SET quota = :quota', condition: 'used <= :quota', values: { ':quota': desk.quota } },
    request,
  ),
  refuse: (old) => quotaBelow(desk, Number(old?.used?.N ?? 0)),
});

/**
 * Uses one of the quota, or gives some back. Whoever finds none left has been overtaken since reading: they read again, and are refused from what
 * they read, because the person may be counted by now.
 */
export const useQuota = (table: Table, { summit, slug }: At, by: number, request: string): Write => ({
  action: update(
    table,
    deskCountKey(summit, slug),
    {
      expression: 'SET used = used + :by',
      condition: by > 0 ? 'used < quota' : 'used >= :less',
      values: { ':by': by, ...(by > 0 ? {} : { ':less': -by }) },
    },
    request,
  ),
  refuse: () => new Raced(),
});

/** For how many nominations a desk counts a person, from the items of their marks. */
export const timesNominated = (items: readonly Item[], { summit, slug }: At, person: string): number => {
  const { pk, sk } = nominatedKey(summit, slug, person);
  return Number(items.find((item) => item.pk === pk && item.sk === sk)?.nominations ?? 0);
};

/** Counts a person for as many nominations as there are now; a person who is counted for none is not counted. */
export const countPerson = (
  table: Table,
  { summit, slug }: At,
  person: string,
  { was, is }: { was: number; is: number },
  request: string,
): Write => {
  const key = nominatedKey(summit, slug, person);
  const isAsRead = was === 0 ? 'attribute_not_exists(pk)' : 'nominations = :was';
  const held = {
    TableName: table.name,
    ConditionExpression: isAsRead,
    ...(was === 0 ? {} : { ExpressionAttributeValues: { ':was': was } }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const item = markOf(key, 'nominated', request, { person, nominations: is });
  return {
    action: is === 0 ? { Delete: { Key: key, ...held } } : { Put: { Item: item, ...held } },
    refuse: () => new Raced(),
  };
};
