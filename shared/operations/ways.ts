import type { Availability } from '../domain/availability.ts';
import type { Conflict } from '../domain/conflict.ts';
import {
  type Claim,
  daysOf,
  nameOfResource,
  type Occupation,
  type Page,
  type SessionRef,
  type Span,
} from '../domain/ledger.ts';
import type { Session } from '../domain/session.ts';
import { later } from '../domain/when.ts';
import { recordsOf } from '../table/item.ts';
import { sessionKey } from '../table/key.ts';
import { type PageOf, readPages } from '../table/ledger.ts';
import { sessionKind } from '../table/session.ts';
import type { Deed, House } from './perform.ts';
import { knowing } from './judging.ts';

/** Somebody's time that a session takes, and what they said. */
export interface Seat {
  of: SessionRef;
  occupation: Occupation;
  said: Availability;
}

const around = ({ occupation: { start, end }, said }: Seat): Span => ({
  start: later(start, -said.minutesBetween * 60_000),
  end: later(end, said.minutesBetween * 60_000),
});

const nameOf = ({ resource, day }: PageOf): string => `${nameOfResource(resource)} ${day}`;

// Those that end shortly before, or begin shortly after: what meets it is a clash, and told as that.
const nearby = (seat: Seat, pages: readonly Page[]): Claim[] => {
  const { of, occupation } = seat;
  const { start, end } = around(seat);
  const claims = pages
    .filter(({ resource }) => nameOfResource(resource) === nameOfResource(occupation.resource))
    .flatMap((page) => page.claims)
    .filter(({ summit, session }) => !(summit === of.summit && session === of.session))
    .filter(
      (claim) =>
        (claim.end <= occupation.start && claim.end > start) || (claim.start >= occupation.end && claim.start < end),
    );
  return [...new Map(claims.map((claim) => [`${claim.summit} ${claim.session}`, claim])).values()];
};

const gapBetween = ({ occupation }: Seat, claim: Claim): number => {
  const ms =
    claim.end <= occupation.start
      ? Date.parse(occupation.start) - Date.parse(claim.end)
      : Date.parse(claim.start) - Date.parse(occupation.end);
  return Math.floor(ms / 60_000);
};

const isElsewhere = (one: Session | undefined, other: Session | undefined): boolean =>
  one?.room !== undefined && other?.room !== undefined && (one.summit !== other.summit || one.room !== other.room);

const told = (seat: Seat, claim: Claim, mayKnow: boolean): Conflict => {
  const { of, occupation, said } = seat;
  const { summit, session, reference } = claim;
  const gap = gapBetween(seat, claim);
  return {
    kind: 'far-apart',
    level: 'warn',
    session: of.session,
    person: said.person,
    by: occupation.by,
    ...(mayKnow ? { with: { summit, session, reference } } : {}),
    detail: `Somebody of "${of.reference}" (${occupation.by}) has ${gap === 1 ? '1 minute' : `${gap} minutes`} between it and ${mayKnow ? `"${reference}"` : 'another session'} in another room, and needs ${said.minutesBetween}. Choose another time, or a nearer room.`,
  };
};

/**
 * Where somebody has less time from one room to another than they said that they need. `pages` are as they will be, as far as they were read;
 * `placed` are the sessions that change, as they will be.
 */
export const farApart = async (
  { table }: House,
  deed: Pick<Deed, 'caller'>,
  seats: readonly Seat[],
  pages: readonly Page[],
  placed: readonly Session[],
): Promise<Conflict[]> => {
  const known = new Set(pages.map(nameOf));
  const wanted = seats
    .flatMap((seat) => daysOf(around(seat)).map((day): PageOf => ({ resource: seat.occupation.resource, day })))
    .filter((page) => !known.has(nameOf(page)));
  const more = wanted.length > 0 ? (await readPages(table, wanted)).pages : [];
  const met = seats.flatMap((seat) => nearby(seat, [...pages, ...more]).map((claim) => ({ seat, claim })));
  if (met.length === 0) return [];
  const refs = met.flatMap(({ seat, claim }) => [seat.of, claim]);
  const isPlaced = ({ summit, session }: SessionRef): boolean =>
    placed.some((one) => one.summit === summit && one.slug === session);
  const keys = refs.filter((ref) => !isPlaced(ref)).map(({ summit, session }) => sessionKey(summit, session));
  const there = keys.length > 0 ? recordsOf(sessionKind, await table.batchGet(keys)) : [];
  const sessionOf = ({ summit, session }: SessionRef): Session | undefined =>
    [...placed, ...there].find((one) => one.summit === summit && one.slug === session);
  return met
    .filter(({ seat, claim }) => isElsewhere(sessionOf(seat.of), sessionOf(claim)))
    .map(({ seat, claim }) => told(seat, claim, knowing(deed)(claim)));
};
