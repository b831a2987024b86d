import * as z from 'zod';
import { type DeedName, deeds, mayDo } from '../domain/access.ts';
import type { Numbered } from '../domain/chain.ts';
import { platformChain, ReadEntry, ReadHead, summitChain, type TrailEntry } from '../domain/trail.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { readEntries, readHead } from '../operations/trail.ts';
import type { Item } from '../table/client.ts';
import { collections } from '../table/key.ts';
import { entryOf } from '../table/log.ts';
import { behind, knowsSummit } from './guard.ts';

const names = Object.keys(deeds) as [DeedName, ...DeedName[]];

const filters = () => ({
  deed: z.enum(names).optional().meta({ description: 'Only entries of this deed.' }),
  by: z.string().max(200).optional().meta({ description: 'Only what this account did.' }),
  of: z.string().max(500).optional().meta({ description: 'Only what changed this record, or one below it.' }),
});

type Filters = z.output<z.ZodObject<ReturnType<typeof filters>>>;

const isBelow = (address: string, of: string): boolean => address === of || address.startsWith(`${of}/`);

const passing =
  ({ deed, by, of }: Filters) =>
  (item: Item): Numbered<TrailEntry> | undefined => {
    const one = entryOf<TrailEntry>(item);
    const { entry } = one;
    const isWanted =
      (deed ?? entry.deed) === entry.deed &&
      (by ?? entry.by) === entry.by &&
      (of === undefined || entry.what.some((change) => isBelow(change.of, of)));
    return isWanted ? one : undefined;
  };

interface Scope {
  path: string;
  of: (asked: Pick<Exchange, 'at'>) => { chain: string; summit?: string };
  guard?: (asked: Exchange) => Promise<unknown>;
}

/** The trail of one scope: its entries, the newest first, and how far it goes. What waits for its number is not told yet, only how much it is. */
const trailAt = ({ path, of, guard }: Scope): Route[] => [
  route({
    method: 'GET',
    path,
    may: 'trail:read',
    summary: 'Lists who did what, and when, the newest first',
    answers: { name: 'TrailEntry', schema: ReadEntry, list: true },
    query: () => listQuery(filters()),
    handle: async (exchange) => {
      const { chain, summit } = of(exchange);
      const { house, caller } = exchange;
      const judged = async () => {
        await guard?.(exchange);
        await exchange.deed.ready;
        mayDo(caller, 'trail:read', { summit });
      };
      const page = listed(exchange, { ...collections.entriesOf(chain), backwards: true }, passing(exchange.query));
      const { body, next } = await behind(judged(), page);
      const found = body as { items: Numbered<TrailEntry>[]; next: string | null };
      return { body: { ...found, items: await readEntries(house.table, caller, chain, found.items) }, next };
    },
  }),
  route({
    method: 'GET',
    path: `${path}-head`,
    may: 'read',
    summary: 'Reads how far the trail goes, as the platform signed it',
    answers: { name: 'TrailHead', schema: ReadHead },
    handle: async (exchange) => ({
      body: await behind(guard?.(exchange), readHead(exchange.house.table, of(exchange).chain)),
    }),
  }),
];

export const trailRoutes: Route[] = [
  ...trailAt({
    path: '/summits/{summit}/trail',
    of: ({ at }) => ({ chain: summitChain(at('summit')), summit: at('summit') }),
    guard: knowsSummit,
  }),
  ...trailAt({ path: '/trail', of: () => ({ chain: platformChain }) }),
];
