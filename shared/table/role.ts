import { digest } from '../domain/digest.ts';
import { type Held, heldOf, Role, type Scope } from '../domain/role.ts';
import { absent } from './absent.ts';
import { addressDigest } from './address.ts';
import type { Item, Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { accountKey, awaitedKey, collections, firstKey, type Key, lists, placeIn, roleKey } from './key.ts';
import { clear, markOf, putNew } from './mark.ts';
import { Raced, type Write } from './transact.ts';

export const roleKind: Kind<Role> = {
  type: 'role',
  schema: 2,
  record: Role,
  key: (role) => roleKey(role, role.slug),
  // Found by its address also when it has ended: it holds it still.
  place: ({ slug, email }) =>
    email === undefined ? undefined : placeIn(lists.dataAt(addressDigest(email)), `ROLE#${slug}`),
  card: () => ({}),
};

/** Errors: `not-found`. */
export const getRole = async (table: Table, scope: Scope, role: string): Promise<Role> =>
  getRoleAt(table, roleKey(scope, role));

/** Errors: `not-found`. */
export const getRoleAt = async (table: Table, at: Key): Promise<Role> =>
  (await findRecord(table, roleKind, at)) ?? absent('role');

/** A role that an account holds, beside its others: what a request is judged by. `role` is the id of the record that says who gave it. */
export const heldItem = (account: string, role: string, held: Held, request: string, address?: string): Item =>
  markOf(accountKey(account, role), 'held', request, { held, ...(address ? { address } : {}) });

/** The roles of an account, and the address it took one of them up with; one Query. */
export const rolesOf = async (
  table: Table,
  account: string,
): Promise<{ roles: Held[]; address: string | undefined }> => {
  const items = await table.all(collections.rolesHeldBy(account));
  return {
    roles: items.map(({ held }) => held as Held),
    address: items.map(({ address }) => address as string | undefined).find(Boolean),
  };
};

/** Lets an account act in a role from now on. */
export const holdRole = (table: Table, role: Role & { account: string }, request: string): Write =>
  putNew(table, heldItem(role.account, role.slug, heldOf(role), request, role.email));

/** Where it lies that an account is of the secretariat, if it still is. */
export const secretariatOf = async (table: Table, account: string): Promise<Key | undefined> => {
  const items = await table.all(collections.rolesHeldBy(account));
  const found = items.find(({ held }) => (held as Held).role === 'secretariat');
  return found && { pk: found.pk, sk: found.sk };
};

/** Holds what is written beside it to a role that somebody must still hold then. */
export const stillHeld = (table: Table, key: Key): Write => ({
  action: { ConditionCheck: { TableName: table.name, Key: key, ConditionExpression: 'attribute_exists(pk)' } },
  refuse: () => new Raced(),
});

/** From now on the account acts in this role no more. */
const dropRole = (table: Table, { account, slug }: Role & { account: string }): Write =>
  clear(table, accountKey(account, slug));

// The same role at the same place waits for an address once: its sort key says which it is.
const awaited = (role: Role & { email: string }): Key =>
  awaitedKey(addressDigest(role.email), digest(JSON.stringify(heldOf(role))).slice(0, 24));

/** Keeps a role for who signs in with its address. Refused with `taken` where the address has been given it already. */
export const awaitAddress = (
  table: Table,
  role: Role & { email: string },
  request: string,
  taken: () => Error,
): Write => putNew(table, markOf(awaited(role), 'awaited', request, { at: roleKind.key(role) }), taken);

const awaitNoMore = (table: Table, role: Role & { email: string }): Write => clear(table, awaited(role));

/** Where the roles stand that an address was given. */
export const rolesFor = async (table: Table, address: string): Promise<Key[]> => {
  const items = await table.all(collections.rolesAwaiting(addressDigest(address)));
  return items.map(({ at }) => at as Key);
};

/** Whether the first role of the secretariat was given already; it is given once. */
export const isFirstGiven = async (table: Table): Promise<boolean> => (await table.get(firstKey)) !== undefined;

export const giveFirst = (table: Table, request: string): Write => putNew(table, markOf(firstKey, 'first', request));

const has = <F extends 'email' | 'account'>(role: Role, field: F): role is Role & Record<F, string> =>
  role[field] !== undefined;

/** What is written beside a role that ends: it waits for nobody any more, and no account acts in it. */
export const roleEndings = (table: Table, role: Role): Write[] => [
  ...(has(role, 'email') ? [awaitNoMore(table, role)] : []),
  ...(has(role, 'account') ? [dropRole(table, role)] : []),
];
