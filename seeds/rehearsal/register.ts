import { attended } from '../passage.ts';
import { contact, organization, participation, person } from '../step.ts';

const invented = (facts: string[]) => ({
  sources: [{ facts, citation: 'Invented for the rehearsal: there is no such place, person or organization.' }],
});

const cities = [
  { slug: 'quillemar', name: 'Quillemar', people: { value: 412_000, year: 2024, basis: 'own-area' as const } },
  { slug: 'belmora', name: 'Belmora', people: { value: 1_180_000, year: 2023, basis: 'agglomeration' as const } },
  { slug: 'kestrel-bay', name: 'Kestrel Bay', people: { value: 96_500, year: 2024, basis: 'own-area' as const } },
  { slug: 'sandrevel', name: 'Sandrevel', people: { value: 238_000, year: 2021, basis: 'own-area' as const } },
  { slug: 'vesmark', name: 'Vesmark' },
  { slug: 'ferrowick', name: 'Ferrowick', people: { value: 57_300, year: 2024, basis: 'own-area' as const } },
];

const bodies = [
  { slug: 'lantern-league', name: 'Lantern League of Cities', kind: 'city-network' as const },
  { slug: 'open-quay-foundation', name: 'Open Quay Foundation', kind: 'foundation' as const },
  { slug: 'tidewater-commission', name: 'Tidewater Commission', kind: 'intergovernmental-body' as const },
];

export const organizations = [
  ...cities.map(({ slug, name, people }) =>
    organization({
      slug,
      name: { en: name },
      rehearsal: true,
      kind: 'city',
      tier: 'local',
      population: people ? [{ ...people, source: 'Municipal register (invented)' }] : [],
      ...invented(['name', 'population']),
    }),
  ),
  ...bodies.map(({ slug, name, kind }) =>
    organization({ slug, rehearsal: true, name: { en: name }, kind, ...invented(['name']) }),
  ),
];

/** Who sits on the panels, by a key of ours. */
const people = {
  ilka: 'Ilka Verrane',
  tomas: 'Tomas Quell',
  noor: 'Noor Halvane',
  baptiste: 'Baptiste Ormeval',
  odile: 'Odile Marrow-Senn',
  runa: 'Runa Tessmarch',
} as const;
export type PersonKey = keyof typeof people;

export const consent = { by: 'bearer' as const, on: '2025-02-03', how: 'By answering the invitation (invented).' };

export const persons = Object.entries(people).map(([key, name]) =>
  person('rehearsal', key, {
    name,
    rehearsal: true,
    biography: { en: 'Invented for the rehearsal.' },
    consent,
    ...invented(['name']),
  }),
);

export const contacts = Object.keys(people).map((key) =>
  contact('rehearsal', key, { emails: [`${key}@example.org`], note: 'Invented.' }),
);

type Capacity = Parameters<typeof participation>[1]['capacities'][number];
const takesPart = (slug: string, ...capacities: Capacity[]) => ({ slug, capacities });

const participants = [
  takesPart('quillemar', 'host', 'chair'),
  takesPart('belmora', 'participating-member'),
  takesPart('kestrel-bay', 'participating-member'),
  takesPart('sandrevel', 'participating-member'),
  takesPart('vesmark', 'participating-member'),
  takesPart('ferrowick', 'observer'),
  takesPart('lantern-league', 'convenor'),
  takesPart('tidewater-commission', 'observer'),
  takesPart('open-quay-foundation', 'supporter'),
];

export const participations = participants.map(({ slug, capacities }) =>
  participation('rehearsal', {
    organization: slug,
    capacities,
    since: '2025-01',
    how: slug === 'ferrowick' ? 'remote' : 'on-site',
  }),
);

export const attendances = participants.map(({ slug }) => attended('rehearsal', slug));
