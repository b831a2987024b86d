import * as z from 'zod';
import { statesOf } from '../domain/lifecycle.ts';
import { Contact, ContactDraft, Person, PersonChange, PersonDraft } from '../domain/person.ts';
import { once } from '../domain/once.ts';
import { type Route, route } from '../http/route.ts';
import { lists } from '../table/key.ts';
import { getPerson } from '../table/person.ts';
import { answerOf, cardSeen } from './noun.ts';
import { resource } from './resource.ts';

// What changes is loaded by the first change: first requests read.
const deeds = () => import('../operations/person.ts');
const details = () => import('../operations/contact.ts');

/** A person as everyone may see one: only insiders are told whether, and why not, the name is shown. */
export const ShownPerson = once(() => Person().partial({ named: true }));

const contact = '/people/{person}/contact';
const answers = { name: 'Contact', schema: Contact };

export const personRoutes: Route[] = [
  ...resource({
    noun: 'person',
    may: 'person:write',
    path: '/people',
    record: Person,
    shown: ShownPerson,
    draft: PersonDraft,
    changes: PersonChange,
    examples: {
      create: {
        name: 'Lina Okafor-Brandt',
        biography: { en: 'Deputy mayor for housing (invented).' },
        consent: { by: 'bearer', on: '2027-01-15' },
      },
      change: { biography: { en: 'Mayor (invented).' } },
    },
    get: ({ house, at }) => getPerson(house.table, at('person')),
    list: {
      shows: {
        name: 'PersonCard',
        schema: () => ShownPerson().omit({ biography: true, sources: true, corrections: true, history: true }),
      },
      filters: () => ({ state: z.enum(statesOf('person')).optional() }),
      of: () => ({ pk: lists.people, index: 'list' }),
      keep: (exchange) =>
        cardSeen<Person>(exchange, 'person', ({ state }) => (exchange.query.state ?? state) === state),
    },
    create: async ({ house, deed }, draft) => (await deeds()).createPerson(house, deed, draft),
    change: async ({ house, deed, at }, patched) => (await deeds()).changePerson(house, deed, at('person'), patched),
    pass: async ({ house, deed, at }, to) => (await deeds()).passPerson(house, deed, at('person'), to),
  }),
  route({
    method: 'GET',
    path: contact,
    may: 'contact:read',
    summary: 'Reads the contact details of a person',
    answers,
    handle: async (exchange) =>
      answerOf(exchange, 'contact', await (await details()).readContact(exchange.house, exchange.at('person'))),
  }),
  route({
    method: 'PATCH',
    path: contact,
    may: 'contact:write',
    summary: 'Changes the contact details of a person',
    answers,
    body: ContactDraft,
    example: () => ({ emails: ['lina.okafor-brandt@example.org'] }),
    handle: async (exchange) =>
      answerOf(
        exchange,
        'contact',
        await (
          await details()
        ).changeContact(exchange.house, exchange.deed, exchange.at('person'), exchange.patched(ContactDraft())),
      ),
  }),
];
