import type { Circulation } from '../domain/circulation.ts';
import type { Declaration } from '../domain/declaration.ts';
import { DomainError } from '../domain/error.ts';
import { passed } from '../domain/lifecycle.ts';
import { extended, type Extension, heardUntil, recalled, resumed, suspended } from '../domain/silence.ts';
import type { Telling } from '../domain/telling.ts';
import { toInstant } from '../domain/when.ts';
import { circulationKind, getCirculation } from '../table/circulation.ts';
import { declarationKind, getDeclaration } from '../table/declaration.ts';
import { type Gate, type GateChange, readGates, setGates } from '../table/gate.ts';
import { replace } from '../table/item.ts';
import { findTelling, tell } from '../table/telling.ts';
import type { Write } from '../table/transact.ts';
import { circulating } from './circulation.ts';
import { mustBeHeld } from './freezing.ts';
import { type Deed, type House, next, passageOf, perform, type Plan, reading } from './perform.ts';

/** Which circulation. */
export interface About {
  summit: string;
  declaration: string;
  circulation: string;
}

/** A circulation with what is written beside it. */
export interface Circulated {
  circulation: Circulation;
  declaration: Declaration;
  gates: Gate[];
  telling: Telling | undefined;
}

/** Errors: `not-found`. */
export const findCirculated = async ({ table }: House, about: About): Promise<Circulated> => {
  const { summit, declaration: slug } = about;
  const [circulation, declaration, gates, telling] = await Promise.all([
    getCirculation(table, summit, slug, about.circulation),
    getDeclaration(table, summit, slug),
    readGates(table, about),
    findTelling(table, about),
  ]);
  return { circulation, declaration, gates, telling };
};

/** The writes of a circulation that goes on, or ends: with what its gates hold from then on, and that everybody is told of it. */
export const circulationWrites = (
  { table }: House,
  deed: Deed,
  { circulation, gates, telling }: Circulated,
  after: Circulation,
  { change, holding = [] }: { change: GateChange; holding?: readonly 'heard'[] },
): Write[] => {
  const { summit, declaration, slug } = circulation;
  const of = { summit, declaration };
  return [
    replace(table, circulationKind, after, deed.request, circulation),
    tell(table, { ...of, circulation: slug }, toInstant(deed.at), telling, deed.request),
    ...setGates(table, of, gates, { change, holding }, deed.request),
  ];
};

const chair = (
  house: House,
  deed: Deed,
  about: About,
  decide: (found: Circulated) => { after: Circulation; beside?: readonly Write[]; change?: GateChange },
): Promise<Circulation> =>
  perform(house, deed, {
    may: circulating(house, about.summit, about.declaration),
    read: () => findCirculated(house, about),
    decide: (found): Plan<Circulation> => {
      const { after, beside = [], change = { silence: heardUntil(after) } } = decide(found);
      return {
        writes: [...circulationWrites(house, deed, found, after, { change }), ...beside],
        answer: next(after),
        at: circulationKind.key(after),
      };
    },
    again: reading(house, circulationKind),
  });

/** Gives those who are asked longer. Errors: `not-found`, `silence-over`, `wrong-state`, `invalid`. */
export const extendSilence = (house: House, deed: Deed, about: About, extension: Extension): Promise<Circulation> =>
  chair(house, deed, about, ({ circulation }) => ({ after: extended(circulation, extension, deed.at) }));

/** Stops the time of a circulation. Errors: `not-found`, `silence-over`, `wrong-state`. */
export const suspendSilence = (house: House, deed: Deed, about: About, reason: string): Promise<Circulation> =>
  chair(house, deed, about, ({ circulation }) => ({ after: suspended(circulation, deed.at, passageOf(deed, reason)) }));

/** Lets the time go on with what was left of it. Errors: `not-found`, `wrong-state`. */
export const resumeSilence = (
  house: House,
  deed: Deed,
  about: About,
  reason: string | undefined,
): Promise<Circulation> =>
  chair(house, deed, about, ({ circulation }) => ({ after: resumed(circulation, deed.at, passageOf(deed, reason)) }));

/**
 * Takes a circulation back, so that its text can be corrected: the correction is a new circulation, with a whole deadline of its own.
 * Errors: `not-found`, `silence-over`, `wrong-state`.
 */
export const recallCirculation = (house: House, deed: Deed, about: About, reason: string): Promise<Circulation> =>
  chair(house, deed, about, ({ circulation, declaration }) => {
    const after = recalled(circulation, deed.at, passageOf(deed, reason));
    const drafting = passed('declaration', declaration, 'drafting', passageOf(deed, reason));
    return {
      after,
      change: { silence: undefined, words: 'open' },
      beside: [replace(house.table, declarationKind, drafting, deed.request, declaration)],
    };
  });

/** Opens a text again that was objected to. Errors: `not-found`, `not-checkable`, `wrong-state`. */
export const reopenDeclaration = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  reason: string | undefined,
): Promise<Declaration> => {
  const { table } = house;
  return perform(house, deed, {
    may: circulating(house, summit, declaration),
    read: () => Promise.all([getDeclaration(table, summit, declaration), readGates(table, { summit, declaration })]),
    decide: ([found, gates]): Plan<Declaration> => {
      mustBeHeld(found);
      if (found.state === 'circulated')
        throw new DomainError(
          'wrong-state',
          'The text is circulated. Recall its circulation, so that everybody is told.',
          {
            also: { state: found.state },
          },
        );
      const after = passed('declaration', found, 'drafting', passageOf(deed, reason));
      return {
        writes: [
          replace(table, declarationKind, after, deed.request, found),
          ...setGates(table, { summit, declaration }, gates, { change: { words: 'open' } }, deed.request),
        ],
        answer: next(after),
        at: declarationKind.key(after),
      };
    },
    again: reading(house, declarationKind),
  });
};
