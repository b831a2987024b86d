import type { Availability, AvailabilityDraft } from '../domain/availability.ts';
import { AvailabilityDraft as Draft } from '../domain/availability.ts';
import { notFound } from '../domain/error.ts';
import { availabilityKind, findAvailability } from '../table/availability.ts';
import { save } from '../table/item.ts';
import { findPerson, getPerson } from '../table/person.ts';
import { type Deed, type House, madeFrom, next, perform } from './perform.ts';

/** When somebody can be placed, and how; version 0 and always, where nothing was said. Errors: `not-found`, for nobody too. */
export const readAvailability = async ({ table }: House, person: string): Promise<Availability> => {
  const [known, said] = await Promise.all([findPerson(table, person), findAvailability(table, person)]);
  if (!known || known.state === 'erased') throw notFound('availability');
  return said ?? { ...Draft().parse({}), person: known.id, version: 0 };
};

/**
 * Says when somebody can be placed, and how. What is placed stays so: what it meets is told where it stands. Errors: `not-found`, `stale`,
 * `precondition-required`.
 */
export const setAvailability = (
  house: House,
  deed: Deed,
  person: string,
  draft: AvailabilityDraft,
): Promise<Availability> =>
  perform(house, deed, {
    may: { deed: 'availability:write', knows: () => [['person', getPerson(house.table, person)]] },
    read: () => readAvailability(house, person),
    decide: (found) => {
      madeFrom(deed, found);
      const before = found.version === 0 ? undefined : found;
      const after = { ...draft, person: found.person, version: found.version };
      return { writes: [save(house.table, availabilityKind, { before, after }, deed.request)], answer: next(after) };
    },
  });
