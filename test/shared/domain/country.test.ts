import { expect, test } from 'vitest';
import { country, isCountry } from '../../../shared/domain/country.ts';
import { issues } from '../../refusal.ts';

test.each(['CH', 'PT', 'XK', 'PS', 'TW', 'BQ'])('%s is a country or territory', (code) => {
  expect(isCountry(code)).toBe(true);
});

test.each(['ch', 'CHE', 'XX', 'EU', 'UK', 'AN', ''])('"%s" is refused', (code) => {
  expect(issues(country(), code)).toEqual([
    { pointer: '', detail: 'Use a two-letter country code of ISO 3166-1, such as "CH".' },
  ]);
});

test('there are the 249 codes of ISO 3166-1, and Kosovo', () => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);

  expect(codes).toHaveLength(250);
});
