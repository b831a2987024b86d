import { assignCrew, type Crew, type CrewDraft } from '../domain/crew.ts';
import { DomainError, type FieldError } from '../domain/error.ts';
import { passed, type StateOf } from '../domain/lifecycle.ts';
import { placeable } from '../domain/person.ts';
import { keptApart } from '../domain/rehearsal.ts';
import { absent } from '../table/absent.ts';
import { crewKind, getCrew, keepDuty } from '../table/crew.ts';
import { insert, replace, unchanged } from '../table/item.ts';
import { findPerson, personKind } from '../table/person.ts';
import { getSession, getWholeSession, sessionKind, type WholeSession } from '../table/session.ts';
import { noteChange } from '../table/tally.ts';
import type { Write } from '../table/transact.ts';
import { bookingWrites, type Standing } from './booking.ts';
import { referred, resolving, together } from './naming.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';

const writing = ({ table }: House, summit: string, session: string, crew?: string): Permission => ({
  deed: 'crew:write',
  of: { summit, session },
  knows: () => [
    ['session', getSession(table, summit, session)],
    ...(crew === undefined ? [] : [['crew', getCrew(table, summit, session, crew)] as const]),
  ],
});

const personOf = ({ table }: House, { person }: Partial<CrewDraft>) =>
  referred(person, (one) => findPerson(table, one), '/person', 'person');

/** Whom a draft names that is not there. */
export const unknownToCrew = async (house: House, draft: Partial<CrewDraft>): Promise<readonly FieldError[]> => {
  const lookUp = personOf(house, draft).then(() => ({ draft, organizations: [] }));
  return (await resolving(lookUp, draft)).missing;
};

/** What is written beside a place in a crew. Whoever moves the session goes by its crew: the tally shows that it is another since. */
export const crewBeside = async (
  house: House,
  deed: Deed,
  whole: WholeSession,
  after: Crew,
  standing: Standing = {},
): Promise<Write[]> => {
  const crew = [...whole.crew.filter(({ slug }) => slug !== after.slug), after];
  return [
    unchanged(house.table, sessionKind, whole.session),
    noteChange(house.table, whole.session, deed.request, whole.tally),
    ...(await bookingWrites(house, deed, [{ was: whole, is: { ...whole, crew } }], standing)).writes,
  ];
};

const taken = (): DomainError => new DomainError('already-recorded', 'This id is in use. Send the request again.');

/**
 * Puts somebody in the crew of a session, which takes their time from then on. Errors: `invalid`, `not-found`, `already-recorded`, `person-taken`.
 */
export const createCrew = (
  house: House,
  deed: Deed,
  summit: string,
  session: string,
  draft: CrewDraft,
): Promise<Crew> => {
  const { table } = house;
  const id = house.newId();
  return perform(house, deed, {
    may: writing(house, summit, session),
    read: () => together([getWholeSession(table, summit, session), personOf(house, draft)]),
    decide: async ([whole, found]) => {
      const person = placeable(found);
      keptApart(whole.session, [{ ...person, pointer: '/person' }]);
      const crew = assignCrew({ summit, session }, id, draft, whole.crew);
      return {
        writes: [
          insert(table, crewKind, crew, deed.request, taken),
          keepDuty(table, crew, deed.request),
          unchanged(table, personKind, person),
          ...(await crewBeside(house, deed, whole, crew)),
        ],
        answer: crew,
        at: crewKind.key(crew),
      };
    },
    again: reading(house, crewKind),
  });
};

/** Passes a place in a crew to the next state; whoever is released has their time back. Errors: `not-found`, `wrong-state`. */
export const passCrew = (
  house: House,
  deed: Deed,
  summit: string,
  session: string,
  slug: string,
  to: { to: StateOf<'crew'>; reason?: string | undefined },
): Promise<Crew> => {
  const { table } = house;
  return perform(house, deed, {
    may: writing(house, summit, session, slug),
    read: () => getWholeSession(table, summit, session),
    decide: async (whole) => {
      const found = whole.crew.find((one) => one.slug === slug) ?? absent('crew');
      const crew = passed('crew', found, to.to, passageOf(deed, to.reason));
      return {
        writes: [replace(table, crewKind, crew, deed.request, found), ...(await crewBeside(house, deed, whole, crew))],
        answer: next(crew),
        at: crewKind.key(crew),
      };
    },
    again: reading(house, crewKind),
  });
};
