import { programme } from './pages.ts';
import { reported, source } from './source.ts';
import type { Seed } from './seed.ts';
import { organization, panelist, person, room, session, summit, track } from './step.ts';

const organizer = source(
  'Global Cities Hub, page of the event',
  'https://globalcitieshub.org/en/multilateral-city-diplomacy-event-at-the-world-urban-forum',
);
const origin = 'reported' as const;
const inferred = 'inferred' as const;
const sitting = { summit: 'wuf12', session: 'vc-d-12' };

const zoneInferred =
  'No time zone is printed. The organizer’s page has 9:00 am in its header and 11:00 in its text: both are right if 11:00 in Cairo, two hours ahead of UTC that November, was stored as 09:00 UTC.';

const forum = summit({
  slug: 'wuf12',
  title: { en: 'World Urban Forum 12' },
  series: 'World Urban Forum',
  edition: 12,
  kind: 'meeting',
  zone: 'Africa/Cairo',
  origin,
  sources: [
    ...programme(['title', 'series', 'edition'], { says: 'WUF12' }),
    ...programme(['kind'], { how: inferred, note: 'It has a programme with rooms and hours.' }),
    ...organizer(['zone'], { how: inferred, note: zoneInferred }),
  ],
});

// Bodies that the programme page names and the register does not have yet.
const bodies = [
  organization({
    slug: 'un-habitat',
    name: { en: 'UN-Habitat' },
    kind: 'un-agency',
    origin,
    sources: [...programme(['name']), ...programme(['kind'], { how: inferred, note: 'By its name.' })],
  }),
  organization({
    slug: 'unescwa',
    name: { en: 'UNESCWA' },
    kind: 'un-agency',
    origin,
    sources: [...programme(['name']), ...programme(['kind'], { how: inferred, note: 'By its name.' })],
  }),
  organization({
    slug: 'montpellier',
    name: { en: 'Montpellier' },
    kind: 'city',
    country: 'FR',
    origin,
    sources: [
      ...programme(['name', 'kind'], { says: 'City of Monpelier' }),
      ...programme(['country'], { how: inferred, note: 'Named in one cell with Cités Unies France.' }),
    ],
    corrections: [
      {
        fact: '/name/en',
        published: 'Monpelier',
        corrected: 'Montpellier',
        why: 'A misspelling on the programme page.',
      },
    ],
  }),
  organization({
    slug: 'cites-unies-france',
    name: { fr: 'Cités Unies France' },
    aliases: ['CUF'],
    kind: 'local-government-association',
    country: 'FR',
    origin,
    sources: [
      ...organizer(['name', 'aliases'], { says: 'CUF (Cités Unies France)' }),
      ...programme(['kind'], {
        how: inferred,
        note: 'It leads local and regional governments in their international action.',
      }),
      ...programme(['country'], { how: inferred, note: 'By its name.' }),
    ],
  }),
];

const strand = track('wuf12', {
  slug: 'voices-from-cities',
  title: { en: 'Voices from Cities' },
  origin,
  sources: [...programme(['title'], { says: 'Voices from Cities - room D' })],
});

const place = room('wuf12', {
  slug: 'room-d',
  name: { en: 'Voices from Cities - room D' },
  origin,
  sources: [...programme(['name'])],
});

