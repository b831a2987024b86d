import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Act, countActs, countOf } from '../../../shared/domain/count.ts';
import type { Counted } from '../../../shared/domain/participation.ts';
import { runs } from '../../counts.ts';
import { aCity, anAct } from '../../records.ts';

const people = (value: number, given: Partial<NonNullable<Counted['population']>> = {}) => ({
  value,
  year: 2029,
  basis: 'own-area' as const,
  source: 'Census',
  ...given,
});
const city = (organization: string, given: Partial<Counted> = {}): Counted =>
  aCity({ organization, printed: organization.toUpperCase(), ...given });
const act = (organization: string, given: Partial<Counted> = {}, more: Partial<Act> = {}): Act =>
  anAct({ counted: city(organization, given), ...more });

const nobody = {
  total: 0,
  of: 0,
  bases: {},
  mixedBases: false,
  otherBases: [],
  years: [],
  sources: [],
  missing: [],
  within: [],
};

describe('a count', () => {
  test('of nothing is nought, and says nothing that it does not know', () => {
    expect(countOf([])).toEqual({ organizations: 0, cities: 0, countries: 0, people: nobody, undated: [] });
  });

  test('says of people on which basis, from what years and sources, and what is missing', () => {
    const acts = [
      act('belmora', { country: 'FR', population: people(100_000) }),
      act('arvenne', {
        country: 'FR',
        population: people(900_000, {
          basis: 'agglomeration',
          year: undefined,
          source: 'Estimate',
          note: 'with suburbs',
        }),
      }),
      act('osk', { country: 'SE' }),
      act('river-league', { kind: 'city-network', country: undefined }),
    ];

    expect(countOf(acts)).toEqual({
      organizations: 4,
      cities: 3,
      countries: 2,
      people: {
        total: 1_000_000,
        of: 2,
        bases: { 'own-area': 1, agglomeration: 1 },
        mixedBases: true,
        otherBases: [{ organization: 'arvenne', printed: 'ARVENNE', basis: 'agglomeration', note: 'with suburbs' }],
        years: [2029, 'not given'],
        sources: ['Census', 'Estimate'],
        missing: [{ organization: 'osk', printed: 'OSK' }],
        within: [],
      },
      undated: [],
    });
  });

  test('on one basis says that it is on one', () => {
    const acts = ['a', 'b'].map((slug) => act(slug, { population: people(5, { basis: 'metropolis' }) }));

    expect(countOf(acts).people).toMatchObject({ total: 10, bases: { metropolis: 2 }, mixedBases: false });
  });

  test('has each organization once, however many acts it has', () => {
    const acts = [
      act('belmora', { population: people(10) }),
      act('belmora', { population: people(10) }, { on: '2031-06' }),
    ];

    expect(countOf(acts)).toMatchObject({ organizations: 1, cities: 1, people: { total: 10, of: 1 } });
  });

  test('has the people of a city within another body that acts once, and lists it', () => {
    const acts = [
      act('selva-metro', { kind: 'metropolitan-authority', population: people(500) }),
      act('port-selva', { within: 'selva-metro', population: people(200) }),
      act('osk', { within: 'somebody-else', population: people(30) }),
    ];

    expect(countOf(acts)).toMatchObject({
      organizations: 3,
      people: {
        total: 530,
        of: 2,
        missing: [],
        within: [{ organization: 'port-selva', printed: 'PORT-SELVA', within: 'selva-metro' }],
      },
    });
  });

  test('loses nobody to an organization that lies within itself', () => {
    expect(countOf([act('belmora', { within: 'belmora', population: people(10) })]).people.total).toBe(10);
  });

  test('misses no figure of a city that is counted with its larger body', () => {
    const acts = [act('selva-metro', { population: people(500) }), act('port-selva', { within: 'selva-metro' })];

    expect(countOf(acts).people.missing).toEqual([]);
  });
});

