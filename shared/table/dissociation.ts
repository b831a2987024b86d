import { Dissociation } from '../domain/dissociation.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { collections, dissociationKey } from './key.ts';

export const dissociationKind: Kind<Dissociation> = {
  type: 'dissociation',
  schema: 1,
  record: Dissociation,
  key: ({ summit, declaration, slug }) => dissociationKey(summit, declaration, slug),
};

/** Errors: `not-found`. */
export const getDissociation = async (
  table: Table,
  summit: string,
  declaration: string,
  dissociation: string,
): Promise<Dissociation> =>
  (await findRecord(table, dissociationKind, dissociationKey(summit, declaration, dissociation))) ??
  absent('dissociation');

/** Every dissociation from a declaration, or those of one organization. */
export const allDissociations = async (
  table: Table,
  summit: string,
  declaration: string,
  organization?: string,
): Promise<Dissociation[]> =>
  recordsOf(dissociationKind, await table.all(collections.dissociationsFrom(summit, declaration, organization)));
