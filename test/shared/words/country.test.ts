import { describe, expect, test } from 'vitest';
import { isCountry } from '../../../shared/domain/country.ts';
import { mailLanguages } from '../../../shared/domain/language.ts';
import { calledOtherwise, countryName } from '../../../shared/words/country.ts';
import { regionName } from '../../../shared/words/intl.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountry);
const plain = (name: string): string => name.replaceAll('’', "'");

describe.each(mailLanguages)('the names of countries in %s', (language) => {
  test('are all there, and no two are the same', () => {
    const names = codes.map((code) => countryName(language, code));
    expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(codes.length);
  });

  test('are written down only where the United Nations says otherwise than CLDR', () => {
    const dead = calledOtherwise(language).filter(
      (code) => !isCountry(code) || plain(countryName(language, code)) === plain(regionName(language, code)),
    );
    expect(dead).toEqual([]);
  });
});

test.each([
  ['en', 'VN', 'Viet Nam'],
  ['en', 'TR', 'Türkiye'],
  ['en', 'CI', 'Côte d’Ivoire'],
  ['en', 'KP', 'Democratic People’s Republic of Korea'],
  ['fr', 'TR', 'Türkiye'],
  ['fr', 'PS', 'État de Palestine'],
  ['es', 'KE', 'Kenya'],
  ['ar', 'BO', 'دولة بوليفيا المتعددة القوميات'],
  ['zh', 'KR', '大韩民国'],
  ['ru', 'TL', 'Тимор-Лешти'],
] as const)('in %s, %s is called %s', (language, code, name) => {
  expect(countryName(language, code)).toBe(name);
});

test('what is no country is called by its code', () => {
  expect(countryName('en', 'QQ')).toBe('QQ');
});
