import { Schedule } from '../domain/schedule.ts';
import { type Route, route } from '../http/route.ts';
import { readSchedule } from '../operations/schedule.ts';

/** What takes somebody's time over all days: for organizers alone. */
export const scheduleRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/people/{person}/schedule',
    may: 'availability:read',
    named: { id: 'readSchedule', noun: 'person' },
    summary: 'Reads what takes the time of a person, confirmed or not',
    answers: { name: 'Schedule', schema: Schedule },
    handle: async ({ house, caller, at }) => ({ body: await readSchedule(house, caller, at('person')) }),
  }),
];
