import { programme } from './pages.ts';
import { reported, source, together } from './source.ts';
import { claim, membership, organization } from './step.ts';

const alliance = source('Cities Alliance, page on UCLG', 'https://www.citiesalliance.org/uclg');
const wikipedia = source(
  'Wikipedia, United Cities and Local Governments',
  'https://en.wikipedia.org/wiki/United_Cities_and_Local_Governments',
);
const profile = source('UCLG profile on Issuu');
const uclgPages = together(alliance, wikipedia, profile);
const downToEarth = source(
  'Down To Earth on C40 Cities',
  'https://www.downtoearth.org.in/news/climate-change/c40-cities-14-cities-drive-sustainable-diet-plan-67190',
);
const valladolid = source(
  'Valladolid, page on Mayors for Peace',
  'http://en.valladolidinternacional.es/mayors-for-peace/',
);
const ceasefire = source(
  'Ceasefire.ca, Mayors for Peace reaches 5,000 members',
  'https://www.ceasefire.ca/mayors-for-peace-reaches-5000-members/',
);
const hiroshima2014 = source('Hiroshima Peace Media, p=17118', 'https://testwww.hiroshimapeacemedia.jp/?p=17118');
const hiroshima2016 = source('Hiroshima Peace Media, p=58557', 'https://www.hiroshimapeacemedia.jp/?p=58557');
const proposal = source(
  'Peace proposal of 2018, on Mayors for Peace',
  'https://www.daisakuikeda.org/sub/resources/works/props/2018-peace-proposal-full/mayors-for-peace.html',
);
const newsFlash = source(
  'Mayors for Peace News Flash, October 2019',
  'https://docslib.org/doc/8236280/english-edition-of-mayors-for-peace-news-flash-october-2019',
);
const mayorsForPeacePages = together(valladolid, ceasefire, hiroshima2014, hiroshima2016, proposal, newsFlash);
const parliamentPages = together(
  source('Global Parliament of Mayors, p=1079', 'https://globalparliamentofmayors.org/?p=1079'),
  source(
    'Global Cities Hub, page 18487, on the Global Parliament of Mayors',
    'https://globalcitieshub.org/en/wp-json/wp/v2/pages/18487',
  ),
);
const migrationCouncilPages = together(
  source(
    'Global Cities Hub, page on the Mayors Migration Council',
    'https://www.genevacitieshub.org/en/mayors-migration-council/',
  ),
  source(
    'Global Taskforce, report of a meeting of the Mayors Migration Council in New York',
    'https://www.global-taskforce.org/mayors-migration-council-meeting-new-york-shows-mayoral-leadership-issues-migration-inclusivity-and',
  ),
);
const bulletin = source(
  'Earth Negotiations Bulletin, vol. 231, no. 9',
  'https://enb.iisd.org/gtf/walrg/2016/html/enbplus231num9e.html',
);
const hubSite = source('Global Cities Hub, web site', 'https://globalcitieshub.org');
const metropolisPage = source(
  'Metropolis, challenges and opportunities of international city networks',
  'https://www.metropolis.org/news/challenges-and-opportunities-international-city-networks',
);
const congressReport = source(
  'Report of the Resilient Cities congress of 2012',
  'https://issuu.com/resilientcities/docs/rc2012_congress_report',
);

const byWhatItDoes = {
  how: 'inferred',
  note: 'No source names the kind of body: it connects cities or their mayors.',
} as const;
const network = { kind: 'city-network', origin: 'reported' } as const;

export const networks = [
  organization({
    slug: 'uclg',
    name: { en: 'United Cities and Local Governments' },
    aliases: ['UCLG'],
    founded: '2004-05-05',
    ...network,
    sources: [
      ...uclgPages(['name', 'aliases', 'founded'], {
        note: 'Founded in Paris, as a merger of IULA, UTO/FMCU and Metropolis; seat in Barcelona. It convenes the Global Taskforce.',
      }),
      ...profile(['name'], { note: 'Present in over 120 member states of the United Nations.' }),
      ...uclgPages(['kind'], byWhatItDoes),
    ],
  }),
  organization({
    slug: 'c40',
    name: { en: 'C40 Cities' },
    aliases: ['C40'],
    ...network,
    sources: [...downToEarth(['name', 'aliases']), ...downToEarth(['kind'], byWhatItDoes)],
  }),
  organization({
    slug: 'mayors-for-peace',
    name: { en: 'Mayors for Peace' },
    aliases: ['World Conference of Mayors for Peace through Inter-City Solidarity'],
    founded: '1982-06-24',
    ...network,
    sources: [
      ...mayorsForPeacePages(['name', 'aliases', 'founded'], {
        note: 'Seat in Hiroshima; called the World Conference of Mayors for Peace through Inter-City Solidarity until 2001.',
      }),
      ...mayorsForPeacePages(['kind'], byWhatItDoes),
    ],
  }),
  organization({
    slug: 'global-parliament-of-mayors',
    name: { en: 'Global Parliament of Mayors' },
    aliases: ['GPM'],
    founded: '2016-09-11',
    ...network,
    sources: [
      ...parliamentPages(['name', 'aliases', 'founded'], {
        note: 'Founded by over 60 mayors; an association under Dutch law in The Hague; only cities or mayors may apply.',
      }),
      ...parliamentPages(['kind'], byWhatItDoes),
    ],
  }),
  organization({
    slug: 'mayors-migration-council',
    name: { en: 'Mayors Migration Council' },
    aliases: ['MMC'],
    founded: '2018-12',
    ...network,
    sources: [
      ...migrationCouncilPages(['name', 'aliases', 'founded'], {
        note: 'Founded in Marrakech; it has no members, but a board. A former mayor of Athens is listed with the board as special envoy: a former mayor is not the city, so no seat of Athens is recorded.',
      }),
      ...migrationCouncilPages(['kind'], byWhatItDoes),
    ],
  }),
  organization({
    slug: 'global-taskforce',
    name: { en: 'Global Taskforce of Local and Regional Governments' },
    aliases: ['GTF', 'Global Taskforce'],
    founded: '2013',
    ...network,
    sources: [
      ...bulletin(['name', 'aliases', 'founded'], {
        note: 'An initiative of the President of UCLG; it convenes the World Assembly of Local and Regional Governments.',
      }),
      ...bulletin(['kind'], byWhatItDoes),
    ],
  }),
  organization({
    slug: 'global-cities-hub',
    name: { en: 'Global Cities Hub' },
    aliases: ['Geneva Cities Hub', 'GCH'],
    country: 'CH',
    ...network,
    sources: [
      ...hubSite(['name', 'aliases'], { note: 'Formerly the Geneva Cities Hub (genevacitieshub.org).' }),
      ...programme(['name', 'country'], { says: 'Switzerland' }),
      ...hubSite(['kind'], byWhatItDoes),
    ],
  }),
  organization({
    slug: 'metropolis',
    name: { en: 'Metropolis' },
    ...network,
    sources: [...metropolisPage(['name']), ...metropolisPage(['kind'], byWhatItDoes)],
  }),
  organization({
    slug: 'iclei',
    name: { en: 'ICLEI – Local Governments for Sustainability' },
    aliases: ['ICLEI'],
    ...network,
    sources: [
      ...congressReport(['name', 'aliases'], { note: 'World Secretariat in Bonn.' }),
      ...congressReport(['kind'], byWhatItDoes),
    ],
  }),
];

