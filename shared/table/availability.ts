import { Availability } from '../domain/availability.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { availabilityKey } from './key.ts';

/** When somebody can be placed, away from everything of them that is public. */
export const availabilityKind: Kind<Availability> = {
  type: 'availability',
  schema: 1,
  record: Availability,
  key: ({ person }) => availabilityKey(person),
};

export const findAvailability = (table: Table, person: string): Promise<Availability | undefined> =>
  findRecord(table, availabilityKind, availabilityKey(person));
