import * as z from 'zod';
import { Instrument, InstrumentDraft } from '../domain/instrument.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { getInstrument } from '../table/instrument.ts';
import { lists } from '../table/key.ts';
import { cardSeen } from './noun.ts';
import { resource } from './resource.ts';

// What changes is loaded by the first change: first requests read.
const deeds = () => import('../operations/instrument.ts');

export const instrumentRoutes = resource({
  noun: 'instrument',
  may: { create: 'instrument:create', change: 'instrument:change' },
  path: '/instruments',
  record: Instrument,
  draft: InstrumentDraft,
  examples: {
    create: {
      slug: 'river-charter',
      name: { en: 'Charter of River Cities' },
      kind: 'agreement',
      date: '2021',
      clauses: [{ id: '4', label: 'Article 4' }],
    },
    change: { aliases: ['River Charter'] },
  },
  get: ({ house, at }) => getInstrument(house.table, at('instrument')),
  list: {
    shows: {
      name: 'InstrumentCard',
      schema: () => Instrument().omit({ clauses: true, sources: true, corrections: true, history: true }),
    },
    filters: () => ({
      kind: z.enum(InstrumentDraft().shape.kind.unwrap().options).optional(),
      state: z.enum(statesOf('instrument')).optional(),
    }),
    of: () => ({ pk: lists.instruments, index: 'list' }),
    keep: (exchange) => {
      const { kind, state } = exchange.query;
      return cardSeen<Instrument>(
        exchange,
        'instrument',
        (one) => (kind ?? one.kind) === one.kind && (state ?? one.state) === one.state,
      );
    },
  },
  create: async ({ house, deed }, draft) => (await deeds()).createInstrument(house, deed, draft),
  change: async ({ house, deed, at }, patched) =>
    (await deeds()).changeInstrument(house, deed, at('instrument'), patched),
  pass: async ({ house, deed, at }, to) => (await deeds()).passInstrument(house, deed, at('instrument'), to),
});
