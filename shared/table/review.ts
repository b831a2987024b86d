import { Review, type Tallied, tallied } from '../domain/review.ts';
import { absent } from './absent.ts';
import type { Item, Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { reviewKey, scoreKey } from './key.ts';
import { Raced, type Write } from './transact.ts';

export const reviewKind: Kind<Review> = {
  type: 'review',
  schema: 1,
  record: Review,
  key: ({ summit, session, slug }) => reviewKey(summit, session, slug),
};

/** Errors: `not-found`. */
export const getReview = async (table: Table, summit: string, session: string, review: string): Promise<Review> =>
  (await findRecord(table, reviewKind, reviewKey(summit, session, review))) ?? absent('review');

/** Adds what a review says now, and takes away what it said before: two reviewers at once do not wait for each other. */
export const addScore = (
  table: Table,
  { summit, session }: Pick<Review, 'summit' | 'session'>,
  { before, after }: { before?: Review; after: Review },
  request: string,
): Write => {
  const [was, is] = [tallied(before), tallied(after)];
  return {
    action: {
      Update: {
        TableName: table.name,
        Key: scoreKey(summit, session),
        UpdateExpression:
          'ADD #sum :sum, #count :count SET #type = :type, #schema = :one, #version = :one, #request = :request',
        ExpressionAttributeNames: {
          '#sum': 'sum',
          '#count': 'count',
          '#type': 'type',
          '#schema': 'schema',
          '#version': 'version',
          '#request': 'request',
        },
        ExpressionAttributeValues: {
          ':sum': is.sum - was.sum,
          ':count': is.count - was.count,
          ':type': 'score',
          ':one': 1,
          ':request': request,
        },
      },
    },
    refuse: () => new Raced(),
  };
};

const talliedIn = ({ sum, count }: Item): Tallied => ({ sum: Number(sum ?? 0), count: Number(count ?? 0) });

/** What the reviews of several sessions come to, in one round trip. */
export const scoresOf = async (
  table: Table,
  summit: string,
  sessions: readonly string[],
): Promise<(session: string) => Tallied> => {
  const items = sessions.length > 0 ? await table.batchGet(sessions.map((one) => scoreKey(summit, one))) : [];
  const found = new Map(items.map((item) => [item.pk, talliedIn(item)]));
  return (session) => found.get(scoreKey(summit, session).pk) ?? { sum: 0, count: 0 };
};
