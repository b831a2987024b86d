import { DomainError } from '../domain/error.ts';
import { dayMs, later, toInstant } from '../domain/when.ts';
import { addressDigest } from './address.ts';
import type { Table } from './client.ts';
import { limitKey } from './key.ts';
import type { Write } from './transact.ts';

/** What is counted: mails of one purpose to one recipient (an address, or a person's id) on one UTC day. */
export interface Limit {
  purpose: string;
  recipient: string;
  most: number;
}

/**
 * Counts one more mail to a recipient, in the transaction of the deed that orders it: when as many were ordered today, the deed is refused.
 * Errors: `too-many-mails`, with the instant in `again` from which it may be tried.
 */
export const within = (table: Table, { purpose, recipient, most }: Limit, now: Date, request: string): Write => {
  const day = toInstant(now).slice(0, 10);
  const again = later(day, dayMs);
  return {
    action: {
      Update: {
        TableName: table.name,
        Key: limitKey(purpose, addressDigest(recipient), day),
        UpdateExpression:
          'ADD #count :one SET #type = :type, #schema = :one, #version = :one, #request = :request, expires = :expires',
        // Counted once for a request, also when its own answer was lost.
        ConditionExpression: 'attribute_not_exists(#count) OR (#count < :most AND #request <> :request)',
        ExpressionAttributeNames: {
          '#count': 'count',
          '#type': 'type',
          '#schema': 'schema',
          '#version': 'version',
          '#request': 'request',
        },
        ExpressionAttributeValues: {
          ':one': 1,
          ':most': most,
          ':type': 'limit',
          ':request': request,
          ':expires': Math.floor((Date.parse(day) + 2 * dayMs) / 1000),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: () =>
      new DomainError(
        'too-many-mails',
        `This recipient was sent ${most} of these mails today, which is as many as one day allows. Try again from ${again} on.`,
        { also: { again } },
      ),
  };
};
