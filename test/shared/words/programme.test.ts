import { expect, test } from 'vitest';
import { mailLanguages } from '../../../shared/domain/language.ts';
import { programmeWordsIn } from '../../../shared/words/programme.ts';

const bracesOf = (words: string): string[] => words.match(/\{\w+\}/g) ?? [];

test.each(mailLanguages)('the words of a programme are all there in %s, with the same in their braces', (language) => {
  const [words, english] = [programmeWordsIn(language), programmeWordsIn('en')];

  expect(Object.values(words).filter((one) => one.trim() === '')).toEqual([]);
  expect(Object.entries(words).map(([key, one]) => [key, bracesOf(one)])).toEqual(
    Object.entries(english).map(([key, one]) => [key, bracesOf(one)]),
  );
});
