import { DomainError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import {
  type Contact,
  type ContactDraft,
  type Person,
  type PersonChange,
  type PersonDraft,
  registerPerson,
  revisePerson,
} from '../domain/person.ts';
import { knowAddresses } from '../table/address.ts';
import { contactKind, findContact, getPerson, personKind } from '../table/person.ts';
import { insert, replace } from '../table/item.ts';
import { Raced } from '../table/transact.ts';
import { nameWrites } from './consent.ts';
import { type Deed, type House, madeFrom, next, perform } from './perform.ts';
import { change, create, itself, pass } from './record.ts';

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

/** Registers a person under an opaque id. Errors: `invalid`, `already-recorded`. */
export const createPerson = (house: House, deed: Deed, draft: PersonDraft): Promise<Person> => {
  const person = registerPerson(house.newId(), draft);
  return create(house, deed, personKind, {
    may: { deed: 'person:write' },
    read: async () => person,
    decide: (found) => found,
    taken,
    beside: () => nameWrites(house.table, person, draft.consent, deed),
  });
};

/** Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changePerson = (
  house: House,
  deed: Deed,
  person: string,
  patched: (person: Person) => PersonChange,
): Promise<Person> =>
  change(house, deed, personKind, {
    ...itself({ deed: 'person:write' }, () => getPerson(house.table, person)),
    decide: (found) => revisePerson(found, patched(found)),
  });

/** Errors: `not-found`, `wrong-state`. */
export const passPerson = (
  house: House,
  deed: Deed,
  person: string,
  to: { to: StateOf<'person'>; reason?: string | undefined },
): Promise<Person> =>
  pass(
    house,
    deed,
    personKind,
    'person',
    to,
    itself({ deed: 'person:write' }, () => getPerson(house.table, person)),
  );

/** The contact details of a person; version 0 and empty where nobody has given any. Errors: `not-found`. */
export const readContact = async (house: House, person: string): Promise<Contact> => {
  const [known, contact] = await Promise.all([getPerson(house.table, person), findContact(house.table, person)]);
  return contact ?? { person: known.id, version: 0, emails: [], phones: [], language: 'en', summits: [] };
};

/** Changes the contact details, or gives the first. Errors: `not-found`, `stale`, `precondition-required`. */
export const changeContact = (
  house: House,
  deed: Deed,
  person: string,
  patched: (contact: Contact) => ContactDraft,
): Promise<Contact> =>
  perform(house, deed, {
    may: { deed: 'contact:write' },
    read: () => readContact(house, person),
    decide: (found) => {
      madeFrom(deed, found);
      const draft = patched(found);
      const contact = {
        ...draft,
        undeliverable: stillThere(found.undeliverable, draft.emails),
        person: found.person,
        version: found.version,
      };
      // Somebody else may have written the first details in between: then they are read, and the change judged again.
      const write =
        found.version === 0
          ? firstContact(house, next(contact), deed)
          : replace(house.table, contactKind, contact, deed.request, found);
      const addresses = { before: found.emails, after: draft.emails };
      return {
        writes: [write, ...knowAddresses(house.table, found.person, addresses, deed.request)],
        answer: next(contact),
      };
    },
  });

// Whoever takes an address out and gives it again says that mail arrives there after all.
const stillThere = (marks: Contact['undeliverable'], emails: readonly string[]): Contact['undeliverable'] => {
  const left = marks?.filter(({ address }) => emails.includes(address)) ?? [];
  return left.length > 0 ? left : undefined;
};

const firstContact = ({ table }: House, contact: Contact, deed: Deed) => ({
  ...insert(table, contactKind, contact, deed.request, taken),
  refuse: () => new Raced(),
});
