import { resource, resourceAddress } from './pages.ts';
import { reported, source, together } from './source.ts';
import type { Seed } from './seed.ts';
import { claim, declaration, organization, participation, summit } from './step.ts';

const unitarPage =
  'https://unitar.org/about/news-stories/news/unitar-co-hosts-5th-mayoral-forum-human-mobility-migration-and-development-historic-un-migration';
const unhcrPage =
  'https://webarchive.archive.unhcr.org/20190227150722mp_/https://www.unhcr.org/uk/news/latest/2018/12/5c0d06a34.html';
const mechanismPage = 'https://localaction.mayorsmechanism.org/index.php/marrakech-mayors-declaration';

const unitar = source('UNITAR, news on the 5th Mayoral Forum', unitarPage);
const unhcr = source('UNHCR, news of December 2018, in a web archive', unhcrPage);
const unhcrNextDay = source('UNHCR, 9 December 2018');
const mechanism = source('Mayors Mechanism, page of the declaration', mechanismPage);
const delog = source('DeLoG, page of the declaration', 'https://delog.org');
const pages = together(resource, unitar);
const origin = 'reported' as const;

const forum = summit({
  slug: 'marrakech-2018',
  title: {
    en: '5th Mayoral Forum on Human Mobility, Migration and Development: City Leadership in Implementing the UN Global Compacts',
  },
  series: 'Mayoral Forum on Human Mobility, Migration and Development',
  edition: 5,
  kind: 'meeting',
  place: { en: 'Pullman Marrakech Palmeraie, Marrakech' },
  country: 'MA',
  state: 'concluded',
  origin,
  sources: pages(['title', 'series', 'edition', 'kind', 'place', 'country']),
});

const byName = { how: 'inferred', note: 'By its name.' } as const;
const body = (slug: string, name: string, kind: 'un-agency' | 'intergovernmental-body') =>
  organization({ slug, name: { en: name }, kind, origin, sources: [...unitar(['name']), ...unitar(['kind'], byName)] });

const bodies = [
  body('unitar', 'UNITAR', 'un-agency'),
  body('iom', 'IOM', 'intergovernmental-body'),
  body('world-bank', 'World Bank', 'intergovernmental-body'),
  organization({
    slug: 'switzerland',
    name: { en: 'Switzerland' },
    kind: 'national-government',
    country: 'CH',
    origin,
    sources: [...unitar(['name']), ...unitar(['kind', 'country'], byName)],
  }),
];

const convened = (slug: string, note: string) =>
  participation(
    'marrakech-2018',
    reported(unitar, { organization: slug, capacities: ['convenor' as const], how: 'unknown' as const, note }),
  );

const participations = [
  convened('unitar', 'Founded the forum and co-organized it.'),
  convened('iom', 'In partnership with UNITAR; others, not named, took part in convening.'),
  convened('world-bank', 'In partnership with UNITAR; others, not named, took part in convening.'),
  participation(
    'marrakech-2018',
    reported(unitar, {
      organization: 'switzerland',
      capacities: ['supporter' as const],
      how: 'unknown' as const,
      note: 'The forum was held with its support.',
    }),
  ),
];

const marrakechDeclaration = declaration('marrakech-2018', {
  slug: 'marrakech-declaration',
  title: { en: 'Marrakech Mayors Declaration “Cities Working Together for Migrants and Refugees”' },
  kind: 'declaration',
  language: 'en',
  abstract: {
    en: [
      'Asks that local authorities be recognized fully and formally wherever the two Global Compacts, on migration and on refugees, are carried out, followed up and reviewed.',
      'Recalls that cities stand in the front line.',
      'Promises to carry both Compacts forward together, by what cities do.',
      'It was presented to the Intergovernmental Conference to adopt the Global Compact for Migration (Marrakech, 10 and 11 December 2018) and to the General Assembly of the United Nations, on refugees (New York, 17 December 2018). Published in English, French and Spanish.',
    ].join('\n'),
  },
  date: '2018-12-08',
  signatoryList: 'none',
  state: 'open-for-signature',
  origin,
  sources: [
    ...resource(['title', 'kind']),
    ...pages(['abstract'], { note: 'Here in other words.' }),
    ...unhcr(['date'], { note: 'It says that cities adopted it on the Saturday.' }),
    ...pages(['language'], {
      how: 'inferred',
      note: 'Published in English, French and Spanish; which of them is authentic is not said.',
    }),
    ...mechanism(['signatoryList'], {
      says: 'to date, and the list is growing',
      note: 'No dated list is at hand.',
    }),
  ],
});

const about = { summit: 'marrakech-2018', declaration: 'marrakech-declaration' };
const exactly = { reads: 'exactly' } as const;
const over = { reads: 'over' } as const;

const claims = [
  claim(
    about,
    reported(resource, {
      slug: 'attended-150',
      words: 'over 150 mayors and city leaders',
      number: 150,
      ...over,
      counts: 'attended' as const,
      by: 'Migration for Development',
      where: resourceAddress,
      note: 'Who took part, not who adopted. The page has no date.',
    }),
  ),
  claim(
    about,
    reported(unitar, {
      slug: 'attended-250',
      words: 'over 250 participants',
      number: 250,
      ...over,
      counts: 'attended' as const,
      by: 'UNITAR',
      where: unitarPage,
      note: 'Everybody; of these over 85 were mayors and representatives of local governments.',
    }),
  ),
  claim(
    about,
    reported(unhcrNextDay, {
      slug: 'attended-100',
      words: 'some 100 people from city authorities',
      number: 100,
      reads: 'about' as const,
      counts: 'attended' as const,
      by: 'UNHCR',
      on: '2018-12-09',
    }),
  ),
  claim(
    about,
    reported(unhcr, {
      slug: 'adopted-80',
      words: '80 cities adopted it on the Saturday',
      number: 80,
      ...exactly,
      counts: 'adopted' as const,
      by: 'UNHCR',
      where: unhcrPage,
      on: '2018-12-08',
      note: 'The date is the day of which it speaks.',
    }),
  ),
  claim(
    about,
    reported(resource, {
      slug: 'adopted-76',
      words: '76 mayors adopted it during the Forum and since then',
      number: 76,
      ...exactly,
      counts: 'adopted' as const,
      by: 'Migration for Development',
      where: resourceAddress,
      note: 'The page has no date.',
    }),
  ),
  claim(
    about,
    reported(mechanism, {
      slug: 'signed-104',
      words: '104 local and regional governments signed to date, and the list is growing',
      number: 104,
      ...exactly,
      counts: 'signed' as const,
      by: 'Mayors Mechanism',
      where: mechanismPage,
    }),
  ),
  claim(
    about,
    reported(delog, {
      slug: 'signed-64',
      words: '64 signatories',
      number: 64,
      ...exactly,
      counts: 'signed' as const,
      by: 'DeLoG',
      where: 'https://delog.org',
      note: 'The page has no date.',
    }),
  ),
];

/** The Marrakech Mayors Declaration as sources report it: seven printed figures, and no list to check them against. */
export const marrakech2018: Seed = {
  name: 'marrakech-2018',
  waves: [[forum, ...bodies], [...participations, marrakechDeclaration], claims],
};
