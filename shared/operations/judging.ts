import { isInsider } from '../domain/access.ts';
import { type Availability, guardOfPerson, unavailable } from '../domain/availability.ts';
import { type Conflict, conflictOf } from '../domain/conflict.ts';
import {
  type Change,
  type Clash,
  type Guard,
  type Occupation,
  type Page,
  type Resource,
  type SessionRef,
  usually,
} from '../domain/ledger.ts';
import { placeConflicts } from '../domain/place-conflict.ts';
import type { Room } from '../domain/room.ts';
import type { Session } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import { availabilityKind } from '../table/availability.ts';
import type { Table } from '../table/client.ts';
import { recordsOf } from '../table/item.ts';
import { availabilityKey, type Key, roomKey, trackKey } from '../table/key.ts';
import { type PageOf, readPages } from '../table/ledger.ts';
import { roomKind } from '../table/room.ts';
import { trackKind } from '../table/track.ts';
import type { Deed, House } from './perform.ts';

/** What places are judged by, as it was read at one time. */
export interface Reading {
  pages: readonly Page[];
  rooms: readonly Room[];
  tracks: readonly Track[];
  /** What those said who said anything. */
  people: readonly Availability[];
}

const groundOf = ({ summit, room, track }: Session): Key[] => [
  ...(room ? [roomKey(summit, room)] : []),
  ...(track ? [trackKey(summit, track)] : []),
];

/** Reads the pages of ledgers, with what the rooms, the tracks and the people ask for: one BatchGet. */
export const readFor = async (
  table: Table,
  pages: readonly PageOf[],
  { sessions, people }: { sessions: readonly Session[]; people: readonly string[] },
): Promise<Reading> => {
  const beside = [...sessions.flatMap(groundOf), ...[...new Set(people)].map(availabilityKey)];
  const read = await readPages(table, pages, beside);
  return {
    pages: read.pages,
    rooms: recordsOf(roomKind, read.items),
    tracks: recordsOf(trackKind, read.items),
    people: recordsOf(availabilityKind, read.items),
  };
};

/** The people whose time occupations take firmly. */
export const takenIn = (occupations: readonly Occupation[]): string[] =>
  occupations.flatMap(({ resource, firm }) => ('person' in resource && firm ? [resource.person] : []));

/** How each room and each person is guarded. */
export const guardsOf =
  ({ rooms, people }: Pick<Reading, 'rooms' | 'people'>) =>
  (resource: Resource): Guard => {
    if (!('room' in resource)) return guardOfPerson(people.find(({ person }) => person === resource.person));
    const room = rooms.find(({ summit, slug }) => summit === resource.summit && slug === resource.room);
    return room ? { policy: room.policy, parallel: room.parallel, changeover: room.changeover } : usually;
  };

/** Whether somebody may know of a session: then it is named to them. */
export const knowing =
  ({ caller }: Pick<Deed, 'caller'>) =>
  ({ summit, session }: SessionRef): boolean =>
    isInsider(caller, 'session', { summit, slug: session });

const ofPeople = async (
  house: House,
  deed: Pick<Deed, 'caller'>,
  changes: readonly Change[],
  reading: Reading,
  sessions: readonly Session[],
): Promise<Conflict[]> => {
  const seats = changes.flatMap(({ of, is }) =>
    is.flatMap((occupation) => {
      const { resource, firm } = occupation;
      const said = reading.people.find(({ person }) => 'person' in resource && firm && person === resource.person);
      return said ? [{ of, occupation, said }] : [];
    }),
  );
  const away = seats.flatMap(({ of, occupation, said }) => unavailable(of, occupation, said));
  const onTheWay = seats.filter(({ said }) => said.minutesBetween > 0);
  if (onTheWay.length === 0) return away;
  // Few people say how long they need, and then their next sessions have to be looked up.
  const { farApart } = await import('./ways.ts');
  return [...away, ...(await farApart(house, deed, onTheWay, reading.pages, sessions))];
};

/**
 * Everything that stands against what changes, told to whoever asks: clashes, what the rooms and tracks of `placed` do not allow, and what people
 * said. `reading` has the pages as they will be.
 */
export const conflictsOf = async (
  house: House,
  deed: Pick<Deed, 'caller'>,
  { clashes, changes, placed }: { clashes: readonly Clash[]; changes: readonly Change[]; placed: readonly Session[] },
  reading: Reading,
): Promise<Conflict[]> => {
  const mayKnow = knowing(deed);
  const places = placed.flatMap((session) => {
    const ofIt = ({ summit }: { summit: string }): boolean => summit === session.summit;
    return placeConflicts(session, {
      room: reading.rooms.find((room) => ofIt(room) && room.slug === session.room),
      track: reading.tracks.find((track) => ofIt(track) && track.slug === session.track),
    });
  });
  const people = await ofPeople(house, deed, changes, reading, placed);
  return [...clashes.map((clash) => conflictOf(clash, mayKnow(clash.with))), ...places, ...people];
};
