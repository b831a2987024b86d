import * as z from 'zod';
import { statesOf } from '../domain/lifecycle.ts';
import { Summit, SummitDraft, summitOrder } from '../domain/summit.ts';
import { lists } from '../table/key.ts';
import { getSummit } from '../table/summit.ts';
import { cardSeen, flag } from './noun.ts';
import { resource } from './resource.ts';

// What changes is loaded by the first change: first requests read.
const deeds = () => import('../operations/summit.ts');

export const summitRoutes = resource({
  noun: 'summit',
  may: { create: 'summit:create', change: 'summit:change' },
  path: '/summits',
  record: Summit,
  draft: SummitDraft,
  between: summitOrder,
  examples: {
    create: {
      slug: 'arvenne-2027',
      title: { en: 'Arvenne Mayors Forum 2027' },
      zone: 'Europe/Paris',
      from: '2027-03-10',
      to: '2027-03-12',
      place: { en: 'Arvenne' },
    },
    change: { place: { en: 'Arvenne, Old Customs House' } },
  },
  get: ({ house, at }) => getSummit(house.table, at('summit')),
  list: {
    shows: {
      name: 'SummitCard',
      schema: () => Summit().omit({ summary: true, sources: true, corrections: true, history: true }),
    },
    filters: () => ({
      rehearsal: flag(),
      origin: z.enum(['held', 'reported']).optional(),
      state: z.enum(statesOf('summit')).optional(),
    }),
    of: () => ({ pk: lists.summits, index: 'list' }),
    keep: (exchange) => {
      const { rehearsal, origin, state } = exchange.query;
      return cardSeen<Summit>(
        exchange,
        'summit',
        (summit) =>
          (rehearsal ?? summit.rehearsal) === summit.rehearsal &&
          (origin ?? summit.origin) === summit.origin &&
          (state ?? summit.state) === summit.state,
      );
    },
  },
  create: async ({ house, deed }, draft) => (await deeds()).createSummit(house, deed, draft),
  change: async ({ house, deed, at }, patched) => (await deeds()).changeSummit(house, deed, at('summit'), patched),
  pass: async ({ house, deed, at }, to) => (await deeds()).passSummit(house, deed, at('summit'), to),
});
