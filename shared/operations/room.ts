import { DomainError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { openRoom, reviseRoom, type Room, type RoomDraft } from '../domain/room.ts';
import { getRoom, roomKind } from '../table/room.ts';
import { getSummit } from '../table/summit.ts';
import type { Deed, House } from './perform.ts';
import type { Permission } from './permission.ts';
import { change, create, itself, pass } from './record.ts';

const writing = (summit: string): Permission => ({ deed: 'room:write', of: { summit } });

const taken = ({ summit, slug }: Room): DomainError =>
  new DomainError('slug-taken', `The summit already has a room "${slug}". Choose another slug.`, {
    conflictsWith: `/api/v1/summits/${summit}/rooms/${slug}`,
  });

/** Errors: `invalid`, `not-found` of the summit, `slug-taken`. */
export const createRoom = (house: House, deed: Deed, summit: string, draft: RoomDraft): Promise<Room> => {
  const room = openRoom(summit, draft);
  return create(house, deed, roomKind, {
    may: writing(summit),
    read: () => getSummit(house.table, summit),
    decide: () => room,
    taken,
  });
};

/** Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changeRoom = (
  house: House,
  deed: Deed,
  summit: string,
  room: string,
  patched: (room: Room) => RoomDraft,
): Promise<Room> =>
  change(house, deed, roomKind, {
    ...itself(writing(summit), () => getRoom(house.table, summit, room)),
    decide: (found) => reviseRoom(found, patched(found)),
  });

/** Errors: `not-found`, `wrong-state`. */
export const passRoom = (
  house: House,
  deed: Deed,
  summit: string,
  room: string,
  to: { to: StateOf<'room'>; reason?: string | undefined },
): Promise<Room> =>
  pass(
    house,
    deed,
    roomKind,
    'room',
    to,
    itself(writing(summit), () => getRoom(house.table, summit, room)),
  );
