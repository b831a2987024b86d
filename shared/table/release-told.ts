import { type Instant, toInstant } from '../domain/when.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { type Key, releaseTellingKey, releaseToldKey } from './key.ts';
import { clear, markOf, put, putNew } from './mark.ts';
import type { Write } from './transact.ts';

/** That the people whom a release concerns are still to be told of it. */
export interface ReleaseTelling {
  summit: string;
  release: string;
  since: Instant;
}

const type = 'release-telling';

/** What is due is of this type. */
export const releaseTellings = { type } as const;

/** Says that a release is to be told of, in the transaction that makes it. */
export const tellOfRelease = (
  table: Table,
  { summit, release }: Pick<ReleaseTelling, 'summit' | 'release'>,
  { at, request }: { at: Date; request: string },
): Write => {
  const telling: ReleaseTelling = { summit, release, since: toInstant(at) };
  const says = { telling, ...duePlace(telling.since, `${summit}/${release}`) };
  return put(table, markOf(releaseTellingKey(summit, release), type, request, says));
};

/** What is to be told, if it has not been. */
export const findReleaseTelling = async (table: Table, key: Key): Promise<ReleaseTelling | undefined> =>
  (await table.get(key))?.telling as ReleaseTelling | undefined;

/** Everybody has been told. */
export const releaseTold = (table: Table, { summit, release }: ReleaseTelling): Write =>
  clear(table, releaseTellingKey(summit, release));

/** Says that somebody was told of a release, in the transaction that orders their mail: once. */
export const toldOfRelease = (
  table: Table,
  { summit, release }: ReleaseTelling,
  whom: string,
  request: string,
): Write => putNew(table, markOf(releaseToldKey(summit, release, whom), 'release-told', request));

/** Whether somebody was told of a release. */
export const wasToldOfRelease = async (
  table: Table,
  { summit, release }: ReleaseTelling,
  whom: string,
): Promise<boolean> => (await table.get(releaseToldKey(summit, release, whom))) !== undefined;
