import { may } from '../domain/access.ts';
import { DomainError, invalid } from '../domain/error.ts';
import { passed } from '../domain/lifecycle.ts';
import type { Person } from '../domain/person.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { privateItems } from '../table/consent.ts';
import { dutiesIn } from '../table/crew.ts';
import { heldOn } from '../table/held.ts';
import { identitiesIn } from '../table/identity.ts';
import { replace, unchanged } from '../table/item.ts';
import { findNominations, nominationsIn } from '../table/nomination.ts';
import { chainOf, personKind } from '../table/person.ts';
import { keepMerged, seatsIn } from '../table/seat.ts';
import { getSuggestion, suggestionKind } from '../table/suggestion.ts';
import type { Write } from '../table/transact.ts';
import { movedContact, movedDuty, movedIdentity, movedNomination, movedSeat, type Pair } from './moved.ts';
import { type Deed, type House, next, passageOf, perform, reading } from './perform.ts';
import type { Permission } from './permission.ts';

interface Asked {
  house: House;
  summit: string;
  suggestion: string;
  keep: string;
}

interface Found {
  suggestion: Suggestion;
  /** Whom both are known as today. */
  kept: Person;
  other: Person;
  /** Those of them, and of those they became, who are somebody else by now. */
  gone: string[];
}

const merging = ({ house: { table }, summit, suggestion }: Asked): Permission => ({
  deed: 'person:merge',
  of: { summit },
  knows: () => [['suggestion', getSuggestion(table, summit, suggestion)]],
});

const suggested = ({ house: { table }, summit, suggestion }: Asked): Promise<Suggestion> =>
  getSuggestion(table, summit, suggestion);

const both = async ({ house: { table }, keep }: Asked, suggestion: Suggestion): Promise<Found> => {
  const [one = '', another = ''] = suggestion.people;
  const chains = await Promise.all(
    [keep === another ? another : one, keep === another ? one : another].map((id) => chainOf(table, id)),
  );
  const [kept, other] = chains.map((chain) => chain.at(-1));
  if (!kept || !other) throw new Error(`The people of the suggestion ${suggestion.slug} are not there.`);
  const gone = chains.flat().map(({ id }) => id);
  return { suggestion, kept, other, gone: gone.filter((id) => id !== kept.id && id !== other.id) };
};

const wrongState = (detail: string, { state }: Suggestion): DomainError =>
  new DomainError('wrong-state', detail, { also: { state, wanted: 'merged', allowed: [] } });

const mayMerge = ({ suggestion, kept, other }: Found, keep: string): void => {
  if (!suggestion.people.includes(keep))
    throw invalid([{ pointer: '/keep', detail: 'Keep one of the two people of the suggestion.' }]);
  if (kept.id !== keep && suggestion.people.includes(kept.id))
    throw wrongState(`The other one is being kept, "${kept.id}". Send that one to go on with it.`, suggestion);
  if (kept.state === 'erased' || other.state === 'erased')
    throw new DomainError('in-use', 'The records of one of them are gone. Dismiss the suggestion instead.');
  // A merge must not print a name that somebody wants printed nowhere.
  if (other.withheld && !kept.withheld)
    throw invalid([{ pointer: '/keep', detail: 'Keep the other one: their name is withheld, and has to stay so.' }]);
};

// Who merges people changes every summit at which one of them is known.
const mayEverywhere = async ({ table }: House, { caller }: Deed, person: string): Promise<void> => {
  const [own, data] = await Promise.all([privateItems(table, person), heldOn(table, person)]);
  const summits = [...seatsIn(own), ...dutiesIn(own), ...nominationsIn(data)].map(({ summit }) => summit);
  if (!summits.every((summit) => may(caller, 'person:merge', { summit })))
    throw new DomainError(
      'forbidden',
      'One of them is on record at other summits too, so that the secretariat alone can merge them.',
    );
};

const find = async (asked: Asked): Promise<Found> => both(asked, await suggested(asked));

