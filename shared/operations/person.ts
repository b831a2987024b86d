import { DomainError } from '../domain/error.ts';
import type { StateOf } from '../domain/lifecycle.ts';
import { type Person, type PersonChange, type PersonDraft, registerPerson, revisePerson } from '../domain/person.ts';
import { getPerson, personKind } from '../table/person.ts';
import { nameWrites } from './seat.ts';
import type { Deed, House } from './perform.ts';
import type { Permission } from './permission.ts';
import { change, create, itself, pass } from './record.ts';

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

const notErasing = (to: string): void => {
  if (to === 'erased')
    throw new DomainError('wrong-state', 'Erasing has an address of its own, and says what it reaches: …/erasure.');
};

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

const changing = ({ table }: House, person: string): Permission => ({
  deed: 'person:write',
  knows: () => [['person', getPerson(table, person)]],
});

/** Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changePerson = (
  house: House,
  deed: Deed,
  person: string,
  patched: (person: Person) => PersonChange,
): Promise<Person> =>
  change(house, deed, personKind, {
    ...itself(changing(house, person), () => getPerson(house.table, person)),
    decide: (found) => {
      if (found.state === 'erased')
        throw new DomainError('wrong-state', 'The data of this person was erased: nothing of it is changed.');
      return revisePerson(found, patched(found));
    },
  });

/** Errors: `not-found`, `wrong-state`; an erasure has its own address. */
export const passPerson = (
  house: House,
  deed: Deed,
  person: string,
  to: { to: StateOf<'person'>; reason?: string | undefined },
): Promise<Person> =>
  pass(house, deed, personKind, 'person', to, {
    ...itself(changing(house, person), () => getPerson(house.table, person)),
    judge: () => notErasing(to.to),
  });
