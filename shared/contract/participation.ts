import * as z from 'zod';
import { statesOf } from '../domain/lifecycle.ts';
import { capacities, Participation, ParticipationDraft, takesPart } from '../domain/participation.ts';
import { slug } from '../domain/record.ts';
import { happened } from '../domain/standing.ts';
import { route } from '../http/route.ts';
import {
  changeParticipation,
  passParticipation,
  registerParticipation,
  removeParticipation,
} from '../operations/participation.ts';
import { collections } from '../table/key.ts';
import { allParticipations, getParticipation, participationKind } from '../table/participation.ts';
import { behind, knowsSummit } from './guard.ts';
import { allSeen, flag, recordSeen } from './noun.ts';
import { resource } from './resource.ts';
import { pastedAt } from './rows.ts';

/** By what those who take part are listed. */
const filters = () => ({
  capacity: z.enum(capacities).optional(),
  organization: slug().optional(),
  state: z.enum(statesOf('participation')).optional(),
  asOf: z.iso
    .date({ message: 'Give a day that exists, such as "2018-12-08".' })
    .optional()
    .meta({ description: 'Those who surely took part since then, or earlier.' }),
  takesPart: flag().meta({ description: 'Whether it takes part, or took part: not withdrawn and not absent.' }),
});

interface Asked {
  organization?: string | undefined;
  state?: Participation['state'] | undefined;
  capacity?: Participation['capacities'][number] | undefined;
  asOf?: string | undefined;
  takesPart?: boolean | undefined;
}

/** Whether the list of these filters has one that takes part. */
const keeps =
  ({ capacity, organization, state, asOf: day, takesPart: wanted }: Asked) =>
  (one: Participation): boolean =>
    (!capacity || one.capacities.includes(capacity)) &&
    (organization ?? one.organization) === one.organization &&
    (state ?? one.state) === one.state &&
    (day === undefined || happened({ on: one.since }, { asOf: day })) &&
    (wanted ?? takesPart(one)) === takesPart(one);

const table = route({
  method: 'GET',
  path: '/summits/{summit}/participations.csv',
  may: 'read',
  named: { id: 'downloadParticipations', noun: 'participation' },
  summary: 'Reads who takes part as a table, the same list with the same filters',
  answers: { name: 'ParticipationsTable', schema: () => z.string(), as: 'text/csv; charset=utf-8' },
  query: () => z.strictObject(filters()),
  // Few requests are for tables: what writes them is loaded by the first that is.
  handle: async (exchange) => {
    const all = await behind(knowsSummit(exchange), allParticipations(exchange.house.table, exchange.at('summit')));
    const shown = allSeen(exchange, 'participation', all.filter(keeps(exchange.query))) as Participation[];
    return (await import('./count-table.ts')).participationTable(exchange.at('summit'), shown);
  },
});

export const participationRoutes = [
  table,
  pastedAt({
    list: 'participations',
    path: '/summits/{summit}/participations.csv',
    noun: 'participation',
    write: 'participation:write',
    example: 'organization,capacities,how\narvenne,host; participating-member,on-site\n',
  }),
  ...resource({
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
      filters,
      of: ({ at }) => collections.participationsIn(at('summit')),
      keep: (exchange) => recordSeen(exchange, participationKind, keeps(exchange.query)),
    },
    create: ({ house, deed, at }, draft) => registerParticipation(house, deed, at('summit'), draft),
    change: ({ house, deed, at }, patched) =>
      changeParticipation(house, deed, at('summit'), at('participation'), patched),
    pass: ({ house, deed, at }, to) => passParticipation(house, deed, at('summit'), at('participation'), to),
    remove: ({ house, deed, at }) => removeParticipation(house, deed, at('summit'), at('participation')),
  }),
];
