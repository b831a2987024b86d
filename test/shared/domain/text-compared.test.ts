import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../shared/domain/text-compared.ts';
import { aParagraph } from '../../builders.ts';

const text = ['a', 'b', 'c'].map((slug, order) => aParagraph({ slug, order, text: { en: `that ${slug} is said` } }));
const [a, b, c] = text as [(typeof text)[0], (typeof text)[0], (typeof text)[0]];

describe('two versions of a text', () => {
  test('that are the same have kept every paragraph', () => {
    expect(compareTexts(text, text, 'en').map(({ change, moved }) => [change, moved])).toEqual(
      text.map(() => ['kept', false]),
    );
  });

  test('are compared paragraph by paragraph, and word by word within them', () => {
    const now = [
      { ...c, order: -1 },
      a,
      { ...b, text: { en: 'that b is meant' } },
      aParagraph({ slug: 'd', order: 9 }),
    ];

    expect(compareTexts(text, now, 'en')).toEqual([
      { paragraph: 'c', change: 'kept', moved: true, number: { was: 3, is: 1 }, parts: [] },
      { paragraph: 'a', change: 'kept', moved: false, number: { was: 1, is: 2 }, parts: [] },
      {
        paragraph: 'b',
        change: 'changed',
        moved: false,
        number: { was: 2, is: 3 },
        parts: [
          {
            pointer: '/text',
            runs: [
              { kind: 'kept', words: 'that b is ' },
              { kind: 'removed', words: 'said' },
              { kind: 'inserted', words: 'meant' },
            ],
          },
        ],
      },
      {
        paragraph: 'd',
        change: 'inserted',
        moved: false,
        number: { was: null, is: 4 },
        parts: [
          { pointer: '/part', runs: [{ kind: 'inserted', words: 'operative' }] },
          { pointer: '/opening', runs: [{ kind: 'inserted', words: 'recommend' }] },
          { pointer: '/text', runs: [{ kind: 'inserted', words: 'that each city names one desk' }] },
        ],
      },
    ]);
  });

  test('say what was split, and what was merged', () => {
    const now = [{ ...a, parents: ['b'] }, aParagraph({ slug: 'd', order: 5, parents: ['c'] }), c];

    const compared = new Map(compareTexts(text, now, 'en').map((one) => [one.paragraph, one]));

    expect(compared.get('b')).toMatchObject({ change: 'removed', mergedInto: 'a' });
    expect(compared.get('d')).toMatchObject({ change: 'inserted', splitFrom: ['c'] });
    expect(compareTexts(now, now, 'en').every(({ splitFrom, mergedInto }) => !splitFrom && !mergedInto)).toBe(true);
  });
});
