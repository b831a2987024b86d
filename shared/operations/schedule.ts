import { type Caller, may } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import { type Part, type Schedule, scheduleOf } from '../domain/schedule.ts';
import type { Table } from '../table/client.ts';
import { privateItems } from '../table/consent.ts';
import { crewKind, dutiesIn, type Duty } from '../table/crew.ts';
import { recordsOf } from '../table/item.ts';
import { crewKey, sessionKey } from '../table/key.ts';
import { getPerson } from '../table/person.ts';
import { findPlaces, seatsIn } from '../table/seat.ts';
import { sessionKind } from '../table/session.ts';
import type { House } from './perform.ts';

const crewed = async (table: Table, duties: readonly Duty[]): Promise<Part[]> => {
  const keys = duties.flatMap(({ summit, session, crew }) => [
    crewKey(summit, session, crew),
    sessionKey(summit, session),
  ]);
  const items = keys.length > 0 ? await table.batchGet(keys) : [];
  const sessions = recordsOf(sessionKind, items);
  return recordsOf(crewKind, items).flatMap((crew) => {
    const session = sessions.find(({ summit, slug }) => summit === crew.summit && slug === crew.session);
    return session ? [{ session, crew }] : [];
  });
};

/**
 * What takes somebody's time, confirmed or not, wherever it is: two round trips. Which session it is is said to whoever may know of it.
 * Errors: `not-found`, also for who may not.
 */
export const readSchedule = async ({ table }: House, caller: Caller, person: string): Promise<Schedule> => {
  const [, items] = await Promise.all([getPerson(table, person), privateItems(table, person)]);
  if (!may(caller, 'availability:read')) throw notFound('person');
  const [places, crew] = await Promise.all([findPlaces(table, seatsIn(items)), crewed(table, dutiesIn(items))]);
  const own = [...places, ...crew].filter((part) => ('crew' in part ? part.crew : part.panelist).person === person);
  return scheduleOf(person, own, caller);
};
