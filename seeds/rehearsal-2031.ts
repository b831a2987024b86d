import { sessionPasses } from './passage.ts';
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

const sitting = { summit: slug, session: 'hf-1' };

const harbours = session(slug, {
  reference: 'HF 1',
  title: { en: 'Harbours that share a tide', fr: 'Des ports qui partagent une marée' },
  summary: { en: 'How two cities on one estuary warn each other in time.' },
  track: 'tides',
  languages: { spoken: ['en'], interpreted: ['fr'] },
  start: '2031-05-06T10:00:00+01:00',
  end: '2031-05-06T11:30:00+01:00',
  lead: [{ organization: 'harbour-ring' }],
});

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
      track(slug, { slug: 'tides', title: { en: 'Tides' }, minutes: 90, panelSize: 4, oneChair: true }),
      membership('marsquay', { in: 'harbour-ring', as: 'member', ...invented('in', 'as') }),
      membership('tallowmere', { in: 'harbour-ring', as: 'member', ...invented('in', 'as') }),
      contact(slug, 'sanna', { emails: ['sanna@example.org'], summits: [slug] }),
      contact(slug, 'maren', { emails: ['maren@example.org'], language: 'fr', summits: [slug] }),
      ...roles,
    ],
    [harbours],
    [sessionPasses(sitting, 'submitted')],
    [sessionPasses(sitting, 'accepted')],
    [
      desk(slug, { organization: 'harbour-ring', quota: 4, deadline: '2031-04-01T22:59:00Z', approval: true }),
      panelist(sitting, 'sanna', {
        role: 'moderator',
        printedTitle: 'Harbour master',
        organizations: [{ organization: 'tallowmere' }],
      }),
    ],
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
