import { DomainError } from '../domain/error.ts';
import { bySlug } from '../domain/slug.ts';
import { programmeWordsIn } from '../words/programme.ts';
import { type Feed, line, marked, type Reader } from './programme.ts';
import {
  eventOf,
  isPlaced,
  personsOf,
  type Placed,
  roomOf,
  type ScheduleEvent,
  sessionId,
  type Terms,
} from './programme-event.ts';
import { guidOf, idsOf } from './programme-id.ts';
import { beginningOf, nextDay, wallTime, withOffset } from './zoned.ts';

/** A programme as the readers of frab's, pentabarf's and pretalx's schedules know it: days, in them rooms, in them events. */
export interface Schedule {
  version: string;
  acronym: string;
  title: string;
  zone: string;
  base: string;
  days: {
    index: number;
    date: string;
    start: string;
    end: string;
    rooms: { name: string; guid: string; events: ScheduleEvent[] }[];
  }[];
  /** Each room once, and each track. */
  rooms: { name: string; guid: string }[];
  tracks: string[];
}

const grouped = <T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = by(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};

// Readers tell rooms by their names: where two bear the same one, the slug tells them apart.
const roomNames = (reader: Reader, placed: readonly Placed[]): Map<string, string> => {
  const { online, noRoom } = programmeWordsIn(reader.language);
  const names = new Map(
    placed.map(({ card }) => [roomOf(card), line(reader, card.roomName) || (card.mode === 'online' ? online : noRoom)]),
  );
  const bearing = grouped([...names], ([, name]) => name);
  return new Map(
    [...names].map(([room, name]) => [room, bearing.get(name)?.length === 1 ? name : `${name} (${room})`]),
  );
};

// All days of a meeting, also those that have no session yet; a process that lasts for years has those of its sessions.
const daysOf = ({ from, to }: Feed['summit'], used: Iterable<string>): string[] => {
  const days = new Set(used);
  if (from?.length === 10) {
    const last = to?.length === 10 ? to : from;
    for (let [day, left] = [from, 60]; day <= last && left > 0; [day, left] = [nextDay(day), left - 1]) days.add(day);
  }
  return [...days].toSorted(bySlug);
};

const noDay = (): DomainError =>
  new DomainError(
    'not-found',
    'There is no schedule yet: a schedule needs a day, and neither the summit nor a session of its programme gives one. Read programme.csv instead.',
  );

const termsOf = (reader: Reader, { summit }: Feed, placed: readonly Placed[]): Terms => ({
  reader,
  summit: summit.slug,
  zone: summit.zone ?? 'UTC',
  // Readers of schedules know no hyphens here, and no fewer than four letters.
  acronym: summit.slug.replaceAll('-', '_').padEnd(4, '_'),
  ids: new Map([
    ...idsOf(placed.map(({ card }) => sessionId(reader, summit.slug, card.slug))),
    ...idsOf(placed.flatMap(({ card }) => personsOf(reader, card).map(({ address }) => address))),
  ]),
  rooms: roomNames(reader, placed),
});

/**
 * A programme as a schedule, in the summit's zone: a session stands on the day on which it starts. What has no time is not in it, and what was
 * cancelled is not either. Errors: `not-found` where there is no day at all.
 */
export const scheduleOf = (reader: Reader, feed: Feed): Schedule => {
  const { summit, release, showings } = feed;
  const placed = showings.filter(isPlaced);
  const terms = termsOf(reader, feed, placed);
  const { zone } = terms;
  const byDay = grouped(placed, ({ card }) => wallTime(card.start, zone).slice(0, 10));
  const days = daysOf(summit, byDay.keys());
  if (days.length === 0) throw noDay();
  const rooms = [...terms.rooms]
    .map(([slug, name]) => ({ slug, name, guid: guidOf(`${reader.site}/summits/${summit.slug}/rooms/${slug}`) }))
    .toSorted((one, other) => bySlug(one.name, other.name));
  return {
    version: release?.slug ?? (showings.some(({ reported }) => reported) ? 'reported' : 'unreleased'),
    acronym: terms.acronym,
    title: marked(reader, summit.rehearsal, line(reader, summit.title)),
    zone,
    base: `${reader.site}/api/v1/summits/${summit.slug}`,
    days: days.map((date, index) => {
      const byRoom = grouped(byDay.get(date) ?? [], ({ card }) => roomOf(card));
      return {
        index: index + 1,
        date,
        start: withOffset(beginningOf(date, zone), zone),
        end: withOffset(beginningOf(nextDay(date), zone), zone),
        rooms: rooms.map(({ slug, name, guid }) => ({
          name,
          guid,
          events: (byRoom.get(slug) ?? []).map((showing) => eventOf(terms, showing)),
        })),
      };
    }),
    rooms: rooms.map(({ name, guid }) => ({ name, guid })),
    tracks: [...new Set(placed.map(({ card }) => line(reader, card.trackTitle)))].filter(Boolean).toSorted(bySlug),
  };
};
