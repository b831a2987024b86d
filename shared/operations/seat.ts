import { type Consent, type ConsentGiven, isNamed, seatOf, stated } from '../domain/consent.ts';
import type { Panelist } from '../domain/panelist.ts';
import type { Person } from '../domain/person.ts';
import type { Table } from '../table/client.ts';
import { consentKind, findConsent } from '../table/consent.ts';
import { save, unchanged } from '../table/item.ts';
import { getPerson, personKind } from '../table/person.ts';
import { keepSeat } from '../table/seat.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, passageOf } from './perform.ts';

/** What was said about being named, over what was said before. */
export const savedConsent = (table: Table, before: Consent | undefined, after: Consent, request: string): Write =>
  save(table, consentKind, { before, after }, request);

/**
 * What is written beside a new place on a panel: the person remembers it, with what was said about being named there, and is who they were when it
 * was decided. A person who is created in the same transaction `isNew`.
 */
export const seatWrites = (
  table: Table,
  { person, isNew = false }: { person: Person; isNew?: boolean },
  panelist: Panelist,
  given: ConsentGiven | undefined,
  deed: Deed,
): Write[] => {
  const about = { person: person.id, to: seatOf(panelist) };
  return [
    ...(isNew ? [] : [unchanged(table, personKind, person)]),
    keepSeat(table, person.id, about.to, deed.request),
    ...(given
      ? [savedConsent(table, undefined, stated(undefined, about, 'given', given, passageOf(deed)), deed.request)]
      : []),
  ];
};

/** The same beside a new person, who may have said that their own record may be public. */
export const nameWrites = (table: Table, person: Person, given: ConsentGiven | undefined, deed: Deed): Write[] => {
  const about = { person: person.id, to: 'name' } as const;
  return given
    ? [savedConsent(table, undefined, stated(undefined, about, 'given', given, passageOf(deed)), deed.request)]
    : [];
};

/**
 * What it comes to that a panelist, or an office for them, says whether they may be named at their place: for a deed that changes the place in its
 * own transaction. `named` is what the place has to say from then on.
 */
export const consentWrites = async (
  table: Table,
  panelist: Panelist,
  { state, ...given }: ConsentGiven & { state: 'given' | 'refused' },
  deed: Deed,
): Promise<{ named: boolean; writes: Write[] }> => {
  const [person, before] = await Promise.all([
    getPerson(table, panelist.person),
    findConsent(table, panelist.person, panelist.slug),
  ]);
  const about = { person: person.id, to: seatOf(panelist) };
  const after = stated(before, about, state, given, passageOf(deed));
  return {
    named: isNamed(panelist, { consent: after, withheld: person.withheld }),
    writes: [savedConsent(table, before, after, deed.request), unchanged(table, personKind, person)],
  };
};
