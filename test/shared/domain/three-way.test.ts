import { describe, expect, test } from 'vitest';
import { meetAnywhere, mergeWords, stretches } from '../../../shared/domain/three-way.ts';

describe('words changed by two', () => {
  const base = 'that each city names one desk for people who arrive';

  test('in different places are both taken', () => {
    expect(
      mergeWords(
        base,
        'that each city names one desk for all who arrive',
        'that every city names one desk for people who arrive',
        'en',
      ),
    ).toEqual({ words: 'that every city names one desk for all who arrive' });
  });

  test('in the same place collide, and it is told which they are', () => {
    expect(
      mergeWords(
        base,
        'that each city names two desks for people who arrive',
        'that each city names three desks for people who arrive',
        'en',
      ),
    ).toEqual({
      // Both made it plural.
      collisions: [{ base: 'one', today: 'three', proposed: 'two' }],
    });
  });

  test('in the same way do not collide', () => {
    expect(mergeWords(base, 'that each city names two desks', 'that each city names two desks', 'en')).toEqual({
      words: 'that each city names two desks',
    });
  });

  test('of which one took away what the other changed collide', () => {
    expect(mergeWords('one desk', '', 'one open desk', 'en')).toHaveProperty('collisions');
  });

  test('of a language without spaces are words all the same', () => {
    expect(mergeWords('每个城市设立一个窗口', '每个城市设立两个窗口', '所有城市设立一个窗口', 'zh')).toEqual({
      words: '所有城市设立两个窗口',
    });
  });

  test('that are one word a thousand times are merged as one, at once', () => {
    const many = (word: string): string => Array.from({ length: 3_000 }, () => word).join(' ');
    const start = performance.now();

    expect(mergeWords(many('a'), many('b'), many('c'), 'en')).toHaveProperty('collisions');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test('two changes meet where they touch the same words, and not where they say the same', () => {
  const from = 'one two three four';
  const of = (to: string) => stretches(from, to, 'en');

  expect(meetAnywhere(of('uno two three four'), of('one two three quattro'))).toBe(false);
  expect(meetAnywhere(of('uno two three four'), of('eins two three four'))).toBe(true);
  expect(meetAnywhere(of('uno two three four'), of('uno two three four'))).toBe(false);
  expect(meetAnywhere(of(''), of('one two drei four'))).toBe(true);
});
