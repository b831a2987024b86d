import { Amendment } from '../domain/amendment.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { amendmentKey, collections } from './key.ts';

export const amendmentKind: Kind<Amendment> = {
  type: 'amendment',
  schema: 1,
  record: Amendment,
  key: ({ summit, declaration, slug }) => amendmentKey(summit, declaration, slug),
};

/** Errors: `not-found`. */
export const getAmendment = async (
  table: Table,
  summit: string,
  declaration: string,
  amendment: string,
): Promise<Amendment> =>
  (await findRecord(table, amendmentKind, amendmentKey(summit, declaration, amendment))) ?? absent('amendment');

/** Every amendment to a text, those that were decided too. */
export const allAmendments = async (table: Table, summit: string, declaration: string): Promise<Amendment[]> =>
  recordsOf(amendmentKind, await table.all(collections.amendmentsTo(summit, declaration)));
