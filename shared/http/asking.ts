import { type Caller, everyone } from '../domain/access.ts';
import type { Held } from '../domain/role.ts';
import type { House } from '../operations/perform.ts';
import type { Table } from '../table/client.ts';
import { rolesOf } from '../table/role.ts';

/** Who asks, and the house as it answers them. */
export interface Asking {
  caller: Caller;
  house: House;
  /** Settled once the caller's roles are known. */
  ready: Promise<unknown> | undefined;
}

// Whatever the first reading is, the roles are known when it answers: both are under way at once.
const answering = (table: Table, ready: Promise<unknown>): Table => {
  const both = async <T>(found: Promise<T>): Promise<T> => (await Promise.all([found, ready]))[0];
  return {
    ...table,
    get: (key) => both(table.get(key)),
    page: (question) => both(table.page(question)),
    all: (question) => both(table.all(question)),
    batchGet: (keys) => both(table.batchGet(keys)),
  };
};

/**
 * The caller behind an account's name, with the roles that its records give it. They are one Query, made beside whatever is read first: a table
 * that has answered is what says that they are known.
 */
export const asking = (house: House, account: string | undefined): Asking => {
  if (account === undefined) return { caller: everyone, house, ready: undefined };
  let known: { roles: readonly Held[]; address: string | undefined } | undefined;
  const ready = rolesOf(house.table, account).then((found) => (known = found));
  // Whoever waits for it learns of its failure; a request that reads nothing has no use for roles.
  ready.catch(() => undefined);
  const held = (): NonNullable<typeof known> => {
    if (!known) throw new Error('The roles of an account are known once something was read for it.');
    return known;
  };
  const caller: Caller = {
    kind: 'account',
    name: account,
    get roles() {
      return held().roles;
    },
    get address() {
      return held().address;
    },
  };
  return { caller, house: { ...house, table: answering(house.table, ready) }, ready };
};
