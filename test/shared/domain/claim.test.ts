import { describe, expect, test } from 'vitest';
import { boundTo, checkClaim, Claim, ClaimDraft, recordClaim, type Records } from '../../../shared/domain/claim.ts';
import { aCity, aClaim, anAct } from '../../records.ts';
import { issues, wrongFields } from '../../refusal.ts';

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
const records: Records = { acts: [...signing(24), ...endorsing(10)] };
const pointersOf = (deed: () => unknown): string[] => wrongFields(deed).map(({ pointer }) => pointer);
const claim = (given: Partial<Claim>) => aClaim({ reads: 'exactly', ...given });

describe('a claim set against the records', () => {
  test('that adds two different acts is borne out as a sum, and says that it is one', () => {
    expect(checkClaim(claim({ number: 34, counts: 'adopted' }), records)).toEqual({
      verdict: 'borne-out',
      recorded: 34,
      parts: { signatories: 24, observers: 10 },
      caveats: ['two-different-acts'],
      against: { of: 'acts', capacity: 'any' },
    });
  });

  test('of those who signed counts signatories', () => {
    expect(checkClaim(claim({ number: 34, counts: 'signed' }), records)).toEqual({
      verdict: 'not-borne-out',
      recorded: 24,
      caveats: [],
      against: { of: 'acts', capacity: 'signatory' },
    });
  });

  test('of those who endorsed, as observers, counts observers', () => {
    expect(checkClaim(claim({ number: 10, counts: 'endorsed', capacity: 'observer' }), records)).toEqual({
      verdict: 'borne-out',
      recorded: 10,
      caveats: [],
      against: { of: 'acts', capacity: 'observer' },
    });
  });

  test('of people sums the figures, and says what makes them incomparable', () => {
    const mixed: Records = {
      acts: [
        ...signing(24),
        ...endorsing(10, 2_000_000, 'agglomeration'),
        { ...anAct({ counted: aCity({ organization: 'no-figure' }) }), capacity: 'signatory' },
      ],
    };

    expect(checkClaim(claim({ number: 1_500_000_000, counts: 'people' }), mixed)).toEqual({
      verdict: 'not-borne-out',
      recorded: 44_000_000,
      parts: { signatories: 24_000_000, observers: 20_000_000 },
      caveats: ['two-different-acts', 'mixed-bases', 'missing-figures'],
      against: { of: 'acts', capacity: 'any' },
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
    ['attended', { attendance: cities(3) }],
    ['members', { members: cities(3) }],
    ['signed', { acts: signing(3) }],
    ['adopted', { acts: signing(3) }],
  ] as [Claim['counts'], Records][])(
    'of who %s is checked against its own list, and not without it',
    (counts, list) => {
      const others: Records = {
        acts: signing(9),
        attendance: cities(9),
        members: cities(9),
        ...Object.fromEntries(Object.keys(list).map((name) => [name, undefined])),
      };

      expect(checkClaim(claim({ number: 3, counts }), list)).toEqual({
        verdict: 'borne-out',
        recorded: 3,
        caveats: [],
        against: boundTo({ counts }),
      });
      expect(checkClaim(claim({ number: 3, counts }), others)).toEqual({
        verdict: 'cannot-be-checked',
        recorded: null,
        caveats: [],
        against: boundTo({ counts }),
      });
    },
  );

  test('adds no two acts where there is only one', () => {
    expect(checkClaim(claim({ number: 24, counts: 'adopted' }), { acts: signing(24) })).toEqual({
      verdict: 'borne-out',
      recorded: 24,
      caveats: [],
      against: { of: 'acts', capacity: 'any' },
    });
  });
});

describe('a claim that is bound to a count', () => {
  const days = ['2031-05-02', '2031-06-02', '2031-07-02'];
  const [first, second, third] = days.map((on, at) =>
    signing((at + 1) * 10).map((act, nth) => ({
      ...act,
      on,
      recordedAt: `${on}T12:00:00Z`,
      counted: { ...act.counted, organization: `${on}-${nth}` },
    })),
  );
  // Ten signed first, twenty more a month later, thirty more a month after that.
  const acts = [...(first ?? []), ...(second ?? []), ...(third ?? [])];

  test.each([
    [{}, 60],
    [{ asOf: '2031-05-02' }, 10],
    [{ asOf: '2031-07-01' }, 30],
    [{ asOf: '2031-12-31', knownAt: '2031-06-02T12:00:00Z' }, 30],
    [{ knownAt: '2031-06-02T11:59:59Z' }, 10],
  ])('%j is checked against exactly that one', (moment, recorded) => {
    const bound = { of: 'acts' as const, capacity: 'signatory' as const, ...moment };

    expect(checkClaim(claim({ number: recorded, counts: 'adopted', count: bound }), { acts })).toEqual({
      verdict: 'borne-out',
      recorded,
      caveats: [],
      against: bound,
    });
  });

  test('stays borne out when more sign later', () => {
    const count = { of: 'acts' as const, asOf: '2031-05-31' };

    const verdicts = [first, acts].map(
      (known) => checkClaim(claim({ number: 10, counts: 'signed', count }), { acts: known }).verdict,
    );

    expect(verdicts).toEqual(['borne-out', 'borne-out']);
  });

  test('of people who attended is checked against those who attended', () => {
    expect(
      checkClaim(claim({ number: 3_000_000, counts: 'people', count: { of: 'attendance' } }), {
        attendance: cities(3),
      }),
    ).toMatchObject({ verdict: 'borne-out', recorded: 3_000_000 });
  });

  test.each([
    ['signed', { of: 'attendance' }, {}, ['/count/of']],
    [
      'attended',
      { of: 'attendance', capacity: 'signatory', knownAt: '2031-05-02T00:00:00Z' },
      {},
      ['/count/capacity', '/count/knownAt'],
    ],
    ['adopted', { of: 'acts' }, { capacity: 'signatory' }, ['/capacity']],
  ])('of who %s cannot be bound to %j', (counts, count, more, pointers) => {
    const draft = ClaimDraft().parse({ words: 'x', number: 1, counts, count, ...more });

    expect(pointersOf(() => recordClaim('/api/v1/summits/a/declarations/b', 'c', draft))).toEqual(pointers);
  });

  test('names a paragraph only of a declaration', () => {
    const draft = ClaimDraft().parse({ words: 'x', number: 1, counts: 'members', paragraph: 'p1' });

    expect(recordClaim('/api/v1/summits/a/declarations/b', 'c', draft).paragraph).toBe('p1');
    expect(pointersOf(() => recordClaim('/api/v1/organizations/a', 'c', draft))).toEqual(['/paragraph']);
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
