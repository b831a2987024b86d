import * as z from 'zod';
import { Crew, CrewDraft, crewRoles } from '../domain/crew.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { salvaged } from '../http/body.ts';
import { createCrew, passCrew, unknownToCrew } from '../operations/crew.ts';
import { crewKind, getCrew } from '../table/crew.ts';
import { collections } from '../table/key.ts';
import { knowsSession } from './guard.ts';
import { recordSeen } from './noun.ts';
import { resource } from './resource.ts';

/** Whose time a session takes beside its panel: for those who plan, and for nobody else. */
export const crewRoutes = resource({
  noun: 'crew',
  called: { one: 'a place in the crew', many: 'crew of a session' },
  may: { read: 'crew:read', create: 'crew:write', change: 'crew:write' },
  path: '/summits/{summit}/sessions/{session}/crew',
  record: Crew,
  draft: CrewDraft,
  names: ({ house }, body) => unknownToCrew(house, salvaged(CrewDraft(), body, ['person'])),
  examples: {
    create: { person: 'm3x1k20ab7c1d9f0e2g', as: 'interpreter', languages: [{ from: 'en', to: 'fr' }] },
    change: {},
  },
  guard: knowsSession,
  get: ({ house, at }) => getCrew(house.table, at('summit'), at('session'), at('crew')),
  list: {
    filters: () => ({ as: z.enum(crewRoles).optional(), state: z.enum(statesOf('crew')).optional() }),
    of: ({ at }) => collections.crewOf(at('summit'), at('session')),
    keep: (exchange) => {
      const { as, state } = exchange.query;
      return recordSeen(exchange, crewKind, (one) => (as ?? one.as) === one.as && (state ?? one.state) === one.state);
    },
  },
  create: ({ house, deed, at }, draft) => createCrew(house, deed, at('summit'), at('session'), draft),
  pass: ({ house, deed, at }, to) => passCrew(house, deed, at('summit'), at('session'), at('crew'), to),
});
