import * as z from 'zod';
import { statesOf } from '../../shared/domain/lifecycle.ts';
import { capacities, Participation, ParticipationDraft } from '../../shared/domain/participation.ts';
import { slug } from '../../shared/domain/record.ts';
import {
  changeParticipation,
  passParticipation,
  registerParticipation,
  removeParticipation,
} from '../../shared/operations/participation.ts';
import { collections } from '../../shared/table/key.ts';
import { getParticipation, participationKind } from '../../shared/table/participation.ts';
import { recordSeen } from './noun.ts';
import { knowsSummit } from './guard.ts';
import { resource } from './resource.ts';

export const participationRoutes = resource({
  noun: 'participation',
  may: 'participation:write',
  path: '/summits/{summit}/participations',
  record: Participation,
  draft: ParticipationDraft,
  examples: {
    create: { organization: 'arvenne', capacities: ['host', 'participating-member'], how: 'on-site' },
    change: { capacities: ['host', 'chair', 'participating-member'] },
  },
  guard: knowsSummit,
  get: ({ house, at }) => getParticipation(house.table, at('summit'), at('participation')),
  list: {
    filters: () => ({
      capacity: z.enum(capacities).optional(),
      organization: slug().optional(),
      state: z.enum(statesOf('participation')).optional(),
    }),
    of: ({ at }) => collections.participationsIn(at('summit')),
    keep: (exchange) => {
      const { capacity, organization, state } = exchange.query;
      return recordSeen(
        exchange,
        participationKind,
        (one) =>
          (!capacity || one.capacities.includes(capacity)) &&
          (organization ?? one.organization) === one.organization &&
          (state ?? one.state) === one.state,
      );
    },
  },
  create: ({ house, deed, at }, draft) => registerParticipation(house, deed, at('summit'), draft),
  change: ({ house, deed, at }, patched) =>
    changeParticipation(house, deed, at('summit'), at('participation'), patched),
  pass: ({ house, deed, at }, to) => passParticipation(house, deed, at('summit'), at('participation'), to),
  remove: ({ house, deed, at }) => removeParticipation(house, deed, at('summit'), at('participation')),
});
