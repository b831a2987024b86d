import type { Seat } from '../domain/consent.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Session } from '../domain/session.ts';
import type { Item, Table } from './client.ts';
import { recordsOf } from './item.ts';
import { mergedKey, panelistKey, seatKey, sessionKey } from './key.ts';
import { clear, markOf, put } from './mark.ts';
import { panelistKind } from './panelist.ts';
import { sessionKind } from './session.ts';
import type { Write } from './transact.ts';

/** Remembers a place with the person whose it is, so that none is missed when their name must go; who leaves a panel keeps it. */
export const keepSeat = (table: Table, person: string, { summit, session, panelist }: Seat, request: string): Write =>
  put(table, markOf(seatKey(person, panelist), 'seat', request, { seat: { summit, session, panelist } }));

/** The same for a place that is now another person's. */
export const dropSeat = (table: Table, person: string, { panelist }: Seat): Write =>
  clear(table, seatKey(person, panelist));

/** Among the items of a person's private collection: every place they were ever given. */
export const seatsIn = (items: readonly Item[]): Seat[] =>
  items.filter(({ type }) => type === 'seat').map(({ seat }) => seat as Seat);

/** Remembers with a person who turned out to be them, so that what is held under the other id is found with theirs. */
export const keepMerged = (table: Table, person: string, other: string, request: string): Write =>
  put(table, markOf(mergedKey(person, other), 'merged', request, { other }));

/** Among the items of a person's private collection: the ids under which they were known, too. */
export const mergedIn = (items: readonly Item[]): string[] =>
  items.filter(({ type }) => type === 'merged').map(({ other }) => other as string);

/** A place with the session it belongs to. */
export interface Place {
  panelist: Panelist;
  session: Session;
}

/** Those of these places that there are: one BatchGet for fifty. */
export const findPlaces = async (table: Table, seats: readonly Seat[]): Promise<Place[]> => {
  const items = await table.batchGet(
    seats.flatMap(({ summit, session, panelist }) => [
      panelistKey(summit, session, panelist),
      sessionKey(summit, session),
    ]),
  );
  const sessions = recordsOf(sessionKind, items);
  return recordsOf(panelistKind, items).flatMap((panelist) => {
    const session = sessions.find(({ summit, slug }) => summit === panelist.summit && slug === panelist.session);
    return session ? [{ panelist, session }] : [];
  });
};
