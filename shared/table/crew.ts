import { Crew } from '../domain/crew.ts';
import { absent } from './absent.ts';
import type { Item, Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { crewKey, dutyKey } from './key.ts';
import { clear, markOf, put } from './mark.ts';
import type { Write } from './transact.ts';

export const crewKind: Kind<Crew> = {
  type: 'crew',
  schema: 1,
  record: Crew,
  key: ({ summit, session, slug }) => crewKey(summit, session, slug),
};

/** Errors: `not-found`. */
export const getCrew = async (table: Table, summit: string, session: string, crew: string): Promise<Crew> =>
  (await findRecord(table, crewKind, crewKey(summit, session, crew))) ?? absent('crew');

/** Which place in which crew. */
export interface Duty {
  summit: string;
  session: string;
  crew: string;
}

/** Remembers with a person in whose crew they were ever put, so that none is missed when it is exported, erased or becomes another's. */
export const keepDuty = (table: Table, { person, summit, session, slug }: Crew, request: string): Write =>
  put(table, markOf(dutyKey(person, slug), 'duty', request, { duty: { summit, session, crew: slug } }));

/** The same for what is now another person's. */
export const dropDuty = (table: Table, person: string, { crew }: Duty): Write => clear(table, dutyKey(person, crew));

/** Among the items of a person's private collection: every crew they were ever in. */
export const dutiesIn = (items: readonly Item[]): Duty[] =>
  items.filter(({ type }) => type === 'duty').map(({ duty }) => duty as Duty);

/** Those of them that there are: one BatchGet for a hundred. */
export const findDuties = async (table: Table, duties: readonly Duty[]): Promise<Crew[]> =>
  duties.length === 0
    ? []
    : recordsOf(
        crewKind,
        await table.batchGet(duties.map(({ summit, session, crew }) => crewKey(summit, session, crew))),
      );
