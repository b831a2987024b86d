import type { Contact } from '../domain/person.ts';
import { knowAddresses } from './address.ts';
import type { Table } from './client.ts';
import { remove, save } from './item.ts';
import { collections, contactForKey } from './key.ts';
import { clear, markOf, put } from './mark.ts';
import { contactKind } from './person.ts';
import type { Write } from './transact.ts';

const givenFor = (table: Table, summit: string, person: string, request: string): Write =>
  put(table, markOf(contactForKey(summit, person), 'contact-for', request, { person }));

const saved = (table: Table, before: Contact | undefined, after: Contact | undefined, request: string): Write[] => {
  // Somebody else may write the first details in between: then they are read, and the change judged again.
  if (after) return [save(table, contactKind, { before, after }, request)];
  return before ? [remove(table, contactKind, before)] : [];
};

/**
 * Writes contact details over those that were read, or the first, or none: with who has which address, and with the summits that they were given
 * for. Whoever writes contact details writes them so.
 */
export const contactWrites = (
  table: Table,
  { before, after }: { before: Contact | undefined; after: Contact | undefined },
  request: string,
): Write[] => {
  const person = (after ?? before)?.person ?? '';
  const [was, is] = [before?.summits ?? [], after?.summits ?? []];
  return [
    ...saved(table, before, after, request),
    ...knowAddresses(table, person, { before: before?.emails ?? [], after: after?.emails ?? [] }, request),
    ...is.filter((summit) => !was.includes(summit)).map((summit) => givenFor(table, summit, person, request)),
    ...was.filter((summit) => !is.includes(summit)).map((summit) => clear(table, contactForKey(summit, person))),
  ];
};

/** The ids of the people whose contact details were given for a summit; one Query. */
export const peopleReachedFor = async (table: Table, summit: string): Promise<string[]> =>
  (await table.all(collections.contactsFor(summit))).map(({ person }) => person as string);
