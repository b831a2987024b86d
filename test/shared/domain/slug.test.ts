import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, slugLength, slugOf, slugPattern } from '../../../shared/domain/slug.ts';
import { runs } from '../../counts.ts';

test.each([
  ['VC-D 12', 'vc-d-12'],
  ['  --Port  Selva!! ', 'port-selva'],
  ['Genève', 'geneve'],
  ['Łódź nad Olechówką', 'lodz-nad-olechowka'],
  ['Straße & Ærø', 'strasse-aero'],
  ['İstanbul, Iğdır', 'istanbul-igdir'],
  ['№ 12 ﬁle', 'no-12-file'],
  ['日本', ''],
  ['', ''],
])('"%s" has the address "%s"', (name, address) => {
  expect(slugOf(name)).toBe(address);
});

test('an address is cut to its length, and not at a hyphen', () => {
  expect(slugOf(`${'a'.repeat(slugLength - 1)} b`)).toBe('a'.repeat(slugLength - 1));
});

test('an address is empty or a slug, and its own address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
      const address = slugOf(name);
      expect(address === '' || (slugPattern.test(address) && address.length <= slugLength)).toBe(true);
      expect(slugOf(address)).toBe(address);
    }),
    runs(300, 5_000),
  );
});

test('names that differ by case, accents and punctuation fold into one', () => {
  expect(['GENÈVE', 'Gene\u0300ve', ' genève.', 'geneve'].map(folded)).toEqual(Array(4).fill('geneve'));
});

test('a folded name keeps the letters of any script', () => {
  expect(folded('Αθήνα (Ελλάδα)')).toBe('αθηνα ελλαδα');
});

test('folding twice folds no further', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      expect(folded(folded(name))).toBe(folded(name));
    }),
    runs(300, 5_000),
  );
});
