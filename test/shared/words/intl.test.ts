import { expect, test } from 'vitest';
import { dated, languageName, listed, listSeams, numeral, regionName } from '../../../shared/words/intl.ts';

const names = ['the ministers', 'the banks', 'the cities'];

test('a list reads as the language has it, and its seams say the same', () => {
  const seams = listSeams('en', names);
  expect(seams).toHaveLength(4);
  expect(seams.map((seam, index) => seam + (names[index] ?? '')).join('')).toBe(listed('en', names));
  expect(listed('en', names)).toBe('the ministers, the banks and the cities');
  expect(listed('es', ['París', 'Ivrea'])).toBe('París e Ivrea');
  expect(listed('fr', [])).toBe('');
});

test('a date is printed as far as it is known', () => {
  expect(dated('en', '2018-10-29')).toBe('29 October 2018');
  expect(dated('en', '2018-10')).toBe('October 2018');
  expect(dated('fr', '2018')).toBe('2018');
});

test('a language has its name in each language', () => {
  expect([languageName('en', 'fr'), languageName('fr', 'en'), languageName('es', 'ar')]).toEqual([
    'French',
    'anglais',
    'árabe',
  ]);
});

test('a number stands in digits that every page can be compared by', () => {
  expect([numeral('en', 1_234_567), numeral('ar', 1_234_567), numeral('zh', 1_234_567)]).toEqual(
    Array(3).fill('1,234,567'),
  );
});

test('a country has its name in each language; what is none keeps its code', () => {
  expect([regionName('en', 'CH'), regionName('ru', 'CH'), regionName('zh', 'CH'), regionName('en', 'QQ')]).toEqual([
    'Switzerland',
    'Швейцария',
    '瑞士',
    'QQ',
  ]);
});
