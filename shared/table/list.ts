import { invalid } from '../domain/error.ts';
import type { Item, Table } from './client.ts';
import { tableShape } from './shape.ts';

/** What a list shows of an item: its noun, its version and its card. */
export interface Card {
  type: string;
  card: Record<string, unknown>;
}

export interface Page<T> {
  items: T[];
  /** Where the next page begins: the keys of the last item that was read. */
  next: Record<string, unknown> | undefined;
}

const { partitionKey, sortKey, list } = tableShape;

/** The start key of whatever follows an item. */
const keysOf = (item: Item, index: boolean): Record<string, unknown> => ({
  [partitionKey]: item[partitionKey],
  [sortKey]: item[sortKey],
  ...(index ? { [list.partitionKey]: item[list.partitionKey], [list.sortKey]: item[list.sortKey] } : {}),
});

/** Which list, and which page of it. */
export interface Listing {
  pk: string;
  prefix?: string;
  index?: 'list';
  backwards?: boolean | undefined;
  limit: number;
  after?: Record<string, unknown> | undefined;
}

// A start key that some caller made up must not lead out of this list: DynamoDB would fail on it, and the embedded engine follow it.
const startIn = (
  { pk, index, prefix = '' }: Pick<Listing, 'pk' | 'index' | 'prefix'>,
  after: Record<string, unknown>,
): Record<string, unknown> => {
  const from = keysOf(after as Item, index === 'list');
  const here =
    from[index ? list.partitionKey : partitionKey] === pk &&
    String(from[index ? list.sortKey : sortKey]).startsWith(prefix) &&
    Object.values(from).every((value) => typeof value === 'string' && value !== '');
  if (!here)
    throw invalid([
      { pointer: '?cursor', detail: 'Use the cursor that this very list gave, or leave it out to begin anew.' },
    ]);
  return from;
};

/**
 * One page of a list: items in key order that `keep` answers something for. What is filtered out costs reading but no place on the page; there is
 * a next page only if something follows, and it begins after the last item shown, so that nothing is shown twice or skipped. `ahead` reads what
 * `keep` has to know of the items that it will be asked about.
 */
export const listPage = async <T>(
  table: Table,
  { limit, ...question }: Listing,
  keep: (item: Item) => T | undefined,
  ahead?: (items: readonly Item[]) => Promise<void>,
): Promise<Page<T>> => {
  const kept: T[] = [];
  let last: Record<string, unknown> | undefined;
  let from = question.after && startIn(question, question.after);
  for (;;) {
    const page = await table.page({ ...question, limit: Math.max(limit + 1, 50), after: from });
    await ahead?.(page.items);
    for (const item of page.items) {
      const shown = keep(item);
      if (shown === undefined) continue;
      if (kept.length === limit) return { items: kept, next: last };
      kept.push(shown);
      last = keysOf(item, question.index === 'list');
    }
    if (!page.next) return { items: kept, next: undefined };
    from = page.next;
  }
};

/** The card of an item of the index, with its version. */
export const cardOf = (item: Item): Card => ({
  type: item.type as string,
  card: { ...(item.card as Record<string, unknown>), version: item.version },
});