/** The head of a merge: from here on the other one is known as the one who is kept, and is given no places of their own. */
const begin = (asked: Asked, deed: Deed): Promise<Found> =>
  perform<Suggestion, Found>(asked.house, deed, {
    may: merging(asked),
    // The two are read once it is known that they may be: a suggestion that is hidden costs what one costs that is not there.
    read: () => suggested(asked),
    decide: async (seen) => {
      const { table } = asked.house;
      const found = await both(asked, seen);
      const { suggestion, kept, other } = found;
      const isOpen = unchanged(table, suggestionKind, suggestion);
      if (suggestion.state !== 'open') return { writes: [isOpen], answer: { ...found, gone: [] } };
      mayMerge(found, asked.keep);
      if (kept.id === other.id) return { writes: [isOpen], answer: found };
      await Promise.all([kept, other].map(({ id }) => mayEverywhere(asked.house, deed, id)));
      const left = other.state === 'listed' ? passed('person', other, 'retired', passageOf(deed)) : other;
      const merged = { ...left, named: false, mergedInto: kept.id };
      return {
        writes: [
          replace(table, personKind, merged, deed.request, other),
          keepMerged(table, kept.id, other.id, deed.request),
          unchanged(table, personKind, kept),
          isOpen,
        ],
        answer: { ...found, gone: [...found.gone, other.id] },
        concerns: [kept.id, other.id],
      };
    },
  });

type Move = (pair: Pair, deed: Deed) => Promise<Write[]>;

/** All that is still somebody's who turned out to be another. Each is one transaction, and is found undone or done. */
const movesOf = async (house: House, person: string): Promise<Move[]> => {
  const { table } = house;
  const [own, data] = await Promise.all([privateItems(table, person), heldOn(table, person)]);
  return [
    ...seatsIn(own).map(
      (seat): Move =>
        (pair, deed) =>
          movedSeat(house, deed, pair, seat),
    ),
    ...dutiesIn(own).map(
      (duty): Move =>
        (pair, deed) =>
          movedDuty(house, deed, pair, duty),
    ),
    ...nominationsIn(data).map((at): Move => async (pair, deed) => {
      const [nomination] = await findNominations(table, [at]);
      return nomination ? movedNomination(house, deed, pair, nomination) : [];
    }),
    ...identitiesIn(data).map(
      (digest): Move =>
        (pair, deed) =>
          movedIdentity(house, deed, pair, digest),
    ),
    (pair, deed) => movedContact(house, deed, pair),
  ];
};

const carryOut = (asked: Asked, deed: Deed, person: string, move: Move): Promise<void> =>
  perform(asked.house, deed, {
    may: merging(asked),
    read: () => find(asked),
    decide: async ({ suggestion, kept }) => {
      const writes = await move({ from: person, to: kept }, deed);
      const isThere = unchanged(asked.house.table, suggestionKind, suggestion);
      return { writes: writes.length > 0 ? writes : [isThere], answer: undefined, concerns: [person, kept.id] };
    },
  });

const conclude = (asked: Asked, deed: Deed): Promise<Suggestion> =>
  perform(asked.house, deed, {
    may: merging(asked),
    read: () => find(asked),
    decide: ({ suggestion, kept }) => {
      const after = { ...passed('suggestion', suggestion, 'merged', passageOf(deed)), kept: kept.id };
      return {
        writes: [replace(asked.house.table, suggestionKind, after, deed.request, suggestion)],
        answer: next(after),
        at: suggestionKind.key(after),
        concerns: suggestion.people,
      };
    },
    again: reading(asked.house, suggestionKind),
  });

/**
 * Makes one person of two. The head comes first; then every place, nomination and identity of the other, and their contact details, go over, each
 * in a transaction of its own; at the end the suggestion is merged. Sent again after a kill it goes on where it was.
 * Errors: `not-found`, `invalid`, `wrong-state`, `forbidden`, `in-use`.
 */
export const mergePeople = async (
  house: House,
  deed: Deed,
  summit: string,
  suggestion: string,
  { keep }: { keep: string },
): Promise<Suggestion> => {
  const asked = { house, summit, suggestion, keep };
  let steps = 0;
  // Each step is a deed of its own on the trail; the receipt is for the whole.
  const step = (): Deed => ({ ...deed, receipt: undefined, request: `${deed.request}.${(steps += 1)}` });
  const { gone } = await begin(asked, step());
  for (const person of gone)
    for (const move of await movesOf(house, person)) await carryOut(asked, step(), person, move);
  return conclude(asked, deed);
};
