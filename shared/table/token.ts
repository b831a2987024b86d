import { digest } from '../domain/digest.ts';
import { linkExpired, type Opening } from '../domain/invitation.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { tokenKey } from './key.ts';
import { Raced, type Write } from './transact.ts';

/** How long an expired link is remembered, in days: whoever opens it is told that it expired, not that it never was. */
const rememberedDays = 60;

/**
 * Lets a token open something. What is kept is the SHA-256 of the token and what it opens: who reads the whole table cannot open anything.
 * `expires` is when the table forgets it, in epoch seconds.
 */
export const insertToken = (table: Table, token: string, opening: Opening, request: string): Write => ({
  action: {
    Put: {
      TableName: table.name,
      Item: {
        ...tokenKey(digest(token)),
        type: 'token',
        schema: 1,
        version: 1,
        request,
        purpose: 'panelist',
        opening,
        expires: Math.floor(Date.parse(opening.until) / 1000) + rememberedDays * 24 * 60 * 60,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refuse: () => new Raced(),
});

/** What a panelist's token opens. Errors: `not-found` for one that opens nothing, `link-expired`. */
export const getOpening = async (table: Table, token: string, now: Date): Promise<Opening> => {
  const item = await table.get(tokenKey(digest(token)));
  if (item?.purpose !== 'panelist') return absent('invitation');
  const opening = item.opening as Opening;
  if (Date.parse(opening.until) <= now.getTime()) throw linkExpired(opening);
  return opening;
};
