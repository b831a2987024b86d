import { Telling } from '../domain/telling.ts';
import type { Table } from './client.ts';
import { duePlace } from './due.ts';
import { findRecord, type Kind, replace, save, untraced } from './item.ts';
import { tellingKey } from './key.ts';
import type { Write } from './transact.ts';

/** It stands among what is due until everybody has been told. It is never removed, so that its version always says whether it was renewed. */
export const tellingKind: Kind<Telling> = {
  type: 'telling',
  schema: 1,
  record: Telling,
  key: ({ summit, declaration, circulation }) => tellingKey(summit, declaration, circulation),
  place: ({ summit, declaration, circulation, due }) =>
    due === undefined ? undefined : duePlace(due, `${summit}/${declaration}/${circulation}`),
  card: ({ summit, declaration, circulation }) => ({ summit, declaration, circulation }),
};

type Whose = Pick<Telling, 'summit' | 'declaration' | 'circulation'>;

export const findTelling = (table: Table, { summit, declaration, circulation }: Whose): Promise<Telling | undefined> =>
  findRecord(table, tellingKind, tellingKey(summit, declaration, circulation));

/** Says that there is something to tell, beside what is to be told: the circulation has it, and the trail has that. */
export const tell = (
  table: Table,
  { summit, declaration, circulation }: Whose,
  due: string,
  before: Telling | undefined,
  request: string,
): Write =>
  untraced(save(table, tellingKind, { before, after: { summit, declaration, circulation, version: 1, due } }, request));

/** Says that all has been told that was to be told when this was read. */
export const toldAll = (table: Table, telling: Telling, request: string): Write => {
  const { due: _, ...after } = telling;
  return untraced(replace(table, tellingKind, after, request, telling));
};
