import * as z from 'zod';
import { once } from '../domain/once.ts';
import { ProgrammeCard, undated } from '../domain/release.ts';
import type { Showing } from '../documents/programme.ts';
import { cursorOf, startOf } from '../http/cursor.ts';
import { listQuery } from '../http/paging.ts';
import type { Answer, Exchange } from '../http/route.ts';
import { getSummit } from '../table/summit.ts';
import { fits, programmeFilters } from './programme-query.ts';
import { daysOf, placeOf, type Source, sourceOf } from './programme-source.ts';

const Told = () =>
  z.object({ slug: z.string(), number: z.int(), at: z.string(), note: z.string().optional() }).nullable();

/** One page of a programme, or one day of it. */
export const ProgrammePage = once(() =>
  z.object({
    summit: z.string(),
    release: Told().meta({
      description: 'The release that it is; null before the first, when only what sources report is here.',
    }),
    zone: z.string().nullable(),
    days: z.array(z.object({ day: z.string(), sessions: z.int() })).meta({ description: 'All days, in their order.' }),
    undated: z.int().meta({ description: 'How many sessions have no time.' }),
    items: z.array(ProgrammeCard()),
    next: z.string().nullable(),
  }),
);

const pageLimit = 50;

/** The query of a programme: a day is answered whole, unless fewer are asked for. */
export const pageQuery = () => {
  const list = listQuery(programmeFilters());
  const limit = list.shape.limit
    .unwrap()
    .optional()
    .meta({ description: 'How many at most. With a day, all of it when left out.' });
  return list.extend({ limit });
};
type Query = z.output<ReturnType<typeof pageQuery>>;

/** Where a page begins: after a session of a day, in the release that the page before showed. */
interface From {
  day: string;
  after: string;
  release?: string;
}

// The same programme means the same address with the same filters.
const listName = ({ path, query: { limit: _, cursor: __, ...filters } }: Exchange<Query>): string =>
  JSON.stringify([path, Object.entries(filters).sort()]);

interface Page {
  showings: Showing[];
  next: From | undefined;
}

/** Reads day by day until the page is full: only the days that are shown are read. */
const readPage = async (source: Source, { query, from }: { query: Query; from: From | undefined }): Promise<Page> => {
  const limit = query.limit ?? (query.day === undefined ? pageLimit : Number.POSITIVE_INFINITY);
  const days = query.day === undefined ? daysOf(source) : [query.day];
  const showings: Showing[] = [];
  let last: From | undefined;
  for (const day of days.slice(from ? Math.max(days.indexOf(from.day), 0) : 0))
    for (const showing of (await source.day(day)).filter(fits(query))) {
      const place = placeOf(showing);
      if (from?.day === day && place <= from.after) continue;
      if (showings.length === limit) return { showings, next: last };
      showings.push(showing);
      last = { day, after: place, ...(source.release ? { release: source.release.slug } : {}) };
    }
  return { showings, next: undefined };
};

// Its sessions say in which zone they are; a page without any asks the summit.
const zoneOf = async ({ house, at }: Exchange<Query>, showings: readonly Showing[]): Promise<string | null> => {
  const zone = showings.find(({ card }) => card.zone)?.card.zone;
  return zone ?? (await getSummit(house.table, at('summit'))).zone ?? null;
};

/** The programme of a summit as everyone sees it: its days with their counts, and a page of sessions in order of time. */
export const programmePage = async (exchange: Exchange<Query>): Promise<Answer> => {
  const { house, at, query } = exchange;
  const name = listName(exchange);
  const from = startOf(name, query.cursor) as From | undefined;
  const source = await sourceOf(house.table, at('summit'), { release: query.release ?? from?.release });
  const { showings, next } = await readPage(source, { query, from });
  const cursor = next && cursorOf(name, { ...next });
  const body = {
    summit: at('summit'),
    release: source.release ?? null,
    zone: await zoneOf(exchange, showings),
    days: daysOf(source)
      .filter((day) => day !== undated)
      .map((day) => ({ day, sessions: source.days[day] ?? 0 })),
    undated: source.days[undated] ?? 0,
    items: showings.map(({ card }) => card),
    next: cursor ?? null,
  };
  return { body, version: source.release?.number ?? 0, next: cursor };
};
