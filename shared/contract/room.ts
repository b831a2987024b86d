import * as z from 'zod';
import { statesOf } from '../domain/lifecycle.ts';
import { Room, RoomDraft } from '../domain/room.ts';
import { collections } from '../table/key.ts';
import { getRoom, roomKind } from '../table/room.ts';
import { recordSeen } from './noun.ts';
import { knowsSummit } from './guard.ts';
import { resource } from './resource.ts';

// What changes is loaded by the first change: first requests read.
const deeds = () => import('../operations/room.ts');

export const roomRoutes = resource({
  noun: 'room',
  may: 'room:write',
  path: '/summits/{summit}/rooms',
  record: Room,
  draft: RoomDraft,
  examples: {
    create: { slug: 'room-d', name: { en: 'Room D' }, capacity: 120, podiumSeats: 6, changeover: 15 },
    change: { capacity: 140 },
  },
  guard: knowsSummit,
  get: ({ house, at }) => getRoom(house.table, at('summit'), at('room')),
  list: {
    filters: () => ({ state: z.enum(statesOf('room')).optional() }),
    of: ({ at }) => collections.roomsOf(at('summit')),
    keep: (exchange) => recordSeen(exchange, roomKind, ({ state }) => (exchange.query.state ?? state) === state),
  },
  create: async ({ house, deed, at }, draft) => (await deeds()).createRoom(house, deed, at('summit'), draft),
  change: async ({ house, deed, at }, patched) =>
    (await deeds()).changeRoom(house, deed, at('summit'), at('room'), patched),
  pass: async ({ house, deed, at }, to) => (await deeds()).passRoom(house, deed, at('summit'), at('room'), to),
});
