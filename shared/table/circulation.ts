import { Circulation } from '../domain/circulation.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { circulationKey, collections } from './key.ts';

/** As long as the clock has to look at it, it stands among what is due. */
export const circulationKind: Kind<Circulation> = {
  type: 'circulation',
  schema: 1,
  record: Circulation,
  key: ({ summit, declaration, slug }) => circulationKey(summit, declaration, slug),
  place: ({ summit, declaration, slug, due }) =>
    due === undefined ? undefined : duePlace(due, `${summit}/${declaration}/${slug}`),
  card: ({ summit, declaration, slug }) => ({ summit, declaration, slug }),
};

/** Errors: `not-found`. */
export const getCirculation = async (
  table: Table,
  summit: string,
  declaration: string,
  circulation: string,
): Promise<Circulation> =>
  (await findRecord(table, circulationKind, circulationKey(summit, declaration, circulation))) ?? absent('circulation');

/** The last one, which what is said against the text is about. */
export const lastCirculation = async (
  table: Table,
  summit: string,
  declaration: string,
): Promise<Circulation | undefined> => {
  const { items } = await table.page({ ...collections.circulationsOf(summit, declaration), backwards: true, limit: 1 });
  return recordsOf(circulationKind, items)[0];
};
