import { describe, expect, test } from 'vitest';
import { declarationKinds, type Form } from '../../../shared/domain/declaration.ts';
import { mailLanguages } from '../../../shared/domain/language.ts';
import { openings } from '../../../shared/domain/paragraph.ts';
import { fill, formLanguageOf, wordsIn } from '../../../shared/words/dictionary.ts';

const leaves = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${path}/${key}`, inner] as [string, string]] : leaves(inner, `${path}/${key}`),
  );
const placeholders = (template: string): string[] => (template.match(/\{\w+\}/g) ?? []).sort();

describe.each(mailLanguages)('the words in %s', (language) => {
  const english = new Map(leaves(wordsIn('en')));

  test('are all there', () => {
    expect(leaves(wordsIn(language)).filter(([, words]) => words.trim() === '')).toEqual([]);
  });

  test('name in their braces what the English ones name', () => {
    const differing = leaves(wordsIn(language)).filter(
      ([path, words]) =>
        !path.startsWith('/openings') && placeholders(words).join() !== placeholders(english.get(path) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('open every paragraph of every form', () => {
    const words = wordsIn(language);
    for (const form of ['resolution', 'communique', 'letter'] satisfies Form[])
      expect(Object.keys(words.openings[form]).sort()).toEqual([...openings].sort());
    expect(Object.keys(words.kinds)).toEqual([...declarationKinds]);
  });
});

test('the UN opens its paragraphs with these words', () => {
  const opened = (language: 'en' | 'fr' | 'es') =>
    openings.map((opening) => Object.values(wordsIn(language).openings.resolution[opening]).join(' '));
  expect(opened('en')).toEqual([
    'Recalling',
    'Taking note of',
    'Take note of',
    'Underline',
    'Recommend',
    'Commit to',
    'Call upon',
  ]);
  expect(opened('fr')).toEqual([
    'Rappelant',
    'Prenant note de',
    'Prenons note de',
    'Soulignons',
    'Recommandons',
    'Nous engageons à',
    'Appelons',
  ]);
  expect(opened('es')).toEqual([
    'Recordando',
    'Tomando nota de',
    'Tomamos nota de',
    'Subrayamos',
    'Recomendamos',
    'Nos comprometemos a',
    'Exhortamos a',
  ]);
});

test('a tag is served by the nearest language of the forms, else by English', () => {
  expect(['fr-CA', 'es', 'en-GB', 'ar'].map(formLanguageOf)).toEqual(['fr', 'es', 'en', 'en']);
});

test('a value with braces or dollar signs is put in as it is', () => {
  expect(fill('{session}, outcome {number}', { session: '{number} $& $1', number: 3 })).toBe(
    '{number} $& $1, outcome 3',
  );
});
