import { Summit } from '../domain/summit.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind } from './item.ts';
import { lists, placeIn, summitKey } from './key.ts';
import { absent } from './absent.ts';

export const summitKind: Kind<Summit> = {
  type: 'summit',
  schema: 1,
  record: Summit,
  key: ({ slug }) => summitKey(slug),
  place: ({ slug, from }) => placeIn(lists.summits, `${from ?? ''}#${slug}`),
  card: ({ summary: _, sources: __, corrections: ___, history: ____, ...card }) => card,
};

export const findSummit = (table: Table, summit: string): Promise<Summit | undefined> =>
  findRecord(table, summitKind, summitKey(summit));

/** Errors: `not-found`. */
export const getSummit = async (table: Table, summit: string): Promise<Summit> =>
  (await findSummit(table, summit)) ?? absent('summit');
