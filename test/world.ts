import type { Route } from '../shared/http/route.ts';
import { reviewOf } from '../shared/domain/review.ts';
import type { Whereabouts } from '../shared/domain/role.ts';

/** What there is in the world of story.ts, by the part of an address that it stands for. */
export const names: Record<string, string> = {
  summit: 'arvenne-2031',
  participation: 'arvenne',
  track: 'voices',
  room: 'quay-hall',
  session: 'vc-d-12',
  panelist: 'n03',
  // Named by story.ts, once it is there.
  crew: 'assigned',
  outcome: '1',
  declaration: 'letter-of-the-quays',
  signature: 'arvenne-signatory',
  signing: 'river-league-signatory',
  claim: 'over-forty',
  // Named by story.ts, once it is there.
  paragraph: 'p1',
  language: 'fr',
  version: 'v1',
  // Named by story.ts, once it is there.
  amendment: 'proposed',
  corrigendum: 'k1',
  circulation: 'c1',
  objection: 'river-league-c1',
  dissociation: 'river-league-c1',
  delivery: 'ministers-of-the-basin-2031-03-01-v1',
  // Named by story.ts, once it is there.
  assessment: 'assessed',
  commitment: 'one-desk',
  checkIn: 'spring',
  organization: 'arvenne',
  membership: 'river-league-member',
  person: 'n01',
  consent: 'name',
  instrument: 'river-charter',
  role: 'n07',
  desk: 'river-league',
  nomination: 'n13',
  suggestion: 'n12-n14',
  // Named by story.ts, once it is there.
  proposal: 'p-aaaa',
  review: reviewOf('amira'),
  release: 'r1',
  // A link that leads nowhere: those that lead somewhere are for who has them.
  token: 'q83vEjRWeJCrze8SNFZ4kA',
  mail: 'n09',
};

/** What an address says only together with what lies there. */
interface There {
  /** Names that stand at this address and not at others. */
  parts?: Record<string, string>;
  /** Where a deed is judged, beyond what the address says. */
  place?: Whereabouts;
  /** Whether it shows or asks for only what it may whoever is named there, or says by itself who may know. */
  isUnveiled?: true;
  /** Whether a list is shown whole or not at all. */
  isWhole?: true;
  /** Whether a list holds what belongs to several organizations, and shows each its own. */
  isMixed?: true;
  /** Records that not everybody may know of. */
  veil?: readonly (readonly [noun: string, record: object])[];
}

const followed = { declaration: 'quay-call' };

const circulated = { declaration: 'quay-appeal' };

const opened = { declaration: 'quay-pledge' };

// A proposal of the network's, which its delegates, the reviewers of its track and the organizers know of.
const theirs: There = {
  veil: [
    [
      'session',
      {
        summit: 'arvenne-2031',
        track: 'voices',
        origin: 'held',
        state: 'submitted',
        proposed: { by: 'river-league' },
      },
    ],
  ],
};
const reviewed: There = {
  ...theirs,
  parts: {
    get session() {
      return names.proposal ?? '';
    },
  },
  place: { track: 'voices' },
};

const special: readonly (readonly [beginning: string, there: There])[] = [
  [
    '/summits/{summit}/declarations/{declaration}/paragraphs/{paragraph}/translations',
    { parts: followed, place: { language: 'fr' } },
  ],
  ['/summits/{summit}/declarations/{declaration}/paragraphs', { parts: followed }],
  ['/summits/{summit}/declarations/{declaration}/versions', { parts: followed }],
  ['/summits/{summit}/declarations/{declaration}/deliveries', { parts: followed }],
  ['/summits/{summit}/declarations/{declaration}/declaration.zip', { parts: followed }],
  ['/summits/{summit}/declarations/{declaration}/assessments', { parts: followed }],
  [
    '/summits/{summit}/declarations/{declaration}/commitments',
    { parts: followed, place: { organization: 'river-league' } },
  ],
  [
    '/summits/{summit}/declarations/{declaration}/signings',
    { parts: opened, place: { organization: 'river-league' }, isMixed: true },
  ],
  ['/summits/{summit}/declarations/{declaration}/signatures/{signature}/receipt', { parts: opened }],
  ['/summits/{summit}/declarations/{declaration}/circulations', { parts: circulated }],
  [
    '/summits/{summit}/declarations/{declaration}/amendments',
    { parts: circulated, place: { organization: 'river-league' } },
  ],
  ['/summits/{summit}/declarations/{declaration}/corrigenda', { parts: followed }],
  [
    '/summits/{summit}/declarations/{declaration}/objections',
    { parts: circulated, place: { organization: 'river-league' } },
  ],
  [
    '/summits/{summit}/declarations/{declaration}/dissociations',
    { parts: circulated, place: { organization: 'river-league' } },
  ],
  ['/organizations/{organization}/claims', { parts: { organization: 'river-league', claim: 'hundred' } }],
  [
    '/organizations/{organization}/roles/{role}',
    {
      parts: { organization: 'river-league', role: 'n10' },
      veil: [['role', { role: 'delegate', organization: 'river-league' }]],
    },
  ],
  ['/organizations/{organization}/roles', { parts: { organization: 'river-league' } }],
  [
    '/summits/{summit}/roles/{role}',
    {
      parts: { role: 'n08' },
      place: { session: 'vc-d-12' },
      veil: [['role', { role: 'rapporteur', summit: 'arvenne-2031', session: 'vc-d-12' }]],
    },
  ],
  [
    '/people/{person}/contact',
    { place: { summit: 'arvenne-2031' }, veil: [['contact', { summits: ['arvenne-2031'] }]], isUnveiled: true },
  ],
  [
    '/summits/{summit}/desks/{desk}',
    {
      place: { organization: 'river-league' },
      veil: [['desk', { summit: 'arvenne-2031', organization: 'river-league' }]],
    },
  ],
  ['/summits/{summit}/suggestions/{suggestion}', { veil: [['suggestion', { summit: 'arvenne-2031' }]] }],
  ['/summits/{summit}/proposals/{proposal}', { ...theirs, place: { track: 'voices', organization: 'river-league' } }],
  ['/summits/{summit}/proposals', { place: { organization: 'river-league' }, isMixed: true }],
  ['/summits/{summit}/sessions/{session}/reviews', reviewed],
  ['/summits/{summit}/sessions/{session}/decision', reviewed],
  ['/summits/{summit}/sessions/{session}/merge', reviewed],
  ['/summits/{summit}/sessions/{session}/checks', { place: { track: 'voices' } }],
  [
    '/summits/{summit}/sessions/{session}/crew/{crew}',
    { veil: [['crew', { summit: 'arvenne-2031', session: 'vc-d-12' }]] },
  ],
  ['/people/{person}/sessions', { isUnveiled: true }],
  ['/trail', { isWhole: true }],
  ['/roles/{role}', { veil: [['role', { role: 'secretariat' }]] }],
];

/** What is special about an address. */
export const namesAt = ({ path }: Pick<Route, 'path'>): There =>
  special.find(([beginning]) => path.startsWith(beginning))?.[1] ?? {};

/** A route's address with records that there are, or with others by their parts. Throws where a part has no name. */
export const addressOf = (route: Pick<Route, 'path'>, others: Record<string, string> = {}): string => {
  const parts = { ...names, ...namesAt(route).parts, ...others };
  return route.path.replace(/\{(\w+)\}/g, (_, part: string) => {
    const name = parts[part];
    if (!name) throw new Error(`Give the part {${part}} of ${route.path} a name that there is.`);
    return name;
  });
};
