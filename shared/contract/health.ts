import * as z from 'zod';
import { lifecycles } from '../domain/lifecycle.ts';
import { type Route, route } from '../http/route.ts';
import { summitKey } from '../table/key.ts';

export const healthRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/health',
    may: 'read',
    summary: 'Says whether the API answers and reaches its table',
    answers: { name: 'Health', schema: () => z.object({ status: z.literal('ok') }) },
    handle: async ({ house }) => {
      // Any key does: what is asked is whether the table answers.
      await house.table.get(summitKey('health'));
      return { body: { status: 'ok' } };
    },
  }),
  route({
    method: 'GET',
    path: '/lifecycles',
    may: 'read',
    summary: 'Reads the states of every noun and what may follow each',
    answers: { name: 'Lifecycles', schema: () => z.record(z.string(), z.record(z.string(), z.array(z.string()))) },
    handle: async () => ({ body: lifecycles }),
  }),
];
