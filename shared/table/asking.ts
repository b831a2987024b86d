import { later, toInstant } from '../domain/when.ts';
import { addressDigest } from './address.ts';
import type { Table } from './client.ts';
import { type Due, duePlace } from './due.ts';
import { askingKey, type Key } from './key.ts';
import { daySeconds, expiresAfter, markOf, put } from './mark.ts';
import { Raced, type Write } from './transact.ts';

/** For how long an asking that nobody could see to is kept, in days. */
const keptDays = 2;

/** Notes that an address asked for its link again, due at once. What is kept is its digest; asked twice, it is one note. */
export const noteAsking = (table: Table, address: string, now: Date, request: string): Write => {
  const digest = addressDigest(address);
  const expires = expiresAfter(now, keptDays * daySeconds);
  const says = { ...duePlace(toInstant(now), digest), address: digest, expires };
  return put(table, markOf(askingKey(digest), 'asking', request, says));
};

/** For how long whoever sees to an asking has it to themselves, in milliseconds. */
const lease = 10 * 60 * 1000;

// Only as it stood when it was read: by now somebody else may see to it, or the address may have asked again.
const asItStood = ({ at }: Pick<Due, 'at'>) => ({
  ConditionExpression: 'begins_with(listSk, :at)',
  ExpressionAttributeValues: { ':at': `${at}#` },
});

/** Takes an asking on: it is due again only if whoever takes it on now is lost. Answers what has to be forgotten when it is seen to. */
export const claimAsking = (table: Table, due: Due, now: Date, request: string): { write: Write; mine: Due } => {
  const at = later(now, lease);
  const { ConditionExpression, ExpressionAttributeValues } = asItStood(due);
  const address = addressIn(due.key);
  return {
    mine: { ...due, at },
    write: {
      action: {
        Update: {
          TableName: table.name,
          Key: due.key,
          UpdateExpression: 'SET listSk = :then, #request = :request',
          ConditionExpression,
          ExpressionAttributeNames: { '#request': 'request' },
          ExpressionAttributeValues: {
            ...ExpressionAttributeValues,
            ':then': duePlace(at, address).listSk,
            ':request': request,
          },
        },
      },
      refuse: () => new Raced(),
    },
  };
};

/** The digest of the address that asked. */
export const addressIn = ({ pk }: Key): string => pk.slice('ASKING#'.length);

/** Forgets an asking that was seen to. */
export const forgetAsking = (table: Table, mine: Due): Write => ({
  action: { Delete: { TableName: table.name, Key: mine.key, ...asItStood(mine) } },
  refuse: () => new Raced(),
});
