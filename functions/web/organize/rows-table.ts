import type { Desk } from '../../../shared/domain/desk.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { readList, readOwn } from '../contract.ts';
import type { Asked } from '../page.ts';

/** What can be pasted as a table. */
export const tables = ['sessions', 'rooms', 'participations', 'nominations'] as const;
export type TableName = (typeof tables)[number];

/** The table that a page is about: which, at which desk, and where it stands in the contract. */
export interface Chosen {
  table: TableName;
  desks: readonly Desk[];
  desk: Desk | undefined;
  /** Nothing stands anywhere while no desk is chosen. */
  path: string | undefined;
}

const pathOf = (summit: Summit, table: TableName, desk: Desk | undefined): string | undefined => {
  if (table !== 'nominations') return `/summits/${summit.slug}/${table}.csv`;
  return desk && `/summits/${summit.slug}/desks/${desk.slug}/nominations.csv`;
};

/** Which table the address of a page names; the sessions where it names none. */
export const chosenTable = async (asked: Asked, summit: Summit): Promise<Chosen> => {
  const given = new URL(asked.request.url).searchParams;
  const table = tables.find((one) => one === given.get('what')) ?? 'sessions';
  const desks = table === 'nominations' ? await readList<Desk>(readOwn, asked, `/summits/${summit.slug}/desks`) : [];
  const desk = desks.find(({ slug }) => slug === given.get('desk')) ?? (desks.length === 1 ? desks[0] : undefined);
  return { table, desks, desk, path: pathOf(summit, table, desk) };
};

/** What stands in the address of a page about a table. */
export const queryOf = ({ table, desk }: Pick<Chosen, 'table' | 'desk'>): string =>
  new URLSearchParams({ what: table, ...(desk ? { desk: desk.slug } : {}) }).toString();
