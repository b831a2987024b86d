import * as z from 'zod';
import { answers, Delivery, DeliveryAnswer, DeliveryDraft } from '../domain/delivery.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { type Route, route } from '../http/route.ts';
import { answerDelivery, recordDelivery } from '../operations/delivery.ts';
import { deliveryKind, getDelivery } from '../table/delivery.ts';
import { collections } from '../table/key.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { answerOf, recordSeen } from './noun.ts';
import { resource } from './resource.ts';

const path = '/summits/{summit}/declarations/{declaration}/deliveries';

const answering = (which: keyof typeof answers, summary: string, example: unknown): Route =>
  route({
    method: 'POST',
    path: `${path}/{delivery}/${which}`,
    may: 'delivery:write',
    succeeds: 200,
    summary,
    answers: { name: 'Delivery', schema: Delivery },
    body: DeliveryAnswer,
    example: () => example,
    handle: async (exchange) => {
      const { house, deed, body, at } = exchange;
      const of = { summit: at('summit'), declaration: at('declaration'), delivery: at('delivery') };
      return answerOf(exchange, 'delivery', await answerDelivery(house, deed, of, which, body));
    },
  });

export const deliveryRoutes: Route[] = [
  ...resource({
    noun: 'delivery',
    may: 'delivery:write',
    path,
    record: Delivery,
    draft: DeliveryDraft,
    examples: {
      create: {
        to: { name: 'Presidency of the River Ministers' },
        on: '2027-03-12',
        place: 'Arvenne, Quay Hall',
        by: 'Sanna Brook, for the summit',
      },
      change: undefined,
    },
    guard: knowsDeclaration,
    get: ({ house, at }) => getDelivery(house.table, at('summit'), at('declaration'), at('delivery')),
    list: {
      filters: () => ({ state: z.enum(statesOf('delivery')).optional() }),
      of: ({ at }) => collections.deliveriesOf(at('summit'), at('declaration')),
      keep: (exchange) => recordSeen(exchange, deliveryKind, ({ state }) => (exchange.query.state ?? state) === state),
    },
    // Few requests are about packages: what packs them is loaded by the first that is.
    create: ({ house, deed, at }, draft) =>
      recordDelivery(house, deed, at('summit'), at('declaration'), draft, async (of) =>
        (await import('./package-file.ts')).packing(house, deed.at)(of),
      ),
  }),
  answering('receipt', 'Records that the addressee confirmed a delivery', {
    on: '2027-03-12',
    words: 'Received with thanks.',
    from: 'The registry of the presidency',
  }),
  answering('reply', 'Records what the addressee replied to a delivery', {
    on: '2027-04-20',
    words: 'The ministers will take it up in June.',
    document: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  }),
];
