import { Consent } from '../domain/consent.ts';
import type { Item, Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { consentKey } from './key.ts';

/** What somebody said about being named, away from public records. */
export const consentKind: Kind<Consent> = {
  type: 'consent',
  schema: 1,
  record: Consent,
  key: ({ person, slug }) => consentKey(person, slug),
};

export const findConsent = (table: Table, person: string, consent: string): Promise<Consent | undefined> =>
  findRecord(table, consentKind, consentKey(person, consent));

/** Among the items of a person's private collection: what they said. */
export const consentsIn = (items: readonly Item[]): Consent[] => recordsOf(consentKind, items);

/** What of a person is for few eyes; one Query. */
export const privateItems = (table: Table, person: string): Promise<Item[]> =>
  table.all({ pk: consentKey(person, '').pk });
