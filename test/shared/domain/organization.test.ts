import { expect, test } from 'vitest';
import { listOrganization, OrganizationDraft, printedName, searchNames } from '../../../shared/domain/organization.ts';
import { anOrganization, anOrganizationDraft } from '../../records.ts';
import { issues, wrongFields } from '../../refusal.ts';

test('is found by every one of its names, each once, whatever their case and accents', () => {
  const city = anOrganization({
    name: { en: 'Port Selva', pt: 'Porto Selva', fr: 'PORT-SELVA' },
    aliases: ['Pôrto Selva', 'The Port', '!!!'],
  });

  expect(searchNames(city)).toEqual(['port selva', 'porto selva', 'the port']);
});

test('is found by names that fit into a key, however long folding makes them', () => {
  // U+FDFA is one letter, and eighteen when it is folded.
  const [name] = searchNames({ name: { ar: '\uFDFA'.repeat(200) }, aliases: [] });

  expect(Buffer.byteLength(name ?? '')).toBeLessThan(900);
});

test('is printed under its English name, else under any', () => {
  expect(printedName(anOrganization({ name: { fr: 'Ville', en: 'City' } }))).toBe('City');
  expect(printedName(anOrganization({ name: { fr: 'Ville' } }))).toBe('Ville');
});

test('is no part of itself, lies in no area of its own and succeeds not to itself, also where its address is made from its name', () => {
  const draft = anOrganizationDraft({ within: 'port-selva', partOf: 'port-selva', succeededBy: 'port-selva' });

  expect(wrongFields(() => listOrganization(draft))).toEqual(
    ['succeededBy', 'partOf', 'within'].map((field) => ({
      pointer: `/${field}`,
      detail: 'Name another organization than itself.',
    })),
  );
});

test('does not end before it began, as far as its dates say', () => {
  expect(wrongFields(() => listOrganization(anOrganizationDraft({ founded: '1990', dissolved: '1989' })))).toEqual([
    { pointer: '/dissolved', detail: 'Let it end on or after its founding, 1990.' },
  ]);
  expect(() => listOrganization(anOrganizationDraft({ founded: '1990-06', dissolved: '1990' }))).not.toThrow();
});

test('has a figure of people with its basis and its source', () => {
  const population = [{ value: 120_000, basis: 'own-area', source: 'Census', year: 2029 }];

  expect(listOrganization(anOrganizationDraft({ population })).population).toEqual(population);
  expect(issues(OrganizationDraft(), { name: { en: 'X' }, kind: 'city', population: [{ value: -1 }] }).length).toBe(3);
});

test('has a position on the globe, with its source', () => {
  const position = { latitude: -34.61315, longitude: -58.37723, source: 'GeoNames' };

  expect(listOrganization(anOrganizationDraft({ position })).position).toEqual(position);
  const wrong = issues(OrganizationDraft(), {
    name: { en: 'X' },
    kind: 'city',
    position: { latitude: 90.5, longitude: -181 },
  });
  expect(wrong.map(({ pointer }) => pointer)).toEqual([
    '/position/latitude',
    '/position/longitude',
    '/position/source',
  ]);
});

test.each([
  ['wikidata', 'q71', 'A Wikidata item looks like "Q71".'],
  ['ror', '13yrm5c26', 'A ROR id looks like "03yrm5c26".'],
  ['unlocode', 'chgva', 'A UN/LOCODE looks like "CHGVA".'],
])('a wrong %s is refused with an example of a right one', (field, value, detail) => {
  expect(issues(OrganizationDraft(), { name: { en: 'X' }, kind: 'city', identifiers: { [field]: value } })).toEqual([
    { pointer: `/identifiers/${field}`, detail },
  ]);
});
