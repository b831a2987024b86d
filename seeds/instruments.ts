import { press, programme, resource } from './pages.ts';
import { instrument } from './step.ts';

const byName = { how: 'inferred', note: 'By its name.' } as const;
const reported = { origin: 'reported' } as const;

/** The texts that the seeded summits name. Where a source gives no symbol, date or issuing body, none stands here. */
export const instruments = [
  instrument({
    slug: '2030-agenda',
    name: { en: '2030 Agenda' },
    kind: 'agenda',
    clauses: [{ id: 'sdg-11', label: 'SDG 11' }],
    ...reported,
    sources: [...programme(['name', 'clauses'], { says: '2030 Agenda (SDG 11)' }), ...programme(['kind'], byName)],
  }),
  instrument({
    slug: 'new-urban-agenda',
    name: { en: 'New Urban Agenda' },
    kind: 'agenda',
    ...reported,
    sources: [...programme(['name']), ...programme(['kind'], byName)],
  }),
  instrument({
    slug: 'pact-for-the-future',
    name: { en: 'Pact for the Future' },
    kind: 'agreement',
    ...reported,
    sources: [...programme(['name']), ...programme(['kind'], byName)],
  }),
  instrument({
    slug: 'action-agenda-on-internal-displacement',
    name: { en: "UN Secretary-General's Action Agenda on Internal Displacement" },
    aliases: ['Action Agenda on Internal Displacement'],
    kind: 'agenda',
    issuedBy: 'UN Secretary-General',
    ...reported,
    sources: [...programme(['name']), ...programme(['kind', 'issuedBy', 'aliases'], byName)],
  }),
  instrument({
    slug: 'global-compact-for-migration',
    name: { en: 'Global Compact for Migration' },
    aliases: ['GCM'],
    kind: 'agreement',
    ...reported,
    sources: [
      ...resource(['aliases'], { note: 'One of the two UN Global Compacts that the declaration is about.' }),
      ...resource(['name'], { how: 'inferred', says: 'GCM', note: 'The abbreviation written out.' }),
      ...resource(['kind'], byName),
    ],
  }),
  instrument({
    slug: 'global-compact-on-refugees',
    name: { en: 'Global Compact on Refugees' },
    aliases: ['GCR'],
    kind: 'agreement',
    ...reported,
    sources: [
      ...resource(['aliases'], { note: 'One of the two UN Global Compacts that the declaration is about.' }),
      ...resource(['name'], { how: 'inferred', says: 'GCR', note: 'The abbreviation written out.' }),
      ...resource(['kind'], byName),
    ],
  }),
  instrument({
    slug: 'paris-agreement',
    name: { en: 'Paris Agreement' },
    kind: 'agreement',
    ...reported,
    sources: [...press(['name']), ...press(['kind'], byName)],
  }),
];
