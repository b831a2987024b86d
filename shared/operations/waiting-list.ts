import type { Session } from '../domain/session.ts';
import { inLine, reordered, type WaitingOrder } from '../domain/waiting-list.ts';
import type { Table } from '../table/client.ts';
import { lists } from '../table/key.ts';
import { findSessions } from '../table/session.ts';
import { getTrack } from '../table/track.ts';
import { findWaitingOrder, saveWaitingOrder } from '../table/waiting-list.ts';
import { type Deed, type House, madeFrom, perform } from './perform.ts';

/** A track's waiting list as it stands. */
export interface WaitingList {
  track: string;
  /** That of the order; 0 where nobody was ever put in one. */
  version: number;
  waiting: Session[];
}

interface Found {
  order: WaitingOrder | undefined;
  waiting: Session[];
}

// Whom the order names is read as they are, and the index says who else waits.
const find = async (table: Table, summit: string, track: string): Promise<Found> => {
  const [order, items] = await Promise.all([
    findWaitingOrder(table, summit, track),
    table.all({ pk: lists.sessionsOf(summit), index: 'list' }),
    getTrack(table, summit, track),
  ]);
  const cards = items.map(({ card }) => card as Pick<Session, 'slug' | 'state' | 'track'>);
  const listed = cards.filter((card) => card.state === 'waitlisted' && card.track === track).map(({ slug }) => slug);
  const sessions = await findSessions(table, summit, [...new Set([...(order?.order ?? []), ...listed])]);
  const waiting = [...sessions.values()].filter((one) => one.state === 'waitlisted' && one.track === track);
  return { order, waiting: inLine(order?.order ?? [], waiting) };
};

const listOf = (track: string, { order, waiting }: Found): WaitingList => ({
  track,
  version: order?.version ?? 0,
  waiting,
});

/** Errors: `not-found` of the track. */
export const readWaitingList = async (table: Table, summit: string, track: string): Promise<WaitingList> =>
  listOf(track, await find(table, summit, track));

/** Puts a track's waiting list in another order, all of it or nothing. Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const reorderWaiting = (
  house: House,
  deed: Deed,
  summit: string,
  { track, order }: { track: string; order: readonly string[] },
): Promise<WaitingList> => {
  const { table } = house;
  return perform(house, deed, {
    may: { deed: 'decision:write', of: { summit } },
    read: () => find(table, summit, track),
    decide: (found) => {
      madeFrom(deed, listOf(track, found));
      const slugs = reordered(
        found.waiting.map(({ slug }) => slug),
        order,
      );
      const { version, waiting } = listOf(track, { ...found, waiting: inLine(slugs, found.waiting) });
      return {
        writes: [saveWaitingOrder(table, { summit, track }, { before: found.order, order: slugs }, deed.request)],
        answer: { track, version: version + 1, waiting },
      };
    },
  });
};
