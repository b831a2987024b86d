import { DomainError, type FieldError, refuseAll } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { openTrack, reviseTrack, type Track, type TrackDraft } from '../domain/track.ts';
import { getTrack, trackKind } from '../table/track.ts';
import { recordsOf } from '../table/item.ts';
import { roomKey } from '../table/key.ts';
import { roomKind } from '../table/room.ts';
import { getSummit } from '../table/summit.ts';
import type { Deed, House } from './perform.ts';
import type { Permission } from './permission.ts';
import { change, create, itself, pass } from './record.ts';

const writing = (summit: string): Permission => ({ deed: 'track:write', of: { summit } });

const taken = ({ summit, slug }: Track): DomainError =>
  new DomainError('slug-taken', `The summit already has a track "${slug}". Choose another slug.`, {
    conflictsWith: `/api/v1/summits/${summit}/tracks/${slug}`,
  });

/** The rooms that a track's draft names and that are not there. */
export const unknownToTrack = async (
  { table }: House,
  summit: string,
  { rooms }: Pick<TrackDraft, 'rooms'>,
): Promise<readonly FieldError[]> => {
  const items = rooms.length > 0 ? await table.batchGet(rooms.map((room) => roomKey(summit, room))) : [];
  const there = new Set(recordsOf(roomKind, items).map(({ slug }) => slug));
  return rooms.flatMap((room, at) =>
    there.has(room) ? [] : [{ pointer: `/rooms/${at}`, detail: `There is no room "${room}". Create it first.` }],
  );
};

/** Errors: `invalid`, `not-found` of the summit, `slug-taken`. */
export const createTrack = (house: House, deed: Deed, summit: string, draft: TrackDraft): Promise<Track> => {
  const track = openTrack(summit, draft);
  return create(house, deed, trackKind, {
    may: writing(summit),
    read: async () => {
      const [of, missing] = await Promise.all([getSummit(house.table, summit), unknownToTrack(house, summit, draft)]);
      refuseAll(missing);
      return of;
    },
    decide: () => track,
    taken,
  });
};

/** Changes a track; a smaller panel binds who comes from then on. Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changeTrack = (
  house: House,
  deed: Deed,
  summit: string,
  track: string,
  patched: (track: Track) => TrackDraft,
): Promise<Track> =>
  change(house, deed, trackKind, {
    ...itself(writing(summit), () => getTrack(house.table, summit, track)),
    decide: async (found) => {
      const draft = patched(found);
      const revised = reviseTrack(found, draft);
      refuseAll(await unknownToTrack(house, summit, draft));
      return revised;
    },
  });

/** Errors: `not-found`, `wrong-state`. */
export const passTrack = (
  house: House,
  deed: Deed,
  summit: string,
  track: string,
  to: { to: StateOf<'track'>; reason?: string | undefined },
): Promise<Track> =>
  pass(
    house,
    deed,
    trackKind,
    'track',
    to,
    itself(writing(summit), () => getTrack(house.table, summit, track)),
  );
