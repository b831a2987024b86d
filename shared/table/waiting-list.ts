import { WaitingOrder } from '../domain/waiting-list.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, save } from './item.ts';
import { waitingListKey } from './key.ts';
import type { Write } from './transact.ts';

export const waitingListKind: Kind<WaitingOrder> = {
  type: 'waiting-list',
  schema: 1,
  record: WaitingOrder,
  key: ({ summit, track }) => waitingListKey(summit, track),
};

/** The order of a track's waiting list; undefined where nobody was ever put on it. */
export const findWaitingOrder = (table: Table, summit: string, track: string): Promise<WaitingOrder | undefined> =>
  findRecord(table, waitingListKind, waitingListKey(summit, track));

/** Writes it over the one that was read, or as the first. */
export const saveWaitingOrder = (
  table: Table,
  { summit, track }: Pick<WaitingOrder, 'summit' | 'track'>,
  { before, order }: { before: WaitingOrder | undefined; order: string[] },
  request: string,
): Write => save(table, waitingListKind, { before, after: { summit, track, version: 1, order } }, request);