// Of these only the board is known; no source at hand says more of them.
const boardCities = (
  [
    ['bristol', 'Bristol'],
    ['freetown', 'Freetown'],
    ['kampala', 'Kampala'],
    ['zurich', 'Zürich'],
  ] as const
).map(([slug, name]) =>
  organization(reported(migrationCouncilPages, { slug, name: { en: name }, kind: 'city' as const })),
);

export const citiesOfTheBoard = boardCities;

const onTheBoard = (city: string) =>
  membership(
    city,
    reported(migrationCouncilPages, {
      in: 'mayors-migration-council',
      as: 'board' as const,
      note: 'On the board of 2019, and on a later list that has no date.',
    }),
  );

export const memberships = [
  membership('metropolis', reported(metropolisPage, { in: 'uclg', as: 'section', note: 'The metropolitan section.' })),
  membership(
    'c40',
    reported(migrationCouncilPages, { in: 'mayors-migration-council', as: 'partner', note: 'Implementing partner.' }),
  ),
  ...['amman', 'bristol', 'freetown', 'kampala', 'los-angeles', 'milan', 'montreal', 'zurich'].map(onTheBoard),
  membership(
    'sao-paulo',
    reported(migrationCouncilPages, {
      in: 'mayors-migration-council',
      as: 'board',
      state: 'ended',
      note: 'On the board of 2019, and no longer on a later list that has no date: when it left is not known.',
    }),
  ),
];

const members = { counts: 'members', reads: 'exactly' } as const;

const peaceMembers = [
  { number: 942, countries: 111, on: '2005-04-19', cite: valladolid },
  { number: 5000, countries: 151, on: '2011-09', cite: ceasefire },
  { number: 6000, countries: 158, on: '2014-04-01', cite: hiroshima2014 },
  { number: 7028, countries: 161, on: '2016-04-01', cite: hiroshima2016 },
  { number: 7536, countries: 162, on: '2018-01', cite: proposal },
  { number: 7833, countries: 163, on: '2019-10-01', cite: newsFlash },
];

/** Numbers of members as somebody printed them. No register of members is held here, so none can be checked. */
export const memberClaims = [
  claim(
    { organization: 'uclg' },
    reported(alliance, {
      slug: 'direct-members',
      words: 'over 1,000 cities in 95 countries',
      number: 1000,
      ...members,
      reads: 'over',
      by: 'Cities Alliance',
      where: 'https://www.citiesalliance.org/uclg',
      note: 'Direct members; 112 associations besides.',
    }),
  ),
  claim(
    { organization: 'uclg' },
    reported(wikipedia, {
      slug: 'through-associations',
      words: 'over 240,000 members',
      number: 240_000,
      ...members,
      reads: 'over',
      by: 'Wikipedia',
      where: 'https://en.wikipedia.org/wiki/United_Cities_and_Local_Governments',
      note: 'Counted through associations.',
    }),
  ),
  claim(
    { organization: 'c40' },
    reported(downToEarth, {
      slug: '2019-10',
      words: '94 members',
      number: 94,
      ...members,
      by: 'Down To Earth',
      where:
        'https://www.downtoearth.org.in/news/climate-change/c40-cities-14-cities-drive-sustainable-diet-plan-67190',
      on: '2019-10',
      note: 'The words are ours, the figure printed.',
    }),
  ),
  ...peaceMembers.map(({ number, countries, on, cite }) =>
    claim(
      { organization: 'mayors-for-peace' },
      reported(
        cite,
        {
          slug: on,
          words: `${number.toLocaleString('en')} members in ${countries} countries`,
          number,
          ...members,
          on,
        },
        {
          note: 'The words are ours, the figures printed; which page prints which was told by the order of two lists.',
        },
      ),
    ),
  ),
];
