import type { Numbered } from '../domain/chain.ts';
import type { Beside, ChainFound } from '../domain/verify.ts';
import type { Item, Table } from './client.ts';
import { collections, entryKey } from './key.ts';
import { bodiesIn, bodiesOf, besideOf, byEntry } from './log-body.ts';
import { entryOf, findHead, waitingIn } from './log.ts';

const judged = (items: readonly Item[]): (Beside | undefined)[] =>
  besideOf(bodiesIn(1 + Math.max(...items.flatMap(({ of }) => of as number[])), items));

/** What lies beside a chain, page by page: only the digests are kept, so that a chain of any length fits into memory. */
const readBeside = async (table: Table, chain: string): Promise<Map<string, (Beside | undefined)[]>> => {
  const found = new Map<string, (Beside | undefined)[]>();
  let open: Item[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await table.page({ ...collections.bodiesOf(chain), after });
    const groups = [...byEntry([...open, ...page.items.filter(({ type }) => type === 'body')])];
    // The last entry of a page may go on in the next.
    open = page.next ? (groups.pop()?.[1] ?? []) : [];
    for (const [id, items] of groups) found.set(id, judged(items));
    after = page.next;
  } while (after);
  return found;
};

const entriesFrom = async (table: Table, chain: string, number: number): Promise<Numbered[]> => {
  const { pk, prefix } = collections.entriesOf(chain);
  const items =
    number === 1 ? await table.all({ pk, prefix }) : await table.all({ pk, from: entryKey(chain, number).sk });
  return items.filter(({ type }) => type === 'entry').map((item) => entryOf(item));
};

// How often the end of a chain is read again while somebody goes on writing.
const rounds = 20;

/**
 * Reads all of a chain as it is judged. It may grow meanwhile, so the order counts: an entry whose body was read waits for its number when that is
 * asked next, or has one when the entries are read after that; and the entries are read on as long as the head counts further.
 */
export const readChain = async (table: Table, chain: string): Promise<ChainFound> => {
  const beside = await readBeside(table, chain);
  const waiting = await waitingIn(table, chain);
  const entries = await entriesFrom(table, chain, 1);
  const last = (): number => entries.at(-1)?.number ?? 0;
  let head = await findHead(table, chain);
  for (let round = 0; head && head.count > last() && round < rounds; round += 1) {
    entries.push(...(await entriesFrom(table, chain, last() + 1)));
    head = await findHead(table, chain);
  }
  const late = [...entries.map(({ entry }) => entry), ...waiting].filter(({ id }) => !beside.has(id));
  for (const [id, lying] of await bodiesOf(table, chain, late)) beside.set(id, besideOf(lying));
  return { chain, head, entries, beside, waiting };
};
