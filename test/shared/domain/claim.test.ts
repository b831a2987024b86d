import { describe, expect, test } from 'vitest';
import { checkClaim, Claim, ClaimDraft, recordClaim, type Records } from '../../../shared/domain/claim.ts';
import { countActs, countOf, type Count } from '../../../shared/domain/count.ts';
import { aCity, aClaim, anAct } from '../../records.ts';
import { issues } from '../../refusal.ts';

const cities = (count: number, value = 1_000_000, basis: 'own-area' | 'agglomeration' = 'own-area') =>
  Array.from({ length: count }, (_, at) =>
    anAct({
      counted: aCity({
        organization: `${basis}-${value}-${at}`,
        population: { value, basis, source: 'Census', year: 2029 },
      }),
    }),
  );
const signing = (count: number, value?: number) =>
  cities(count, value).map((act) => ({ ...act, capacity: 'signatory' as const }));
const endorsing = (count: number, value?: number, basis?: 'own-area' | 'agglomeration') =>
  cities(count, value ?? 2_000_000, basis).map((act) => ({ ...act, capacity: 'observer' as const }));

// As in domain.md: 24 sign, 10 endorse as observers, and "34 cities" is printed.
const records: Records = { acts: countActs([...signing(24), ...endorsing(10)]) };
const claim = (given: Partial<Claim>) => aClaim({ reads: 'exactly', ...given });

describe('a claim set against the records', () => {
  test('that adds two different acts is borne out as a sum, and says that it is one', () => {
    expect(checkClaim(claim({ number: 34, counts: 'adopted' }), records)).toEqual({
      verdict: 'borne-out',
      recorded: 34,
      parts: { signatories: 24, observers: 10 },
      caveats: ['two-different-acts'],
    });
  });

  test('of those who signed counts signatories', () => {
    expect(checkClaim(claim({ number: 34, counts: 'signed' }), records)).toEqual({
      verdict: 'not-borne-out',
      recorded: 24,
      caveats: [],
    });
  });

  test('of those who endorsed, as observers, counts observers', () => {
    expect(checkClaim(claim({ number: 10, counts: 'endorsed', capacity: 'observer' }), records)).toEqual({
      verdict: 'borne-out',
      recorded: 10,
      caveats: [],
    });
  });

  test('of people sums the figures, and says what makes them incomparable', () => {
    const mixed: Records = {
      acts: countActs([
        ...signing(24),
        ...endorsing(10, 2_000_000, 'agglomeration'),
        { ...anAct({ counted: aCity({ organization: 'no-figure' }) }), capacity: 'signatory' },
      ]),
    };

    expect(checkClaim(claim({ number: 1_500_000_000, counts: 'people' }), mixed)).toEqual({
      verdict: 'not-borne-out',
      recorded: 44_000_000,
      parts: { signatories: 24_000_000, observers: 20_000_000 },
      caveats: ['two-different-acts', 'mixed-bases', 'missing-figures'],
    });
  });

  test('of people is borne out within a tenth, because figures differ by source and year', () => {
    const verdicts = [40_000_000, 48_000_000, 48_900_000, 39_900_000].map(
      (number) => checkClaim(claim({ number, counts: 'people' }), records).verdict,
    );

    expect(verdicts).toEqual(['borne-out', 'borne-out', 'not-borne-out', 'not-borne-out']);
  });

  test.each([
    ['exactly', 24, 'borne-out'],
    ['exactly', 25, 'not-borne-out'],
    ['over', 20, 'borne-out'],
    ['over', 25, 'not-borne-out'],
    ['about', 26, 'borne-out'],
    ['about', 22, 'borne-out'],
    ['about', 27, 'not-borne-out'],
  ] as const)('that reads %s %d is %s by 24 signatories', (reads, number, verdict) => {
    expect(checkClaim(claim({ reads, number, counts: 'signed' }), records).verdict).toBe(verdict);
  });

  test.each([
    ['attended', { attendance: countOf(cities(3)) }],
    ['members', { members: countOf(cities(3)) }],
    ['signed', { acts: countActs(signing(3)) }],
    ['adopted', { acts: countActs(signing(3)) }],
  ] as [Claim['counts'], Partial<Record<keyof Records, Count>>][])(
    'of who %s is checked against its own list, and not without it',
    (counts, list) => {
      const others: Records = {
        acts: countActs(signing(9)),
        attendance: countOf(cities(9)),
        members: countOf(cities(9)),
        ...Object.fromEntries(Object.keys(list).map((name) => [name, undefined])),
      };

      expect(checkClaim(claim({ number: 3, counts }), list as Records)).toEqual({
        verdict: 'borne-out',
        recorded: 3,
        caveats: [],
      });
      expect(checkClaim(claim({ number: 3, counts }), others)).toEqual({
        verdict: 'cannot-be-checked',
        recorded: null,
        caveats: [],
      });
    },
  );

  test('adds no two acts where there is only one', () => {
    expect(checkClaim(claim({ number: 24, counts: 'adopted' }), { acts: countActs(signing(24)) })).toEqual({
      verdict: 'borne-out',
      recorded: 24,
      caveats: [],
    });
  });
});

test('a claim is recorded in its own words, about an address, under the given name or the one it gets', () => {
  const draft = ClaimDraft().parse({ words: 'over forty cities signed', number: 40, reads: 'over', counts: 'signed' });

  const recorded = recordClaim('/api/v1/organizations/river-league', 'x7k2', draft);

  expect(recorded).toEqual({
    ...draft,
    slug: 'x7k2',
    version: 1,
    state: 'recorded',
    about: '/api/v1/organizations/river-league',
  });
  expect(Claim().parse(recorded)).toEqual(recorded);
  expect(recordClaim('/x', 'x7k2', { ...draft, slug: 'over-forty' }).slug).toBe('over-forty');
});

test.each([[-1], [0], [1e13], [Number.NaN], ['40']])('%s is no figure', (number) => {
  expect(issues(ClaimDraft(), { words: 'x', number, counts: 'signed' })).toHaveLength(1);
});
