import type { Conflict } from '../domain/conflict.ts';
import { unplaceable } from '../domain/conflict.ts';
import { DomainError, type FieldError } from '../domain/error.ts';
import { heldConflicts } from '../domain/held.ts';
import { booked, pagesOf } from '../domain/ledger.ts';
import { isPlaced, occupationsOf, refOf } from '../domain/occupation.ts';
import {
  hasPlace,
  isThere,
  placedAt,
  type Placement,
  type PlacementDraft,
  placementOf,
  takenOff,
} from '../domain/placement.ts';
import type { Session } from '../domain/session.ts';
import type { Summit } from '../domain/summit.ts';
import type { Track } from '../domain/track.ts';
import { toInstant } from '../domain/when.ts';
import { findRoom } from '../table/room.ts';
import { getSession, getWholeSession, type WholeSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { allTracks } from '../table/track.ts';
import { mostActions } from '../table/transact.ts';
import type { Standing } from './booking.ts';
import { conflictsOf, guardsOf, knowing, type Reading, readFor, takenIn } from './judging.ts';
import { type Deed, type House, madeFrom, passageOf, perform, type Plan } from './perform.ts';
import { referred, together } from './naming.ts';
import type { Permission } from './permission.ts';
import { type SessionMove, sessionWrites } from './session.ts';

/** A session's place as it stands, for whoever may see it: what is claimed, what is only held, and what stands against it. */
export const placementAt = async (
  house: House,
  deed: Pick<Deed, 'caller'>,
  whole: WholeSession,
  after?: Reading,
): Promise<Placement> => {
  const { session } = whole;
  if (!isPlaced(session)) return placementOf(whole, { conflicts: [], held: [] });
  const change = { of: refOf(session), was: [], is: occupationsOf(whole) };
  const reading =
    after ?? (await readFor(house.table, pagesOf([change]), { sessions: [session], people: takenIn(change.is) }));
  const { clashes } = booked(reading.pages, [change], guardsOf(reading));
  const conflicts = await conflictsOf(house, deed, { clashes, changes: [change], placed: [session] }, reading);
  return placementOf(whole, { conflicts, held: heldConflicts(reading.pages, change, knowing(deed)) });
};

const placing = ({ table }: House, summit: string, session: string): Permission => ({
  deed: 'placement:write',
  of: { summit, session },
  knows: () => [['session', getSession(table, summit, session)]],
});

/** A room that a placement names and that is not there. */
export const unknownToPlacement = async (
  { table }: House,
  summit: string,
  { room }: Pick<PlacementDraft, 'room'>,
): Promise<readonly FieldError[]> => {
  try {
    await referred(room, (one) => findRoom(table, summit, one), '/room', 'room');
    return [];
  } catch (error) {
    if (error instanceof DomainError && error.errors) return error.errors;
    throw error;
  }
};

// What a start is refused for is told beside a room that is not there, which else would be found only with the ledgers.
const placedThere = async (
  house: House,
  whole: WholeSession,
  draft: PlacementDraft,
  where: { summit: Summit; tracks: readonly Track[] },
  deed: Deed,
): Promise<Session> => {
  const { session } = whole;
  const track = where.tracks.find(({ slug }) => slug === session.track);
  const there = async () => placedAt(session, draft, { summit: where.summit, track }, passageOf(deed));
  try {
    return await there();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    await together([
      there(),
      referred(draft.room, (room) => findRoom(house.table, session.summit, room), '/room', 'room'),
    ]);
    throw error;
  }
};

/** The tracks of a summit, where a duration has to be looked up: in the same round trip as the session, whose track is not known yet. */
export const tracksFor = (
  { table }: House,
  summit: string,
  drafts: readonly Pick<PlacementDraft, 'minutes' | 'end'>[],
): Promise<Track[]> =>
  drafts.some(({ minutes, end }) => minutes === undefined && end === undefined)
    ? allTracks(table, summit)
    : Promise.resolve([]);

/** Refuses what would not fit into one transaction, before it is sent. Errors: `too-many-at-once`. */
export const mayFit = (writes: number, sessions: readonly Session[]): void => {
  if (writes <= mostActions) return;
  const first = sessions.slice(0, 3).map(({ reference }) => `"${reference}"`);
  const rest = sessions.length - first.length;
  const named = `${first.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  throw new DomainError(
    'too-many-at-once',
    sessions.length > 1
      ? `Placing ${named} together would write ${writes} records at once, and ${mostActions} fit. Move fewer sessions in one group.`
      : `Placing ${named} would write ${writes} records at once, and ${mostActions} fit: its panel, crew and organizations are too many. Give it its time before its panel is registered, or name fewer partners.`,
  );
};

/** The refusal of a place, with the nearest that the session could have. */
export const refusalWith =
  (house: House, deed: Deed, { whole, session }: SessionMove, summit: Summit, suggest: number) =>
  async (conflicts: readonly Conflict[]): Promise<DomainError> => {
    if (suggest === 0) return unplaceable(conflicts);
    const { suggestPlaces } = await import('./suggest-place.ts');
    const asked = { seating: { ...whole, session }, summit, now: toInstant(deed.at) };
    return unplaceable(conflicts, { suggestions: await suggestPlaces(house, asked, suggest) });
  };

/** What a session's place becomes, in one transaction. */
const movedTo = async (house: House, deed: Deed, move: SessionMove, standing: Standing): Promise<Plan<Placement>> => {
  const { writes, answers, after } = await sessionWrites(house, deed, [move], standing);
  mayFit(writes.length, [move.session]);
  const [session = move.session] = answers;
  return { writes, answer: await placementAt(house, deed, { ...move.whole, session }, after) };
};

/**
 * Gives a session its room and its time, or others: what it claims is taken from one place to the other in one transaction. Where it is already,
 * nothing is written. Three round trips. Errors: `not-found`, `stale`, `precondition-required`, `wrong-state`, `invalid`, `room-taken`,
 * `person-taken`, `not-placeable` (with as many of the nearest places as `suggest` asks for), `forbidden` to who may not override,
 * `too-many-at-once`.
 */
export const placeSession = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  { draft, suggest = 0 }: { draft: PlacementDraft; suggest?: number | undefined },
): Promise<Placement> =>
  perform(house, deed, {
    may: placing(house, summit, slug),
    read: () =>
      Promise.all([
        getWholeSession(house.table, summit, slug),
        getSummit(house.table, summit),
        tracksFor(house, summit, [draft]),
      ]),
    decide: async ([whole, of, tracks]): Promise<Plan<Placement>> => {
      madeFrom(deed, whole.session);
      const session = await placedThere(house, whole, draft, { summit: of, tracks }, deed);
      if (isThere(whole.session, session)) return { writes: [], answer: await placementAt(house, deed, whole) };
      const move = { whole, session };
      const refusal = refusalWith(house, deed, move, of, suggest);
      return movedTo(house, deed, move, { override: draft.override, refusal });
    },
  });

/**
 * Takes a session off its place; one that was scheduled waits for another. Errors: `not-found`, `stale`, `precondition-required`, `wrong-state` where
 * it has no place, or took place.
 */
export const takeOffSession = (house: House, deed: Deed, summit: string, slug: string): Promise<Placement> =>
  perform(house, deed, {
    may: placing(house, summit, slug),
    read: () => getWholeSession(house.table, summit, slug),
    decide: (whole) => {
      madeFrom(deed, whole.session);
      const session = takenOff(whole.session, passageOf(deed));
      if (!hasPlace(whole.session))
        throw new DomainError('wrong-state', 'The session has no place that it could be taken off.');
      return movedTo(house, deed, { whole, session }, {});
    },
  });
