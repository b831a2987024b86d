import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWords, saidIn, wordsOf } from '../../../shared/domain/words-compared.ts';

describe('words of a text', () => {
  test('are found where no spaces part them', () => {
    expect(wordsOf('河流属于所有人。', 'zh').length).toBeGreaterThan(2);
    expect(wordsOf('وتتعهد المدن', 'ar')).toEqual(['وتتعهد', ' ', 'المدن']);
  });

  test('a footnote mark is one of them', () => {
    expect(wordsOf('rivers[^note-1] flow', 'en')).toEqual(['rivers', '[^note-1]', ' ', 'flow']);
  });

  test('put together again they are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'zh', 'ar', 'th'), (text, language) => {
        expect(wordsOf(text, language).join('')).toBe(text);
      }),
    );
  });
});

describe('two texts compared', () => {
  test('one word changed is one word changed', () => {
    expect(compareWords('to lend to cities within years', 'to lend to cities within weeks', 'en')).toEqual([
      { kind: 'kept', words: 'to lend to cities within ' },
      { kind: 'removed', words: 'years' },
      { kind: 'inserted', words: 'weeks' },
    ]);
  });

  test('words that an object has by nature are words like others', () => {
    expect(compareWords('the constructor of __proto__', 'a constructor of valueOf', 'en')).toEqual([
      { kind: 'removed', words: 'the' },
      { kind: 'inserted', words: 'a' },
      { kind: 'kept', words: ' constructor of ' },
      { kind: 'removed', words: '__proto__' },
      { kind: 'inserted', words: 'valueOf' },
    ]);
  });

  test('what is too much to look at counts as changed from the first difference to the last', () => {
    const effort = { left: 3 };
    expect(compareWords('one two three four', 'one 2 three 3 four', 'en', effort)).toEqual([
      { kind: 'kept', words: 'one ' },
      { kind: 'removed', words: 'two three' },
      { kind: 'inserted', words: '2 three 3' },
      { kind: 'kept', words: ' four' },
    ]);
    expect(effort).toEqual({ left: 3 });
  });

  test('say both texts, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', ', ', '河流', '[^n1]'), { maxLength: 30 });
    const text = words.map((some) => some.join(''));
    fc.assert(
      fc.property(text, text, (old, now) => {
        const all = compareWords(old, now, 'en');
        expect([saidIn('old', all), saidIn('new', all)]).toEqual([old, now]);
      }),
    );
  });
});
