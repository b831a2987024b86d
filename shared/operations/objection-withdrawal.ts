import { type Dissociation, withdrawDissociation } from '../domain/dissociation.ts';
import { type Objection, type Withdrawal, withdrawObjection as withdrawn } from '../domain/objection.ts';
import { mustBeReceived } from '../domain/receiving.ts';
import { heardUntil, isUndecided, silenceOver } from '../domain/silence.ts';
import { getCirculation } from '../table/circulation.ts';
import { getDeclaration } from '../table/declaration.ts';
import { dissociationKind, getDissociation } from '../table/dissociation.ts';
import { throughSilence } from '../table/gate.ts';
import { replace } from '../table/item.ts';
import { getObjection, objectionKind } from '../table/objection.ts';
import type { Of } from './objection.ts';
import { type Deed, type House, next, passageOf, perform, type Plan, reading } from './perform.ts';

/**
 * Withdraws an objection before the deadline: the silence goes on as if it had not been, and does not begin anew. Which instant counts is as for
 * the objection itself. Errors: `not-found`, `silence-over`, `wrong-state`, `invalid`, `unavailable`.
 */
export const withdrawObjection = (
  house: House,
  deed: Deed,
  of: Of,
  slug: string,
  withdrawal: Withdrawal,
): Promise<Objection> => {
  const { table } = house;
  const find = () => getObjection(table, of.summit, of.declaration, slug);
  return perform(house, deed, {
    may: {
      deed: 'objection:write',
      of: (found: { objection: Objection } | undefined) => ({ ...of, organization: found?.objection.organization }),
      knows: () => [['declaration', getDeclaration(table, of.summit, of.declaration)]],
    },
    read: async () => {
      const objection = await find();
      const circulation = await getCirculation(table, of.summit, of.declaration, objection.circulation);
      return { objection, circulation };
    },
    decide: ({ objection, circulation }): Plan<Objection> => {
      mustBeReceived(deed.caller, objection, withdrawal.received, deed.at);
      if (!isUndecided(circulation)) throw silenceOver(circulation);
      const passage = passageOf(deed, withdrawal.reason);
      const after = withdrawn(objection, circulation, withdrawal, deed.at, passage);
      return {
        writes: [
          replace(table, objectionKind, after, deed.request, objection),
          throughSilence(table, of, objection.organization, heardUntil(circulation), -1, deed.request),
        ],
        answer: next(after),
        at: objectionKind.key(after),
      };
    },
    again: reading(house, objectionKind),
  });
};

/** Withdraws a dissociation, at any time. Errors: `not-found`, `wrong-state`, `invalid`. */
export const withdrawDissociationOf = (
  house: House,
  deed: Deed,
  of: Of,
  slug: string,
  withdrawal: Withdrawal,
): Promise<Dissociation> => {
  const { table } = house;
  return perform(house, deed, {
    may: {
      deed: 'objection:write',
      of: (found: Dissociation | undefined) => ({ ...of, organization: found?.organization }),
      knows: () => [['declaration', getDeclaration(table, of.summit, of.declaration)]],
    },
    read: () => getDissociation(table, of.summit, of.declaration, slug),
    decide: (found): Plan<Dissociation> => {
      mustBeReceived(deed.caller, found, withdrawal.received, deed.at);
      const after = withdrawDissociation(found, withdrawal, deed.at, passageOf(deed, withdrawal.reason));
      return {
        writes: [replace(table, dissociationKind, after, deed.request, found)],
        answer: next(after),
        at: dissociationKind.key(after),
      };
    },
    again: reading(house, dissociationKind),
  });
};
