import type { Summit } from '../domain/summit.ts';
import { inLanguage } from '../domain/text.ts';
import type { MailLanguage } from '../domain/language.ts';
import { releaseSlug } from '../domain/release.ts';
import type { Feed, Reader } from '../documents/programme.ts';
import type { Moved } from '../documents/programme-jsonld.ts';
import type { Answer, Exchange } from '../http/route.ts';
import type { Table } from '../table/client.ts';
import { cardsOf, getRelease } from '../table/release.ts';
import { getSummit } from '../table/summit.ts';
import { fits, type ProgrammeFilters } from './programme-query.ts';
import { type Source, sourceOf, type Told } from './programme-source.ts';

/** The endings of a programme, with their media types. The programme is JSON itself: `frab.json` is what tools of that family call schedule.json. */
export const types = {
  ics: 'text/calendar; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  'frab.json': 'application/json',
  jsonld: 'application/ld+json',
  csv: 'text/csv; charset=utf-8',
};

export type FeedQuery = ProgrammeFilters & { lang?: MailLanguage | undefined };

/** Whom a feed is written for. Without a site of its own, its addresses lead nowhere, and say so (RFC 2606). */
export const readerOf = ({ query, site }: Pick<Exchange<FeedQuery>, 'query' | 'site'>): Reader => ({
  language: query.lang ?? 'en',
  site: site ?? 'https://plenary.invalid',
});

// What names the things of an address, such as "arvenne-2031-voices-programme.ics".
const fileOf = (path: string): string =>
  path
    .replace('/api/v1/', '')
    .split('/')
    .filter((part, at) => at % 2 === 1 || part.startsWith('programme.'))
    .join('-');

/** A feed as a document under the name of its address, with the number of its release for the ETag. */
export const written = (
  { path }: Pick<Exchange, 'path'>,
  type: string,
  text: string,
  release: Pick<Told, 'number'> | undefined,
): Answer => ({ document: { type, text, name: fileOf(path) }, version: release?.number ?? 0 });

/** A summit with its programme, as far as it is asked for. */
export const feedOf = async ({
  house: { table },
  at,
  query,
}: Pick<Exchange<FeedQuery>, 'house' | 'at' | 'query'>): Promise<{ summit: Summit; source: Source; feed: Feed }> => {
  const known = getSummit(table, at('summit'));
  const [summit, source] = await Promise.all([known, sourceOf(table, at('summit'), { release: query.release, known })]);
  const day = query.day;
  const showings = day === undefined ? await source.all() : await source.day(day);
  return { summit, source, feed: { summit, release: source.release, showings: showings.filter(fits(query)) } };
};

type Asked = Exchange<FeedQuery>;

/** Since the release before, which sessions were moved, and from when. */
const movedIn = async (table: Table, summit: string, { release, showings }: Feed): Promise<Moved> => {
  if (!release || release.number < 2) return new Map();
  const before = await cardsOf(table, await getRelease(table, summit, releaseSlug(release.number - 1)));
  const starts = new Map(before.map(({ slug, start }) => [slug, start]));
  return new Map(
    showings.flatMap(({ card: { slug, start } }) => {
      const was = starts.get(slug);
      return was && start && was !== start ? [[slug, was] as const] : [];
    }),
  );
};

// Few requests are for feeds, and each for one: what writes it is loaded by the first that is.
const calendar = async (exchange: Asked): Promise<Answer> => {
  const [{ toProgrammeCalendar }, { summit, feed }] = await Promise.all([
    import('../documents/programme-calendar.ts'),
    feedOf(exchange),
  ]);
  const reader = readerOf(exchange);
  const text = toProgrammeCalendar(reader, [feed], inLanguage(summit.title, reader.language));
  return written(exchange, types.ics, text, feed.release);
};

const schedule = async (exchange: Asked, as: 'toScheduleXml' | 'toScheduleJson', type: string): Promise<Answer> => {
  const [frab, { feed }] = await Promise.all([import('../documents/programme-frab.ts'), feedOf(exchange)]);
  return written(exchange, type, frab[as](readerOf(exchange), feed), feed.release);
};

const linked = async (exchange: Asked): Promise<Answer> => {
  const [{ toJsonLd }, { feed }] = await Promise.all([import('../documents/programme-jsonld.ts'), feedOf(exchange)]);
  const moved = await movedIn(exchange.house.table, exchange.at('summit'), feed);
  return written(exchange, types.jsonld, toJsonLd(readerOf(exchange), feed, moved), feed.release);
};

const table = async (exchange: Asked): Promise<Answer> => {
  const [{ toProgrammeTable }, { feed }] = await Promise.all([
    import('../documents/programme-csv.ts'),
    feedOf(exchange),
  ]);
  const text = await toProgrammeTable(readerOf(exchange), feed);
  return written(exchange, types.csv, text, feed.release);
};

/** What writes a programme, by the ending of its address. */
export const writers: Record<keyof typeof types, (exchange: Asked) => Promise<Answer>> = {
  ics: calendar,
  xml: (exchange) => schedule(exchange, 'toScheduleXml', types.xml),
  'frab.json': (exchange) => schedule(exchange, 'toScheduleJson', types['frab.json']),
  jsonld: linked,
  csv: table,
};
