import * as z from 'zod';
import { may } from '../domain/access.ts';
import { notFound } from '../domain/error.ts';
import { once } from '../domain/once.ts';
import { madeSlug, slug } from '../domain/record.ts';
import { Session } from '../domain/session.ts';
import { type Answer, type Route, route } from '../http/route.ts';
import { readWaitingList, reorderWaiting, type WaitingList } from '../operations/waiting-list.ts';

const path = '/summits/{summit}/tracks/{track}/waiting-list';

const WaitingListSchema = once(() =>
  z.object({
    track: slug(),
    version: z.int().nonnegative(),
    items: z.array(
      Session()
        .pick({ slug: true, reference: true, title: true, lead: true })
        .extend({ place: z.int().positive(), since: z.string().optional() }),
    ),
  }),
);

const shown = ({ track, version, waiting }: WaitingList): Answer => ({
  body: {
    track,
    version,
    items: waiting.map(({ slug: name, reference, title, lead, proposed }, at) => ({
      place: at + 1,
      slug: name,
      reference,
      title,
      lead,
      ...(proposed ? { since: proposed.at } : {}),
    })),
  },
  version,
});

const answers = { name: 'WaitingList', schema: WaitingListSchema };

export const waitingListRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'decision:read',
    named: { id: 'readWaitingList', noun: 'decision' },
    summary: 'Reads the waiting list of a track, in order',
    answers,
    handle: async ({ house, caller, at }) => {
      const list = await readWaitingList(house.table, at('summit'), at('track'));
      if (!may(caller, 'decision:read', { summit: at('summit') })) throw notFound('waiting list');
      return shown(list);
    },
  }),
  route({
    method: 'PUT',
    path,
    may: 'decision:write',
    named: { id: 'setWaitingList', noun: 'decision' },
    summary: 'Puts the waiting list of a track in another order, all or nothing',
    answers,
    body: () =>
      z.strictObject({
        order: z.array(madeSlug()).max(1_000).meta({ description: 'Everybody who waits, each once.' }),
      }),
    example: () => ({ order: ['p-7k3f', 'p-2wd9'] }),
    handle: async ({ house, deed, at, body }) =>
      shown(await reorderWaiting(house, deed, at('summit'), { track: at('track'), order: body.order })),
  }),
];
