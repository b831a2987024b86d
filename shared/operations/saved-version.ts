import { type TextVersion, withVersion } from '../domain/text-version.ts';
import { declarationKind, getText, wholeOf } from '../table/declaration.ts';
import { readGates, setGates } from '../table/gate.ts';
import { insert, replace } from '../table/item.ts';
import { getSummit } from '../table/summit.ts';
import { textVersionKind } from '../table/text-version.ts';
import { Raced } from '../table/transact.ts';
import { drafting, mustBeDrafted, type Where } from './paragraph.ts';
import { type Deed, type House, perform, reading } from './perform.ts';
import { takeVersion } from './text-version.ts';

/**
 * Keeps a version of the text while it is drafted: all of it at one moment, because an edit that passes meanwhile makes it be read again. Nobody but
 * those who draft sees it. Errors: `not-found`, `text-closed`, `not-checkable`, `unavailable`.
 */
export const saveVersion = (house: House, deed: Deed, where: Where): Promise<TextVersion> => {
  const { table } = house;
  return perform(house, deed, {
    may: drafting(house, where),
    read: async () => {
      // The gates before the text: what is edited after they were read is seen by their condition.
      const gates = await readGates(table, where);
      const [text, summit] = await Promise.all([
        getText(table, where.summit, where.declaration),
        getSummit(table, where.summit),
      ]);
      return { gates, text, summit };
    },
    decide: async ({ gates, text, summit }) => {
      mustBeDrafted(text);
      const { declaration } = text;
      const { taken } = await takeVersion(house, deed, wholeOf(text), { why: 'saved', summit });
      return {
        writes: [
          replace(table, declarationKind, withVersion(declaration, taken), deed.request, declaration),
          insert(table, textVersionKind, taken, deed.request, () => new Raced()),
          ...setGates(table, where, gates, { change: {}, holding: ['edits'] }, deed.request),
        ],
        answer: taken,
        at: textVersionKind.key(taken),
      };
    },
    again: reading(house, textVersionKind),
  });
};
