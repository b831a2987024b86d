import type * as z from 'zod';
import type { Item, Table } from './client.ts';
import type { Key, Place } from './key.ts';
import { Raced, type Write } from './transact.ts';

/**
 * How one noun lies in the table. The record stands whole under `record`, so that no field of it can meet an attribute of the table;
 * beside it `type`, `schema` (the shape it was written in), `version`, `request` (which request wrote it) and, for lists, its `card`.
 */
export interface Kind<R extends object> {
  type: string;
  schema: number;
  record: () => z.ZodObject;
  key: (record: R) => Key;
  place?: (record: R) => Place | undefined;
  /** What a list shows of it. */
  card?: (record: R) => object;
  /** Turns a record written under an older schema into today's. */
  upcast?: (record: Record<string, unknown>, schema: number) => Record<string, unknown>;
}

const withoutUndefined = (record: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

// Parsed on its way in: what lies in the table has its schema's shape, and nothing else.
const parsed = <R extends object>(kind: Kind<R>, record: R): R => kind.record().parse(record) as R;

const fieldsOf = (record: object): Record<string, unknown> => {
  const { version: _, ...fields } = record as Record<string, unknown>;
  return withoutUndefined(fields);
};

const listing = <R extends object>(kind: Kind<R>, record: R): Record<string, unknown> => {
  const at = kind.place?.(record);
  return at ? { ...at, card: withoutUndefined(kind.card?.(record) ?? record) } : {};
};

/** The record as an item. */
export const itemOf = <R extends object>(kind: Kind<R>, given: R, request: string): Item => {
  const record = parsed(kind, given);
  return {
    ...kind.key(record),
    type: kind.type,
    schema: kind.schema,
    version: (record as { version?: number }).version ?? 1,
    request,
    record: fieldsOf(record),
    ...listing(kind, record),
  };
};

/**
 * The item as a record. What was written under today's schema was parsed on its way in and is taken as it lies: parsing it again on every
 * reading would cost a fifth of a cold start. What another version of the product wrote is upcast and parsed, and shows only what today's schema
 * knows; a newer schema's number goes with the record, so that a change keeps it. A test holds every schema to its number.
 */
export const recordOf = <R extends object>(kind: Kind<R>, item: Item): R => {
  const raw = { ...(item.record as Record<string, unknown>), version: item.version };
  if (item.schema === kind.schema) return raw as unknown as R;
  const schema = typeof item.schema === 'number' ? item.schema : 0;
  if (schema > kind.schema) return { ...kind.record().parse(raw), schema } as unknown as R;
  return kind.record().parse(kind.upcast?.(raw, schema) ?? raw) as R;
};

export const isKind = <R extends object>(kind: Kind<R>, item: Item): boolean => item.type === kind.type;

/** The records of one noun among the items of a collection. */
export const recordsOf = <R extends object>(kind: Kind<R>, items: readonly Item[]): R[] =>
  items.filter((item) => isKind(kind, item)).map((item) => recordOf(kind, item));

/** The record of a key, if there is one. */
export const findRecord = async <R extends object>(table: Table, kind: Kind<R>, key: Key): Promise<R | undefined> => {
  const item = await table.get(key);
  return item && recordOf(kind, item);
};

const isNew = 'attribute_not_exists(pk)';
const isThisVersion = '#version = :was';

/** Writes a record that must be new. */
export const insert = <R extends object>(
  table: Table,
  kind: Kind<R>,
  record: R,
  request: string,
  taken: () => Error,
): Write => {
  const item = itemOf(kind, record, request);
  return {
    action: {
      Put: {
        TableName: table.name,
        Item: item,
        ConditionExpression: isNew,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: taken,
    trace: { type: kind.type, key: kind.key(record), after: recordOf(kind, item) },
  };
};

/**
 * Writes the next version over the one that was read; `before` is that one, for the trail. Only the fields of today's schema are touched: an
 * attribute that a newer version of the product wrote survives.
 */
export const replace = <R extends { version: number }>(
  table: Table,
  kind: Kind<R>,
  record: R,
  request: string,
  before: R,
): Write => {
  const checked = parsed(kind, record);
  const fields = fieldsOf(checked);
  const known = Object.keys(kind.record().shape).filter((field) => field !== 'version');
  const set = known.filter((field) => field in fields);
  const gone = known.filter((field) => !(field in fields));
  const names = Object.fromEntries(known.map((field, at) => [`#f${at}`, field]));
  const name = (field: string): string => `#record.#f${known.indexOf(field)}`;
  const { card, listPk, listSk } = listing(kind, checked);
  const top = card ? ['card = :card', 'listPk = :listPk', 'listSk = :listSk'] : [];
  const left = !card && kind.place ? ['card', 'listPk', 'listSk'] : [];
  const removed = [...left, ...gone.map(name)];
  const updates = [
    '#version = :next',
    '#request = :request',
    '#schema = :schema',
    ...top,
    ...set.map((field) => `${name(field)} = :f${known.indexOf(field)}`),
  ];
  return {
    action: {
      Update: {
        TableName: table.name,
        Key: kind.key(record),
        ConditionExpression: isThisVersion,
        UpdateExpression: `SET ${updates.join(', ')}${removed.length > 0 ? ` REMOVE ${removed.join(', ')}` : ''}`,
        ExpressionAttributeNames: {
          '#version': 'version',
          '#request': 'request',
          '#schema': 'schema',
          '#record': 'record',
          ...names,
        },
        ExpressionAttributeValues: {
          ':was': record.version,
          ':next': record.version + 1,
          ':request': request,
          ':schema': Math.max(kind.schema, (record as { schema?: number }).schema ?? 0),
          ...(card ? { ':card': card, ':listPk': listPk, ':listSk': listSk } : {}),
          ...Object.fromEntries(set.map((field) => [`:f${known.indexOf(field)}`, fields[field]])),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: () => new Raced(),
    trace: { type: kind.type, key: kind.key(record), before, after: { ...checked, version: record.version + 1 } },
  };
};

/** Writes a record over the version that was read, or as the first where nothing was: whoever is overtaken reads again, and decides again. */
export const save = <R extends { version: number }>(
  table: Table,
  kind: Kind<R>,
  { before, after }: { before: R | undefined; after: R },
  request: string,
): Write =>
  before
    ? replace(table, kind, { ...after, version: before.version }, request, before)
    : insert(table, kind, { ...after, version: 1 }, request, () => new Raced());

/** A write whose change is told by the deed that caused it: it leaves no trace of its own. */
export const untraced = ({ trace: _, ...write }: Write): Write => write;

/** A key, as long as what lies there is the version that was read. */
export const atVersion = (table: Table, key: Key, version: number) => ({
  TableName: table.name,
  Key: key,
  ConditionExpression: isThisVersion,
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':was': version },
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

/** Removes the version that was read. */
export const remove = <R extends { version: number }>(table: Table, kind: Kind<R>, record: R): Write => ({
  action: { Delete: atVersion(table, kind.key(record), record.version) },
  refuse: () => new Raced(),
  trace: { type: kind.type, key: kind.key(record), before: record },
});

/** Holds a record to the version that was read, without changing it. */
export const unchanged = <R extends { version: number }>(table: Table, kind: Kind<R>, record: R): Write => ({
  action: { ConditionCheck: atVersion(table, kind.key(record), record.version) },
  refuse: () => new Raced(),
});
