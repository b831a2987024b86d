import { leaveOut, type LeftOutDraft, refOf } from '../domain/left-out.ts';
import { outcomeRef } from '../domain/outcome.ts';
import type { Carriage } from '../domain/paragraph.ts';
import {
  declarationKind,
  type DraftedText,
  getText,
  getWholeDeclarationAt,
  leftOutKind,
  type WholeDeclaration,
  wholeOf,
} from '../table/declaration.ts';
import { throughWords } from '../table/gate.ts';
import { insert, itemOf, replace } from '../table/item.ts';
import { put } from '../table/mark.ts';
import { findOutcomes, wentKind } from '../table/outcome.ts';
import { Raced, type Write } from '../table/transact.ts';
import { drafting, mustBeDrafted, type Where } from './paragraph.ts';
import { type Deed, type House, perform } from './perform.ts';

const placeOf = (ref: string): { session: string; outcome: string } => {
  const [session = '', outcome = ''] = ref.split('/');
  return { session, outcome };
};

const writeOf = ({ table }: House, { request }: Deed, { compiled }: DraftedText, left: Carriage): Write[] => {
  const before = compiled.find((one) => refOf(one) === refOf(left));
  return [
    before
      ? replace(table, leftOutKind, { ...left, version: before.version }, request, before)
      : insert(table, leftOutKind, left, request, () => new Raced()),
    // To be read from the outcome's side.
    put(table, itemOf(wentKind, left, request)),
  ];
};

/**
 * Records why a text does not carry outcomes; a reason that was given before gives way. Errors: `invalid`, each outcome that is wrong, `text-closed`,
 * `not-checkable`.
 */
export const leaveOutcomesOut = (
  house: House,
  deed: Deed,
  where: Where,
  draft: LeftOutDraft,
): Promise<WholeDeclaration> =>
  perform(house, deed, {
    may: drafting(house, where),
    read: () =>
      Promise.all([
        getText(house.table, where.summit, where.declaration),
        findOutcomes(house.table, where.summit, [...new Set(draft.outcomes)].map(placeOf)),
      ]),
    decide: ([text, found]) => {
      mustBeDrafted(text);
      const filed = new Map(found.filter(({ state }) => state === 'filed').map((one) => [outcomeRef(one), one]));
      const left = leaveOut(text, draft, filed);
      const known = new Map([...text.compiled, ...left].map((one) => [refOf(one), one]));
      return {
        writes: [
          throughWords(house.table, where, draft.outcomes[0] ?? where.declaration, deed.request),
          ...left.flatMap((one) => writeOf(house, deed, text, one)),
        ],
        answer: wholeOf({ ...text, compiled: [...known.values()] }),
        at: declarationKind.key(text.declaration),
      };
    },
    again: (at) => getWholeDeclarationAt(house.table, at),
  });
