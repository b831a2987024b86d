import { dayAfter } from '../domain/hours.ts';
import { daysOf, longestChangeover, type Page, type Resource, type SessionRef, type Span } from '../domain/ledger.ts';
import { occupationsOf, refOf } from '../domain/occupation.ts';
import { isSeated } from '../domain/panelist.ts';
import type { Room } from '../domain/room.ts';
import type { Session } from '../domain/session.ts';
import { remarksOn } from '../domain/setting.ts';
import { nearestPlaces, type Place, type Search } from '../domain/suggest-place.ts';
import type { Summit } from '../domain/summit.ts';
import type { Track } from '../domain/track.ts';
import { later, localTime, reachedAt, span } from '../domain/when.ts';
import { recordsOf } from '../table/item.ts';
import { sessionKey } from '../table/key.ts';
import type { PageOf } from '../table/ledger.ts';
import { allRooms } from '../table/room.ts';
import { sessionKind, type WholeSession } from '../table/session.ts';
import { findTrack } from '../table/track.ts';
import { readFor, takenIn } from './judging.ts';
import type { House } from './perform.ts';

/** A place that a session could have, with the hours that the clock on the wall shows then. */
export interface Suggestion extends Place {
  local?: Span;
}

type Seating = Pick<WholeSession, 'session' | 'panel' | 'crew'>;

const dayMs = 24 * 60 * 60_000;

/** How far from the wanted day is looked, in days: first near, and farther where nothing was found. */
const reaches = [1, 7] as const;

const laterOf = (a: string, b: string): string => (a > b ? a : b);
const earlierOf = (a: string, b: string): string => (a < b ? a : b);

// Within the summit's days, and not in the past unless that was asked for.
const within = (summit: Summit, asked: Span, days: number, now: string): Span => {
  const zone = summit.zone ?? 'UTC';
  const from = summit.from && reachedAt(`${span(summit.from).first}T00:00`, zone);
  const to = summit.to && reachedAt(`${dayAfter(span(summit.to).last)}T00:00`, zone);
  const [first, last] = [later(asked.start, -days * dayMs), later(asked.end, days * dayMs)];
  return {
    start: laterOf(from ? laterOf(first, from) : first, earlierOf(asked.start, now)),
    end: to ? earlierOf(last, to) : last,
  };
};

// Rooms that are too small for what is expected, or have too few seats or booths, are not suggested.
const suits = ({ session, panel }: Seating, room: Room): boolean => {
  const seated = panel.filter(({ state }) => isSeated(state)).length;
  const offered = session.languages?.interpreted.length ?? 0;
  return (
    remarksOn(session, { room, crew: [], seated }).every(({ check, isWell }) => check === 'language' || isWell) &&
    (session.mode === 'online' || (room.booths ?? offered) >= offered)
  );
};

const candidates = (seating: Seating, rooms: readonly Room[], track: Track | undefined): Room[] =>
  seating.session.room === undefined
    ? []
    : rooms
        .filter(({ state }) => state === 'open')
        .filter(({ slug }) => !track || track.rooms.length === 0 || track.rooms.includes(slug))
        .filter((room) => suits(seating, room));

const roomsBeside = async (
  { table }: House,
  pages: readonly Page[],
  people: Search['people'],
): Promise<Search['roomOf']> => {
  const hurried = new Set(people.filter(({ said }) => said && said.minutesBetween > 0).map(({ person }) => person));
  const refs = pages
    .filter(({ resource }) => 'person' in resource && hurried.has(resource.person))
    .flatMap(({ claims }): SessionRef[] => claims);
  if (refs.length === 0) return undefined;
  const items = await table.batchGet(refs.map(({ summit, session }) => sessionKey(summit, session)));
  const rooms = new Map(recordsOf(sessionKind, items).map((one: Session) => [`${one.summit} ${one.slug}`, one]));
  return ({ summit, session }) => {
    const room = rooms.get(`${summit} ${session}`)?.room;
    return room === undefined ? undefined : `${summit} ${room}`;
  };
};

const searchFor = async (
  house: House,
  seating: Seating,
  { rooms, track, within: near, zone }: Pick<Search, 'rooms' | 'within' | 'zone'> & { track: Track | undefined },
): Promise<Search | undefined> => {
  const { session } = seating;
  if (!session.start || !session.end) return undefined;
  const taken = takenIn(occupationsOf(seating));
  const resources: Resource[] = [
    ...rooms.map(({ summit, slug }) => ({ summit, room: slug })),
    ...taken.map((person) => ({ person })),
  ];
  const days = daysOf({
    start: later(near.start, -longestChangeover * 60_000),
    end: later(near.end, longestChangeover * 60_000),
  });
  const pages = resources.flatMap((resource) => days.map((day): PageOf => ({ resource, day })));
  const read = await readFor(house.table, pages, { sessions: [], people: taken });
  const people = taken.map((person) => ({ person, said: read.people.find((one) => one.person === person) }));
  const roomOf = await roomsBeside(house, read.pages, people);
  return {
    of: refOf(session),
    asked: { start: session.start, end: session.end, ...(session.room ? { room: session.room } : {}) },
    people,
    rooms,
    track,
    zone,
    within: near,
    pages: read.pages,
    ...(roomOf ? { roomOf } : {}),
  };
};

/**
 * The places nearest to one that was refused that a session could have: as everything stands, and by what the session itself needs. It reads what a
 * refusal alone has to read.
 */
export const suggestPlaces = async (
  house: House,
  { seating, summit, now }: { seating: Seating; summit: Summit; now: string },
  count: number,
): Promise<Suggestion[]> => {
  const { session } = seating;
  const { start, end } = session;
  if (count === 0 || !start || !end) return [];
  const [all, track] = await Promise.all([
    session.room === undefined ? [] : allRooms(house.table, summit.slug),
    session.track === undefined ? undefined : findTrack(house.table, summit.slug, session.track),
  ]);
  const rooms = candidates(seating, all, track);
  // A track that is closed takes nothing, wherever; and where no room suits, there is no place.
  if (track?.state === 'closed' || (session.room !== undefined && rooms.length === 0)) return [];
  const zone = summit.zone ?? 'UTC';
  let found: Place[] = [];
  for (const days of reaches) {
    if (found.length >= count) break;
    const near = within(summit, { start, end }, days, now);
    const search = await searchFor(house, seating, { rooms, track, within: near, zone });
    found = search ? nearestPlaces(search, count) : [];
  }
  return found.map((place) => ({
    ...place,
    ...(summit.zone ? { local: { start: localTime(place.start, zone), end: localTime(place.end, zone) } } : {}),
  }));
};
