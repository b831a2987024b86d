import { scheduleOf } from '../../shared/domain/schedule.ts';
import { crew, panelist, person, session } from './reference-records.ts';

const planner = { kind: 'account' as const, name: 'amira', roles: [{ role: 'secretariat' as const }] };

/** What takes the time of the person of the examples. */
export const schedule = scheduleOf(
  person.id,
  [
    { session, panelist },
    { session, crew },
  ],
  planner,
);
