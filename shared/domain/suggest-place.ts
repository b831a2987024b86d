import { type Availability, guardOfPerson } from './availability.ts';
import { type Hours, isWithin, joined, openSpans } from './hours.ts';
import {
  type Claim,
  type Guard,
  meeting,
  overlaps,
  type Page,
  type SessionRef,
  type Span,
  takenUntil,
} from './ledger.ts';
import type { Room } from './room.ts';
import type { Track } from './track.ts';
import { type Instant, toInstant } from './when.ts';

/** A place: a time, and a room where one is wanted. */
export interface Place extends Span {
  room?: string | undefined;
}

/** What a place is looked for by. */
export interface Search {
  of: SessionRef;
  /** Where it was wanted. */
  asked: Place;
  /** Everybody whose time it takes, with what they said. */
  people: readonly { person: string; said: Availability | undefined }[];
  /** The rooms that it can be in; none where it needs none. */
  rooms: readonly Room[];
  track: Pick<Track, 'windows'> | undefined;
  zone: string;
  /** From when to when it can be. */
  within: Span;
  /** The ledgers of the rooms and the people, of every day of that. */
  pages: readonly Page[];
  /** In which room another session of these people is, named so that no two are the same. */
  roomOf?: (other: SessionRef) => string | undefined;
}

const minuteMs = 60_000;

/** Whose claims there are, without the session's own. */
const othersOf = ({ pages, of }: Search, isOf: (page: Page) => boolean): Claim[] => {
  const claims = pages
    .filter(isOf)
    .flatMap((page) => page.claims)
    .filter(({ summit, session }) => !(summit === of.summit && session === of.session));
  return [...new Map(claims.map((claim) => [`${claim.summit} ${claim.session} ${claim.start}`, claim])).values()];
};

const isFree = (others: readonly Claim[], span: Span, guard: Guard): boolean => {
  const mine = { start: span.start, end: takenUntil(span, guard) };
  return !others.some((other) => overlaps(other, mine)) || meeting(others, mine, guard.parallel).length === 0;
};

type Fits = (span: Span) => boolean;

const personFits = (search: Search, { person, said }: Search['people'][number]): Fits => {
  const others = othersOf(search, ({ resource }) => 'person' in resource && resource.person === person);
  const free = joined(said?.free ?? []);
  const guard = guardOfPerson(said);
  return (span) => (free.length === 0 || isWithin(free, span)) && isFree(others, span, guard);
};

/** Whether they have the time that they need from one room to the next. */
const wayFits = (search: Search, { person, said }: Search['people'][number]): ((place: Place) => boolean) => {
  const needed = (said?.minutesBetween ?? 0) * minuteMs;
  if (needed === 0) return () => true;
  const others = othersOf(search, ({ resource }) => 'person' in resource && resource.person === person);
  return ({ room, start, end }) =>
    others.every((other) => {
      const there = search.roomOf?.(other);
      if (room === undefined || there === undefined || there === `${search.of.summit} ${room}`) return true;
      return Date.parse(other.start) - Date.parse(end) >= needed || Date.parse(start) - Date.parse(other.end) >= needed;
    });
};

const roomFits = (search: Search, room: Room): Fits => {
  const others = othersOf(
    search,
    ({ resource }) => 'room' in resource && resource.summit === room.summit && resource.room === room.slug,
  );
  const hours: readonly Hours[] = room.hours;
  const open = hours.length > 0 ? openSpans(hours, search.zone, search.within) : undefined;
  const { parallel, changeover, policy } = room;
  return (span) =>
    (!open || isWithin(open, span)) &&
    !room.blackouts.some((blackout) => overlaps(blackout, span)) &&
    isFree(others, span, { parallel, changeover, policy });
};

// Every quarter of an hour, or every five minutes where what was asked for is none.
const stepOf = ({ start, end }: Span): number =>
  [start, end].every((at) => Date.parse(at) % (15 * minuteMs) === 0) ? 15 * minuteMs : 5 * minuteMs;

/** The times of the grid from the nearest to the farthest; of two that are as near, the later first. */
function* startsNear({ asked, within }: Search): Generator<Instant[]> {
  const [at, first, last] = [asked.start, within.start, within.end].map((one) => Date.parse(one)) as [
    number,
    number,
    number,
  ];
  const step = stepOf(asked);
  const lasts = Date.parse(asked.end) - at;
  const isIn = (start: number): boolean => start >= first && start + lasts <= last;
  yield isIn(at) ? [asked.start] : [];
  const [after, before] = [Math.floor(at / step) * step + step, Math.ceil(at / step) * step - step];
  for (let nth = 0; after + nth * step <= last || before - nth * step >= first; nth += 1)
    yield [after + nth * step, before - nth * step]
      .toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))
      .filter(isIn)
      .map((start) => toInstant(new Date(start)));
}

/**
 * The places nearest to the one that was wanted that satisfy everything: nearest in time, then in the same room. Nothing meets anything there, nor is
 * anybody told of anything, but for those who hold their time without having confirmed.
 */
export const nearestPlaces = (search: Search, count: number): Place[] => {
  const { asked, rooms, people, track } = search;
  const lasts = Date.parse(asked.end) - Date.parse(asked.start);
  const windows = joined(track?.windows ?? []);
  const everybody = people.map((one) => personFits(search, one));
  const ways = people.map((one) => wayFits(search, one));
  const inRooms = rooms
    .toSorted((a, b) => Number(b.slug === asked.room) - Number(a.slug === asked.room))
    .map((room) => ({ room: room.slug, fits: roomFits(search, room) }));
  const places = inRooms.length > 0 ? inRooms : [{ room: undefined, fits: () => true }];
  const found: Place[] = [];
  for (const starts of startsNear(search))
    for (const start of starts) {
      if (found.length >= count) return found;
      const span = { start, end: toInstant(new Date(Date.parse(start) + lasts)) };
      if (windows.length > 0 && !isWithin(windows, span)) continue;
      if (!everybody.every((fits) => fits(span))) continue;
      for (const { room, fits } of places) {
        const place = { ...(room === undefined ? {} : { room }), ...span };
        if (found.length < count && fits(span) && ways.every((fit) => fit(place))) found.push(place);
      }
    }
  return found;
};
