import { mayDo } from '../domain/access.ts';
import { isLoose } from '../domain/availability.ts';
import { type Conflict, type Override, unplaceable } from '../domain/conflict.ts';
import { refuseAll } from '../domain/error.ts';
import {
  booked,
  type Change,
  type Clash,
  daysOf,
  type Hold,
  mayTakeUp,
  nameOfResource,
  onlyChanged,
  type Page,
  pagesOf,
} from '../domain/ledger.ts';
import { isPlaced, occupationsOf, refOf, type Seating } from '../domain/occupation.ts';
import type { Session } from '../domain/session.ts';
import { availabilityKind } from '../table/availability.ts';
import { unchanged } from '../table/item.ts';
import { type PageOf, writeHolds, writePage } from '../table/ledger.ts';
import { roomKind } from '../table/room.ts';
import { trackKind } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import { conflictsOf, guardsOf, type Reading, readFor, takenIn } from './judging.ts';
import type { Deed, House } from './perform.ts';

/** What a deed makes of one session, as far as it changes what the session occupies; without `is` it is gone, without `was` it is new. */
export interface SessionChange {
  was?: Seating | undefined;
  is?: Seating | undefined;
  /** Why it may be where something stands against it, instead of what the deed says for all. */
  override?: Override | undefined;
}

/** What it takes to book it, and what was let through: warnings, and what somebody overrode. */
export interface Booking {
  writes: Write[];
  conflicts: Conflict[];
  /** What it was judged by, with the ledgers as they will be; not where only holds change. */
  after?: Reading;
}

const changeOf = ({ was, is }: SessionChange): Change[] => {
  const session = (is ?? was)?.session;
  if (!session) return [];
  return [onlyChanged({ of: refOf(session), was: was ? occupationsOf(was) : [], is: is ? occupationsOf(is) : [] })];
};

// Who is nominated, invited or leaves before they confirmed touches no claim: the pages need not be read.
const onlyHolds = ({ table }: House, { request }: Deed, changes: readonly Change[]): Write[] => {
  mayTakeUp(changes.flatMap(({ was, is }) => [...was, ...is]));
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

const isMoved = ({ was, is }: SessionChange): boolean =>
  is !== undefined &&
  isPlaced(is.session) &&
  (was === undefined ||
    !isPlaced(was.session) ||
    was.session.room !== is.session.room ||
    was.session.start !== is.session.start ||
    was.session.end !== is.session.end ||
    was.session.track !== is.session.track);

/** How a deed deals with what stands in its way. */
export interface Standing {
  override?: Override | undefined;
  /** How it is told, by whoever knows more of those whose time it is: the refusal that is thrown. */
  refusal?: ((conflicts: readonly Conflict[], clashes: readonly Clash[]) => Promise<Error>) | undefined;
}

// A block that is overridden is seen by whoever may, and stays on record with its reason.
const mayStand = async (
  deed: Deed,
  sessions: readonly SessionChange[],
  { conflicts, clashes }: { conflicts: readonly Conflict[]; clashes: readonly Clash[] },
  { override, refusal }: Standing,
): Promise<void> => {
  const blocked = new Set(conflicts.filter(({ level }) => level === 'block').map(({ session }) => session));
  if (blocked.size === 0) return;
  const inTheWay = sessions.filter(({ is }) => is && blocked.has(is.session.slug));
  if (!inTheWay.every((one) => one.override ?? override))
    throw (await refusal?.(conflicts, clashes)) ?? unplaceable(conflicts);
  for (const { is } of inTheWay)
    if (is) mayDo(deed.caller, 'placement:override', { ...is.session, session: is.session.slug });
};

const pageName = ({ resource, day }: PageOf): string => `${nameOfResource(resource)} ${day}`;

/** The reading once the ledgers are as they will be. */
const turnedInto = (reading: Reading, pages: readonly Page[]): Reading => {
  const after = new Map(pages.map((page) => [pageName(page), page]));
  return { ...reading, pages: reading.pages.map((page) => after.get(pageName(page)) ?? page) };
};

// What lets a place be is held to be so still: rooms and tracks may be shut or narrowed, and people may take back what they allowed.
const heldTo = ({ table }: House, { rooms, tracks, people }: Reading): Write[] => [
  ...rooms.map((room) => unchanged(table, roomKind, room)),
  ...tracks.map((track) => unchanged(table, trackKind, track)),
  ...people.filter(isLoose).map((said) => unchanged(table, availabilityKind, said)),
];

// A room can be named in the deed itself, and is looked up with everything else.
const roomsExist = (sessions: readonly Session[], { rooms }: Reading): void =>
  refuseAll(
    sessions
      .filter(({ summit, room }) => room && !rooms.some((one) => one.summit === summit && one.slug === room))
      .map(({ room }) => ({
        pointer: '/room',
        detail: `There is no room "${room}". Create it first, or leave the field out.`,
      })),
  );

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
  const moved = sessions.filter(isMoved).flatMap(({ is }) => is ?? []);
  const isFirm = changes.some(({ was, is }) => [...was, ...is].some(({ firm }) => firm));
  if (!isFirm && moved.length === 0) return { writes: onlyHolds(house, deed, changes), conflicts: [] };
  const placed = moved.map(({ session }) => session);
  const whole = moved.map((seating) => ({ of: refOf(seating.session), was: [], is: occupationsOf(seating) }));
  const people = takenIn([...changes, ...whole].flatMap(({ is }) => is));
  const reading = await readFor(table, pagesOf([...changes, ...whole]), { sessions: placed, people });
  roomsExist(placed, reading);
  const { pages, clashes } = booked(reading.pages, changes, guardsOf(reading));
  const after = turnedInto(reading, pages);
  const conflicts = await conflictsOf(house, deed, { clashes, changes, placed }, after);
  await mayStand(deed, sessions, { conflicts, clashes }, standing);
  const before = new Map(reading.pages.map((page) => [pageName(page), page]));
  return {
    writes: [
      ...pages.flatMap((page) => {
        const was = before.get(pageName(page));
        return was ? [writePage(table, was, page, deed.request)] : [];
      }),
      ...heldTo(house, reading),
    ],
    conflicts,
    after,
  };
};
