import type { Attributes } from '../domain/attributes.ts';
import { type Erasure, type ErasureDraft, erasedPerson } from '../domain/erasure.ts';
import type { Contact, Person } from '../domain/person.ts';
import { leftToDo, type Settling } from '../domain/settling.ts';
import { toInstant } from '../domain/when.ts';
import { addressDigest } from '../table/address.ts';
import { attributesKind } from '../table/attributes.ts';
import type { Table } from '../table/client.ts';
import { privateItems } from '../table/consent.ts';
import { contactWrites } from '../table/contact.ts';
import { recordsOf, remove, replace } from '../table/item.ts';
import { contactKind, getPerson, personKind } from '../table/person.ts';
import { saveSettling, settlingIn } from '../table/settling.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, type House, passageOf, perform } from './perform.ts';

interface Found {
  person: Person;
  contact: Contact | undefined;
  attributes: Attributes | undefined;
  settling: Settling | undefined;
}

const find = async (table: Table, id: string): Promise<Found> => {
  const [person, items] = await Promise.all([getPerson(table, id), privateItems(table, id)]);
  const [[contact], [attributes]] = [recordsOf(contactKind, items), recordsOf(attributesKind, items)];
  return { person, contact, attributes, settling: settlingIn(items) };
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
  const { person, contact, attributes } = found;
  const withName = names && person.state !== 'erased';
  return [
    ...(contact ? contactWrites(table, { before: contact, after: undefined }, deed.request) : []),
    ...(attributes ? [remove(table, attributesKind, attributes)] : []),
    // Written even where nothing of it changes: the deed stands on the trail, which the marks of the erased name.
    replace(table, personKind, withName ? erasedPerson(person, passageOf(deed)) : person, deed.request, person),
  ];
};

/**
 * The head of an erasure: what is for few eyes goes, and the name with it where that is asked for; what lies elsewhere is left to do.
 * Errors: `not-found`.
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
    decide: (found) => {
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
