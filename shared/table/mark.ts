import type { Item, Table } from './client.ts';
import type { Key } from './key.ts';
import { Raced, type Write } from './transact.ts';

/** An item that is no record, and says something by lying where it lies. It has no versions: there is one, or there is none. */
export const markOf = (key: Key, type: string, request: string, says: object = {}): Item => ({
  ...key,
  type,
  schema: 1,
  version: 1,
  request,
  ...says,
});

/** Writes an item, whatever lies there. */
export const put = (table: Table, item: Item): Write => ({
  action: { Put: { TableName: table.name, Item: item } },
  refuse: () => new Raced(),
});

/** Writes an item where nothing lies yet; what lies there is refused with `taken`. */
export const putNew = (table: Table, item: Item, taken: () => Error = () => new Raced()): Write => ({
  action: {
    Put: {
      TableName: table.name,
      Item: item,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refuse: taken,
});

/** Leaves nothing at a key, whatever lies there. */
export const clear = (table: Table, key: Key): Write => ({
  action: { Delete: { TableName: table.name, Key: key } },
  refuse: () => new Raced(),
});

/** A day, in seconds. */
export const daySeconds = 24 * 60 * 60;

/** Until when the table keeps an item that it forgets by itself, in epoch seconds. */
export const expiresAfter = (from: Date, seconds: number): number => Math.floor(from.getTime() / 1000) + seconds;
