import * as z from 'zod';
import { country } from '../domain/country.ts';
import { type FieldError, invalid } from '../domain/error.ts';
import { statesOf } from '../domain/lifecycle.ts';
import {
  type Organization,
  organizationKinds,
  Organization as OrganizationRecord,
  OrganizationDraft,
} from '../domain/organization.ts';
import { folded } from '../domain/slug.ts';
import { limits, line } from '../domain/text.ts';
import type { Route } from '../http/route.ts';
import { collections, lists } from '../table/key.ts';
import type { Listing } from '../table/list.ts';
import { getOrganization } from '../table/organization.ts';
import { cardSeen } from './noun.ts';
import { resource } from './resource.ts';

// What changes is loaded by the first change: first requests read.
const deeds = () => import('../operations/organization.ts');

const tooShort: FieldError = {
  pointer: '?name',
  detail: 'Give at least two letters of a name or alias, in any spelling of case and accents.',
};

// Names are looked up where they are kept, by the beginning; without a name the whole register is listed.
const register = (name: string | undefined): Pick<Listing, 'pk' | 'prefix' | 'index'> => {
  if (name === undefined) return { pk: lists.organizations, index: 'list' };
  const wanted = folded(name);
  if (Array.from(wanted).length < 2) throw invalid([tooShort]);
  return collections.namesLike(wanted);
};

// Two names of one organization can begin alike; a page shows it once.
const onlyOnce = (): ((card: Organization) => boolean) => {
  const shown = new Set<string>();
  return ({ slug }) => !shown.has(slug) && shown.add(slug).has(slug);
};

interface Filters {
  country?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
}

const fits =
  ({ country, kind, state }: Filters) =>
  (card: Organization): boolean =>
    (country ?? card.country) === card.country &&
    (kind ?? card.kind) === card.kind &&
    (state ?? card.state) === card.state;

export const organizationRoutes: Route[] = [
  ...resource({
    noun: 'organization',
    may: { create: 'organization:create', change: 'organization:change' },
    path: '/organizations',
    record: OrganizationRecord,
    draft: OrganizationDraft,
    examples: {
      create: {
        slug: 'arvenne',
        name: { en: 'Arvenne', fr: 'Arvenne-sur-Mer' },
        aliases: ['City of Arvenne'],
        kind: 'city',
        country: 'FR',
        tier: 'local',
        population: [{ value: 412000, year: 2024, basis: 'own-area', source: 'Municipal register (invented)' }],
      },
      change: { aliases: ['City of Arvenne', 'Ville d’Arvenne'] },
    },
    get: ({ house, at }) => getOrganization(house.table, at('organization')),
    list: {
      shows: {
        name: 'OrganizationCard',
        schema: () =>
          OrganizationRecord().pick({
            slug: true,
            name: true,
            aliases: true,
            kind: true,
            country: true,
            tier: true,
            state: true,
            origin: true,
            identifiers: true,
            rehearsal: true,
            version: true,
          }),
      },
      filters: () => ({
        name: line(limits.name)
          .optional()
          .meta({ description: 'The beginning of a name or alias, in any spelling of case and accents.' }),
        country: country().optional(),
        kind: z.enum(organizationKinds).optional(),
        state: z.enum(statesOf('organization')).optional(),
      }),
      of: ({ query }) => register(query.name),
      keep: (exchange) => {
        const [fitting, fresh] = [fits(exchange.query), onlyOnce()];
        return cardSeen<Organization>(exchange, 'organization', (card) => fitting(card) && fresh(card));
      },
    },
    create: async ({ house, deed }, draft) => (await deeds()).createOrganization(house, deed, draft),
    change: async ({ house, deed, at }, patched) =>
      (await deeds()).changeOrganization(house, deed, at('organization'), patched),
    pass: async ({ house, deed, at }, to) => (await deeds()).passOrganization(house, deed, at('organization'), to),
  }),
];
