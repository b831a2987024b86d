import { Contact, Person } from '../domain/person.ts';
import { absent } from './absent.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordsOf } from './item.ts';
import { contactKey, lists, personKey, placeIn } from './key.ts';

export const personKind: Kind<Person> = {
  type: 'person',
  schema: 1,
  record: Person,
  key: ({ id }) => personKey(id),
  place: ({ id, name }) => placeIn(lists.people, `${Array.from(name.toLowerCase()).slice(0, 60).join('')}#${id}`),
  card: ({ biography: _, sources: __, corrections: ___, history: ____, ...card }) => card,
};

/** Contact details, in a collection of their own: no Query for a person reaches them. */
export const contactKind: Kind<Contact> = {
  type: 'contact',
  schema: 2,
  record: Contact,
  key: ({ person }) => contactKey(person),
};

export const findPerson = (table: Table, person: string): Promise<Person | undefined> =>
  findRecord(table, personKind, personKey(person));

/** Errors: `not-found`. */
export const getPerson = async (table: Table, person: string): Promise<Person> =>
  (await findPerson(table, person)) ?? absent('person');

export const findContact = (table: Table, person: string): Promise<Contact | undefined> =>
  findRecord(table, contactKind, contactKey(person));

/** Those of these people that there are; one round trip up to a hundred. */
export const findPeople = async (table: Table, people: readonly string[]): Promise<Person[]> =>
  people.length === 0 ? [] : recordsOf(personKind, await table.batchGet(people.map(personKey)));

/** Somebody, and whom they turned out to be, as often as that happened: the last is whom they are known as. */
export const chainOf = async (table: Table, person: string): Promise<Person[]> => {
  const found = await findPerson(table, person);
  if (!found) return [];
  return [found, ...(found.mergedInto === undefined ? [] : await chainOf(table, found.mergedInto))];
};
