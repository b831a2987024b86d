import { names } from './world.ts';

/** Who opens a page: everyone, or somebody with an account. */
export type Who = 'everyone' | 'amira' | 'ruben' | 'linnea' | 'linus' | 'noor' | 'jonas';

/** Somewhere that somebody goes. */
export interface Place {
  /** Below the language. */
  path: string;
  who: Who;
  /** What is filled in and sent there, so that the page says what is wrong with it; all else stays empty. */
  sends?: Record<string, string>;
}

/** What stands in the place of the {names} of an address. */
export type Parts = Record<string, string>;

/** Names that are given only while the world is made. */
export interface Made {
  links: Record<'invitation' | 'answered' | 'role' | 'office' | 'signatory' | 'signed' | 'dispute', string>;
  /** A paragraph of a text, by its summit and its slug. */
  paragraphs: Record<string, string>;
  /** The mail of an invitation, and the place on a panel and the person that it asks. */
  mail: string;
  panelist: string;
  person: string;
}

const reported: Parts = { summit: 'u20-2018', declaration: 'communique' };
const adopted: Parts = { summit: 'rehearsal', declaration: 'rehearsal-declaration', d: 'rehearsal-declaration' };
const drafted: Parts = { summit: 'rehearsal', declaration: 'first', language: 'fr' };
const circulated: Parts = { summit: 'arvenne-2031', declaration: 'quay-appeal', statement: 'river-league-c1' };
const following: Parts = { summit: 'arvenne-2031', declaration: 'quay-call' };
const opened: Parts = { summit: 'arvenne-2031', declaration: 'quay-pledge' };
const sitting: Parts = { summit: 'rehearsal', session: 'vc-d-12' };
const coming: Parts = { summit: 'rehearsal-2031', session: 'hf-1' };

const room = '/organize/{summit}/declarations/{declaration}';

/** The records with which a page has most to show, by the beginning of its route: the first that fits. */
const shown: readonly (readonly [beginning: string, ...parts: Parts[]])[] = [
  ['/summits/{summit}/sessions', sitting, { summit: 'wuf12', session: 'vc-d-12' }, coming],
  ['/summits/{summit}/programme', coming, sitting],
  ['/summits/{summit}/declarations/{declaration}/paragraphs', adopted],
  ['/summits/{summit}/declarations/{declaration}/signatories', reported, adopted],
  ['/summits/{summit}/declarations', adopted, reported],
  ['/summits/{summit}', coming, { summit: 'wuf12' }, { summit: 'rehearsal' }, { summit: 'u20-2018' }],
  ['/organizations/{organization}', { organization: 'quillemar' }, { organization: 'c40' }],
  ['/people/{person}', {}],
  [`${room}/circulat`, circulated],
  [`${room}/amendments`, circulated],
  [`${room}/objections`, circulated],
  [`${room}/dissociations`, circulated],
  [`${room}/signatures/`, opened],
  [`${room}/signa`, adopted, opened],
  [`${room}/signings`, opened],
  [`${room}/deliver`, following],
  [`${room}/assessments`, following],
  [`${room}/commitments`, following],
  [`${room}/uptake`, adopted],
  [`${room}/claims`, { summit: 'arvenne-2031', declaration: 'letter-of-the-quays', claim: 'over-forty' }],
  [`${room}/corrigenda`, following],
  [`${room}/versions`, adopted],
  [room, drafted],
  ['/organize/{summit}/declarations', { summit: 'rehearsal' }],
  ['/organize/{summit}/sessions/{session}/reviews', { session: names.proposal ?? '' }],
  ['/organize/{summit}/board', coming],
  ['/desk/', { summit: 'arvenne-2031', organization: 'river-league' }],
  ['/rapporteur/', { summit: 'arvenne-2031', session: 'vc-d-12', outcome: '3' }],
];

const accounts: readonly (readonly [beginning: string, who: Who])[] = [
  ['/organize', 'amira'],
  ['/desk', 'linus'],
  ['/rapporteur', 'noor'],
  ['/me', 'amira'],
];

