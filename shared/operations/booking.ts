import { isInsider, mayDo } from '../domain/access.ts';
import { type Conflict, conflictOf, type Override, unplaceable } from '../domain/conflict.ts';
import {
  booked,
  type Change,
  type Clash,
  daysOf,
  type Guard,
  type Hold,
  nameOfResource,
  onlyChanged,
  pagesOf,
  type Resource,
  usually,
} from '../domain/ledger.ts';
import { isPlaced, occupationsOf, refOf, type Seating } from '../domain/occupation.ts';
import { placeConflicts } from '../domain/place-conflict.ts';
import type { Room } from '../domain/room.ts';
import type { Track } from '../domain/track.ts';
import { recordsOf, unchanged } from '../table/item.ts';
import { roomKey, trackKey } from '../table/key.ts';
import { type PageOf, readPages, writeHolds, writePage } from '../table/ledger.ts';
import { roomKind } from '../table/room.ts';
import { trackKind } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import type { Deed, House } from './perform.ts';

/** What a deed makes of one session, as far as it changes what the session occupies; without `is` it is gone, without `was` it is new. */
export interface SessionChange {
  was?: Seating | undefined;
  is?: Seating | undefined;
}

/** What it takes to book it, and what was let through: warnings, and what somebody overrode. */
export interface Booking {
  writes: Write[];
  conflicts: Conflict[];
}

const changeOf = ({ was, is }: SessionChange): Change[] => {
  const session = (is ?? was)?.session;
  if (!session) return [];
  return [onlyChanged({ of: refOf(session), was: was ? occupationsOf(was) : [], is: is ? occupationsOf(is) : [] })];
};

// Who is nominated, invited or leaves before they confirmed touches no claim: the pages need not be read.
const onlyHolds = ({ table }: House, { request }: Deed, changes: readonly Change[]): Write[] => {
  const pages = new Map<string, { page: PageOf; held: Hold[]; gone: Hold[] }>();
  for (const { of, was, is } of changes)
    for (const [occupations, state] of [[was, 'gone'] as const, [is, 'held'] as const])
      for (const { resource, start, end, by } of occupations)
        for (const day of daysOf({ start, end })) {
          const name = `${nameOfResource(resource)} ${day}`;
          const at = pages.get(name) ?? { page: { resource, day }, held: [], gone: [] };
          pages.set(name, { ...at, [state]: [...at[state], { ...of, start, end, by }] });
        }
  return [...pages.values()].map(({ page, ...holds }) => writeHolds(table, page, holds, request));
};

// Somebody hears of a clash between their own sessions; what others do is named to whoever may know of it.
const told = ({ caller }: Deed, clash: Clash): Conflict =>
  conflictOf(clash, isInsider(caller, 'session', { summit: clash.with.summit, slug: clash.with.session }));

const isMoved = ({ was, is }: SessionChange): boolean =>
  is !== undefined &&
  isPlaced(is.session) &&
  (was === undefined ||
    !isPlaced(was.session) ||
    was.session.room !== is.session.room ||
    was.session.start !== is.session.start ||
    was.session.end !== is.session.end ||
    was.session.track !== is.session.track);

const guardsOf =
  (rooms: readonly Room[]) =>
  (resource: Resource): Guard => {
    if (!('room' in resource)) return usually;
    const room = rooms.find(({ summit, slug }) => summit === resource.summit && slug === resource.room);
    return room ? { policy: 'block', parallel: room.parallel, changeover: room.changeover } : usually;
  };

const groundKeys = (changes: readonly SessionChange[]) =>
  changes.filter(isMoved).flatMap(({ is }) => {
    if (!is) return [];
    const { summit, room, track } = is.session;
    return [...(room ? [roomKey(summit, room)] : []), ...(track ? [trackKey(summit, track)] : [])];
  });

const judged = (changes: readonly SessionChange[], rooms: readonly Room[], tracks: readonly Track[]): Conflict[] =>
  changes.filter(isMoved).flatMap(({ is }) =>
    is
      ? placeConflicts(is.session, {
          room: rooms.find(({ slug }) => slug === is.session.room),
          track: tracks.find(({ slug }) => slug === is.session.track),
        })
      : [],
  );

/** How a deed deals with what stands in its way. */
export interface Standing {
  override?: Override | undefined;
  /** How it is told, by whoever knows more of those whose time it is: the refusal that is thrown. */
  refusal?: ((conflicts: readonly Conflict[], clashes: readonly Clash[]) => Promise<Error>) | undefined;
}

// A block that is overridden is seen by whoever may, and stays on record with its reason.
const mayStand = async (
  deed: Deed,
  changes: readonly SessionChange[],
  { conflicts, clashes }: { conflicts: readonly Conflict[]; clashes: readonly Clash[] },
  { override, refusal }: Standing,
): Promise<void> => {
  if (!conflicts.some(({ level }) => level === 'block')) return;
  if (!override) throw (await refusal?.(conflicts, clashes)) ?? unplaceable(conflicts);
  for (const { is } of changes)
    if (is) mayDo(deed.caller, 'placement:override', { ...is.session, session: is.session.slug });
};

/**
 * The writes that take every touched ledger from what sessions occupied to what they will, on the condition that nobody claimed anything there in the
 * meantime. It reads once, and not at all where only holds change. Whoever was overtaken reads and decides again, and finds who was faster.
 * Errors: `room-taken`, `person-taken`, `not-placeable`, `too-many-at-once`; `forbidden` to who may not override.
 */
export const bookingWrites = async (
  house: House,
  deed: Deed,
  sessions: readonly SessionChange[],
  standing: Standing = {},
): Promise<Booking> => {
  const { table } = house;
  const changes = sessions.flatMap(changeOf).filter(({ was, is }) => was.length + is.length > 0);
  const touched = pagesOf(changes);
  const isFirm = changes.some(({ was, is }) => [...was, ...is].some(({ firm }) => firm));
  if (!isFirm && !sessions.some(isMoved)) return { writes: onlyHolds(house, deed, changes), conflicts: [] };
  const read = await readPages(table, touched, groundKeys(sessions));
  const [rooms, tracks] = [recordsOf(roomKind, read.items), recordsOf(trackKind, read.items)];
  const { pages, clashes } = booked(read.pages, changes, guardsOf(rooms));
  const conflicts = [...clashes.map((clash) => told(deed, clash)), ...judged(sessions, rooms, tracks)];
  await mayStand(deed, sessions, { conflicts, clashes }, standing);
  const before = new Map(read.pages.map((page) => [`${nameOfResource(page.resource)} ${page.day}`, page]));
  return {
    writes: [
      ...pages.flatMap((page) => {
        const was = before.get(`${nameOfResource(page.resource)} ${page.day}`);
        return was ? [writePage(table, was, page, deed.request)] : [];
      }),
      ...rooms.map((room) => unchanged(table, roomKind, room)),
    ],
    conflicts,
  };
};
