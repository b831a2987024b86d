import * as z from 'zod';
import { once } from '../domain/once.ts';
import type { Item } from '../table/client.ts';
import { type Listing, listPage } from '../table/list.ts';
import { cursorOf, startOf } from './cursor.ts';
import type { Answer, Exchange } from './route.ts';

const page = once(() => ({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, { message: 'Give a whole number from 1 to 200.' })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, { message: 'Give a whole number from 1 to 200.' })
        .max(200, { message: 'Give a whole number from 1 to 200.' }),
    )
    .default(50)
    .meta({ description: 'How many at most.' }),
  cursor: z.string().max(2_000).optional().meta({ description: 'Where to go on, as the page before said in "next".' }),
}));

/** The query of a list: its filters by name, and its page. Unknown names are refused. */
export const listQuery = <F extends z.ZodRawShape>(filters: F) => z.strictObject({ ...filters, ...page() });

interface Paged {
  limit: number;
  cursor?: string | undefined;
}

// The same list means the same address, the same filters and the same right to see.
const nameOf = ({ query: { limit: _, cursor: __, ...filters }, path, caller }: Exchange<Paged>): string =>
  JSON.stringify([path, Object.entries(filters).sort(), caller.kind]);

/** One page of a list as `{ items, next }`. `keep` answers what this caller may see of an item, or nothing; `ahead` reads what it needs for that. */
export const listed = async (
  exchange: Exchange<Paged>,
  listing: Omit<Listing, 'limit' | 'after'>,
  keep: (item: Item) => object | undefined,
  ahead?: (items: readonly Item[]) => Promise<void>,
): Promise<Answer> => {
  const { limit, cursor } = exchange.query;
  const list = nameOf(exchange);
  const found = await listPage(exchange.house.table, { ...listing, limit, after: startOf(list, cursor) }, keep, ahead);
  const next = found.next && cursorOf(list, found.next);
  return { body: { items: found.items, next: next ?? null }, next };
};

/**
 * The same for a list that `read` answers in the order of its keys: all of it, or as much of what comes after a key as a page needs. The keys are
 * what the caller sees anyway.
 */
export const sliced = async <T>(
  exchange: Exchange<Paged>,
  read: (after: string | undefined) => Promise<readonly T[]>,
  { keyOf, show }: { keyOf: (one: T) => string; show: (one: T) => object },
): Promise<Answer> => {
  const { limit, cursor } = exchange.query;
  const list = nameOf(exchange);
  const after = startOf(list, cursor)?.after;
  const all = await read(after);
  const left = after === undefined ? all : all.filter((one) => keyOf(one) > after);
  const page = left.slice(0, limit);
  const last = page.at(-1);
  const next = last !== undefined && left.length > limit ? cursorOf(list, { after: keyOf(last) }) : undefined;
  return { body: { items: page.map(show), next: next ?? null }, next };
};