const sitting12 = session('wuf12', {
  reference: 'VC-D 12',
  title: { en: 'Multilateral city diplomacy in crisis situations improving multilevel governance' },
  summary: {
    en: [
      'City networks and elected local leaders act in international relations in their own right and do not merely pass on national strategies. Their diplomacy needs to be recognized as a part of how cooperation is governed.',
      'By 2050 two thirds of humanity are expected to live in cities. Local and regional governments therefore have to lead development, and gatherings such as the World Urban Forum should bring them into the decisions of the world that look ahead.',
      'Cities are where conflict strikes and where people find refuge: war and weakened states bring displacement, precarious housing and camps. How do the cities that are struck and the cities that shelter cope, and how do they reorganize?',
      'The High-Level Panel on Internal Displacement and the UN Secretary-General’s action agenda recognize what local and regional governments can solve at their scale: housing, transport, information, education, work and humanitarian aid.',
      'Cités Unies France leads local and regional governments in their international action; UCLG and the Global Taskforce show what fitting practice looks like; the Global Cities Hub connects these governments to international organizations, such as UNHCR and IOM.',
    ].join('\n\n'),
  },
  objectives: [
    { text: { en: 'Outline what networks of cities can do in crises such as wars.' } },
    {
      text: {
        en: 'Put displaced people in the centre: bear witness, explain, and propose how local and regional authorities can act together.',
      },
    },
    {
      text: {
        en: 'Argue for a stronger and fuller engagement of the United Nations with local and regional governments, through institutional mechanisms and partnerships.',
      },
    },
    {
      text: {
        en: 'Give local and regional governments a larger part in decisions on carrying out the 2030 Agenda and the New Urban Agenda.',
      },
    },
  ],
  track: 'voices-from-cities',
  room: 'room-d',
  start: '2024-11-07T11:00:00+02:00',
  end: '2024-11-07T12:30:00+02:00',
  mode: 'on-site',
  languages: { spoken: ['en'] },
  lead: [{ organization: 'global-cities-hub', printed: 'Global Cities Hub' }],
  partners: [
    { organization: 'cites-unies-france', printed: 'CUF (Cités Unies France)' },
    { organization: 'uclg', printed: 'UCLG' },
  ],
  instruments: ['2030-agenda', 'new-urban-agenda', 'pact-for-the-future', 'action-agenda-on-internal-displacement'],
  noOutcome: { en: 'None was published: the programme page names no outcome of the session.' },
  state: 'scheduled',
  origin,
  sources: [
    ...programme(['reference', 'title', 'track', 'room', 'languages', 'lead', 'instruments']),
    ...programme(['start', 'end'], { says: 'November 7, 2024 | 11:00 - 12:30' }),
    ...organizer(['start', 'end'], { how: inferred, note: zoneInferred }),
    ...programme(['summary', 'objectives'], { note: 'Here in other words.' }),
    ...programme(['mode'], { how: inferred, note: 'A room is printed.' }),
    ...programme(['noOutcome'], { how: inferred, note: 'The page was read whole and names none.' }),
    ...organizer(['partners'], { note: 'It names them as co-organizers.' }),
  ],
  corrections: [
    {
      fact: '/zone',
      published: null,
      corrected: 'Africa/Cairo',
      why: zoneInferred,
    },
    {
      fact: '/panel',
      published: null,
      corrected:
        'CH for the City of Geneva, FR for the City of Montpellier and Cités Unies France; none for UN bodies.',
      why: 'The column for the panelists’ countries is empty for all four. An organization’s record holds its country, where it has one.',
    },
    {
      fact: '/panel/4/organizations',
      published: 'City of Monpelier - Cites Unies France',
      corrected: 'City of Montpellier; Cités Unies France',
      why: 'Two organizations stand in one cell, one misspelled and one without its accent. Each has its own record here.',
    },
  ],
});

const noCountry = (corrected: string, why: string) => ({ fact: '/country', published: null, corrected, why });

const seat = (key: string, order: number, printedName: string, printedTitle: string, organizations: Organizations) => ({
  key,
  draft: reported(programme, { role: 'panelist' as const, order, printedName, printedTitle, organizations }),
});
type Organizations = { organization: string; printed: string }[];

const panel = [
  {
    ...seat('decorte', 2, 'Mr. Filiep Decorte', 'Chief of Programme Development Branch', [
      { organization: 'un-habitat', printed: 'UN-Habitat' },
    ]),
    corrections: [noCountry('none', 'The column is empty; UN-Habitat is a body of no one country.')],
  },
  {
    ...seat('al-nasrawi', 3, 'Ms. Sukaina Al-Nasrawi', 'Lead of Sustainable Urban Development', [
      { organization: 'unescwa', printed: 'UNESCWA' },
    ]),
    corrections: [noCountry('none', 'The column is empty; UNESCWA is a body of no one country.')],
  },
  {
    ...seat('kanaan', 4, 'Mr. Sami Kanaan', 'Mayor', [{ organization: 'geneva', printed: 'City of Geneva' }]),
    corrections: [noCountry('CH', 'The column is empty; the country stands in the record of the City of Geneva.')],
  },
  {
    ...seat('hart', 5, 'Ms. Clare Hart', 'Vice-president', [
      { organization: 'montpellier', printed: 'City of Montpellier' },
      { organization: 'cites-unies-france', printed: 'Cités Unies France' },
    ]),
    corrections: [
      {
        fact: '/organizations/0/printed',
        published: 'City of Monpelier',
        corrected: 'City of Montpellier',
        why: 'A misspelling on the programme page.',
      },
      {
        fact: '/organizations',
        published: 'City of Monpelier - Cites Unies France',
        corrected: 'City of Montpellier; Cités Unies France',
        why: 'Two organizations stand in one cell. Of which of them she is vice-president, the page does not say.',
      },
      noCountry('FR', 'The column is empty; the country stands in the records of her organizations.'),
    ],
  },
];

const people = {
  schmidt: 'Dorothee Schmidt',
  decorte: 'Filiep Decorte',
  'al-nasrawi': 'Sukaina Al-Nasrawi',
  kanaan: 'Sami Kanaan',
  hart: 'Clare Hart',
};

/** World Urban Forum 12, of which one session is held: as its programme page published it, with every correction beside it. */
export const wuf12: Seed = {
  name: 'wuf12',
  waves: [
    [
      forum,
      ...bodies,
      ...Object.entries(people).map(([key, name]) => person('wuf12', key, reported(programme, { name }))),
    ],
    [strand, place],
    [sitting12],
    [
      panelist(
        sitting,
        'schmidt',
        reported(programme, { role: 'moderator', order: 1, printedName: 'Dorothee Schmidt' }),
      ),
      ...panel.map(({ key, draft, corrections }) => panelist(sitting, key, { ...draft, corrections })),
    ],
  ],
};
