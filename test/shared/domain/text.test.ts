import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterFault, inLanguage, limits, line, text, title } from '../../../shared/domain/text.ts';
import { runs } from '../../counts.ts';
import { issues } from '../../refusal.ts';

describe('the characters of a text', () => {
  test.each([
    [
      'a right-to-left override',
      'Arvenne\u202Egnp.exe',
      'Remove the invisible direction mark U+202E: pages set the direction by the language.',
    ],
    [
      'a left-to-right isolate',
      '\u2066Arvenne\u2069',
      'Remove the invisible direction mark U+2066: pages set the direction by the language.',
    ],
    [
      'an Arabic letter mark',
      'Arvenne\u061C',
      'Remove the invisible direction mark U+061C: pages set the direction by the language.',
    ],
    ['a zero-width space', 'Arv\u200Benne', 'Remove the invisible character U+200B.'],
    ['a word joiner', 'Arv\u2060enne', 'Remove the invisible character U+2060.'],
    ['an invisible operator', 'Arv\u2063enne', 'Remove the invisible character U+2063.'],
    ['a byte order mark', 'Arv\uFEFFenne', 'Remove the invisible character U+FEFF.'],
    ['a soft hyphen', 'Arv\u00ADenne', 'Remove the invisible character U+00AD.'],
    ['letters written in tags', 'Arvenne\u{E0041}\u{E0042}', 'Remove the invisible character U+E0041.'],
    ['a joiner between Latin letters', 'Arv\u200Denne', 'Remove the invisible character U+200D.'],
    ['a non-joiner between Latin letters', 'Arv\u200Cenne', 'Remove the invisible character U+200C.'],
    ['a joiner after a Latin letter with a mark', 'x\u030C\u200Dy', 'Remove the invisible character U+200D.'],
    ['a joiner at the beginning', '\u200Dمی', 'Remove the invisible character U+200D.'],
    ['a second joiner after the first', 'می\u200C\u200Cخواهم', 'Remove the invisible character U+200C.'],
    ['a filler of Hangul, which is blank', 'Arv\u3164enne', 'Remove the invisible character U+3164.'],
    ['a Mongolian vowel separator', 'Arv\u180Eenne', 'Remove the invisible character U+180E.'],
    ['a null character', 'Arv\u0000enne', 'Remove the control character U+0000.'],
    ['an escape', 'Arv\u001B[31menne', 'Remove the control character U+001B.'],
    ['a control character of the second block', 'Arv\u0085enne', 'Remove the control character U+0085.'],
    [
      'a lone high surrogate',
      'Arv\uD83Denne',
      'Remove the half character (a lone surrogate): the text cannot be stored as it is.',
    ],
    [
      'a lone low surrogate',
      'Arv\uDE00enne',
      'Remove the half character (a lone surrogate): the text cannot be stored as it is.',
    ],
  ])('%s is refused, and the answer says what to remove', (_, written, fault) => {
    expect(characterFault(written)).toBe(fault);
    expect(issues(line(), written)).toEqual([{ pointer: '', detail: fault }]);
  });

  test.each([
    ['the non-joiner of Persian', 'می\u200Cخواهم'],
    ['the joiner of Hindi', 'क्\u200Dष'],
    ['a non-joiner after a vowel mark', 'مُ\u200Cم'],
    ['the joiner of Sinhala', 'ශ්\u200Dරී'],
    ['an astral character', 'Arvenne 😀 2031'],
    ['a tab and a line break', 'one\ttwo\nthree'],
  ])('%s is kept', (_, written) => {
    expect(characterFault(written)).toBeUndefined();
    expect(line().parse(written)).toBe(written);
  });

  // A search that starts again at every mark would not come to its end before the runner gives up.
  test('a long run of marks and joiners is judged at once', () => {
    const marks = '\u0301'.repeat(200_000);

    const faults = [characterFault(`a${marks}\u200D${marks}`), characterFault(`م${marks}`)];

    expect(faults).toEqual(['Remove the invisible character U+200D.', undefined]);
  });
});

describe('a line', () => {
  test('is trimmed and composed', () => {
    expect(line().parse('  Geno\u0302ve \n')).toBe('Genôve');
  });

  test('keeps HTML as it was typed', () => {
    const markup = '<script>alert("1")</script> & <b>bold</b>';

    expect(line().parse(markup)).toBe(markup);
  });

  test('of nothing but spaces is refused', () => {
    expect(issues(line(), ' \n ')).toEqual([{ pointer: '', detail: 'Write something, or leave the field out.' }]);
  });

  test('may be as long as its limit and no longer', () => {
    expect(issues(line(10), 'x'.repeat(10))).toEqual([]);
    expect(issues(line(10), 'x'.repeat(11))).toEqual([
      { pointer: '', detail: 'Shorten it to 10 characters; it has 11.' },
    ]);
  });

  test('is measured in characters, so that one outside the basic plane counts once', () => {
    expect(issues(line(10), '😀'.repeat(10))).toEqual([]);
    expect(issues(line(10), '😀'.repeat(11))).toEqual([
      { pointer: '', detail: 'Shorten it to 10 characters; it has 11.' },
    ]);
  });

  test('is measured after it was composed and trimmed', () => {
    expect(line(3).parse(' e\u0301e\u0301e\u0301 ')).toBe('ééé');
  });

  test('comes out the same when it is put in again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
        const first = line().safeParse(written);
        if (!first.success) return;
        expect(line().parse(first.data)).toBe(first.data);
        expect(first.data.isWellFormed()).toBe(true);
        expect(first.data).toBe(first.data.normalize('NFC').trim());
      }),
      runs(300, 2_000),
    );
  });
});

describe('a text', () => {
  test('says every wrong language and line at once, each by its pointer', () => {
    expect(issues(text(5), { en: 'too long', 'pt-br': 'olá', fr: '' })).toEqual([
      { pointer: '/en', detail: 'Shorten it to 5 characters; it has 8.' },
      { pointer: '/fr', detail: 'Write something, or leave the field out.' },
      { pointer: '/pt-br', detail: 'Use a BCP 47 language tag such as "en" or "pt-BR"; "pt-br" is not one.' },
    ]);
  });

  test('in no language is refused', () => {
    expect(issues(title(), {})).toEqual([
      { pointer: '', detail: 'Give the text in at least one language, such as { "en": "…" }.' },
    ]);
  });

  test('has the limit for each language', () => {
    const full = 'x'.repeat(limits.title);

    expect(title().parse({ en: full, fr: full })).toEqual({ en: full, fr: full });
  });

  test.each([
    ['the wanted language', { en: 'City', fr: 'Ville' }, 'fr', 'Ville'],
    ['the language without its region', { en: 'City', fr: 'Ville' }, 'fr-CA', 'Ville'],
    ['English when the wanted one is missing', { en: 'City', fr: 'Ville' }, 'es', 'City'],
    ['whatever there is', { es: 'Ciudad' }, 'fr', 'Ciudad'],
    ['nothing when there is nothing', {}, 'fr', ''],
  ])('is read in %s', (_, value, wanted, expected) => {
    expect(inLanguage(value as Record<string, string>, wanted)).toBe(expected);
  });
});
