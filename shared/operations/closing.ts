import type { Declaration } from '../domain/declaration.ts';
import { passed } from '../domain/lifecycle.ts';
import { declarationKind, getDeclaration } from '../table/declaration.ts';
import { readGates, setGates } from '../table/gate.ts';
import { replace } from '../table/item.ts';
import { mustBeHeld } from './freezing.ts';
import { type Deed, type House, next, passageOf, perform, type Plan, reading } from './perform.ts';
import { drainSignatures } from './signature-chain.ts';

/**
 * Closes a declaration for signature: every gate is shut in one transaction, so that whoever signs meanwhile has passed before or is refused; then every
 * signature is given its number, so that nothing is pending. What is closed already stays so, and what was left pending is numbered.
 * Errors: `not-found`, `wrong-state`, `not-checkable`, `unavailable`.
 */
export const closeDeclaration = async (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  { reason }: { reason?: string | undefined } = {},
): Promise<Declaration> => {
  const { table } = house;
  const closed = await perform(house, deed, {
    may: {
      deed: 'declaration:freeze',
      of: { summit, declaration },
      knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
    },
    read: () => Promise.all([getDeclaration(table, summit, declaration), readGates(table, { summit, declaration })]),
    decide: ([before, gates]): Plan<Declaration> => {
      mustBeHeld(before);
      if (before.state === 'closed') return { writes: [], answer: before, at: declarationKind.key(before) };
      const after = passed('declaration', before, 'closed', passageOf(deed, reason));
      return {
        writes: [
          replace(table, declarationKind, after, deed.request, before),
          ...setGates(table, { summit, declaration }, gates, { change: { signing: undefined } }, deed.request),
        ],
        answer: next(after),
        at: declarationKind.key(after),
      };
    },
    again: reading(house, declarationKind),
  });
  await drainSignatures(house, summit, declaration, deed.at);
  return closed;
};
