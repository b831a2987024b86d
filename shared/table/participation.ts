import { Participation } from '../domain/participation.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { collections, participationKey } from './key.ts';

export const participationKind: Kind<Participation> = {
  type: 'participation',
  schema: 1,
  record: Participation,
  key: ({ summit, slug }) => participationKey(summit, slug),
};

export const findParticipation = (
  table: Table,
  summit: string,
  organization: string,
): Promise<Participation | undefined> => findRecord(table, participationKind, participationKey(summit, organization));

/** Errors: `not-found`. */
export const getParticipation = async (table: Table, summit: string, organization: string): Promise<Participation> =>
  (await findParticipation(table, summit, organization)) ?? absent('participation');

/** Everybody who takes part in a summit. */
export const allParticipations = async (table: Table, summit: string): Promise<Participation[]> =>
  recordsOf(participationKind, await table.all(collections.participationsIn(summit)));
