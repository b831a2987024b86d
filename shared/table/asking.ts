import { toInstant } from '../domain/when.ts';
import { addressDigest } from './address.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { askingKey } from './key.ts';
import { Raced, type Write } from './transact.ts';

/** For how long an asking that nobody could see to is kept, in days. */
const keptDays = 2;

/** Notes that an address asked for its link again, due at once. What is kept is its digest; asked twice, it is one note. */
export const noteAsking = (table: Table, address: string, now: Date, request: string): Write => {
  const digest = addressDigest(address);
  return {
    action: {
      Put: {
        TableName: table.name,
        Item: {
          ...askingKey(digest),
          ...duePlace(toInstant(now), digest),
          type: 'asking',
          schema: 1,
          version: 1,
          request,
          address: digest,
          expires: Math.floor(now.getTime() / 1000) + keptDays * 24 * 60 * 60,
        },
      },
    },
    refuse: () => new Raced(),
  };
};
