import { u20Cities } from './cities.ts';
import { press, pressAddress, statementPage, wire } from './pages.ts';
import { reported, source, together } from './source.ts';
import type { Seed } from './seed.ts';
import { claim, declaration, participation, signature, summit } from './step.ts';

const eventPage = source(
  'UCLG, page of the Urban 20 Mayors Summit',
  'https://www.old.uclg.org/en/media/events/urban-20-mayors-summit',
);
const textPage = source(
  'Readkong, the text of the communiqué',
  'https://www.readkong.com/page/u20-cities-call-on-the-g20-to-prioritize-an-urban-5012182',
);
const pages = together(press, eventPage);
const efe = source('EFE, 18 April 2018');
const origin = 'reported' as const;

const meeting = summit({
  slug: 'u20-2018',
  title: { en: 'U20 Mayors Summit 2018' },
  summary: {
    en: 'The first edition of the Urban 20, which brings the cities of G20 countries together beside the G20. The mayors of Buenos Aires and Paris founded it on 12 December 2017; C40 and UCLG convene it. In April 2018 it published a joint statement, and at its summit in Buenos Aires a communiqué to the G20.',
  },
  series: 'Urban 20',
  edition: 1,
  kind: 'meeting',
  from: '2018-10-29',
  to: '2018-10-30',
  place: { en: 'Buenos Aires' },
  beside: ['G20'],
  state: 'concluded',
  origin,
  sources: pages(['title', 'summary', 'series', 'edition', 'kind', 'from', 'to', 'place', 'beside']),
});

const signedIt = 'It signed the communiqué. Whether it came to the summit is not reported.';
const endorsedIt = 'It endorsed the communiqué as an observer. Whether it came to the summit is not reported.';

const takesPart = (organization: string, capacity: 'chair' | 'convenor', note?: string) => ({
  organization,
  capacities: [capacity] as const,
  note,
});

const chairs = [
  takesPart('buenos-aires', 'chair', `Founded the Urban 20 with Paris. ${signedIt}`),
  takesPart('paris', 'chair', `Co-founder. ${signedIt}`),
].map(({ organization, capacities, note }) =>
  participation('u20-2018', {
    organization,
    capacities: [...capacities, 'participating-member'],
    how: 'unknown',
    note,
    origin,
    sources: [
      ...pages(['organization', 'capacities', 'how']),
      ...wire(['note', 'capacities'], { how: 'inferred', note: 'From the lists of who signed and who endorsed.' }),
    ],
  }),
);

const convenors = ['c40', 'uclg'].map((organization) =>
  participation('u20-2018', {
    ...reported(pages, { organization, capacities: ['convenor' as const], how: 'unknown' as const }),
  }),
);

const others = u20Cities
  .filter(({ slug }) => slug !== 'buenos-aires' && slug !== 'paris')
  .map(({ slug, communique }) =>
    participation(
      'u20-2018',
      reported(
        wire,
        {
          organization: slug,
          capacities: [communique === 'signatory' ? ('participating-member' as const) : ('observer' as const)],
          how: 'unknown' as const,
          note: communique === 'signatory' ? signedIt : endorsedIt,
        },
        { how: 'inferred', note: 'From the lists of who signed and who endorsed.' },
      ),
    ),
  );

const communique = declaration('u20-2018', {
  slug: 'communique',
  title: { en: 'U20 cities call on the G20 to prioritize an urban perspective in tackling global issues' },
  kind: 'communique',
  language: 'en',
  addressedTo: ['Mauricio Macri, President of Argentina and of the G20'],
  abstract: {
    en: [
      'The cities ask the G20 to look at global problems from the point of view of cities.',
      'Climate: carry out the Paris Agreement, bring emissions towards neutrality by 2050, leave fossil fuels behind and put a price on carbon.',
      'Work: plan education, training and employment together with cities.',
      'Social integration: help migrants and refugees to find their place, in societies that include everybody and discriminate against nobody.',
      'Gender: strengthen women and girls, through education and access to finance.',
      'Finance: let cities reach the funds that sustainable infrastructure needs.',
      'It was handed to the President of Argentina, who presided over the G20; the sources at hand give no date for that, nor for the signatures.',
    ].join('\n'),
  },
  signatoryList: 'complete',
  state: 'adopted',
  origin,
  sources: [
    ...textPage(['title', 'kind', 'language'], {
      says: 'We, the representatives of the largest and most economically powerful cities in Group of Twenty (G20) member states',
      note: 'The text opens so.',
    }),
    ...press(['title', 'abstract', 'addressedTo'], { note: 'Here in other words.' }),
    ...wire(['signatoryList'], { note: '24 cities signed and 10 endorsed as observers.' }),
  ],
});

const statement = declaration('u20-2018', {
  slug: 'joint-statement',
  title: { en: 'U20 joint statement' },
  kind: 'statement',
  language: 'en',
  abstract: { en: 'Cities commit to work with the G20 on major global challenges.' },
  date: '2018-04-18',
  signatoryList: 'complete',
  state: 'open-for-signature',
  origin,
  sources: [
    ...statementPage(['kind', 'abstract', 'date']),
    ...statementPage(['signatoryList'], { note: '20 cities had signed as of 18 April 2018.' }),
    ...statementPage(['title', 'language'], { how: 'inferred', note: 'No other title is at hand.' }),
  ],
});

const signatures = u20Cities.map(({ slug, name, communique: capacity, communiqueAs }) =>
  signature('u20-2018', 'communique', reported(wire, { organization: slug, capacity, printed: communiqueAs ?? name })),
);

const statementSignatures = u20Cities.flatMap(({ slug, statementAs }) =>
  statementAs
    ? [
        signature(
          'u20-2018',
          'joint-statement',
          reported(
            statementPage,
            { organization: slug, capacity: 'signatory' as const, printed: statementAs },
            { note: 'In the list of who had signed as of 18 April 2018.' },
          ),
        ),
      ]
    : [],
);

const about = (name: string) => ({ summit: 'u20-2018', declaration: name });
const inPress = { by: 'U20 press release', where: pressAddress };

const claims = [
  claim(
    about('communique'),
    reported(press, {
      slug: 'cities',
      words: 'endorsed by the mayors of 34 cities',
      number: 34,
      reads: 'exactly' as const,
      counts: 'endorsed' as const,
      capacity: 'any' as const,
      ...inPress,
    }),
  ),
  claim(
    about('communique'),
    reported(press, {
      slug: 'citizens',
      words: 'representing 1.5 billion citizens',
      number: 1_500_000_000,
      reads: 'exactly' as const,
      counts: 'people' as const,
      capacity: 'any' as const,
      ...inPress,
    }),
  ),
  claim(
    about('joint-statement'),
    reported(efe, {
      slug: 'cities',
      words: 'mayors from 25 major cities',
      number: 25,
      reads: 'exactly' as const,
      counts: 'members' as const,
      by: 'EFE',
      on: '2018-04-18',
      note: 'The address of UCLG’s own page says 25 cities too. 25 is how many cities the initiative had; how many had signed is another figure.',
    }),
  ),
];

/** The Urban 20 of 2018, as sources report it: two texts, who acted on each and in what capacity, and the figures that were printed. */
export const u20In2018: Seed = {
  name: 'u20-2018',
  waves: [
    [meeting],
    [...chairs, ...convenors, ...others, communique, statement],
    [...signatures, ...statementSignatures, ...claims],
  ],
};
