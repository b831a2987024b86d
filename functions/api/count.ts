import * as z from 'zod';
import { type Count, countActs, countOf } from '../../shared/domain/count.ts';
import type { Moment } from '../../shared/domain/standing.ts';
import { once } from '../../shared/domain/once.ts';
import { capacities, type Participation } from '../../shared/domain/participation.ts';
import type { Signature } from '../../shared/domain/signature.ts';
import { instant } from '../../shared/domain/when.ts';
import { type Route, route } from '../../shared/http/route.ts';
import { allSignatures, getDeclaration } from '../../shared/table/declaration.ts';
import { allParticipations } from '../../shared/table/participation.ts';
import { getSummit } from '../../shared/table/summit.ts';
import { seen } from './noun.ts';

const Named = () => z.array(z.object({ organization: z.string(), printed: z.string() }));

/** A count with the address of the list behind it. */
export const CountSchema = once(() =>
  z.object({
    organizations: z.int(),
    cities: z.int(),
    countries: z.int(),
    people: z.object({
      total: z.int(),
      of: z.int().meta({ description: 'How many organizations the total is made of.' }),
      bases: z.record(z.string(), z.int()),
      mixedBases: z.boolean().meta({ description: 'The figures were counted over areas of different kinds.' }),
      otherBases: z.array(
        z.object({ organization: z.string(), printed: z.string(), basis: z.string(), note: z.string().optional() }),
      ),
      years: z.array(z.union([z.int(), z.literal('not given')])),
      sources: z.array(z.string()),
      missing: Named(),
      within: z.array(z.object({ organization: z.string(), printed: z.string(), within: z.string() })),
    }),
    undated: Named(),
    list: z.string().meta({ description: 'API path of the list behind the count.' }),
  }),
);

export const ActCounts = once(() =>
  z.object({ signatories: CountSchema(), observers: CountSchema(), together: CountSchema() }),
);
const ParticipationCounts = () =>
  z.object({ everyone: CountSchema(), byCapacity: z.record(z.string(), CountSchema()) });

const listing = (count: Count, list: string): Count & { list: string } => ({ ...count, list });

/** The counts of a declaration's acts, each with its list. */
export const actCounts = (address: string, signatures: readonly Signature[], moment: Moment = {}) => {
  const { signatories, observers, together } = countActs(signatures, moment);
  return {
    signatories: listing(signatories, `${address}/signatures?capacity=signatory`),
    observers: listing(observers, `${address}/signatures?capacity=observer`),
    together: listing(together, `${address}/signatures`),
  };
};

// Who is only expected is counted as taking part; who was absent or withdrew is not.
const tookPart = ({ state }: Participation): boolean => state === 'registered' || state === 'attended';

/** The counts of who takes part, each with its list. */
export const participationCounts = (address: string, participations: readonly Participation[], moment: Moment) => {
  const acts = participations
    .filter(tookPart)
    .map(({ counted, since, capacities: roles }) => ({ counted, on: since, roles }));
  const list = `${address}/participations`;
  return {
    everyone: listing(countOf(acts, moment), list),
    byCapacity: Object.fromEntries(
      capacities.map((capacity) => [
        capacity,
        listing(
          countOf(
            acts.filter(({ roles }) => roles.includes(capacity)),
            moment,
          ),
          `${list}?capacity=${capacity}`,
        ),
      ]),
    ),
  };
};

const asOf = () =>
  z.iso
    .date({ message: 'Give a day that exists, such as "2018-12-08".' })
    .optional()
    .meta({ description: 'By the date of the act.' });

export const countRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/summits/{summit}/counts',
    may: 'read',
    summary: 'Counts who takes part in a summit',
    answers: { name: 'ParticipationCounts', schema: ParticipationCounts },
    query: () => z.strictObject({ asOf: asOf() }),
    handle: async ({ house, at, query }) => {
      const [summit, participations] = await Promise.all([
        getSummit(house.table, at('summit')),
        allParticipations(house.table, at('summit')),
      ]);
      return { body: participationCounts(`/api/v1/summits/${summit.slug}`, participations, query) };
    },
  }),
  route({
    method: 'GET',
    path: '/summits/{summit}/declarations/{declaration}/counts',
    may: 'read',
    summary: 'Counts who signed and who endorsed a declaration, as of a date and as known at a date',
    answers: { name: 'DeclarationCounts', schema: ActCounts },
    query: () =>
      z.strictObject({ asOf: asOf(), knownAt: instant().optional().meta({ description: 'By the date of record.' }) }),
    handle: async (exchange) => {
      const { house, at, query } = exchange;
      const [declaration, signatures] = await Promise.all([
        getDeclaration(house.table, at('summit'), at('declaration')),
        allSignatures(house.table, at('summit'), at('declaration')),
      ]);
      seen(exchange, 'declaration', declaration);
      return { body: actCounts(`/api/v1/summits/${at('summit')}/declarations/${declaration.slug}`, signatures, query) };
    },
  }),
];
