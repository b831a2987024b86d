import type { Held } from '../domain/role.ts';
import type { Item, Table } from './client.ts';
import { accountKey, collections } from './key.ts';

/** A role that an account holds, beside its others: what a request is judged by. `role` is the id of the record that says who gave it. */
export const heldItem = (account: string, role: string, held: Held): Item => ({
  ...accountKey(account, role),
  type: 'held',
  schema: 1,
  version: 1,
  held,
});

/** The roles of an account; one Query. */
export const rolesOf = async (table: Table, account: string): Promise<Held[]> => {
  const items = await table.all(collections.rolesHeldBy(account));
  return items.map(({ held }) => held as Held);
};
