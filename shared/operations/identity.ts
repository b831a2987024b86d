import { DomainError } from '../domain/error.ts';
import { type Alleged, identityOf, type Likeness, sameName } from '../domain/identity.ts';
import type { MailLanguage } from '../domain/language.ts';
import { type Person, registerPerson } from '../domain/person.ts';
import { suggest } from '../domain/suggestion.ts';
import type { Text } from '../domain/text.ts';
import { peopleAt } from '../table/address.ts';
import type { Table } from '../table/client.ts';
import { contactWrites } from '../table/contact.ts';
import { addAlike, type Alike, alikeTo, findIdentity, namesakes, putIdentity } from '../table/identity.ts';
import { insert } from '../table/item.ts';
import { findContact, findPeople, personKind } from '../table/person.ts';
import { putSuggestion } from '../table/suggestion.ts';
import type { Write } from '../table/transact.ts';
import type { Deed, House } from './perform.ts';

/** Somebody as a nomination puts them, at one summit. */
export interface Put extends Alleged {
  summit: string;
  biography?: Text | undefined;
  language?: MailLanguage | undefined;
}

/** Who that is, and what is written so that they are known from now on. */
export interface Known {
  person: Person;
  isNew: boolean;
  writes: Write[];
}

/** How many others are suggested at once, and how many of them are looked at. */
const mostSuggested = 10;
const mostLookedAt = 40;

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

/** People by their ids; whoever turned out to be somebody else stands for them. */
export type Register = (id: string | undefined) => Person | undefined;

/** Reads people, and those into whom they were merged. */
export const registerOf = async (table: Table, ids: readonly string[]): Promise<Register> => {
  const known = new Map<string, Person>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const found = await findPeople(table, wanted);
    for (const person of found) known.set(person.id, person);
    wanted = found.flatMap(({ mergedInto }) =>
      mergedInto !== undefined && !known.has(mergedInto) ? [mergedInto] : [],
    );
  }
  const resolve: Register = (id) => {
    const person = id === undefined ? undefined : known.get(id);
    return person?.mergedInto === undefined ? person : resolve(person.mergedInto);
  };
  return resolve;
};

// Somebody who was erased is nobody any more.
const isThere = (person: Person | undefined): person is Person => person !== undefined && person.state !== 'erased';

// The details that are there stay as they are; for which summit they were given once more, is added.
const reachedBy = async (
  { table }: House,
  deed: Deed,
  person: string,
  { email, summit, language }: Put,
): Promise<Write[]> => {
  if (email === undefined) return [];
  const before = await findContact(table, person);
  if (before?.summits.includes(summit)) return [];
  const first = { person, version: 0, emails: [email], phones: [], language: language ?? 'en', summits: [] };
  const contact = before ?? first;
  const after = { ...contact, summits: [...contact.summits, summit].slice(-20) };
  return contactWrites(table, { before, after }, deed.request);
};

const likenessWrites = (
  { table }: House,
  deed: Deed,
  put: Put,
  person: Person,
  { alike, others }: { alike: readonly Alike[]; others: ReadonlyMap<string, Likeness[]> },
): Write[] => [
  ...alike
    .filter(({ people }) => !people.includes(person.id))
    .map((one) => addAlike(table, put.summit, one, person.id, deed.request)),
  ...[...others]
    .slice(0, mostSuggested)
    .map(([other, why]) => putSuggestion(table, suggest(put.summit, person.id, other, why), deed.request)),
];

const lookedUp = async (table: Table, put: Put) => {
  const { email, name, summit } = put;
  const [identity, alike, addressed, named] = await Promise.all([
    findIdentity(table, put),
    alikeTo(table, summit, put),
    email === undefined ? [] : peopleAt(table, email),
    namesakes(table, name),
  ]);
  const at = (why: Likeness): string[] => alike.flatMap((one) => (one.why === why ? one.people : []));
  const ids = {
    address: [...addressed, ...at('address')].slice(0, mostLookedAt),
    name: [...named, ...at('name')].slice(0, mostLookedAt),
  };
  const register = await registerOf(table, [
    ...(identity === undefined ? [] : [identity]),
    ...ids.address,
    ...ids.name,
  ]);
  return { identity, alike, ids, register };
};

const likeThem = (
  person: Person,
  ids: Readonly<Record<Likeness, readonly string[]>>,
  register: Register,
): Map<string, Likeness[]> => {
  const others = new Map<string, Likeness[]>();
  for (const why of ['address', 'name'] as const)
    for (const other of ids[why].map(register)) {
      if (!isThere(other) || other.id === person.id || other.rehearsal !== person.rehearsal) continue;
      const known = others.get(other.id) ?? [];
      if (!known.includes(why)) others.set(other.id, [...known, why]);
    }
  return others;
};

/**
 * Who somebody is, by their address and their name together: a person who is known, or a new one. What is like others in one of the two is
 * suggested to the organizers. Two who put the same person at the same time make one: what identifies them is new only once.
 */
export const identified = async (house: House, deed: Deed, put: Put, given?: Person): Promise<Known> => {
  const { table } = house;
  const { identity, alike, ids, register } = await lookedUp(table, put);
  const digest = identityOf(put);
  const isThem = (one: Person | undefined): one is Person =>
    isThere(one) && one.rehearsal === put.rehearsal && sameName(one.name, put.name);
  const known = given ?? [register(identity)].find(isThere) ?? ids.address.map(register).find(isThem);
  const person = known ?? registerPerson(house.newId(), freshDraft(put));
  const isIdentified = digest === undefined || given !== undefined || register(identity)?.id === person.id;
  return {
    person,
    isNew: known === undefined,
    writes: [
      ...(known ? [] : [insert(table, personKind, person, deed.request, taken)]),
      ...(await reachedBy(house, deed, person.id, put)),
      ...(isIdentified ? [] : [putIdentity(table, digest, { was: identity, is: person.id }, deed.request)]),
      ...likenessWrites(house, deed, put, person, { alike, others: likeThem(person, ids, register) }),
    ],
  };
};

const freshDraft = ({ name, rehearsal, biography }: Put) => ({
  name,
  rehearsal,
  biography,
  origin: 'held' as const,
  sources: [],
  corrections: [],
});
