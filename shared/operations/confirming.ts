import { type Conflict, unplaceable } from '../domain/conflict.ts';
import { DomainError } from '../domain/error.ts';
import type { Given } from '../domain/invitation.ts';
import type { Clash } from '../domain/ledger.ts';
import { type Panelist, stoodFor } from '../domain/panelist.ts';
import type { Session } from '../domain/session.ts';
import type { Key } from '../table/key.ts';
import type { Write } from '../table/transact.ts';
import type { Standing } from './booking.ts';
import { released } from './credit.ts';
import { givenBack, type GivenUp, givenUpWrites } from './instead.ts';
import { isLeaving, panelBooking, placeWrites } from './panelist.ts';
import { type Deed, type House, passageOf } from './perform.ts';

/** A place that somebody answers for, with the confirmed places elsewhere that they give up for it. */
interface Answering extends Standing {
  session: Session;
  before: Panelist;
  after: Panelist;
  places: readonly GivenUp[];
  by: Given['by'];
}

const keyOf = ({ Key, Item }: { Key?: object | undefined; Item?: object | undefined }): string => {
  const { pk, sk } = (Key ?? Item) as Key;
  return `${pk} ${sk}`;
};

/** What is written over the version that was read need not be held to that version besides, and may not: a transaction names each item once. */
export const onceEach = (writes: readonly Write[]): Write[] => {
  const changed = new Set(
    writes.flatMap(({ action: { Put, Update, Delete } }) =>
      [Put, Update, Delete].flatMap((one) => (one ? keyOf(one) : [])),
    ),
  );
  return writes.filter(({ action: { ConditionCheck } }) => !ConditionCheck || !changed.has(keyOf(ConditionCheck)));
};

/** What it takes to answer for a place: one transaction with all that is given up for it. Errors: those of bookingWrites. */
export const answeringWrites = async (
  house: House,
  deed: Deed,
  { session, before, after, places, by, ...standing }: Answering,
): Promise<{ writes: Write[]; panelist: Panelist }> => {
  const timing = { ...standing, also: places.map(givenBack) };
  const booking = await panelBooking(house, deed, session, [{ before, after }], timing);
  const panelist = stoodFor(after, booking.conflicts, standing.override, passageOf(deed));
  return {
    panelist,
    writes: [
      ...(await placeWrites(house, deed, session, before, panelist)),
      ...(await released(house, deed, [{ before, after }, ...places].filter(isLeaving))),
      ...(await givenUpWrites(house, deed, places, by)),
      ...booking.writes,
    ],
  };
};

/** Refuses an organizer's confirmation for what is in the way, and says how it can be let through. */
export const orInstead = async (conflicts: readonly Conflict[], clashes: readonly Clash[]): Promise<Error> => {
  const refusal = unplaceable(conflicts);
  if (clashes.length === 0) return refusal;
  return new DomainError(
    refusal.code,
    `${refusal.message} Or send "insteadOf" if they give that one up for this, or "override" with a reason.`,
    { ...(refusal.conflictsWith ? { conflictsWith: refusal.conflictsWith } : {}), also: { ...refusal.also } },
  );
};
