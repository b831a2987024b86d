import { fill, wordsIn } from '../words/dictionary.ts';
import type { Voice } from './run.ts';

const digits: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const roman = (number: number): string => {
  const [value, digit] = digits.find(([most]) => most <= number) ?? [0, ''];
  return value === 0 ? '' : digit + roman(number - value);
};

/** "Annex II". */
export const annexNumber = (voice: Voice, number: number): string =>
  fill(wordsIn(voice.language).annex, { number: roman(number) });
