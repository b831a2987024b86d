import { describe, expect, test } from 'vitest';
import { assess, type Assessment, AssessmentDraft } from '../../../shared/domain/assessment.ts';
import { uptakeOf } from '../../../shared/domain/uptake.ts';
import { aDeclaration, aParagraph } from '../../builders.ts';
import { refusal, wrongFields } from '../../refusal.ts';

const ministers = { en: 'the ministers', fr: 'les ministres' };
const banks = { en: 'the banks' };
const paragraphs = [
  aParagraph({ slug: 'recalls', part: 'preamble', addressees: [ministers] }),
  aParagraph({ slug: 'funds', order: 1, addressees: [ministers, banks], theme: 'money' }),
  aParagraph({ slug: 'gauges', order: 2, addressees: [ministers], theme: 'water' }),
  aParagraph({ slug: 'desks', order: 3 }),
  aParagraph({
    slug: 'points',
    order: 4,
    points: [{ id: 'a', text: { en: 'to lend' }, addressees: [banks], sources: [] }],
  }),
];
const declaration = aDeclaration({
  state: 'issued',
  frozen: { version: 'v1', hash: 'ab', at: '2031-03-01T09:00:00Z', how: 'issue' },
});

const draft = (given: object = {}): AssessmentDraft =>
  AssessmentDraft().parse({
    paragraph: 'gauges',
    score: 1,
    quotation: 'The gauges are on one scale.',
    source: { title: 'Report', url: 'https://example.org/report', date: '2032-06' },
    assessor: 'Institute (invented)',
    ...given,
  });
const assessed = (given: object = {}, enteredBy = 'noor', on = '2032-07-01'): Assessment =>
  assess({ declaration, paragraphs }, draft(given), { on, enteredBy });

describe('an assessment', () => {
  test('is about a paragraph and the only one whom it addresses', () => {
    expect(assessed()).toMatchObject({
      paragraph: 'gauges',
      addressee: 'the ministers',
      score: 1,
      textVersion: 'v1',
      enteredBy: 'noor',
      on: '2032-07-01',
      state: 'recorded',
    });
  });

  test('names one of several, in any spelling of case', () => {
    expect(wrongFields(() => assessed({ paragraph: 'funds' }))).toEqual([
      { pointer: '/addressee', detail: 'Name one of those whom it addresses: the ministers; the banks.' },
    ]);
    expect(assessed({ paragraph: 'funds', addressee: 'The Banks' }).addressee).toBe('the banks');
  });

  test.each(['recalls', 'desks', 'no-such'])('is not about "%s", which asks nobody for anything', (paragraph) => {
    expect(wrongFields(() => assessed({ paragraph })).map(({ pointer }) => pointer)).toEqual(['/paragraph']);
  });

  test('has one address for each assessor, paragraph, addressee and document', () => {
    const url = 'https://example.org/other';
    const slugs = [
      assessed(),
      assessed({ score: -1, note: 'Again.' }),
      assessed({}, 'tomas'),
      assessed({ source: { title: 'Other', url, date: '2032' } }),
      assessed({ paragraph: 'points' }),
    ].map(({ slug }) => slug);

    expect(new Set(slugs).size).toBe(4);
    expect(slugs[0]).toBe(slugs[1]);
  });

  test('is of a frozen text alone, and never of a reported one', () => {
    const on = (given: object) => () =>
      assess({ declaration: aDeclaration(given), paragraphs }, draft(), { on: '2032-07-01', enteredBy: 'noor' });

    expect(refusal(on({})).code).toBe('not-frozen');
    expect(refusal(on({ origin: 'reported' })).code).toBe('not-checkable');
  });

  test.each([2, 0.5, '1', null])('has no score of %j', (score) => {
    expect(AssessmentDraft().safeParse({ ...draft(), score }).success).toBe(false);
  });
});

describe('uptake', () => {
  const uptake = (...given: Assessment[]) => uptakeOf(paragraphs, 'en', given);

  test('of what nobody has assessed is no number', () => {
    expect(uptake()).toMatchObject({ assessed: 0, of: 4, percentage: null, disagreements: [] });
  });

  test('is told by theme and by addressee, with how many of how many were assessed', () => {
    const found = uptake(
      assessed({ paragraph: 'gauges', score: 1 }),
      assessed({ paragraph: 'funds', addressee: 'the ministers', score: 0 }),
      assessed({ paragraph: 'funds', addressee: 'the banks', score: -1 }),
    );

    const share = { realized: 0, partly: 0, not: 0 };
    expect(found).toEqual({
      assessed: 3,
      of: 4,
      realized: 1,
      partly: 1,
      not: 1,
      percentage: 50,
      byTheme: [
        { theme: 'money', assessed: 2, of: 2, ...share, partly: 1, not: 1, percentage: 25 },
        { theme: 'water', assessed: 1, of: 1, ...share, realized: 1, percentage: 100 },
        { theme: null, assessed: 0, of: 1, ...share, percentage: null },
      ],
      byAddressee: [
        { addressee: 'the ministers', assessed: 2, of: 2, ...share, realized: 1, partly: 1, percentage: 75 },
        { addressee: 'the banks', assessed: 1, of: 2, ...share, not: 1, percentage: 0 },
      ],
      disagreements: [],
    });
  });

  test('shows where a second assessor sees it otherwise, and counts both', () => {
    const [one, other] = [assessed({ score: 1 }), assessed({ score: -1, assessor: 'Network (invented)' }, 'tomas')];

    expect(uptake(one, other)).toMatchObject({
      assessed: 1,
      realized: 1,
      not: 1,
      percentage: 50,
      disagreements: [
        {
          paragraph: 'gauges',
          number: 2,
          addressee: 'the ministers',
          said: [
            { assessment: one.slug, assessor: 'Institute (invented)', score: 1 },
            { assessment: other.slug, assessor: 'Network (invented)', score: -1 },
          ],
        },
      ],
    });
    expect(uptake(one, { ...other, score: 1 }).disagreements).toEqual([]);
  });

  test('goes by the latest document of each assessor, and by nothing that was retracted', () => {
    const later = { title: 'Later', url: 'https://example.org/later', date: '2033-01' };
    const [first, second] = [assessed({ score: -1 }), assessed({ score: 1, source: later })];

    expect(uptake(second, first)).toMatchObject({
      assessed: 1,
      realized: 1,
      not: 0,
      percentage: 100,
      disagreements: [],
    });
    expect(uptake({ ...second, state: 'retracted' }, first)).toMatchObject({ percentage: 0 });
  });
});
