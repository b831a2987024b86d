import { Corrigendum, CorrigendumDraft } from '../domain/corrigendum.ts';
import { createCorrigendum } from '../operations/corrigendum.ts';
import { corrigendumKind, getCorrigendum } from '../table/corrigendum.ts';
import { collections } from '../table/key.ts';
import { slug } from '../domain/record.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { recordSeen } from './noun.ts';
import { resource } from './resource.ts';

/** The mistakes that are recorded of a frozen text. There is nothing to change about one: whoever erred records another. */
export const corrigendumRoutes = resource({
  noun: 'corrigendum',
  may: 'corrigendum:write',
  path: '/summits/{summit}/declarations/{declaration}/corrigenda',
  record: Corrigendum,
  draft: CorrigendumDraft,
  examples: {
    create: {
      paragraph: 'p1',
      words: 'the the river cities',
      read: 'the river cities',
      reason: 'A word was printed twice.',
      decidedBy: 'The chairs',
      on: '2031-03-12',
    },
    change: undefined,
  },
  guard: knowsDeclaration,
  get: ({ house, at }) => getCorrigendum(house.table, at('summit'), at('declaration'), at('corrigendum')),
  list: {
    filters: () => ({ paragraph: slug().optional() }),
    of: ({ at }) => collections.corrigendaOf(at('summit'), at('declaration')),
    keep: (exchange) =>
      recordSeen(exchange, corrigendumKind, ({ paragraph }) => (exchange.query.paragraph ?? paragraph) === paragraph),
  },
  create: ({ house, deed, at }, draft) =>
    createCorrigendum(house, deed, { summit: at('summit'), declaration: at('declaration') }, draft),
});
