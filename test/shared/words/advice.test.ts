import { describe, expect, test } from 'vitest';
import { adviceOn, endingOf, type Worded } from '../../../shared/words/advice.ts';

const worded = (given: Partial<Worded> = {}): Worded => ({
  form: 'resolution',
  language: 'en',
  part: 'operative',
  opening: 'recommend',
  hasAddressees: false,
  text: 'that each city names one desk',
  points: [],
  isLast: false,
  ...given,
});

describe('advice on the wording of the United Nations', () => {
  test('has nothing to say of what is worded so', () => {
    expect(adviceOn(worded())).toEqual([]);
    expect(adviceOn(worded({ language: 'fr', text: 'que chaque ville désigne un guichet' }))).toEqual([]);
    expect(adviceOn(worded({ part: 'preamble', opening: 'recalling', text: 'the Charter of River Cities,' }))).toEqual(
      [],
    );
    expect(adviceOn(worded({ part: 'annex', opening: undefined, text: 'Recalling is allowed here.' }))).toEqual([]);
  });

  test.each<[string, Partial<Worded>, unknown]>([
    [
      'a verb opens an operative paragraph',
      { text: 'Recalling the Charter' },
      { kind: 'verb', words: 'Recalling the' },
    ],
    ['also in French', { language: 'fr', text: 'Rappelant la Charte' }, { kind: 'verb', words: 'Rappelant la' }],
    ['also in Spanish', { language: 'es', text: 'Recordando la Carta' }, { kind: 'verb', words: 'Recordando la' }],
    [
      'a participle opens a preambular one',
      { part: 'preamble', opening: 'recalling', text: 'Recommend the Charter' },
      { kind: 'participle', words: 'Recommend' },
    ],
    [
      'the opening word stands there once',
      { text: 'Recommend that each city names one' },
      { kind: 'opening-twice', words: 'Recommend' },
    ],
    [
      'a recommendation goes on with “that”',
      { text: 'each city names one desk' },
      { kind: 'continues', words: 'that' },
    ],
    [
      'a call goes on with “to”',
      { opening: 'call-upon', hasAddressees: true, text: 'open their funds' },
      { kind: 'continues', words: 'to' },
    ],
    ['a semicolon ends it', { text: 'that each city names one desk.' }, { kind: 'ending', words: ';' }],
    [
      'a colon leads to points',
      { text: 'that each city;', points: ['names one desk'] },
      { kind: 'ending', words: ':' },
    ],
    ['a resolution’s paragraph has an opening word', { opening: undefined }, { kind: 'no-opening', words: '' }],
  ])('%s', (_, given, advice) => {
    expect(adviceOn(worded(given))).toContainEqual(advice);
  });

  test('says of which point it is', () => {
    expect(adviceOn(worded({ text: undefined, points: ['that one', 'two'] }))).toEqual([
      { kind: 'continues', words: 'that', point: 1 },
    ]);
  });

  test('ends a preamble in commas, the operative part in semicolons, and the last in a full stop', () => {
    expect([
      endingOf(worded({ part: 'preamble' })),
      endingOf(worded()),
      endingOf(worded({ isLast: true })),
      endingOf(worded({ form: 'letter' })),
    ]).toEqual([',', ';', '.', '.']);
  });
});
