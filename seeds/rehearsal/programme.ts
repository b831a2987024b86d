import { panelistPasses, sessionPasses } from '../passage.ts';
import { released } from '../release.ts';
import { panelist, room, session, summit, track } from '../step.ts';
import { consent, type PersonKey } from './register.ts';

export const gathering = summit({
  slug: 'rehearsal',
  title: {
    en: 'Quillemar City Summit',
    fr: 'Sommet des villes de Quillemar',
    es: 'Cumbre de Ciudades de Quillemar',
  },
  summary: {
    en: 'A rehearsal: session VC-D 12 played through with invented cities, people and organizations, from its panel to a declaration. Nothing in it was said or decided by anybody real. The texts that it recalls are real ones.',
    fr: 'Une répétition : la séance VC-D 12 jouée avec des villes, des personnes et des organisations inventées, de son panel à une déclaration. Rien n’y a été dit ni décidé par une personne réelle. Les textes qu’elle rappelle existent.',
    es: 'Un ensayo: la sesión VC-D 12 representada con ciudades, personas y organizaciones inventadas, desde su panel hasta una declaración. Nada de ello lo dijo ni lo decidió una persona real. Los textos que recuerda existen.',
  },
  rehearsal: true,
  zone: 'EET',
  from: '2025-03-12',
  to: '2025-03-13',
  place: { en: 'Quillemar' },
  attendanceList: 'complete',
});

export const strand = track('rehearsal', {
  slug: 'voices-from-cities',
  title: { en: 'Voices from Cities', fr: 'Paroles de villes', es: 'Voces de las ciudades' },
  summary: { en: 'Ninety minutes, a moderator and four panelists.' },
  minutes: 90,
  panelSize: 5,
  oneChair: true,
});

export const hall = room('rehearsal', {
  slug: 'lantern-hall',
  name: { en: 'Lantern Hall' },
  capacity: 180,
  podiumSeats: 5,
  booths: 2,
  changeover: 15,
});

const common = {
  track: 'voices-from-cities',
  room: 'lantern-hall',
  mode: 'hybrid' as const,
  languages: { spoken: ['en', 'fr'], interpreted: ['es'] },
};

export const sessions = [
  session('rehearsal', {
    reference: 'VC-D 12',
    title: {
      en: 'When people arrive overnight: the diplomacy of cities in a crisis',
      fr: 'Quand on arrive dans la nuit : la diplomatie des villes en temps de crise',
      es: 'Cuando la gente llega de noche: la diplomacia de las ciudades en una crisis',
    },
    summary: {
      en: 'When war or drought drives people from home, a city opens its doors first and is asked last. Five people from cities that sheltered many tell how they did it, what they needed from others, and what they owe each other along one route.',
      fr: 'Quand la guerre ou la sécheresse chasse des gens de chez eux, une ville ouvre ses portes la première et on la consulte la dernière. Cinq personnes venues de villes qui ont accueilli racontent comment elles ont fait, ce qu’elles attendaient des autres, et ce qu’elles se doivent le long d’une même route.',
    },
    objectives: [
      { text: { en: 'Show what a city can do in the first week.' } },
      { text: { en: 'Put the people who arrive in the centre: what they need, and what they bring.' } },
      { text: { en: 'Say what cities need from governments and lenders, and when.' } },
      { text: { en: 'Agree on what cities on one route do for each other.' } },
    ],
    ...common,
    start: '2025-03-12T11:00:00+02:00',
    end: '2025-03-12T12:30:00+02:00',
    lead: [{ organization: 'lantern-league' }],
    partners: [{ organization: 'open-quay-foundation' }],
    instruments: ['2030-agenda', 'new-urban-agenda', 'action-agenda-on-internal-displacement'],
  }),
  session('rehearsal', {
    reference: 'VC-D 14',
    title: {
      en: 'One route, many cities: passing on a family’s file',
      fr: 'Une route, plusieurs villes : transmettre le dossier d’une famille',
      es: 'Una ruta, muchas ciudades: cómo transmitir el expediente de una familia',
    },
    summary: {
      en: 'A family tells its story anew in every city. How can its papers travel ahead of it, with its consent, and who pays for the bed it finds?',
    },
    objectives: [
      { text: { en: 'Spare families from registering again in each city.' } },
      { text: { en: 'Find out what sheltering costs, and who bears it.' } },
    ],
    ...common,
    start: '2025-03-12T14:00:00+02:00',
    end: '2025-03-12T15:30:00+02:00',
    lead: [{ organization: 'sandrevel' }],
    instruments: ['2030-agenda', 'global-compact-on-refugees'],
  }),
];

export const vcD12 = { summit: 'rehearsal', session: 'vc-d-12' };
export const vcD14 = { summit: 'rehearsal', session: 'vc-d-14' };

type Role = 'moderator' | 'panelist';
type Place = [key: PersonKey, role: Role, printedTitle: string, organization: string];

const panels: [typeof vcD12, Place[]][] = [
  [
    vcD12,
    [
      ['ilka', 'moderator', 'Secretary General', 'lantern-league'],
      ['tomas', 'panelist', 'Mayor', 'quillemar'],
      ['noor', 'panelist', 'Deputy mayor for housing', 'belmora'],
      ['baptiste', 'panelist', 'City councillor', 'kestrel-bay'],
      ['odile', 'panelist', 'Director', 'open-quay-foundation'],
    ],
  ],
  [
    vcD14,
    [
      ['runa', 'moderator', 'Head of the mayor’s office', 'sandrevel'],
      ['tomas', 'panelist', 'Mayor', 'quillemar'],
      ['odile', 'panelist', 'Director', 'open-quay-foundation'],
    ],
  ],
];

const everyPlace = panels.flatMap(([sitting, places]) =>
  places.map((place, at) => ({ sitting, place, order: at + 1 })),
);

export const seats = everyPlace.map(({ sitting, place: [key, role, printedTitle, organization], order }) =>
  panelist(sitting, key, {
    role,
    order,
    printedTitle,
    organizations: [{ organization }],
    nominatedBy: ['lantern-league'],
    consent,
  }),
);

const passing = (to: 'invited' | 'confirmed') =>
  everyPlace.map(({ sitting, place: [key] }) => panelistPasses(sitting, key, to));
export const invitations = passing('invited');
export const confirmations = passing('confirmed');

const both = (to: Parameters<typeof sessionPasses>[1]) => [vcD12, vcD14].map((sitting) => sessionPasses(sitting, to));

/** From the call to the accepted session, then to the sitting that took place. */
export const untilAccepted = [both('submitted'), both('accepted')];
export const untilHeld = [
  both('scheduled'),
  [{ ...released('rehearsal', 1, { note: 'The programme.' }), at: '2025-02-20T09:00:00Z' }],
  both('held'),
];
export const concluded = both('concluded');
