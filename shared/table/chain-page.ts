import type { Entry, Numbered } from '../domain/chain.ts';
import type { Table } from './client.ts';
import { collections, entryKey } from './key.ts';
import { bodiesOf, type Lying } from './log-body.ts';
import { entryOf } from './log.ts';

/** An entry in its place, with what lies beside it. */
export interface Beside<E extends Entry> extends Numbered<E> {
  beside: Lying[];
}

// Their bodies come in one BatchGet.
const pageSize = 100;

/** The first entries of a chain with their bodies, page by page: no more than a page is held, however long the chain is. */
export async function* firstEntries<E extends Entry>(
  table: Table,
  chain: string,
  count: number,
): AsyncGenerator<Beside<E>> {
  let after: Record<string, unknown> | undefined;
  for (let left = count; left > 0;) {
    const page = await table.page({ ...collections.entriesOf(chain), limit: Math.min(pageSize, left), after });
    const entries = page.items.map((item) => entryOf<E>(item));
    const bodies = await bodiesOf(
      table,
      chain,
      entries.map(({ entry }) => entry),
    );
    for (const one of entries) yield { ...one, beside: bodies.get(one.entry.id) ?? [] };
    left -= entries.length;
    after = page.next;
    if (!after && left > 0) throw new Error(`The chain ${chain} has fewer entries than its head counts.`);
  }
}

/** The hash of the entry at a place; undefined where there is none. */
export const hashAt = async (table: Table, chain: string, number: number): Promise<string | undefined> =>
  (await table.get(entryKey(chain, number)))?.hash as string | undefined;