describe('a count at a moment', () => {
  const acts = [
    act('day', {}, { on: '2031-05-02' }),
    act('month', {}, { on: '2031-05' }),
    act('year', {}, { on: '2031' }),
    act('unknown', {}, { on: undefined }),
  ];

  test.each([
    ['2031-05-01', []],
    ['2031-05-02', ['day']],
    ['2031-05-31', ['day', 'month']],
    ['2031-12-30', ['day', 'month']],
    ['2031-12-31', ['day', 'month', 'year']],
  ])('as of %s has the acts that were surely done by then', (asOf, expected) => {
    const found = ['day', 'month', 'year', 'unknown'].filter(
      (slug) =>
        countOf(
          acts.filter(({ counted }) => counted.organization === slug),
          { asOf },
        ).organizations === 1,
    );

    expect(found).toEqual(expected);
    expect(countOf(acts, { asOf }).organizations).toBe(expected.length);
  });

  test('lists undated acts apart; only without a day are they counted', () => {
    const undated = [{ organization: 'unknown', printed: 'UNKNOWN' }];

    expect(countOf(acts)).toMatchObject({ organizations: 4, undated });
    expect(countOf(acts, { asOf: '2031-12-31' })).toMatchObject({ organizations: 3, undated });
  });

  test('goes by when the acts were recorded, and what was not known then is not listed either', () => {
    const [early, late] = ['2031-06-01T00:00:00Z', '2031-06-02T00:00:00Z'];
    const recorded = [
      act('early', {}, { recordedAt: early }),
      act('late', {}, { recordedAt: late }),
      act('late-undated', {}, { recordedAt: late, on: undefined }),
    ];

    expect(countOf(recorded, { knownAt: early })).toMatchObject({ organizations: 1, undated: [] });
    expect(countOf(recorded, { knownAt: late })).toMatchObject({ organizations: 3 });
    expect(countOf(recorded, { knownAt: '2031-05-31T23:59:59Z' }).organizations).toBe(0);
  });

  test('never has fewer acts on a later day, nor more with one day less known', () => {
    const days = fc.constantFrom('2031', '2031-05', '2031-05-02', '2031-06-30', undefined);
    const moments = fc.constantFrom('2031-05-01', '2031-05-31', '2031-12-31', '2032-01-01');
    const some = fc.array(fc.record({ slug: fc.constantFrom('a', 'b', 'c', 'd'), on: days }), { maxLength: 12 });
    fc.assert(
      fc.property(some, moments, moments, (given, one, other) => {
        const all = given.map(({ slug, on }) => act(slug, { population: people(7) }, { on }));
        const [first, last] = [one, other].toSorted() as [string, string];
        const [before, after] = [countOf(all, { asOf: first }), countOf(all, { asOf: last })];
        expect(before.organizations).toBeLessThanOrEqual(after.organizations);
        expect(after.organizations).toBeLessThanOrEqual(countOf(all).organizations);
        expect(after.people.total).toBe(after.organizations * 7);
      }),
      runs(200, 5_000),
    );
  });
});

describe('the counts of a declaration', () => {
  const acts = [
    { ...act('belmora', { population: people(100) }), capacity: 'signatory' as const, state: 'valid' },
    { ...act('osk', { population: people(20) }), capacity: 'observer' as const, state: 'valid' },
    { ...act('belmora', { population: people(100) }), capacity: 'observer' as const, state: 'valid' },
    { ...act('arvenne', { population: people(900) }), capacity: 'signatory' as const, state: 'withdrawn' },
    { ...act('selva', { population: people(900) }), capacity: 'signatory' as const, state: 'suspended' },
  ];

  test('hold signing and endorsing apart, count who did both once, and only what stands', () => {
    const { signatories, observers, together } = countActs(acts);

    expect(
      [signatories, observers, together].map(({ organizations, people: { total } }) => [organizations, total]),
    ).toEqual([
      [1, 100],
      [2, 120],
      [2, 120],
    ]);
  });
});
