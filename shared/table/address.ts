import { spelled } from '../domain/address.ts';
import { digest } from '../domain/digest.ts';
import type { Undeliverable } from '../domain/person.ts';
import type { Instant } from '../domain/when.ts';
import type { Table } from './client.ts';
import { addressKey, collections, unreachableKey } from './key.ts';
import { clear, daySeconds, expiresAfter, markOf, put } from './mark.ts';
import type { Write } from './transact.ts';

/** The digest under which an address is known, however it was written. */
export const addressDigest = (address: string): string => digest(spelled(address));

/** How long an address to which nothing could be delivered is left alone, in days; mailboxes come back. */
export const unreachableDays = 180;

/** Says who has which address, as their contact details change: added and removed, each in one write. */
export const knowAddresses = (
  table: Table,
  person: string,
  { before, after }: { before: readonly string[]; after: readonly string[] },
  request: string,
): Write[] => {
  const [was, is] = [before, after].map((all) => new Set(all.map(addressDigest))) as [Set<string>, Set<string>];
  const added = [...is].filter((address) => !was.has(address));
  const removed = [...was].filter((address) => !is.has(address));
  return [
    ...added.map((address) => put(table, markOf(addressKey(address, person), 'address', request, { person }))),
    ...removed.map((address) => clear(table, addressKey(address, person))),
  ];
};

/** The ids of the people who have this address: one office address often serves several. */
export const peopleAt = async (table: Table, address: string): Promise<string[]> =>
  (await table.all(collections.peopleAt(addressDigest(address)))).map(({ person }) => person as string);

/** Remembers that nothing arrives at an address. What is kept is its digest. */
export const markUnreachable = (table: Table, { address, since, kind }: Undeliverable, request: string): Write => {
  const expires = expiresAfter(new Date(since), unreachableDays * daySeconds);
  return put(table, markOf(unreachableKey(addressDigest(address)), 'unreachable', request, { since, kind, expires }));
};

/** Since when nothing arrives at an address; undefined as long as nobody has said so. */
export const unreachableSince = async (table: Table, address: string, now: Date): Promise<Instant | undefined> => {
  const item = await table.get(unreachableKey(addressDigest(address)));
  return item && (item.expires as number) * 1000 > now.getTime() ? (item.since as Instant) : undefined;
};
