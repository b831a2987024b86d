import type { Item, Table } from './client.ts';
import { type Key, lists } from './key.ts';

/**
 * What holds somebody's data outside of their own records, as the index shows it: what was written a moment ago may be missing. `whom` is a person,
 * or whoever has an address.
 */
export const heldOn = (table: Table, whom: string): Promise<Item[]> =>
  table.all({ pk: lists.dataOf(whom), index: 'list' });

/** The item that really holds it: what concerns several people stands in one list, and the others find it through an item that stands for it. */
export const keyBehind = ({ pk, sk, type }: Item): Key => {
  if (type === 'concern') return { pk, sk: sk.slice(0, sk.lastIndexOf('@')) };
  return type === 'receipt-concern' ? { pk, sk: 'RECEIPT' } : { pk, sk };
};
