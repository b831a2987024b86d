import { Availability, AvailabilityDraft } from '../domain/availability.ts';
import { type Route, route } from '../http/route.ts';
import { readAvailability, setAvailability } from '../operations/availability.ts';
import { answerOf } from './noun.ts';

const path = '/people/{person}/availability';
const answers = { name: 'Availability', schema: Availability };

/** When somebody can be placed, and how: for organizers alone. */
export const availabilityRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'availability:read',
    named: { id: 'readAvailability', noun: 'person' },
    summary: 'Reads when a person can be placed, and how',
    answers,
    handle: async (exchange) =>
      answerOf(exchange, 'availability', await readAvailability(exchange.house, exchange.at('person'))),
  }),
  route({
    method: 'PUT',
    path,
    may: 'availability:write',
    named: { id: 'setAvailability', noun: 'person' },
    summary: 'Says when a person can be placed, and how',
    answers,
    body: AvailabilityDraft,
    example: () => ({
      free: [{ start: '2027-03-10T08:00:00Z', end: '2027-03-10T17:00:00Z' }],
      minutesBetween: 20,
      note: 'Leaves with the evening train.',
    }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return answerOf(exchange, 'availability', await setAvailability(house, deed, at('person'), body));
    },
  }),
];
