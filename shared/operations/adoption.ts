import type { Declaration } from '../domain/declaration.ts';
import { DomainError } from '../domain/error.ts';
import { mayPass } from '../domain/lifecycle.ts';
import { lastCirculation } from '../table/circulation.ts';
import { declarationKind, getDeclaration } from '../table/declaration.ts';
import { adopt, type Meeting } from './decision.ts';
import { mustBeHeld } from './freezing.ts';
import { type Deed, type House, next, perform, reading } from './perform.ts';
import { type Circulated, findCirculated } from './silence.ts';

interface Found {
  declaration: Declaration;
  /** None where nothing was ever circulated. */
  circulated: Circulated | undefined;
}

const find = async (house: House, summit: string, declaration: string): Promise<Found> => {
  const [head, last] = await Promise.all([
    getDeclaration(house.table, summit, declaration),
    lastCirculation(house.table, summit, declaration),
  ]);
  const circulated = last && (await findCirculated(house, { summit, declaration, circulation: last.slug }));
  return { declaration: circulated?.declaration ?? head, circulated };
};

const mustBeUnopposed = (objections: number): void => {
  if (objections > 0)
    throw new DomainError(
      'wrong-state',
      `${objections} ${objections === 1 ? 'objection stands' : 'objections stand'} against the text. It is adopted once they are withdrawn, or after the deadline decides and the text is drafted anew.`,
      { also: { objections } },
    );
};

/**
 * Adopts what is circulated by acclamation, or by a decision of an organ, before silence does. No objection may stand; one that passes its gate
 * meanwhile stops it. The text is frozen. Errors: `not-found`, `not-checkable`, `wrong-state`, `unavailable`.
 */
export const adoptDeclaration = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  meeting: { how: Meeting; reason: string },
): Promise<Declaration> =>
  perform(house, deed, {
    may: {
      deed: 'declaration:freeze',
      of: { summit, declaration },
      knows: () => [['declaration', getDeclaration(house.table, summit, declaration)]],
    },
    read: () => find(house, summit, declaration),
    decide: async ({ declaration: head, circulated }) => {
      mustBeHeld(head);
      mayPass('declaration', head.state, 'adopted');
      if (!circulated) throw new Error('What is circulated has a circulation.');
      mustBeUnopposed(circulated.gates.reduce((sum, { objections }) => sum + objections, 0));
      const plan = await adopt(house, deed, circulated, [], meeting);
      return { writes: plan.writes, answer: next(plan.head), at: declarationKind.key(head) };
    },
    again: reading(house, declarationKind),
  });
