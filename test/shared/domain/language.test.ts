import { expect, test } from 'vitest';
import { isLanguage, language } from '../../../shared/domain/language.ts';
import { issues } from '../../refusal.ts';

test.each(['en', 'fr', 'pt-BR', 'zh-Hans', 'fa', 'arn', 'sr-Latn-RS'])('%s is a language', (tag) => {
  expect(isLanguage(tag)).toBe(true);
});

test.each([
  ['of no language', 'xx'],
  ['in another spelling than the canonical one', 'pt-br'],
  ['with an underscore', 'pt_BR'],
  ['of three letters where two exist', 'eng'],
  ['that was replaced', 'iw'],
  ['that names a language', 'English'],
  ['of nothing', ''],
  ['longer than any tag in use', `en-${'x'.repeat(8)}-${'y'.repeat(8)}-${'z'.repeat(8)}-${'w'.repeat(8)}`],
])('a tag %s is refused', (_, tag) => {
  expect(isLanguage(tag)).toBe(false);
  expect(issues(language(), tag)).toEqual([
    { pointer: '', detail: 'Use a BCP 47 language tag such as "en" or "pt-BR".' },
  ]);
});
