import { describe, expect, test } from 'vitest';
import { mailLanguageOf, mailLanguages } from '../../../shared/domain/language.ts';
import { mailWordsIn } from '../../../shared/words/mail.ts';
import { moment, stretch } from '../../../shared/words/moment.ts';

const leaves = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${path}/${key}`, inner] as [string, string]] : leaves(inner, `${path}/${key}`),
  );
const placeholders = (template: string): string => (template.match(/\{\w+\}/g) ?? []).sort().join();

// What only this script writes: a text in another language by mistake has none of it.
const scripts = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };

describe.each(mailLanguages)('the words of mails in %s', (language) => {
  const english = new Map(leaves(mailWordsIn('en')));
  const words = leaves(mailWordsIn(language));

  test('are all there, and name in their braces what the English ones name', () => {
    expect(words.map(([path]) => path)).toEqual([...english.keys()]);
    const differing = words.filter(
      ([path, template]) => template.trim() === '' || placeholders(template) !== placeholders(english.get(path) ?? ''),
    );
    expect(differing).toEqual([]);
  });

  test('are in that language', () => {
    const script = scripts[language as keyof typeof scripts] ?? /\p{Script=Latin}/u;
    const others = words.filter(([path, template]) => !/\/(colon|comma)$/.test(path) && !script.test(template));
    expect(others).toEqual([]);
  });

  test('are nobody else’s', () => {
    const same = words.filter(([path, template]) => template.length > 25 && template === english.get(path));
    expect(same.length > 0).toBe(language === 'en');
  });
});

test('a language is served by the nearest of the six', () => {
  expect(['fr-CA', 'ar', 'zh-Hant', 'de', undefined].map(mailLanguageOf)).toEqual(['fr', 'ar', 'zh', 'en', 'en']);
});

describe('a time', () => {
  test('is told as the clock on the wall shows it, in any of the languages', () => {
    const said = mailLanguages.map((language) =>
      stretch(language, '2031-03-06T09:00:00Z', '2031-03-06T10:30:00Z', 'Europe/Paris'),
    );

    expect(
      said.filter((words) => words.includes('2031') && words.includes('10:00') && words.includes('11:30')),
    ).toEqual(said);
  });

  test('names both days where it goes over midnight', () => {
    const said = stretch('en', '2031-03-06T22:00:00Z', '2031-03-06T23:30:00Z', 'Europe/Paris');

    expect(said.match(/(6|7) March/g)).toEqual(['6 March', '7 March']);
  });

  test('is another in another zone', () => {
    expect(
      ['UTC', 'Africa/Cairo', 'Asia/Kolkata'].map(
        (zone) => /\d\d:\d\d/.exec(moment('en', '2031-07-06T09:00:00Z', zone))?.[0],
      ),
    ).toEqual(['09:00', '12:00', '14:30']);
  });
});
