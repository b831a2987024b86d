import { bySlug } from '../domain/slug.ts';
import { type ProgrammeCard, type Release, undated } from '../domain/release.ts';
import { isReportedInProgramme, reportedCard } from '../domain/reported-card.ts';
import type { Session } from '../domain/session.ts';
import type { Summit } from '../domain/summit.ts';
import type { Showing } from '../documents/programme.ts';
import type { Table } from '../table/client.ts';
import { lists } from '../table/key.ts';
import { cardsOf, cardsOfDay, currentRelease, getRelease } from '../table/release.ts';
import { allRooms } from '../table/room.ts';
import { getWholeSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { allTracks } from '../table/track.ts';

/** What of a release everyone is told. */
export type Told = Pick<Release, 'slug' | 'number' | 'at' | 'note'>;

/** Where a summit's programme is read: in a release, or, where nothing was released, in the records of what sources report. */
export interface Source {
  release: Told | undefined;
  /** How many sessions each day has. */
  days: Readonly<Record<string, number>>;
  /** One day, in order of time. */
  day: (day: string) => Promise<Showing[]>;
  /** The whole of it, in order of time. */
  all: () => Promise<Showing[]>;
}

/** Where a session stands in the order of time: in that of the index, too. */
export const placeOf = ({ card }: Showing): string => `${card.start ?? '~'}#${card.slug}`;
const inOrder = (showings: readonly Showing[]): Showing[] =>
  showings.toSorted((one, other) => bySlug(placeOf(one), placeOf(other)));

/** The days of a source in their order; what has no time stands at the end. */
export const daysOf = ({ days }: Source): string[] => [
  ...Object.keys(days)
    .filter((day) => day !== undated)
    .toSorted(bySlug),
  ...(days[undated] ? [undated] : []),
];

const bySlugs = <R extends { slug: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.slug, record]));

/** How many sessions are read at once: each is a Query. */
const atOnce = 16;

/** Sessions that sources report, whole. */
export const readReported = async (table: Table, summit: string, sessions: readonly string[]): Promise<Showing[]> => {
  if (sessions.length === 0) return [];
  const [tracks, rooms] = await Promise.all([allTracks(table, summit), allRooms(table, summit)]);
  const names = { tracks: bySlugs(tracks), rooms: bySlugs(rooms) };
  const showings: Showing[] = [];
  for (let from = 0; from < sessions.length; from += atOnce) {
    const slice = sessions.slice(from, from + atOnce).map((session) => getWholeSession(table, summit, session));
    for (const whole of await Promise.all(slice)) {
      const found = reportedCard(whole, names);
      if (!found) continue;
      const { card, ...reported } = found;
      showings.push({ card, reported });
    }
  }
  return inOrder(showings);
};

const counted = (days: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const day of days) counts[day] = (counts[day] ?? 0) + 1;
  return counts;
};

const reportedSource = async (table: Table, summit: string): Promise<Source> => {
  const items = await table.all({ pk: lists.sessionsOf(summit), index: 'list' });
  const listed = items.map(({ card }) => card as Pick<Session, 'slug' | 'origin' | 'state' | 'start' | 'local'>);
  const placed = listed
    .filter(isReportedInProgramme)
    .map(({ slug, local, start }) => ({ slug, day: (local?.start ?? start)?.slice(0, 10) ?? undated }));
  const read = (sessions: typeof placed) =>
    readReported(
      table,
      summit,
      sessions.map(({ slug }) => slug),
    );
  return {
    release: undefined,
    days: counted(placed.map(({ day }) => day)),
    day: (wanted) => read(placed.filter(({ day }) => day === wanted)),
    all: () => read(placed),
  };
};

/**
 * The programme of a summit: its current release, or the one that is asked for. A day of it is one Query, beside the pointer, which is held for a
 * few seconds. Errors: `not-found` for a summit or a release that is not there.
 */
export const sourceOf = async (
  table: Table,
  summit: string,
  { release: asked, known }: { release?: string | undefined; known?: Promise<Summit> } = {},
): Promise<Source> => {
  const current = await currentRelease(table, summit);
  const release = asked === undefined || asked === current?.slug ? current : await getRelease(table, summit, asked);
  if (!release) {
    await (known ?? getSummit(table, summit));
    return reportedSource(table, summit);
  }
  const { slug, number, at, note, days } = release;
  const showing = (cards: readonly ProgrammeCard[]): Showing[] => cards.map((card) => ({ card }));
  return {
    release: { slug, number, at, ...(note === undefined ? {} : { note }) },
    days,
    day: async (day) => showing(await cardsOfDay(table, release, day)),
    all: async () => inOrder(showing(await cardsOf(table, release))),
  };
};