const whoOpens = (path: string): Who => accounts.find(([beginning]) => path.startsWith(beginning))?.[1] ?? 'everyone';

/** Addresses that follow from more than the names of records: the same page in another state, or after a form with faults. */
const special = ({ links }: Made): Record<string, readonly Place[]> => ({
  '/': [{ path: '/', who: 'everyone' }],
  // Without a choice it is the list of releases once more.
  '/organize/{summit}/releases/draft': [
    { path: '/organize/arvenne-2031/releases/draft?all=yes', who: 'amira' },
    { path: '/organize/arvenne-2031/releases/draft', who: 'amira' },
  ],
  '/organize/{summit}/decisions/releases/{release}': [
    { path: '/organize/arvenne-2031/decisions/releases/d1', who: 'amira' },
  ],
  // Leads to the same with a stroke at its end.
  '/rapporteur': [],
  '/desk': [],
  '/organize': [],
  '/organize/{summit}': [],
  '/me': [
    { path: '/me', who: 'amira' },
    { path: '/me', who: 'jonas' },
  ],
  '/role/{token}': [{ path: `/role/${links.role}`, who: 'jonas' }],
  '/invitation': [
    { path: '/invitation', who: 'everyone' },
    { path: '/invitation?asked', who: 'everyone' },
  ],
  '/invitation/{token}': [
    { path: `/invitation/${links.invitation}`, who: 'everyone' },
    { path: `/invitation/${links.invitation}`, who: 'everyone', sends: { answer: 'confirm' } },
    { path: `/invitation/${links.answered}`, who: 'everyone' },
  ],
  '/signing/{token}': [
    { path: `/signing/${links.office}`, who: 'everyone' },
    { path: `/signing/${links.office}`, who: 'everyone', sends: {} },
    { path: `/signing/${links.signatory}?sent`, who: 'everyone' },
    { path: `/signing/${links.signed}`, who: 'everyone' },
  ],
  '/dispute/{token}': [
    { path: `/dispute/${links.dispute}`, who: 'everyone' },
    { path: `/dispute/${links.dispute}`, who: 'everyone', sends: {} },
  ],
});

const filled = (route: string, parts: Parts): string =>
  route.replaceAll(/\{(\w+)\}/g, (_, part: string) => {
    const name = parts[part];
    if (!name) throw new Error(`Give the part {${part}} of ${route} a name in test/page-places.ts.`);
    return encodeURIComponent(name);
  });

const story: readonly (readonly [beginning: string, parts: Parts])[] = [
  ...shown.flatMap(([beginning, ...records]) => {
    const told = records.find(({ summit }) => summit === undefined || summit === names.summit);
    return told ? [[beginning, told] as const] : [];
  }),
  ['/summits/{summit}/sessions', { summit: 'arvenne-2031', session: 'vc-d-12' }],
  ['', following],
];

const partsOf = (parts: Parts, { paragraphs, mail, panelist, person }: Made): Parts => ({
  ...names,
  mail,
  person,
  n: '4',
  ...(parts.summit === undefined ? { session: 'quays-2', panelist } : {}),
  paragraph: paragraphs[`${parts.summit ?? names.summit}/${parts.declaration ?? names.declaration}`] ?? '',
  ...parts,
});

/** Where the pages of a route are to be seen, by its address below the language. Throws where it is not known. */
export const placesOf = (route: string, made: Made): readonly Place[] => {
  const known = special(made)[route];
  if (known) return known;
  const [, ...records] = shown.find(([beginning]) => route.startsWith(beginning)) ?? ['', {}];
  return [...new Set(records.map((parts) => filled(route, partsOf(parts, made))))].map((path) => ({
    path,
    who: whoOpens(route),
  }));
};

/** The same where there is nothing but the story of test/story.ts. */
export const placesOfStory = (route: string, made: Made): readonly Place[] => {
  const known = special(made)[route];
  if (known) return known;
  const [, parts] = story.find(([beginning]) => route.startsWith(beginning)) ?? ['', {}];
  return [{ path: filled(route, partsOf(parts, made)), who: whoOpens(route) }];
};
