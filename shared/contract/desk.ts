import * as z from 'zod';
import { Desk, DeskDraft } from '../domain/desk.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { slug } from '../domain/record.ts';
import type { Answer, Exchange } from '../http/route.ts';
import { changeDesk, createDesk, passDesk } from '../operations/desk.ts';
import { deskKind, getDesk, getDeskInUse } from '../table/desk.ts';
import { collections } from '../table/key.ts';
import { recordSeen, seen } from './noun.ts';
import { knowsSummit } from './guard.ts';
import { resource } from './resource.ts';

/** A desk with how much of its quota is used. */
const readWhole = async (exchange: Exchange): Promise<Answer> => {
  const { desk, used } = await getDeskInUse(exchange.house.table, exchange.at('summit'), exchange.at('desk'));
  return { body: { ...seen(exchange, 'desk', desk), used }, version: desk.version };
};

export const deskRoutes = resource({
  noun: 'desk',
  may: { read: 'desk:read', create: 'desk:write', change: 'desk:write' },
  path: '/summits/{summit}/desks',
  record: Desk,
  draft: DeskDraft,
  examples: {
    create: { organization: 'league-of-river-cities', quota: 12, deadline: '2027-02-01T22:59:00Z', approval: true },
    change: { deadline: '2027-02-08T22:59:00Z' },
  },
  guard: knowsSummit,
  get: ({ house, at }) => getDesk(house.table, at('summit'), at('desk')),
  whole: {
    schema: () => z.object({ ...Desk().shape, used: z.int().meta({ description: 'How much of the quota is used.' }) }),
    read: readWhole,
  },
  list: {
    filters: () => ({
      organization: slug().optional(),
      session: slug().optional(),
      state: z.enum(statesOf('desk')).optional(),
    }),
    of: ({ at }) => collections.desksOf(at('summit')),
    keep: (exchange) => {
      const { organization, session, state } = exchange.query;
      return recordSeen(
        exchange,
        deskKind,
        (one) =>
          (organization ?? one.organization) === one.organization &&
          (session ?? one.session) === one.session &&
          (state ?? one.state) === one.state,
      );
    },
  },
  create: ({ house, deed, at }, draft) => createDesk(house, deed, at('summit'), draft),
  change: ({ house, deed, at }, patched) => changeDesk(house, deed, at('summit'), at('desk'), patched),
  pass: ({ house, deed, at }, to) => passDesk(house, deed, at('summit'), at('desk'), to),
});
