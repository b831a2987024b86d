import { Objection } from '../domain/objection.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { collections, objectionKey } from './key.ts';

export const objectionKind: Kind<Objection> = {
  type: 'objection',
  schema: 1,
  record: Objection,
  key: ({ summit, declaration, slug }) => objectionKey(summit, declaration, slug),
};

/** Errors: `not-found`. */
export const getObjection = async (
  table: Table,
  summit: string,
  declaration: string,
  objection: string,
): Promise<Objection> =>
  (await findRecord(table, objectionKind, objectionKey(summit, declaration, objection))) ?? absent('objection');

/** Every objection to a declaration in any of its circulations, or those of one organization. */
export const allObjections = async (
  table: Table,
  summit: string,
  declaration: string,
  organization?: string,
): Promise<Objection[]> =>
  recordsOf(objectionKind, await table.all(collections.objectionsTo(summit, declaration, organization)));
