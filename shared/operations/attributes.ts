import type { Attributes, AttributesDraft } from '../domain/attributes.ts';
import { notFound } from '../domain/error.ts';
import { attributesKind, findAttributes } from '../table/attributes.ts';
import type { Table } from '../table/client.ts';
import { insert, replace } from '../table/item.ts';
import { findPerson, getPerson } from '../table/person.ts';
import { Raced, type Write } from '../table/transact.ts';
import { type Deed, type House, madeFrom, next, perform } from './perform.ts';

/** What somebody said of themselves; version 0 and empty where they said nothing. Errors: `not-found`, of what they said, for nobody too. */
export const readAttributes = async ({ table }: House, person: string): Promise<Attributes> => {
  const [known, attributes] = await Promise.all([findPerson(table, person), findAttributes(table, person)]);
  if (!known || known.state === 'erased') throw notFound('attributes');
  return attributes ?? { person: known.id, version: 0, by: 'bearer' };
};

/** Writes what somebody says of themselves over what was read, or the first; for a deed of theirs in its own transaction, too. */
export const attributesWrite = (table: Table, before: Attributes, draft: AttributesDraft, request: string): Write => {
  const after = { ...draft, person: before.person, version: before.version };
  return before.version === 0
    ? insert(table, attributesKind, { ...after, version: 1 }, request, () => new Raced())
    : replace(table, attributesKind, after, request, before);
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
