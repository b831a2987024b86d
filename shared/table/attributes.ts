import { Attributes } from '../domain/attributes.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { attributesKey } from './key.ts';

/** What somebody said of themselves, away from everything else of them. */
export const attributesKind: Kind<Attributes> = {
  type: 'attributes',
  schema: 1,
  record: Attributes,
  key: ({ person }) => attributesKey(person),
};

export const findAttributes = (table: Table, person: string): Promise<Attributes | undefined> =>
  findRecord(table, attributesKind, attributesKey(person));
