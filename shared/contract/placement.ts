import * as z from 'zod';
import { may, mayList } from '../domain/access.ts';
import { DomainError, notFound } from '../domain/error.ts';
import { MoveAnswers, Moves } from '../domain/move.ts';
import { once } from '../domain/once.ts';
import { Placement, PlacementDraft } from '../domain/placement.ts';
import type { Session } from '../domain/session.ts';
import { Shifted, shiftedIn } from '../domain/shifted.ts';
import { salvaged } from '../http/body.ts';
import { listed, listQuery } from '../http/paging.ts';
import { problemOf } from '../http/problem.ts';
import { type Route, route } from '../http/route.ts';
import { placementAt, placeSession, takeOffSession, unknownToPlacement } from '../operations/placement.ts';
import { type MoveAnswer, moveSessions } from '../operations/placements.ts';
import { lists } from '../table/key.ts';
import { cardOf } from '../table/list.ts';
import { getWholeSession } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { removed, seen } from './noun.ts';

const path = '/summits/{summit}/sessions/{session}/placement';
const answers = { name: 'Placement', schema: Placement };

const suggesting = once(() =>
  z.strictObject({
    suggest: z
      .string()
      .regex(/^(\d|10)$/, { message: 'Give a whole number from 0 to 10.' })
      .transform(Number)
      .default(0)
      .meta({ description: 'How many of the nearest places that satisfy everything a refusal names.' }),
  }),
);

// A refusal within an answer is a problem like any other.
const shownMove = ({ refused, ...answer }: MoveAnswer, request: string): object => {
  if (!refused) return answer;
  const { code, detail, errors, conflictsWith, also } = refused;
  const more = { ...(errors ? { errors } : {}), ...(conflictsWith ? { conflictsWith } : {}) };
  return { ...answer, problem: problemOf(new DomainError(code, detail, { ...more, also: { ...also } }), request) };
};

/** Where and when sessions are held: one by one, many at once, and what of it shifted by itself. */
export const placementRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'placement:read',
    named: { id: 'readPlacement', noun: 'session' },
    summary: 'Reads where a session is placed, whose time it takes and what stands against it',
    answers,
    handle: async (exchange) => {
      const { house, deed, caller, at } = exchange;
      const whole = await getWholeSession(house.table, at('summit'), at('session'));
      seen(exchange, 'session', whole.session);
      const { summit, track, slug: session } = whole.session;
      if (!may(caller, 'placement:read', { summit, track, session })) throw notFound('session');
      return { body: await placementAt(house, deed, whole), version: whole.session.version };
    },
  }),
  route({
    method: 'PUT',
    path,
    may: 'placement:write',
    named: { id: 'placeSession', noun: 'session' },
    summary: 'Places a session, or moves it: its room, its panel and its crew are claimed together or not at all',
    answers,
    query: suggesting,
    body: PlacementDraft,
    names: ({ house, at }, body) => unknownToPlacement(house, at('summit'), salvaged(PlacementDraft(), body, ['room'])),
    example: () => ({ room: 'room-d', start: '2027-03-10T09:00', minutes: 90 }),
    handle: async ({ house, deed, at, body: draft, query: { suggest } }) => {
      const body = await placeSession(house, deed, at('summit'), at('session'), { draft, suggest });
      return { body, version: body.version };
    },
  }),
  route({
    method: 'DELETE',
    path,
    may: 'placement:write',
    named: { id: 'takeOffSession', noun: 'session' },
    summary: 'Takes a session off its place; one that was scheduled waits for another',
    handle: async ({ house, deed, at }) => {
      await takeOffSession(house, deed, at('summit'), at('session'));
      return removed;
    },
  }),
  route({
    method: 'POST',
    path: '/summits/{summit}/placements',
    may: 'placement:write',
    named: { id: 'moveSessions', noun: 'session' },
    succeeds: 200,
    summary: 'Places, moves and takes off up to 100 sessions; moves of one group, such as a swap, all or nothing',
    answers: { name: 'MoveAnswers', schema: MoveAnswers },
    query: suggesting,
    body: Moves,
    example: () => ({
      moves: [
        { session: 'rc-7', room: 'room-e', start: '2027-03-10T11:00', minutes: 90, group: 'swap' },
        { session: 'rc-8', room: 'room-d', start: '2027-03-10T11:00', minutes: 90, group: 'swap' },
        { session: 'rc-9', off: true },
      ],
    }),
    handle: async ({ house, deed, at, body: { moves }, query: { suggest } }) => {
      const answered = await moveSessions(house, deed, at('summit'), { moves, suggest });
      return { body: { moves: answered.map((one) => shownMove(one, deed.request)) } };
    },
  }),
  route({
    method: 'GET',
    path: '/summits/{summit}/shifted',
    may: 'placement:read',
    named: { id: 'listShifted', noun: 'session' },
    summary:
      'Lists the sessions that no longer stand as they were placed: the zone has other rules, or the summit other days',
    answers: { name: 'Shifted', schema: Shifted, list: true },
    query: () => listQuery({}),
    handle: async (exchange) => {
      const { house, at, caller } = exchange;
      const summit = await getSummit(house.table, at('summit'));
      mayList(caller, 'placement:read', { summit: at('summit') });
      return listed(exchange, { pk: lists.sessionsOf(at('summit')), index: 'list' }, (item) => {
        const [shifted] = shiftedIn(summit, [cardOf(item).card as unknown as Session]);
        return shifted;
      });
    },
  }),
];
