import type { Claim } from '../domain/ledger.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Action, Item } from './client.ts';
import { deskCountKey } from './key.ts';

/** What a nomination would write, as far as another one could be in its way. */
export interface Foreseen {
  /** How much of the desk's quota it would use. */
  uses: number;
  /** Under what somebody would be known from then on. */
  identities: string[];
  /** The places that it would take. */
  seats: Pick<Panelist, 'session' | 'role'>[];
}

/** Reads out of a transaction that was not sent what it would have come to at a desk. */
export const foreseenAt = (
  { summit, slug }: { summit: string; slug: string },
  actions: readonly Action[],
): Foreseen => {
  const puts = actions.flatMap(({ Put }) => (Put?.Item ? [Put.Item as Item] : []));
  const count = deskCountKey(summit, slug).pk;
  const uses = actions.flatMap(({ Update }) => {
    const { pk, sk } = (Update?.Key ?? {}) as Partial<Item>;
    return pk === count && sk === 'COUNT' ? [Number(Update?.ExpressionAttributeValues?.[':by'] ?? 0)] : [];
  });
  return {
    uses: uses.reduce((sum, by) => sum + by, 0),
    identities: puts.filter(({ type }) => type === 'identity').map(({ pk }) => pk),
    seats: puts.filter(({ type }) => type === 'panelist').map(({ record }) => record as Panelist),
  };
};

/** The claims on a ledger as a transaction that was not sent would have left them; `room` where it is a room's. */
export interface ForeseenLedger {
  ledger: string;
  room: string | undefined;
  claims: readonly Claim[];
}

/** Reads out of such a transaction the ledgers in which it would have claimed something. */
export const ledgersForeseen = (actions: readonly Action[]): ForeseenLedger[] =>
  actions.flatMap(({ Update }) => {
    const { pk = '' } = (Update?.Key ?? {}) as Partial<Item>;
    const claims = Update?.ExpressionAttributeValues?.[':claims'] as readonly Claim[] | undefined;
    if (!pk.startsWith('LEDGER#') || !claims) return [];
    const [, kind, , room] = pk.split('#');
    return [{ ledger: pk, room: kind === 'ROOM' ? room : undefined, claims }];
  });
