import { theClock } from '../domain/access.ts';
import { begunAt, done, type Expiry, expiryOf, isDue, moved } from '../domain/expiry.ts';
import { hasAddress, withoutAddresses } from '../domain/invitation.ts';
import type { Summit } from '../domain/summit.ts';
import { toInstant } from '../domain/when.ts';
import { contactWrites, peopleReachedFor } from '../table/contact.ts';
import { type Due, whatIsDue } from '../table/due.ts';
import { expiryKind } from '../table/expiry.ts';
import { invitationKind } from '../table/invitation.ts';
import { findRecord, insert, type Kind, replace, untraced } from '../table/item.ts';
import { lists } from '../table/key.ts';
import { nominationKind } from '../table/nomination.ts';
import { findContact } from '../table/person.ts';
import { Raced, type Write } from '../table/transact.ts';
import { type Done, seeTo } from './due.ts';
import { type Deed, type House, perform } from './perform.ts';

const isClosed = ({ state }: Summit): boolean => state !== 'announced';

/** What is written beside a summit that changes: when the contact details that were given for it expire, once it is over. */
export const expiryWrites = (
  { table }: House,
  deed: Deed,
  { before, expiry }: { before?: Summit | undefined; expiry?: Expiry | undefined },
  after: Summit,
): Write[] => {
  if (!isClosed(after)) return [];
  if (!expiry) {
    // A summit that was reported when it was over already has one from the beginning.
    const closed = expiryOf(after, toInstant(deed.at));
    return [untraced(insert(table, expiryKind, closed, deed.request, () => new Raced()))];
  }
  if (before?.contactsKeptFor === after.contactsKeptFor) return [];
  return [untraced(replace(table, expiryKind, moved(expiry, after), deed.request, expiry))];
};

const at = (house: House, now: Date): Deed => ({ caller: theClock, request: house.newId(), at: now });

// What holds an address besides the contact details goes with the others of the summit.
const clearHeld = async <R extends { version: number }>(
  house: House,
  { summit, person, now }: { summit: string; person: string; now: Date },
  { kind, prefix }: { kind: Kind<R>; prefix: string },
  cleared: (record: R) => R | undefined,
): Promise<void> => {
  const { table } = house;
  for (const { pk, sk } of await table.all({ pk: lists.dataOf(person), prefix, index: 'list' })) {
    const deed = at(house, now);
    await perform(house, deed, {
      may: { deed: 'contact:expire', of: { summit } },
      read: () => findRecord(table, kind, { pk, sk }),
      decide: (found) => {
        const after = found && cleared(found);
        const writes = found && after ? [replace(table, kind, after, deed.request, found)] : [];
        return { writes, answer: undefined };
      },
    });
  }
};

// A network gave the address with its nomination, and a panelist that of somebody else who could come.
const clearOthers = async (house: House, summit: string, person: string, now: Date): Promise<void> => {
  const whose = { summit, person, now };
  const nominations = { kind: nominationKind, prefix: `${nominationKind.type}#${summit}#` };
  await clearHeld(house, whose, nominations, ({ email, ...after }) => (email === undefined ? undefined : after));
  const invitations = { kind: invitationKind, prefix: `INVITATION#${summit}#` };
  await clearHeld(house, whose, invitations, (found) => (hasAddress(found) ? withoutAddresses(found) : undefined));
};

// The details stay as long as some other summit needs them.
const clear = (house: House, summit: string, person: string, now: Date): Promise<void> => {
  const { table } = house;
  const deed = at(house, now);
  return perform(house, deed, {
    may: { deed: 'contact:expire', of: { summit } },
    read: () => findContact(table, person),
    decide: (before) => {
      if (!before?.summits.includes(summit)) return { writes: [], answer: undefined };
      const summits = before.summits.filter((one) => one !== summit);
      const after = summits.length > 0 ? { ...before, summits } : undefined;
      return { writes: contactWrites(table, { before, after }, deed.request), answer: undefined };
    },
  });
};

const renew = async (house: House, { key }: Due, decide: (expiry: Expiry) => Expiry | undefined, now: Date) => {
  const deed = at(house, now);
  return perform(house, deed, {
    may: { deed: 'contact:expire' },
    read: () => findRecord(house.table, expiryKind, key),
    decide: (found) => {
      const after = found && decide(found);
      if (!found || !after) return { writes: [], answer: undefined };
      return { writes: [untraced(replace(house.table, expiryKind, after, deed.request, found))], answer: undefined };
    },
  });
};

const expire = async (house: House, due: Due, now: Date): Promise<'expired' | undefined> => {
  const expiry = await findRecord(house.table, expiryKind, due.key);
  if (!expiry || !isDue(expiry, now)) return undefined;
  const { summit, begun } = expiry;
  // None are taken any more before the first are cleared.
  if (begun === undefined) await renew(house, due, (one) => (one.begun ? undefined : begunAt(one, now)), now);
  const people = await peopleReachedFor(house.table, summit);
  await seeTo(people, async (person) => {
    await clearOthers(house, summit, person, now);
    await clear(house, summit, person, now);
    return undefined;
  });
  if (begun !== undefined) await renew(house, due, (one) => (isDue(one, now) ? done(one) : undefined), now);
  return 'expired';
};

/**
 * The clock's round of contact details: clears those that were given for summits which are over for as long as they say. Running late, twice or
 * beside another changes nothing more. Errors: what could not be done, together, after everything else was.
 */
export const expireContacts = async (house: House, now: Date): Promise<Done<'expired'>> =>
  seeTo(await whatIsDue(house.table, now, { type: expiryKind.type }), (due) => expire(house, due, now));
