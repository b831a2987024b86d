import { nameOf } from '../domain/access.ts';
import {
  type Corrigendum,
  corrigendumAfter,
  type CorrigendumDraft,
  mustBeFrozen,
  recordCorrigendum,
} from '../domain/corrigendum.ts';
import type { FrozenText } from '../domain/frozen.ts';
import { allCorrigenda, corrigendumKind } from '../table/corrigendum.ts';
import { getDeclaration } from '../table/declaration.ts';
import { insert } from '../table/item.ts';
import { getTextVersion, readBody } from '../table/text-version.ts';
import { Raced } from '../table/transact.ts';
import { knowing, type Of } from './amendment.ts';
import { type Deed, type House, perform, reading } from './perform.ts';

/**
 * Records an editorial mistake beside a frozen text; the text and its hash stay as they are. The next number is taken by whoever is first; the other
 * takes the one after. Errors: `not-found`, `not-checkable`, `not-frozen`, `invalid`.
 */
export const createCorrigendum = (house: House, deed: Deed, of: Of, draft: CorrigendumDraft): Promise<Corrigendum> => {
  const { table } = house;
  return perform(house, deed, {
    may: { deed: 'corrigendum:write', of, knows: () => knowing(house, of) },
    read: () =>
      Promise.all([getDeclaration(table, of.summit, of.declaration), allCorrigenda(table, of.summit, of.declaration)]),
    decide: async ([declaration, earlier]) => {
      const frozen = mustBeFrozen(declaration);
      const version = await getTextVersion(table, of.summit, of.declaration, frozen.version);
      const { hashed } = await readBody(table, version);
      const corrigendum = recordCorrigendum(declaration, frozen, draft, {
        text: JSON.parse(hashed) as FrozenText,
        slug: corrigendumAfter(earlier.at(-1)?.slug),
        by: nameOf(deed.caller),
        at: deed.at,
      });
      return {
        writes: [insert(table, corrigendumKind, corrigendum, deed.request, () => new Raced())],
        answer: corrigendum,
        at: corrigendumKind.key(corrigendum),
      };
    },
    again: reading(house, corrigendumKind),
  });
};
