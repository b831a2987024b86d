import { Settling } from '../domain/settling.ts';
import type { Item, Table } from './client.ts';
import { duePlace } from './due.ts';
import { type Kind, recordsOf, save, untraced } from './item.ts';
import { type Key, settlingKey } from './key.ts';
import type { Write } from './transact.ts';

/** Stands among what is due until it is done, and then stays as a mark of what was asked. */
export const settlingKind: Kind<Settling> = {
  type: 'settling',
  schema: 1,
  record: Settling,
  key: ({ person }) => settlingKey(person),
  place: ({ person, due }) => (due === undefined ? undefined : duePlace(due, person)),
  card: ({ person }) => ({ person }),
};

/** Whom it is about, by its key. */
export const settledIn = ({ pk }: Key): string => pk.slice('PRIVATE#'.length);

/** Among the items of a person's private collection: what is left to do. */
export const settlingIn = (items: readonly Item[]): Settling | undefined => recordsOf(settlingKind, items)[0];

/** The trail has the deed that left it to do. */
export const saveSettling = (table: Table, before: Settling | undefined, after: Settling, request: string): Write =>
  untraced(save(table, settlingKind, { before, after }, request));
