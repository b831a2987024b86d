import { Asked } from '../domain/asked.ts';
import type { Circulation } from '../domain/circulation.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { itemOf, type Kind, recordsOf } from './item.ts';
import { askedKey, collections } from './key.ts';

export const askedKind: Kind<Asked> = {
  type: 'asked',
  schema: 1,
  record: Asked,
  key: ({ summit, declaration, organization, circulation, batch }) =>
    askedKey(summit, declaration, organization, circulation, batch),
};

/** Writes who is asked, before the circulation that names their batch: without it they belong to nothing. */
export const writeAsked = (table: Table, asked: readonly Asked[], request: string): Promise<void> =>
  table.batchWrite(asked.map((one) => itemOf(askedKind, one, request)));

type Whose = Pick<Circulation, 'summit' | 'declaration' | 'batch'>;

/** Everybody who was asked in a circulation, in the order of the organizations. */
export const askedIn = async (table: Table, { summit, declaration, batch }: Whose): Promise<Asked[]> => {
  const items = await table.all(collections.askedAbout(summit, declaration));
  return recordsOf(askedKind, items).filter((asked) => asked.batch === batch);
};

/** As often as an organization was asked about a declaration. */
export const askedOften = async (
  table: Table,
  summit: string,
  declaration: string,
  organization: string,
): Promise<Asked[]> => recordsOf(askedKind, await table.all(collections.askedAbout(summit, declaration, organization)));

/** Errors: `not-found`. */
export const getAsked = async (
  table: Table,
  { summit, declaration, batch }: Whose,
  organization: string,
): Promise<Asked> =>
  (await askedOften(table, summit, declaration, organization)).find((asked) => asked.batch === batch) ??
  absent('organization that was asked');
