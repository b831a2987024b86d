import { AvailabilityDraft } from '../../shared/domain/availability.ts';
import { type Conflict, unplaceable } from '../../shared/domain/conflict.ts';
import { placedAt, PlacementDraft, placementOf } from '../../shared/domain/placement.ts';
import { shiftedIn } from '../../shared/domain/shifted.ts';
import type { Summit } from '../../shared/domain/summit.ts';
import { problemOf } from '../../shared/http/problem.ts';
import { person, panelist, room, session, summit } from './reference-records.ts';

const zoned: Summit = { ...summit, zone: summit.zone ?? 'Europe/Paris' };
const passage = { at: '2027-01-15T10:00:00Z', by: 'amira' };
const placed = placedAt(
  { ...session, state: 'accepted' },
  PlacementDraft().parse({ room: room.slug, start: '2027-03-10T10:00', minutes: 90 }),
  { summit: zoned, track: undefined },
  passage,
);
const { state, version, start, end, local, zone } = placed;
const seated = { session: placed, panel: [{ ...panelist, state: 'confirmed' as const }], crew: [] };

const inTheWay: Conflict = {
  kind: 'room-taken',
  level: 'block',
  session: 'rc-8',
  room: room.slug,
  with: { summit: summit.slug, session: session.slug, reference: session.reference },
  overlap: { start: start ?? '', end: end ?? '' },
  detail: `The room "${room.slug}" is taken by "${session.reference}" from ${start} to ${end}. Choose another room or time.`,
};

export const placement = placementOf(seated, { conflicts: [], held: [] });

export const moveAnswers = {
  moves: [
    {
      session: session.slug,
      status: 'placed',
      placement: { state, version: version + 1, room: room.slug, start, end, local, zone, warnings: [] },
    },
    { session: 'rc-8', status: 'refused', problem: problemOf(unplaceable([inTheWay]), 'request-1') },
  ],
};

const [first] = shiftedIn(zoned, [{ ...placed, local: { start: '2027-03-10T11:00', end: '2027-03-10T12:30' } }]);
export const shifted = first;

export const availability = {
  ...AvailabilityDraft().parse({
    free: [{ start: '2027-03-10T08:00:00Z', end: '2027-03-10T17:00:00Z' }],
    minutesBetween: 20,
  }),
  person: person.id,
  version: 1,
};
