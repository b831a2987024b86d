import type { Claim, Hold, Page, Resource, SessionRef } from '../domain/ledger.ts';
import type { Item, Table } from './client.ts';
import { ledgerKey } from './key.ts';
import { Raced, type Write } from './transact.ts';

/** Which page of which ledger. */
export interface PageOf {
  resource: Resource;
  day: string;
}

/** The key of a page. */
export const pageKey = ({ resource, day }: PageOf) => ledgerKey(resource, day);

// A hold is an attribute of its own, so that somebody is nominated without anybody reading or holding the page.
const holdPrefix = 'hold ';
const holdName = ({ summit, session, by }: SessionRef & { by: string }): string =>
  `${holdPrefix}${summit} ${session} ${by}`;

/** A page as it lies in the table; nothing lies there, for most. */
export const pageIn = ({ resource, day }: PageOf, item: Item | undefined): Page => ({
  resource,
  day,
  version: Number(item?.version ?? 0),
  claims: (item?.claims as Claim[] | undefined) ?? [],
  holds: Object.entries(item ?? {})
    .filter(([name]) => name.startsWith(holdPrefix))
    .map(([, hold]) => hold as Hold),
});

/** The pages of ledgers, and whatever else is read with them: one BatchGet. */
export const readPages = async (
  table: Table,
  wanted: readonly PageOf[],
  beside: readonly { pk: string; sk: string }[] = [],
): Promise<{ pages: Page[]; items: Item[] }> => {
  const items = await table.batchGet([...wanted.map(pageKey), ...beside]);
  const byKey = new Map(items.map((item) => [item.pk, item]));
  return {
    pages: wanted.map((page) => pageIn(page, byKey.get(pageKey(page).pk))),
    items: items.filter(({ type }) => type !== 'ledger'),
  };
};

const holdChanges = (before: readonly Hold[], after: readonly Hold[]) => {
  const was = new Map(before.map((hold) => [holdName(hold), hold]));
  const is = new Map(after.map((hold) => [holdName(hold), hold]));
  return {
    put: [...is].filter(([name, hold]) => JSON.stringify(was.get(name)) !== JSON.stringify(hold)),
    gone: [...was.keys()].filter((name) => !is.has(name)),
  };
};

const update = (
  table: Table,
  page: PageOf,
  change: { claims?: { value: readonly Claim[]; was: number }; put: [string, Hold][]; gone: readonly string[] },
  request: string,
): Write => {
  const { claims, put, gone } = change;
  const names = [...put.map(([name]) => name), ...gone];
  const nth = (name: string): string => `#h${names.indexOf(name)}`;
  const set = [
    '#type = :type',
    '#schema = :one',
    '#request = :request',
    claims ? '#version = :next, claims = :claims' : '#version = if_not_exists(#version, :none)',
    ...put.map(([name], at) => `${nth(name)} = :h${at}`),
  ];
  const condition = claims?.was === 0 ? 'attribute_not_exists(#version) OR #version = :was' : '#version = :was';
  return {
    action: {
      Update: {
        TableName: table.name,
        Key: pageKey(page),
        UpdateExpression: `SET ${set.join(', ')}${gone.length > 0 ? ` REMOVE ${gone.map(nth).join(', ')}` : ''}`,
        ...(claims ? { ConditionExpression: condition } : {}),
        ExpressionAttributeNames: {
          '#type': 'type',
          '#schema': 'schema',
          '#request': 'request',
          '#version': 'version',
          ...Object.fromEntries(names.map((name) => [nth(name), name])),
        },
        ExpressionAttributeValues: {
          ':type': 'ledger',
          ':one': 1,
          ':request': request,
          ...(claims ? { ':claims': claims.value, ':was': claims.was, ':next': claims.was + 1 } : { ':none': 0 }),
          ...Object.fromEntries(put.map(([, hold], at) => [`:h${at}`, hold])),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: () => new Raced(),
  };
};

/** Writes a page over the one that was read: whoever claims at the same moment reads again, and finds the claim that was faster. */
export const writePage = (table: Table, before: Page, after: Page, request: string): Write => {
  const isClaimed = JSON.stringify(before.claims) !== JSON.stringify(after.claims);
  return update(
    table,
    after,
    {
      ...(isClaimed ? { claims: { value: after.claims, was: before.version } } : {}),
      ...holdChanges(before.holds, after.holds),
    },
    request,
  );
};

/** Writes what people hold who have not confirmed, or takes it away, on a page that need not be read for it. */
export const writeHolds = (
  table: Table,
  page: PageOf,
  { held, gone }: { held: readonly Hold[]; gone: readonly Hold[] },
  request: string,
): Write => {
  const put = held.map((hold): [string, Hold] => [holdName(hold), hold]);
  const kept = new Set(put.map(([name]) => name));
  return update(table, page, { put, gone: gone.map(holdName).filter((name) => !kept.has(name)) }, request);
};
