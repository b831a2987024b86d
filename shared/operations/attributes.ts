import type { Attributes, AttributesDraft } from '../domain/attributes.ts';
import { notFound } from '../domain/error.ts';
import { attributesKind, findAttributes } from '../table/attributes.ts';
import type { Table } from '../table/client.ts';
import { save } from '../table/item.ts';
import { findPerson, getPerson } from '../table/person.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, type House, madeFrom, next, perform } from './perform.ts';

/** What somebody said of themselves; version 0 and empty where they said nothing. Errors: `not-found`, of what they said, for nobody too. */
export const readAttributes = async ({ table }: House, person: string): Promise<Attributes> => {
  const [known, attributes] = await Promise.all([findPerson(table, person), findAttributes(table, person)]);
  if (!known || known.state === 'erased') throw notFound('attributes');
  return attributes ?? { person: known.id, version: 0, by: 'bearer' };
};

// Over what was read, or as the first.
const attributesWrite = (table: Table, found: Attributes, draft: AttributesDraft, request: string): Write => {
  const before = found.version === 0 ? undefined : found;
  return save(
    table,
    attributesKind,
    { before, after: { ...draft, person: found.person, version: found.version } },
    request,
  );
};

/** Errors: `not-found`, `stale`, `precondition-required`. */
export const changeAttributes = (
  house: House,
  deed: Deed,
  person: string,
  patched: (attributes: Attributes) => AttributesDraft,
): Promise<Attributes> =>
  perform(house, deed, {
    may: { deed: 'attributes:write', knows: () => [['person', getPerson(house.table, person)]] },
    read: () => readAttributes(house, person),
    decide: (found) => {
      madeFrom(deed, found);
      const draft = patched(found);
      return {
        writes: [attributesWrite(house.table, found, draft, deed.request)],
        answer: next({ ...draft, person: found.person, version: found.version }),
      };
    },
  });
