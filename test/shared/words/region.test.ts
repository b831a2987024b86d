import { expect, test } from 'vitest';
import { mailLanguages } from '../../../shared/domain/language.ts';
import { namedRegion } from '../../../shared/words/region.ts';

test.each(mailLanguages)('the five regions have names of their own in %s, and so has none of them', (language) => {
  const names = (['Africa', 'Americas', 'Asia', 'Europe', 'Oceania', undefined] as const).map((region) =>
    namedRegion(language, region),
  );
  expect(new Set(names).size).toBe(6);
});

test('a region is called as M49 has it', () => {
  expect([namedRegion('ru', 'Americas'), namedRegion('es', 'Americas'), namedRegion('zh', 'Oceania')]).toEqual([
    'Северная и Южная Америка',
    'Américas',
    '大洋洲',
  ]);
});
