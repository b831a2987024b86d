import * as z from 'zod';
import { statesOf } from '../domain/lifecycle.ts';
import { Track, TrackDraft } from '../domain/track.ts';
import { salvaged } from '../http/body.ts';
import { collections } from '../table/key.ts';
import { getTrack, trackKind } from '../table/track.ts';
import { recordSeen } from './noun.ts';
import { knowsSummit } from './guard.ts';
import { resource } from './resource.ts';

// What changes is loaded by the first change: first requests read.
const deeds = () => import('../operations/track.ts');

export const trackRoutes = resource({
  noun: 'track',
  may: 'track:write',
  path: '/summits/{summit}/tracks',
  record: Track,
  draft: TrackDraft,
  names: async ({ house, at }, body) =>
    (await deeds()).unknownToTrack(house, at('summit'), salvaged(TrackDraft(), body, ['rooms'])),
  examples: {
    create: {
      slug: 'voices',
      title: { en: 'Voices from Cities' },
      minutes: 90,
      panelSize: 6,
      oneChair: true,
      rules: [
        { rule: 'regions', least: 2, level: 'block' },
        { rule: 'one-per-organization', level: 'warn' },
      ],
    },
    change: { panelSize: 8 },
  },
  guard: knowsSummit,
  get: ({ house, at }) => getTrack(house.table, at('summit'), at('track')),
  list: {
    filters: () => ({ state: z.enum(statesOf('track')).optional() }),
    of: ({ at }) => collections.tracksOf(at('summit')),
    keep: (exchange) => recordSeen(exchange, trackKind, ({ state }) => (exchange.query.state ?? state) === state),
  },
  create: async ({ house, deed, at }, draft) => (await deeds()).createTrack(house, deed, at('summit'), draft),
  change: async ({ house, deed, at }, patched) =>
    (await deeds()).changeTrack(house, deed, at('summit'), at('track'), patched),
  pass: async ({ house, deed, at }, to) => (await deeds()).passTrack(house, deed, at('summit'), at('track'), to),
});
