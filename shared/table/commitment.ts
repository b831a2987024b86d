import { CheckIn } from '../domain/check-in.ts';
import { Commitment } from '../domain/commitment.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { checkInKey, commitmentKey, lists, placeIn } from './key.ts';

export const commitmentKind: Kind<Commitment> = {
  type: 'commitment',
  schema: 1,
  record: Commitment,
  key: ({ summit, declaration, slug }) => commitmentKey(summit, declaration, slug),
  place: ({ summit, declaration, slug, owner }) =>
    placeIn(lists.actsOf(owner.organization), `COMMITMENT#${summit}#${declaration}#${slug}`),
  card: ({ history: _, ...card }) => card,
};

export const checkInKind: Kind<CheckIn> = {
  type: 'check-in',
  schema: 1,
  record: CheckIn,
  key: ({ summit, declaration, commitment, slug }) => checkInKey(summit, declaration, commitment, slug),
};

/** Errors: `not-found`. */
export const getCheckIn = async (
  table: Table,
  { summit, declaration, commitment }: { summit: string; declaration: string; commitment: string },
  slug: string,
): Promise<CheckIn> =>
  (await findRecord(table, checkInKind, checkInKey(summit, declaration, commitment, slug))) ?? absent('check-in');

/** Errors: `not-found`. */
export const getCommitment = async (
  table: Table,
  summit: string,
  declaration: string,
  commitment: string,
): Promise<Commitment> =>
  (await findRecord(table, commitmentKind, commitmentKey(summit, declaration, commitment))) ?? absent('commitment');
