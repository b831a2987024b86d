import { digest } from '../domain/digest.ts';
import { type DisputeOpening, disputeLinkExpired } from '../domain/dispute.ts';
import { linkExpired, type Opening } from '../domain/opening.ts';
import { type SigningOpening, signingLinkExpired } from '../domain/signing.ts';
import type { Instant } from '../domain/when.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { type Key, tokenKey } from './key.ts';
import { daySeconds, expiresAfter, markOf, putNew } from './mark.ts';
import type { Write } from './transact.ts';

/** How long an expired link is remembered, in days: whoever opens it is told that it expired, not that it never was. */
const rememberedDays = 60;

/**
 * Lets a token open something. What is kept is the SHA-256 of the token and what it opens: who reads the whole table cannot open anything.
 */
const insertToken = (
  table: Table,
  token: string,
  {
    purpose,
    opening,
    until,
  }: { purpose: 'panelist' | 'role' | 'signing' | 'dispute'; opening: object; until: Instant },
  request: string,
): Write => {
  const expires = expiresAfter(new Date(until), rememberedDays * daySeconds);
  return putNew(table, markOf(tokenKey(digest(token)), 'token', request, { purpose, opening, expires }));
};

/** Lets a token open a panelist's invitation. */
export const insertOpening = (table: Table, token: string, opening: Opening, request: string): Write =>
  insertToken(table, token, { purpose: 'panelist', opening, until: opening.until }, request);

/** Lets a token show the role that lies at a key, and how long it can be taken up. */
export const insertRoleToken = (table: Table, token: string, role: Key, until: Instant, request: string): Write =>
  insertToken(table, token, { purpose: 'role', opening: role, until }, request);

/** Where the role lies that a token shows. Errors: `not-found` for one that shows none. */
export const getRoleBehind = async (table: Table, token: string): Promise<Key> => {
  const item = await table.get(tokenKey(digest(token)));
  return item?.purpose === 'role' ? (item.opening as Key) : absent('invitation');
};

/** What a panelist's token opens. Errors: `not-found` for one that opens nothing, `link-expired`. */
export const getOpening = async (table: Table, token: string, now: Date): Promise<Opening> => {
  const item = await table.get(tokenKey(digest(token)));
  if (item?.purpose !== 'panelist') return absent('invitation');
  const opening = item.opening as Opening;
  if (Date.parse(opening.until) <= now.getTime()) throw linkExpired(opening);
  return opening;
};

/** Lets a token open a signing. */
export const insertSigningToken = (table: Table, token: string, opening: SigningOpening, request: string): Write =>
  insertToken(table, token, { purpose: 'signing', opening, until: opening.until }, request);

/** What a signing's token opens. Errors: `not-found`, `link-expired`. */
export const getSigningOpening = async (table: Table, token: string, now: Date): Promise<SigningOpening> => {
  const item = await table.get(tokenKey(digest(token)));
  if (item?.purpose !== 'signing') return absent('signing');
  const opening = item.opening as SigningOpening;
  if (Date.parse(opening.until) <= now.getTime()) throw signingLinkExpired(opening.until);
  return opening;
};

/** Lets a token say that a signature was not given. */
export const insertDisputeToken = (table: Table, token: string, opening: DisputeOpening, request: string): Write =>
  insertToken(table, token, { purpose: 'dispute', opening, until: opening.until }, request);

/** Which signature a token disputes. Errors: `not-found`, `link-expired`. */
export const getDisputeOpening = async (table: Table, token: string, now: Date): Promise<DisputeOpening> => {
  const item = await table.get(tokenKey(digest(token)));
  if (item?.purpose !== 'dispute') return absent('signature');
  const opening = item.opening as DisputeOpening;
  if (Date.parse(opening.until) <= now.getTime()) throw disputeLinkExpired(opening.until);
  return opening;
};
