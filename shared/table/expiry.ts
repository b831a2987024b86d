import { Expiry } from '../domain/expiry.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { findRecord, type Kind } from './item.ts';
import { contactsKey } from './key.ts';

/** Stands among what is due until it is done. */
export const expiryKind: Kind<Expiry> = {
  type: 'expiry',
  schema: 1,
  record: Expiry,
  key: ({ summit }) => contactsKey(summit),
  place: ({ summit, due }) => (due === undefined ? undefined : duePlace(due, summit)),
  card: ({ summit }) => ({ summit }),
};

export const findExpiry = (table: Table, summit: string): Promise<Expiry | undefined> =>
  findRecord(table, expiryKind, contactsKey(summit));
