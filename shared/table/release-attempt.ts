import { dayMs, later } from '../domain/when.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { atVersion } from './item.ts';
import { collections, type Key, releaseAttemptKey } from './key.ts';
import { markOf } from './mark.ts';
import { Raced, type Write } from './transact.ts';

/** A release that is being made: it is written down before anything is read for it, so that whoever takes a name away knows of it. */
export interface Attempt {
  summit: string;
  batch: string;
}

export const attemptType = 'release-attempt';

/** Longer than any request lives: what is left of an attempt then is nobody's. */
const graceMs = dayMs / 96;

export const beginAttempt = (
  table: Table,
  { summit, batch }: Attempt,
  { request, at }: { request: string; at: Date },
): Promise<void> =>
  table.batchWrite([
    {
      ...markOf(releaseAttemptKey(summit, batch), attemptType, request, { summit, batch }),
      ...duePlace(later(at, graceMs), batch),
    },
  ]);

/** Nothing came of it, and nothing lies under its batch. */
export const dropAttempt = (table: Table, { summit, batch }: Attempt): Promise<void> =>
  table.batchWrite([], [releaseAttemptKey(summit, batch)]);

/** The attempt comes to a release, for its transaction: as long as nobody revoked it. */
export const endAttempt = (table: Table, { summit, batch }: Attempt): Write => ({
  action: { Delete: atVersion(table, releaseAttemptKey(summit, batch), 1) },
  refuse: () => new Raced(),
});

/** The attempt comes to nothing any more; whoever makes it begins anew. */
export const revokeAttempt = (table: Table, { summit, batch }: Attempt, request: string): Write => ({
  action: {
    Update: {
      TableName: table.name,
      Key: releaseAttemptKey(summit, batch),
      UpdateExpression: 'SET #version = :revoked, #request = :request',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#version': 'version', '#request': 'request' },
      ExpressionAttributeValues: { ':revoked': 2, ':request': request },
    },
  },
  refuse: () => new Raced(),
});

/** The releases that are being made of a summit's programme. */
export const attemptsOf = async (table: Table, summit: string): Promise<Attempt[]> =>
  (await table.all(collections.releaseAttemptsOf(summit))).map(({ batch }) => ({ summit, batch: String(batch) }));

/** An attempt, and whether it was revoked. */
export const findAttempt = async (table: Table, key: Key): Promise<(Attempt & { revoked: boolean }) | undefined> => {
  const item = await table.get(key);
  return item && { summit: String(item.summit), batch: String(item.batch), revoked: item.version !== 1 };
};

/** Leaves nothing of what was written for an attempt. */
export const clearAttempt = async (table: Table, attempt: Attempt): Promise<void> => {
  const items = await table.all(collections.cardsOf(attempt.summit, attempt.batch));
  await table.batchWrite(
    [],
    items.map(({ pk, sk }) => ({ pk, sk })),
  );
  await dropAttempt(table, attempt);
};
