import type { Attributes } from '../domain/attributes.ts';
import type { Availability } from '../domain/availability.ts';
import { type Erasure, type ErasureDraft, erasedPerson, isSecretariats } from '../domain/erasure.ts';
import { DomainError } from '../domain/error.ts';
import type { Contact, Person } from '../domain/person.ts';
import type { Role } from '../domain/role.ts';
import { leftToDo, type Settling } from '../domain/settling.ts';
import { toInstant } from '../domain/when.ts';
import { addressDigest, peopleAt } from '../table/address.ts';
import { attributesKind } from '../table/attributes.ts';
import { availabilityKind } from '../table/availability.ts';
import type { Table } from '../table/client.ts';
import { privateItems } from '../table/consent.ts';
import { contactWrites } from '../table/contact.ts';
import { recordsOf, remove, replace } from '../table/item.ts';
import { contactKind, getPerson, personKind } from '../table/person.ts';
import { roleKind, rolesFor } from '../table/role.ts';
import { saveSettling, settlingIn } from '../table/settling.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, type House, passageOf, perform } from './perform.ts';

interface Found {
  person: Person;
  contact: Contact | undefined;
  attributes: Attributes | undefined;
  availability: Availability | undefined;
  settling: Settling | undefined;
}

const find = async (table: Table, id: string): Promise<Found> => {
  const [person, items] = await Promise.all([getPerson(table, id), privateItems(table, id)]);
  const [[contact], [attributes]] = [recordsOf(contactKind, items), recordsOf(attributesKind, items)];
  const [availability] = recordsOf(availabilityKind, items);
  return { person, contact, attributes, availability, settling: settlingIn(items) };
};

// What was given to their addresses, where those are nobody's else.
const rolesOf = async (table: Table, { emails }: Contact): Promise<Role[]> => {
  const had = await Promise.all(emails.map((email) => peopleAt(table, email)));
  const own = emails.filter((_, at) => (had[at] ?? []).length < 2);
  const keys = (await Promise.all(own.map((email) => rolesFor(table, email)))).flat();
  return keys.length > 0 ? recordsOf(roleKind, await table.batchGet(keys)) : [];
};

const mayGo = async (table: Table, { contact }: Found): Promise<void> => {
  const roles = contact ? await rolesOf(table, contact) : [];
  if (roles.some(isSecretariats))
    throw new DomainError(
      'wrong-state',
      'One of their addresses holds the role of secretariat. Let somebody else of the secretariat take it away first.',
      { also: { state: 'held', wanted: 'ended' } },
    );
};

const erasureOf = ({ person, names, reason = '', since, due }: Settling): Erasure => ({
  person,
  names,
  reason,
  since,
  state: due === undefined ? 'erased' : 'erasing',
});

// What is for few eyes goes at once, and with it the name where that goes; what remains elsewhere is left to do from then on.
const headWrites = (table: Table, found: Found, names: boolean, deed: Deed): Write[] => {
  const { person, contact, attributes, availability } = found;
  const withName = names && person.state !== 'erased';
  return [
    ...(contact ? contactWrites(table, { before: contact, after: undefined }, deed.request) : []),
    ...(attributes ? [remove(table, attributesKind, attributes)] : []),
    ...(availability ? [remove(table, availabilityKind, availability)] : []),
    // Written even where nothing of it changes: the deed stands on the trail, which the marks of the erased name.
    replace(table, personKind, withName ? erasedPerson(person, passageOf(deed)) : person, deed.request, person),
  ];
};

/**
 * The head of an erasure: what is for few eyes goes, and the name with it where that is asked for; what lies elsewhere is left to do.
 * Errors: `not-found`, `wrong-state` for who is of the secretariat.
 */
export const beginErasure = (
  house: House,
  deed: Deed,
  person: string,
  { names, reason }: ErasureDraft,
): Promise<Erasure> => {
  const { table } = house;
  return perform(house, deed, {
    may: { deed: 'data:erase', knows: () => [['person', getPerson(table, person)]] },
    read: () => find(table, person),
    decide: async (found) => {
      await mayGo(table, found);
      const addresses = (found.contact?.emails ?? []).map(addressDigest);
      const what = { erasing: true, names, reason, addresses };
      const doing = { request: deed.request, since: toInstant(deed.at) };
      const settling = leftToDo(found.settling, person, what, doing);
      return {
        writes: [
          saveSettling(table, found.settling, settling, deed.request),
          ...headWrites(table, found, settling.names, deed),
        ],
        answer: erasureOf(settling),
      };
    },
  });
};
