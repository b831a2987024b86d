import { panelistPasses, sessionPasses } from './passage.ts';
import { released } from './release.ts';
import type { Seed } from './seed.ts';
import {
  contact,
  desk,
  invitation,
  membership,
  nomination,
  organization,
  panelist,
  person,
  role,
  room,
  session,
  summit,
  track,
} from './step.ts';

const slug = 'rehearsal-2031';
const invented = (...facts: string[]) => ({
  sources: [{ facts, citation: 'Invented for the rehearsal: there is no such place, person or organization.' }],
});

const organizations = [
  organization({
    slug: 'harbour-ring',
    name: { en: 'Harbour Ring' },
    kind: 'city-network',
    rehearsal: true,
    ...invented('name'),
  }),
  ...['Marsquay', 'Tallowmere'].map((name) =>
    organization({ slug: name.toLowerCase(), name: { en: name }, kind: 'city', rehearsal: true, ...invented('name') }),
  ),
];

const people = [
  person(slug, 'corin', { name: 'Corin Velloway', rehearsal: true, ...invented('name') }),
  person(slug, 'sanna', { name: 'Sanna Brookwell', rehearsal: true, ...invented('name') }),
  person(slug, 'maren', { name: 'Maren Oskell', rehearsal: true, ...invented('name') }),
];

const forum = summit({
  slug,
  title: { en: 'Marsquay Harbour Forum 2031', fr: 'Forum des ports de Marsquay 2031' },
  summary: {
    en: 'A rehearsal that has not taken place yet: a network nominates, a panelist is asked by mail and answers by the link. Everybody in it is invented.',
  },
  rehearsal: true,
  zone: 'Europe/Lisbon',
  from: '2031-05-06',
  to: '2031-05-07',
  place: { en: 'Marsquay' },
});

const rooms = [
  room(slug, {
    slug: 'tide-hall',
    name: { en: 'Tide Hall', fr: 'Salle des marées' },
    capacity: 240,
    podiumSeats: 6,
    booths: 2,
    languages: ['en', 'fr'],
    changeover: 15,
    hours: [{ from: '08:00', to: '19:00' }],
  }),
  room(slug, {
    slug: 'lamp-room',
    name: { en: 'Lamp Room', fr: 'Salle des lampes' },
    capacity: 60,
    podiumSeats: 4,
    changeover: 15,
    hours: [{ from: '08:00', to: '19:00' }],
    blackouts: [{ start: '2031-05-07T11:00:00Z', end: '2031-05-07T13:00:00Z', why: 'The lamps are cleaned.' }],
  }),
  room(slug, { slug: 'arcade', name: { en: 'Arcade' }, parallel: 3 }),
];

const tides = track(slug, {
  slug: 'tides',
  title: { en: 'Tides' },
  minutes: 90,
  panelSize: 4,
  oneChair: true,
  call: { opens: '2030-10-01T00:00:00Z', soft: '2030-12-15T23:00:00Z', hard: '2031-01-10T23:00:00Z' },
  rules: [
    { rule: 'panel-size', min: 2, level: 'warn' },
    { rule: 'moderator', level: 'warn' },
    { rule: 'one-per-organization', level: 'block' },
  ],
});

const sitting = { summit: slug, session: 'hf-1' };
const ferries = { summit: slug, session: 'hf-2' };
const walls = { summit: slug, session: 'hf-3' };

const harbours = session(slug, {
  reference: 'HF 1',
  title: { en: 'Harbours that share a tide', fr: 'Des ports qui partagent une marée' },
  summary: { en: 'How two cities on one estuary warn each other in time.' },
  track: 'tides',
  room: 'tide-hall',
  languages: { spoken: ['en'], interpreted: ['fr'] },
  start: '2031-05-06T10:00:00+01:00',
  end: '2031-05-06T11:30:00+01:00',
  lead: [{ organization: 'harbour-ring' }],
});

// Corin Velloway confirmed for both: the second can be placed at any time but that of the first.
const more = [
  session(slug, {
    reference: 'HF 2',
    title: { en: 'Ferries without timetables', fr: 'Des bacs sans horaires' },
    summary: { en: 'What an estuary needs when the bridges are closed.' },
    track: 'tides',
    room: 'tide-hall',
    languages: { spoken: ['en'], interpreted: [] },
    start: '2031-05-06T14:00:00+01:00',
    end: '2031-05-06T15:30:00+01:00',
    lead: [{ organization: 'marsquay' }],
  }),
  session(slug, {
    reference: 'HF 3',
    title: { en: 'Sea walls, and who lives behind them' },
    summary: { en: 'Who decides how high a wall is built, and who pays for it.' },
    track: 'tides',
    languages: { spoken: ['en'], interpreted: [] },
    lead: [{ organization: 'tallowmere' }],
  }),
];

const corin = {
  role: 'panelist' as const,
  printedTitle: 'Ferry master',
  organizations: [{ organization: 'marsquay' }],
};

/** Whoever signs in with these addresses on one machine: ruben organizes, linnea nominates for her network. */
const roles = [
  role(slug, { summit: slug }, { role: 'organizer', email: 'ruben@example.org' }),
  role(slug, { organization: 'harbour-ring' }, { role: 'delegate', email: 'linnea@example.org', writeIn: 'fr' }),
];

/** A summit before it takes place, with invented names: to try nominating, inviting and answering by link. */
export const rehearsalIn2031: Seed = {
  name: slug,
  waves: [
    [forum, ...organizations, ...people],
    [
      tides,
      ...rooms,
      membership('marsquay', { in: 'harbour-ring', as: 'member', ...invented('in', 'as') }),
      membership('tallowmere', { in: 'harbour-ring', as: 'member', ...invented('in', 'as') }),
      contact(slug, 'sanna', { emails: ['sanna@example.org'], summits: [slug] }),
      contact(slug, 'maren', { emails: ['maren@example.org'], language: 'fr', summits: [slug] }),
      ...roles,
    ],
    [harbours, ...more],
    [sitting, ferries, walls].map((one) => sessionPasses(one, 'submitted')),
    [sitting, ferries, walls].map((one) => sessionPasses(one, 'accepted')),
    [
      desk(slug, { organization: 'harbour-ring', quota: 4, deadline: '2031-04-01T22:59:00Z', approval: true }),
      panelist(sitting, 'sanna', {
        role: 'moderator',
        printedTitle: 'Harbour master',
        organizations: [{ organization: 'tallowmere' }],
      }),
      panelist(ferries, 'corin', corin),
      panelist(walls, 'corin', corin),
    ],
    [ferries, walls].map((one) => panelistPasses(one, 'corin', 'confirmed')),
    [sitting, ferries].map((one) => sessionPasses(one, 'scheduled')),
    [released(slug, 1, { note: 'The first sessions.' })],
    [
      nomination({ summit: slug, desk: 'harbour-ring' }, 'maren', {
        name: 'Maren Oskell',
        title: 'Mayor',
        for: 'marsquay',
        session: 'hf-1',
      }),
      invitation(sitting, 'sanna', { replyBy: '2031-04-15T12:00:00Z' }),
    ],
  ],
};
