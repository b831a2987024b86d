import { Corrigendum } from '../domain/corrigendum.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { collections, corrigendumKey } from './key.ts';

export const corrigendumKind: Kind<Corrigendum> = {
  type: 'corrigendum',
  schema: 1,
  record: Corrigendum,
  key: ({ summit, declaration, slug }) => corrigendumKey(summit, declaration, slug),
};

/** Errors: `not-found`. */
export const getCorrigendum = async (
  table: Table,
  summit: string,
  declaration: string,
  corrigendum: string,
): Promise<Corrigendum> =>
  (await findRecord(table, corrigendumKind, corrigendumKey(summit, declaration, corrigendum))) ?? absent('corrigendum');

/** Every mistake that was recorded of a frozen text, in the order of recording. */
export const allCorrigenda = async (table: Table, summit: string, declaration: string): Promise<Corrigendum[]> =>
  recordsOf(corrigendumKind, await table.all(collections.corrigendaOf(summit, declaration)));
